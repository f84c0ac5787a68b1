"""`drillroom report`: scorecards and after-action reports of journals, to take away."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from reports.aar.drilled import KINDS, Drilled, Kind, of_seat
from reports.file import folder_for, write_report
from simulator.errors import CallError, ContentError, DrillroomError, JournalError, WriteError
from simulator.journal.reading import read_journal
from simulator.language.said import say
from simulator.language.translator import N_
from tui.session import emit, translator, warn

FORMATS = ("html", "pdf", "docx", "xlsx", "csv", "md", "json", "xapi", "png", "svg")
"""What a report can be written as."""

CONTRADICTIONS = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError)
"""What an entry raises that is whole, but speaks of what its scenario does not have."""

WHOLE = 100
"""The parts of one journal's report, for the bar of progress."""


@dataclass(frozen=True, slots=True)
class Wished:
    """What is to be written of every journal."""

    kind: Kind
    form: str
    seat: str | None


def print_schema(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    """Print the schema of `--format json` and leave."""
    if wanted:
        from reports.schema import text

        emit(text().rstrip())
        context.exit()


@click.command("report", help=N_("Write scorecards and after-action reports."))
@click.argument("journals", metavar="JOURNAL…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path),
              help=N_("The folder for the reports, made if it is missing (default: each journal's own)."))  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMATS), default="html", show_default=True,
              help=N_("What to write it as."))  # fmt: skip
@click.option("--kind", type=click.Choice(KINDS), help=N_(
    "The scorecard, the after-action report, or both (default: both; with --seat the scorecard)."))  # fmt: skip
@click.option("--seat", metavar="SEAT", help=N_("The scorecard of this seat's trainee alone."))
@click.option("--send", "url", metavar="URL", help=N_(
    "With --format xapi: hand the statements over to this learning record store; safe to repeat."))  # fmt: skip
@click.option("--user", metavar="NAME", help=N_("The user's name at the store; the password is in the environment."))
@click.option("--schema", is_flag=True, is_eager=True, expose_value=False, callback=print_schema,
              help=N_("Print the JSON Schema of --format json and leave."))  # fmt: skip
@click.pass_context
def command(
    context: click.Context, journals: tuple[Path, ...], out: Path | None, form: str, kind: Kind | None,
    seat: str | None, url: str | None, user: str | None,
) -> None:  # fmt: skip
    if seat and kind in ("aar", "both"):
        message = say("an after-action report is of the whole drill, not of one seat")
        raise CallError(message, say("leave out --seat, or take --kind scorecard"))
    wished = Wished(kind or ("scorecard" if seat else "both"), form, seat)
    to = _store(url, user, form)
    folders = {journal: folder_for(out, journal) for journal in journals}
    paths, failures = write_all(folders, wished)
    for path in paths:
        emit(str(path))
    if len(failures) == 1 == len(folders):
        raise failures[0]
    for failure in failures:
        warn(say("left out: {reason}", reason=failure.message))
    if len(failures) == len(folders):
        raise ContentError(say("no report could be written"))
    if to is not None:
        to(paths)
    context.exit(max((failure.status for failure in failures), default=0))


def _store(url: str | None, user: str | None, form: str) -> Callable[[list[Path]], None] | None:
    """Hands the statements in files over to the store that the call names; nothing where it names none."""
    if url is None:
        return None
    # The ways of the network are loaded where they are wanted.
    from tui.commands.report_send import hand_over, store

    to = store(url, user, form)
    return lambda paths: hand_over(to, (path.read_bytes() for path in paths))


def write_all(folders: dict[Path, Path], wished: Wished) -> tuple[list[Path], list[DrillroomError]]:
    """Write the reports of each journal into its folder; answers their paths, and why journals were left out.

    Raises `WriteError` where a folder takes no report.
    """
    # Loaded before the bar begins, which tells the time left by what has passed.
    import reports.aar.output  # noqa: F401

    paths: list[Path] = []
    failures: list[DrillroomError] = []
    with progress(len(folders)) as tell:
        for place, (journal, folder) in enumerate(folders.items()):
            try:
                paths += write(journal, folder, wished, partial(tell, place))
            except WriteError:
                raise
            except DrillroomError as error:
                failures.append(error)
    return paths, failures


@contextlib.contextmanager
def progress(journals: int) -> Iterator[Callable[[int, float], None]]:
    """A bar with the time left on standard error, where that is a terminal; told which journal is how far, 0..1."""
    hidden = not sys.stderr.isatty()
    label = translator().say(say("The reports are being written"))
    bar: Any = click.progressbar(length=journals * WHOLE, label=label, file=sys.stderr, hidden=hidden)
    with bar:

        def tell(place: int, part: float) -> None:
            bar.update(max(int((place + part) * WHOLE) - bar.pos, 0))

        yield tell


def write(path: Path, folder: Path, wished: Wished, tell: Callable[[float], None]) -> list[Path]:
    """Write the reports of one journal and answer their paths.

    Raises `FileError` where it cannot be opened, `JournalError` where it cannot be relied on or read, `CallError`
    for a seat that has no trainee, `WriteError` where the folder takes no report.
    """
    # Figures take long to load: not for help, nor for a journal that cannot be read.
    from reports.aar.output import outputs

    drilled = drilled_of(path)
    try:
        if wished.seat is not None:
            drilled = of_seat(drilled, wished.seat)
        made = list(
            outputs(drilled, translator(), wished.kind, wished.form, lambda done, of: tell(done / max(of, 1) * 0.9))
        )
    except CONTRADICTIONS as error:
        raise contradiction(path) from error
    written = [
        write_report(folder, output.name, ending, content, drilled.head)
        for output in made
        for ending, content in output.files.items()
    ]
    tell(1)
    return written


def drilled_of(path: Path) -> Drilled:
    """The drill of a journal, scored. Raises as `write` does."""
    # Loaded here: help needs none of it.
    from simulator.evaluation.scorecard import evaluate
    from tui.commands.score import scenario_of

    reading = read_journal(path)
    if reading.problems:
        first = reading.problems[0]
        message = say("{path}:{line}: {problem}", path=str(path), line=first.line, problem=first.message)
        raise JournalError(message, say("drillroom verify lists all that is wrong with it"))
    journal = reading.journal
    try:
        scenario = scenario_of(journal)
        return Drilled(scenario, journal, evaluate(scenario, journal), reading.head, str(path))
    except JournalError as error:
        raise JournalError(say("{path}: {problem}", path=str(path), problem=error.message), error.remedy) from error
    except CONTRADICTIONS as error:
        raise contradiction(path) from error


def contradiction(path: Path) -> JournalError:
    """What is said of a journal whose entries speak of what its scenario does not have."""
    message = say("{path}: its entries do not fit the scenario in its header", path=str(path))
    return JournalError(message, say("drillroom verify lists all that is wrong with it"))
