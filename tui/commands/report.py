"""`drillroom report`: scorecards of journals as pages to take away."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from reports.file import folder_for, write_report
from simulator.errors import ContentError, DrillroomError, JournalError
from simulator.journal.reading import read_journal
from simulator.language.said import say
from simulator.language.translator import N_, Translator
from tui.session import emit, translator, warn

FORMATS = ("html",)
"""What a report can be written as."""

CONTRADICTIONS = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError)
"""What an entry raises that is whole, but speaks of what its scenario does not have."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report before it is a file."""

    name: str
    """Without its ending: scenario, seed and language."""
    text: str
    head: str


@click.command("report", help=N_("Write the scorecards of journals as pages to take away."))
@click.argument("journals", metavar="JOURNAL…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path),
              help=N_("The folder for the reports, made if it is missing (default: each journal's own)."))  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMATS), default="html", show_default=True,
              help=N_("What to write."))  # fmt: skip
@click.pass_context
def command(context: click.Context, journals: tuple[Path, ...], out: Path | None, form: str) -> None:
    folders = {journal: folder_for(out, journal) for journal in journals}
    failures = list(write_all(folders, f".{form}", alone=len(folders) == 1))
    if len(failures) == len(folders):
        raise ContentError(say("no report could be written"))
    context.exit(max((failure.status for failure in failures if not isinstance(failure, JournalError)), default=0))


def write_all(folders: dict[Path, Path], ending: str, alone: bool) -> Iterable[DrillroomError]:
    """Write the report of each journal into its folder and print its path.

    A journal that cannot be reported is named with a warning and answered; a lone one's error is raised.
    Raises `WriteError` where a folder takes no report.
    """
    for journal, folder in folders.items():
        try:
            report = report_of(journal, translator())
        except DrillroomError as error:
            if alone:
                raise
            warn(say("left out: {reason}", reason=error.message))
            yield error
            continue
        emit(str(write_report(folder, report.name, ending, report.text, report.head)))


def report_of(path: Path, speaker: Translator) -> Report:
    """The page of a journal, in the translator's language.

    Raises `FileError` where it cannot be opened, `JournalError` where it cannot be relied on or read.
    """
    # Figures take long to load: not for help, nor for a journal that cannot be read.
    from reports.page import scorecard_page
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
        card = evaluate(scenario, journal)
        text = scorecard_page(scenario, journal, card, speaker, reading.head)
        return Report(f"{scenario.id}-{int(card.seed)}-{speaker.language}", text, reading.head)
    except JournalError as error:
        raise JournalError(say("{path}: {problem}", path=str(path), problem=error.message), error.remedy) from error
    except CONTRADICTIONS as error:
        message = say("{path}: its entries do not fit the scenario in its header", path=str(path))
        raise JournalError(message, say("drillroom verify lists all that is wrong with it")) from error
