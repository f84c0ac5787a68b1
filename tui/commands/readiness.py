"""`drillroom readiness`: how ready a group is, from the records of its drills, for a manager with ten minutes."""

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from reports.readiness.model import Readiness
from reports.readiness.naming import Names
from reports.records.rows import Filter
from simulator.language.said import say
from simulator.language.translator import N_
from tui.commands.play import line_width
from tui.presentation.text import wrapped
from tui.session import emit, narrate, translator

FORMATS = ("html", "pdf", "docx", "xlsx", "csv", "md", "png", "svg", "json")
"""What the report can be written as: those of `reports.formats.writing`, and the numbers alone."""


@dataclass(frozen=True, slots=True)
class Wished:
    """What to write, and where to."""

    form: str
    folder: Path


@click.command("readiness", help=N_(
    "Say how ready a group is, from the records of its drills: trends, response times, weak clauses, who is due."
))  # fmt: skip
@click.option("--group", metavar="DEPARTMENT", default="", help=N_("The people of one department (default: all)."))
@click.option("--person", metavar="NAME", default="", help=N_("One person, by id, name, alias or pseudonym."))
@click.option("--since", metavar="DATE", default="", help=N_("Drills from this day on, as 2026-03-31."))
@click.option("--until", metavar="DATE", default="", help=N_("Drills up to this day, that day included."))
@click.option("--assessed", is_flag=True, help=N_("Assessed drills only."))
@click.option("--named", is_flag=True, help=N_("Show people's names (default: pseudonyms or numbers)."))
@click.option("--no-bots", is_flag=True, help=N_("Leave out the comparison with the bots, which takes a while."))
@click.option("--db", metavar="URL", help=N_("The records (default: the user's own)."))
@click.option("--format", "form", type=click.Choice(FORMATS), help=N_("Write the report as this (default: html)."))
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path),
              help=N_("The folder for the report, made if it is missing (default: the present one)."))  # fmt: skip
@click.option("--json", "as_object", is_flag=True, help=N_("Print one JSON object."))
def command(
    group: str, person: str, since: str, until: str, assessed: bool, named: bool, no_bots: bool, db: str | None,
    form: str | None, out: Path | None, as_object: bool,
) -> None:  # fmt: skip
    asked = Filter(
        person=person, department=group, since=since, until=until, mode="assessed" if assessed else "",
        language=translator().language, named=named,
    )  # fmt: skip
    wished = Wished(form or "html", out or Path()) if form or out else None
    # The short text on a screen does without the bots; a report and JSON have them unless they are left out.
    ready, names = reckoned(asked, db, bots=not no_bots and bool(wished or as_object))
    if as_object:
        emit(json.dumps(object_of(ready), ensure_ascii=False, indent=2))
    else:
        show(names, ready)
    for path in write(names, ready, wished) if wished else ():
        narrate(str(path)) if as_object else emit(str(path))


def reckoned(asked: Filter, db: str | None, bots: bool) -> tuple[Readiness, Names]:
    """Readiness from the records, and its words. Raises as the records do."""
    # The database and the simulation take long to load: not for help.
    from reports.readiness.asking import Beside, asked_of, no_bots
    from reports.readiness.bots import compared
    from reports.records.store import open_records

    with open_records(db) as records, progress() as told:
        beside: Beside = partial(compared, progress=told) if bots else no_bots
        ready, played = asked_of(records, asked, date.today(), beside)
    return ready, Names(translator(), played, ready.titles)


@contextlib.contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A bar with the time left on standard error, which begins with the first drill that is told of."""
    with contextlib.ExitStack() as opened:
        bars: list[Any] = []

        def told(done: int, of: int) -> None:
            if not bars:
                label = translator().say(say("The bots play"))
                bar: Any = click.progressbar(length=of, label=label, file=sys.stderr)
                bars.append(opened.enter_context(bar))
            bars[0].update(1)

        yield told


def show(names: Names, ready: Readiness) -> None:
    """The verdict in lines, broken to the screen's width."""
    from reports.readiness.lines import readiness_lines

    width = line_width()
    for line in readiness_lines(names, ready):
        for part in wrapped(line, width, rest="  " if line.startswith("- ") else ""):
            emit(part)


def object_of(ready: Readiness) -> dict[str, Any]:
    """What `--json` prints."""
    from reports.readiness.as_json import as_json

    return as_json(ready)


def write(names: Names, ready: Readiness, wished: Wished) -> list[Path]:
    """Write the report and answer its files. Raises `WriteError` where the folder takes none."""
    # Figures take long to load.
    from reports.file import folder_for, write_report
    from reports.formats.writing import mark_of, written
    from reports.readiness.paper import paper

    folder = folder_for(wished.folder, wished.folder)
    whole = paper(names, ready)
    name = f"readiness-{ready.day}-{names.translator.language}{'-named' if ready.asked.named else ''}"
    if wished.form == "json":
        told = {"exercise": names.say("EXERCISE"), **object_of(ready)}
        files = {".json": json.dumps(told, ensure_ascii=False, indent=2).encode()}
    else:
        files = dict(written(whole, wished.form))
    return [write_report(folder, name, ending, content, mark_of(whole)) for ending, content in files.items()]
