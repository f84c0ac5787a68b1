"""`drillroom rehearse`: bots play a scenario many times; coverage, exam quality, exploits."""

import contextlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from reports.wording import Wording
from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.language.said import Said, say
from simulator.language.translator import N_
from simulator.rehearsal.exam.crew import Crew, cores, crew
from simulator.rehearsal.exam.planning import PLAYERS, RUNS, players_named
from simulator.rehearsal.exam.rehearsing import Progress, Rehearsal, rehearse
from simulator.rehearsal.exploits.searching import BUDGET, Exploits, seek
from simulator.scenario.scenario import Scenario
from tui.commands.play import line_width
from tui.presentation.paper_lines import paper_lines
from tui.session import emit, narrate, translator, warn

SEED = 1
"""Without a seed, the same rehearsal every time."""

FORMATS = ("html", "pdf", "docx", "xlsx", "csv", "md", "png", "svg", "json")

BROKEN_OFF = 130
"""The exit status after Ctrl-C, as shells have it."""


@dataclass(frozen=True, slots=True)
class Wished:
    """What is to be done."""

    players: tuple[str, ...]
    runs: int
    seed: int
    exploits: bool
    budget: int


@dataclass(frozen=True, slots=True)
class Found:
    """What came of it."""

    rehearsal: Rehearsal
    exploits: Exploits | None
    broken_off: bool


@click.command("rehearse", help=N_("Let bots play a scenario many times: what comes up, and is it a good exam?"))
@click.argument("scenario")
@click.option("--runs", type=click.IntRange(min=1), default=RUNS, show_default=True,
              help=N_("Drills in all, spread evenly over the players."))  # fmt: skip
@click.option("--players", metavar="BOT,…", default=",".join(PLAYERS),
              help=N_("Who plays (default: every bot, and least-used, which explores)."))  # fmt: skip
@click.option("--workers", type=click.IntRange(min=1), help=N_("Processes (default: one for each core)."))
@click.option("--scheduler", metavar="URL", help=N_("Play on the Dask cluster of this scheduler."))
@click.option("--seed", type=click.IntRange(min=0), default=SEED, show_default=True,
              help=N_("The seed from which those of the drills are derived."))  # fmt: skip
@click.option("--exploits", is_flag=True, help=N_("Search for the highest scores, lawful and unlawful, too."))
@click.option("--budget", type=click.IntRange(min=1), default=BUDGET, show_default=True,
              help=N_("Drills that the search may play."))  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMATS), help=N_("Write the whole report as this, too."))
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path),
              help=N_("The folder for the report, made if it is missing (default: the present one)."))  # fmt: skip
@click.option("--json", "as_object", is_flag=True, help=N_("Print one JSON object."))
@click.pass_context
def command(
    context: click.Context, scenario: str, runs: int, players: str, workers: int | None, scheduler: str | None,
    seed: int, exploits: bool, budget: int, form: str | None, out: Path | None, as_object: bool,
) -> None:  # fmt: skip
    found = scenario_or_raise(find_scenario(scenario))
    named = players_named(found, players.split(","))
    came = carried_out(found, Wished(named, runs, seed, exploits, budget), workers or cores(), scheduler)
    if came.broken_off:
        values = {"runs": came.rehearsal.runs, "wanted": came.rehearsal.wanted}
        warn(say("broken off after {runs} of {wanted} drills; this is what was counted", **values))
    show(found, came, as_object)
    if form or out:
        for path in write(found, came, form or "html", out or Path()):
            narrate(path)
    context.exit(status_of(came))


def carried_out(scenario: Scenario, wished: Wished, workers: int, scheduler: str | None) -> Found:
    """Rehearse, and search where that is wished. Raises `CallError` where a cluster cannot be reached."""
    with crew(workers, scheduler) as hands:
        with progress(say("Drills")) as told:
            found = rehearse(scenario, wished.players, wished.runs, wished.seed, hands, told)
        broken_off = found.runs < found.wanted
        sought = None if broken_off or not wished.exploits else searched(scenario, wished, hands)
    return Found(found, sought, broken_off or (wished.exploits and sought is None))


def searched(scenario: Scenario, wished: Wished, hands: Crew) -> Exploits | None:
    """What the search finds; nothing where it is broken off."""
    try:
        with progress(say("Search")) as told:
            return seek(scenario, wished.budget, wished.seed, hands, told)
    except KeyboardInterrupt:
        return None


def status_of(came: Found) -> int:
    """1 where the search found what must not be."""
    if came.broken_off:
        return BROKEN_OFF
    return 1 if came.exploits is not None and not came.exploits.holds else 0


@contextlib.contextmanager
def progress(label: Said) -> Iterator[Progress]:
    """A bar with the time left on standard error; lines now and then where that is no terminal."""
    if not sys.stderr.isatty():
        yield _lines(label)
        return
    bar: Any = click.progressbar(length=1, label=translator().say(label), file=sys.stderr)
    with bar:

        def told(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield told


def _lines(label: Said) -> Callable[[int, int], None]:
    """A line at each tenth of the whole."""
    told, begun = [0], time.monotonic()

    def tell(done: int, of: int) -> None:
        tenth = 10 * done // of
        if tenth > told[0]:
            told[0] = tenth
            left = round((time.monotonic() - begun) / done * (of - done))
            narrate(say("{label}: {done} of {of}, {left} s left", label=label, done=done, of=of, left=left))

    return tell


def show(scenario: Scenario, came: Found, as_object: bool) -> None:
    """The findings on standard output: tables, or one object."""
    if as_object:
        emit(json.dumps(object_of(came), ensure_ascii=False, indent=2))
        return
    from reports.rehearsal.paper import paper

    short = paper(Wording(scenario, translator()), came.rehearsal, came.exploits, whole=False)
    for line in paper_lines(short, line_width()):
        emit(line)


def object_of(came: Found) -> dict[str, Any]:
    """What `--json` prints."""
    from simulator.rehearsal.exam.as_json import as_json
    from simulator.rehearsal.exploits.as_json import as_json as exploits_as_json

    sought = {} if came.exploits is None else {"exploits": exploits_as_json(came.exploits)}
    return as_json(came.rehearsal, translator().say) | sought


def write(scenario: Scenario, came: Found, form: str, folder: Path) -> list[str]:
    """Write the whole report and answer its files. Raises `WriteError` where the folder takes none."""
    # Figures take long to load.
    from reports.file import folder_for, write_report
    from reports.formats.writing import mark_of, written
    from reports.rehearsal.paper import paper

    into = folder_for(folder, folder)
    whole = paper(Wording(scenario, translator()), came.rehearsal, came.exploits)
    name = f"rehearsal-{scenario.id}-{came.rehearsal.base}-{translator().language}"
    if form == "json":
        told = {"exercise": whole.exercise, **object_of(came)}
        files = {".json": json.dumps(told, ensure_ascii=False, indent=2).encode()}
    else:
        files = dict(written(whole, form))
    return [str(write_report(into, name, ending, content, mark_of(whole))) for ending, content in files.items()]
