"""`drillroom preview`: plays a scenario on the screen while it is being written; records plays as playthroughs."""

from pathlib import Path

import click

from reports.wording import Wording
from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.errors import CallError, JournalError
from simulator.journal.reading import read_journal
from simulator.language.said import say
from simulator.language.translator import N_
from simulator.room.opening import must_have_seat
from simulator.scenario.scenario import Scenario
from tui.commands.play import has_screen
from tui.session import emit, narrate, translator, warn

SEED = 1
"""Without a seed, the same drill every time: what differs then is what the author changed."""


@click.command("preview", help=N_(
    "Play a scenario on the screen while you write it: it reloads as you save, back at the same moment."))  # fmt: skip
@click.argument("scenario", metavar="PATH")
@click.option("--seat", help=N_("The seat you take (default: the scenario's first)."))
@click.option("--seed", type=click.IntRange(min=0), default=SEED, show_default=True, help=N_("The seed of chance."))
@click.option("--at", "moment", metavar="TIME", default="0m", show_default=True,
              help=N_("The moment to begin at: 09:10 on the scenario's clock, or 90m from the start."))  # fmt: skip
@click.option("--record", "name", metavar="NAME", help=N_(
    "Without a screen: record the play of --journal as a playthrough of this name."))  # fmt: skip
@click.option("--journal", type=click.Path(dir_okay=False, path_type=Path),
              help=N_("With --record: the journal whose play is recorded."))  # fmt: skip
def command(scenario: str, seat: str | None, seed: int, moment: str, name: str | None, journal: Path | None) -> None:
    """Open the author's screen, or record a play that is in a journal."""
    path = find_scenario(scenario)
    if (name is None) != (journal is None):
        raise CallError(say("--record and --journal belong together"), say("name both, or neither"))
    if name is not None and journal is not None:
        record(path, journal, seat, name)
    else:
        play(path, seat, seed, moment)


def play(path: Path, seat: str | None, seed: int, moment: str) -> None:
    """Play it on the screen until the author leaves."""
    scenario = scenario_or_raise(path)
    if seat is not None:
        must_have_seat(scenario, seat)
    if not has_screen():
        message = say("a preview needs a terminal with a whole screen")
        raise CallError(message, say("drillroom play --plain plays it in lines"))
    # Loaded here: recording and help need nothing of the screen.
    from simulator.rehearsal.recording import Play
    from tui.on_screen import terminal_is_there
    from tui.plain.start import drawn_seed
    from tui.preview.app import PreviewApp
    from tui.preview.file import read
    from tui.preview.moments import second_of

    begins = Play(seed, (seat or next(iter(scenario.seats)),), ())
    second = second_of(moment, scenario, 0)
    app = PreviewApp(path, read(path), begins, translator(), moment=second, draw=drawn_seed, is_there=terminal_is_there)
    try:
        app.run()
    finally:
        app.close()
    if app.failed is not None:
        raise app.failed


def record(path: Path, journal: Path, seat: str | None, name: str) -> None:
    """Record the play in a journal: of one seat, or of all that no stand-in sat in."""
    # Loaded here: help needs none of it.
    from simulator.rehearsal.recording import keep, play_of

    scenario = scenario_or_raise(path)
    if seat is not None:
        must_have_seat(scenario, seat)
    reading = read_journal(journal)
    if reading.problems:
        first = reading.problems[0]
        message = say("{path}:{line}: {problem}", path=str(journal), line=first.line, problem=first.message)
        raise JournalError(message, say("drillroom verify lists all that is wrong with it"))
    play = play_of(reading.journal, None if seat is None else (seat,))
    must_have_seats(scenario, play.seats)
    kept = keep(path, scenario, play, name)
    wording = Wording(scenario, translator(), reading.journal.header["personas"])
    for entry in kept.refused:
        what = entry.payload.get("verb") or entry.payload.get("decision") or entry.kind.removeprefix("act.")
        place = {"clock": wording.clock(entry.time), "seat": wording.seat(entry.seat or "")}
        warn(say("{clock} {seat}: '{act}' can no longer be done", act=what, **place))
    emit(str(kept.script))
    narrate(say("Recorded '{name}' in {path}: {expect}", name=name, path=str(path), expect=list(kept.expect)))


def must_have_seats(scenario: Scenario, seats: tuple[str, ...]) -> None:
    """Raises `CallError` where nobody acted, or in a seat that the scenario does not have."""
    if not seats:
        raise CallError(say("only stand-ins sat in that drill"), say("name a seat with --seat"))
    for seat in seats:
        must_have_seat(scenario, seat)
