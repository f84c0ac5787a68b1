"""`drillroom play`: straight into a drill, in one seat."""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.errors import CallError
from simulator.language.said import say
from simulator.language.translator import N_
from simulator.room.opening import Wishes
from tui.plain.console import Pipe, Terminal
from tui.plain.start import Playing, drawn_seed, journal_path, play_new, play_on
from tui.session import emit, translator
from tui.web.session import in_page

WIDEST = 100
"""Lines are not set wider than this many cells."""


@click.command("play", help=N_("Play a seat of a drill."))
@click.argument("scenario", required=False)
@click.option("--seat", help=N_("The seat you take (default: the scenario's first)."))
@click.option("--name", default="", help=N_("Your name, as reports shall show it."))
@click.option("--seed", type=click.IntRange(min=0), help=N_("The seed of chance (default: drawn, and told)."))
@click.option("--pace", type=click.IntRange(1, 600), help=N_("Exercise seconds in a second."))
@click.option("--assessed", is_flag=True, help=N_("Be assessed: no pause, no hints."))
@click.option("--plain", is_flag=True, help=N_("Line by line, for screen readers, poor links and pipes."))
@click.option("--journal", type=click.Path(dir_okay=False, path_type=Path),
              help=N_("Keep the journal in this new file."))  # fmt: skip
@click.option("--resume", type=click.Path(dir_okay=False, path_type=Path),
              help=N_("Take up an unfinished drill from its journal."))  # fmt: skip
def command(
    scenario: str | None, seat: str | None, name: str, seed: int | None, pace: int | None, assessed: bool,
    plain: bool, journal: Path | None, resume: Path | None,
) -> None:  # fmt: skip
    """Play a seat of a drill: on the whole screen of a terminal, in lines there, or through a pipe."""
    if resume is not None:
        take_up(resume, plain)
        return
    if scenario is None:
        raise CallError(say("which scenario?"), say("drillroom scenarios lists them"))
    found = scenario_or_raise(find_scenario(scenario))
    wishes = Wishes(
        seat=seat or next(iter(found.seats)),
        name=name,
        seed=drawn_seed() if seed is None else seed,
        assessed=assessed,
        pace=pace,
        language=translator().language,
        steps=not on_terminal(),
    )
    path = journal or journal_path(found.id, datetime.now(UTC))
    if plain or not has_screen():
        play_new(found, wishes, path, playing())
    else:
        # Loaded here: lines and pipes need nothing of Textual.
        from tui.on_screen import play_new_on_screen

        play_new_on_screen(found, wishes, path, translator())


def take_up(path: Path, plain: bool) -> None:
    """Play an unfinished drill on."""
    if plain or not has_screen():
        play_on(path, playing())
    else:
        from tui.on_screen import play_on_on_screen

        play_on_on_screen(path, translator())


def on_terminal() -> bool:
    """Whether a person sits at both ends."""
    return in_page() or (sys.stdin.isatty() and sys.stdout.isatty())


def has_screen() -> bool:
    """Whether a whole screen can be drawn: Textual draws on standard error, which must not be a file then."""
    return in_page() or (on_terminal() and sys.stderr.isatty())


def playing() -> Playing:
    """The person's side of a drill: the terminal, or the pipe."""
    console = Terminal(sys.stdin, sys.stdout) if on_terminal() else Pipe(sys.stdin, emit)
    return Playing(console, translator(), width=line_width())


def line_width() -> int:
    """How wide lines are set: as the terminal is, within reason."""
    return max(20, min(shutil.get_terminal_size().columns, WIDEST))
