"""`drillroom run`: a whole drill without a person, by a bot or a script, with its scorecard."""

import json
from pathlib import Path

import click

from reports.wording import Wording
from simulator.authoring.diagnostics import render
from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.errors import CallError, ScriptError
from simulator.evaluation.as_json import as_json
from simulator.journal.entry import Entry
from simulator.journal.file import write_all
from simulator.journal.journal import Journal
from simulator.language.said import Said, say
from simulator.language.translator import N_
from simulator.players.script import Script, read_script
from simulator.rehearsal.run import BOOK, SCRIPT, Finished, run_drill
from simulator.room.opening import must_have_seat
from simulator.scenario.scenario import Scenario
from tui.commands.play import line_width
from tui.presentation.log import story_lines
from tui.presentation.scorecard import scorecard_lines
from tui.session import emit, narrate, translator, warn

SEED = 1
"""Without a seed, the same drill every time."""

UNWRAPPED = 100_000
"""A width at which no line is broken: a warning is one line."""


@click.command("run", help=N_("Play a whole drill without a person, by a bot or a script, and print its scorecard."))
@click.argument("scenario")
@click.option("--player", metavar="BOT", help=N_(
    "Who plays: by-the-book (the default), late (late:20m), partial (partial:0.5), random, first-option, everything "
    "(everything:lawful), heavy-handed or silent."))  # fmt: skip
@click.option("--seat", help=N_("The one seat that is played so; stand-ins play the rest."))
@click.option("--script", type=click.Path(dir_okay=False, path_type=Path),
              help=N_("Play the timed acts of this file; stand-ins play the seats it does not name."))  # fmt: skip
@click.option("--seed", type=click.IntRange(min=0), default=SEED, show_default=True, help=N_("The seed of chance."))
@click.option("--journal", type=click.Path(dir_okay=False, path_type=Path),
              help=N_("Keep the journal in this new file."))  # fmt: skip
@click.option("--json", "as_object", is_flag=True, help=N_("Print one JSON object."))
def command(
    scenario: str, player: str | None, seat: str | None, script: Path | None, seed: int, journal: Path | None,
    as_object: bool,
) -> None:  # fmt: skip
    found = scenario_or_raise(find_scenario(scenario))
    if seat is not None:
        must_have_seat(found, seat)
    if player is not None and script is not None:
        raise CallError(say("a script and a bot at once"), say("leave out --player or --script"))
    acts = read(script, found, seat) if script is not None else None
    finished = run_drill(found, seed, player or BOOK, seat, acts)
    if journal is not None:
        write_all(finished.journal, journal)
    tell_what_was_refused(found, finished.journal, acts)
    print_score(found, finished, journal, as_object)


def read(path: Path, scenario: Scenario, seat: str | None) -> Script:
    """The script in a file. Raises `ScriptError`, after every finding was printed, where it has any."""
    script = read_script(path, scenario, seat)
    if script.findings:
        for finding in script.findings:
            narrate(render(finding, script.source, translator()) + "\n")
        raise ScriptError(say("{file}: {number} errors", file=script.source.file, number=len(script.findings)))
    return script


def tell_what_was_refused(scenario: Scenario, journal: Journal, script: Script | None) -> None:
    """A warning for each act of a script that could not be given."""
    if script is None:
        return
    wording = Wording(scenario, translator(), journal.header["personas"])
    scripted = {seat for seat, who in journal.header["seats"].items() if who["player"] == SCRIPT}
    for entry in journal:
        if entry.is_act and entry.seat in scripted and not entry.payload["accepted"]:
            warn(refusal(wording, entry))
    for timed in script.acts:
        if timed.second >= scenario.length:
            place = {"clock": wording.clock(timed.second), "seat": wording.seat(timed.seat)}
            warn(say("{clock} {seat}: not given, the drill was over", **place))


def refusal(wording: Wording, entry: Entry) -> Said:
    """A refused act with its time and seat, and why."""
    told = " ".join(story_lines(wording, [entry], UNWRAPPED))
    if told:
        return say("{told}", told=told)
    act, reason = entry.kind.removeprefix("act."), entry.payload["refused"]
    place = {"clock": wording.clock(entry.time), "seat": wording.seat(entry.seat or "")}
    return say("{clock} {seat}: '{act}' refused ({reason})", act=act, reason=reason, **place)


def print_score(scenario: Scenario, finished: Finished, journal: Path | None, as_object: bool) -> None:
    """The scorecard, as lines or as an object."""
    if as_object:
        path = None if journal is None else str(journal)
        emit(json.dumps(as_json(finished.scorecard, path), ensure_ascii=False, indent=2))
        return
    for line in scorecard_lines(scenario, finished.journal, finished.scorecard, translator(), line_width()):
        emit(line)
    narrate(say("Seed {seed}.", seed=finished.scorecard.seed))
    if journal is not None:
        narrate(say("The journal: {path}", path=str(journal)))
