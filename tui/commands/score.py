"""`drillroom score`: the scorecard of a journal, also under another rubric, with the difference."""

import json
from dataclasses import dataclass
from pathlib import Path

import click

from reports.wording import Wording
from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.errors import CallError, JournalError
from simulator.evaluation.as_json import as_json
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.journal import Journal
from simulator.journal.reading import read_journal
from simulator.language.said import say
from simulator.language.translator import N_
from simulator.scenario.scenario import Scenario
from tui.commands.play import line_width
from tui.presentation.difference import difference, difference_lines
from tui.presentation.scorecard import scorecard_lines
from tui.session import emit, translator, warn


@dataclass(frozen=True, slots=True)
class Scored:
    """A journal's scorecard under a scenario, and under the one it was played with where that is another."""

    scenario: Scenario
    scorecard: Scorecard
    before: Scorecard | None


@click.command("score", help=N_("Print the scorecard of a journal, also under another rubric, with the difference."))
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--scenario", metavar="PATH", help=N_("Score by this scenario, and show what that changes."))
@click.option("--json", "as_object", is_flag=True, help=N_("Print one JSON object."))
def command(journal: Path, scenario: str | None, as_object: bool) -> None:
    reading = read_journal(journal)
    kept = reading.journal
    if reading.torn:
        warn(say("the last line was cut off while it was being written"))
    if kept.closing is None:
        warn(say("the drill's end is missing: this is the score up to there"))
    scored = score(kept, scenario)
    if as_object:
        changed = {} if scored.before is None else difference(scored.before, scored.scorecard)
        emit(json.dumps(as_json(scored.scorecard, str(journal)) | changed, ensure_ascii=False, indent=2))
        return
    for line in scorecard_lines(scored.scenario, kept, scored.scorecard, translator(), line_width()):
        emit(line)
    if scored.before is not None:
        wording = Wording(scored.scenario, translator(), kept.header.get("personas", {}))
        for line in difference_lines(wording, scored.before, scored.scorecard):
            emit(line)


def score(journal: Journal, other: str | None) -> Scored:
    """Score a journal by the scenario in its header, or by another one of the same id.

    Raises `JournalError` where the header holds no scenario, `CallError` where the other is not of this drill.
    """
    played = scenario_of(journal)
    card = evaluate(played, journal)
    if other is None:
        return Scored(played, card, None)
    rubric = scenario_or_raise(find_scenario(other))
    if rubric.id != played.id:
        message = say("the journal is of '{played}', not of '{other}'", played=played.id, other=rubric.id)
        raise CallError(message, say("name another version of the same scenario"))
    try:
        return Scored(rubric, evaluate(rubric, journal), card)
    except JournalError as error:
        missing = error.__cause__
        if not isinstance(missing, LookupError):
            raise
        message = say("the journal has acts that this scenario does not know: {name}", name=str(missing))
        raise CallError(
            message, say("keep the seats, orders and decisions of the scenario it was played with")
        ) from None


def scenario_of(journal: Journal) -> Scenario:
    """The scenario that a journal was played with. Raises `JournalError` where its header has none."""
    try:
        return Scenario.model_validate(journal.header["resolved"])
    except (ValueError, KeyError, RecursionError):
        message = say("the scenario in the journal's header cannot be read")
        raise JournalError(message, say("drillroom verify says what is wrong with it")) from None
