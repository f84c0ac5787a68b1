"""`drillroom score`: the scorecard of a journal, also under another rubric, with the difference."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.errors import CallError, JournalError
from simulator.evaluation.as_json import as_json, figure
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.journal import Journal
from simulator.journal.reading import read_journal
from simulator.language.said import say
from simulator.language.translator import N_
from simulator.scenario.scenario import Scenario
from tui.commands.play import line_width
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
        told = as_json(scored.scorecard, str(journal)) | difference(scored)
        emit(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for line in scorecard_lines(scored.scenario, kept, scored.scorecard, translator(), line_width()):
        emit(line)
    for line in difference_lines(scored):
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
    except LookupError as missing:
        message = say("the journal has acts that this scenario does not know: {name}", name=str(missing))
        raise CallError(
            message, say("keep the seats, orders and decisions of the scenario it was played with")
        ) from None


def scenario_of(journal: Journal) -> Scenario:
    """The scenario that a journal was played with. Raises `JournalError` where its header has none."""
    try:
        return Scenario.model_validate(journal.header["resolved"])
    except (ValidationError, KeyError):
        message = say("the scenario in the journal's header cannot be read")
        raise JournalError(message, say("drillroom verify says what is wrong with it")) from None


def difference(scored: Scored) -> dict[str, Any]:
    """What another rubric changes, as further keys of the object; none without one."""
    if scored.before is None:
        return {}
    before = {"team": as_json(scored.before)["team"], "trainees": _overalls(scored.before)}
    after = _overalls(scored.scorecard)
    change = {
        "team": _change(scored.before.team.overall, scored.scorecard.team.overall),
        "trainees": {seat: _change(before["trainees"].get(seat), number) for seat, number in after.items()},
    }
    return {"before": before["team"] | {"trainees": before["trainees"]}, "difference": change}


def difference_lines(scored: Scored) -> list[str]:
    """The same in lines."""
    if scored.before is None:
        return []
    speaker = translator()
    was, now = _told(scored.before), _told(scored.scorecard)
    head = say("Under the scenario it was played with, the team had {was}; now {now}.", was=was, now=now)
    earlier = _overalls(scored.before)
    seats = [
        say("  {seat}: {was} → {now}", seat=seat, was=_shown(earlier.get(seat)), now=_shown(number))
        for seat, number in _overalls(scored.scorecard).items()
    ]
    return ["", *(speaker.say(line) for line in (head, *seats))]


def _overalls(card: Scorecard) -> dict[str, float | None]:
    return {trainee.seat: figure(trainee.overall) for trainee in card.trainees if not trainee.stand_in}


def _told(card: Scorecard) -> str:
    """The team's number and letter: `71.2 (S)`."""
    return f"{_shown(card.team.overall)} ({card.team.rating or '–'})"


def _change(was: float | None, now: float | None) -> float | None:
    return None if was is None or now is None else figure(now - was)


def _shown(number: float | None) -> str:
    return "–" if number is None else f"{number:.1f}"
