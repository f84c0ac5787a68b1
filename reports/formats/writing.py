"""What a report can be written as, and writing it: a paper in, the content of files out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reports.formats.seal import seal
from reports.paper.model import Paper
from simulator.errors import ContentError
from simulator.language.said import Said, say

Files = Mapping[str, bytes]
"""By what follows the report's name, as `.pdf` or `-timeline.csv`, the file's content."""


def written(paper: Paper, form: str) -> Files:
    """The files of a report in one of `FORMATS`.

    Raises `ContentError` where the paper has nothing that this format could show.
    """
    found = FORMATS[form].make(paper)
    nothing = FORMATS[form].nothing
    if not found and nothing is not None:
        raise ContentError(nothing, say("choose another format"))
    return found


def mark_of(paper: Paper) -> str:
    """What makes every file of a report known again (`reports.file`); empty where it rests on no journal."""
    return seal(paper.heads)


@dataclass(frozen=True, slots=True)
class Format:
    """One format of reports."""

    make: Callable[[Paper], Files]
    several: bool = False
    """Whether it writes one file a table or a figure."""
    nothing: Said | None = None
    """What is said where there is nothing to write, if that can be."""


# Each format loads its library when it is asked for.


def _html(paper: Paper) -> Files:
    from reports.formats.html import page

    return {".html": page(paper).encode()}


def _pdf(paper: Paper) -> Files:
    from reports.formats.pdf import pdf

    return {".pdf": pdf(paper)}


def _docx(paper: Paper) -> Files:
    from reports.formats.docx import document

    return {".docx": document(paper)}


def _xlsx(paper: Paper) -> Files:
    from reports.formats.xlsx import workbook

    return {".xlsx": workbook(paper)}


def _md(paper: Paper) -> Files:
    from reports.formats.markdown import text

    return {".md": text(paper).encode()}


def _csv(paper: Paper) -> Files:
    from reports.formats import csv

    return {f"-{name}.csv": content for name, content in csv.files(paper).items()}


def _svg(paper: Paper) -> Files:
    from reports.formats import images

    return {f"-{name}.svg": content for name, content in images.files(paper, "svg").items()}


def _png(paper: Paper) -> Files:
    from reports.formats import images

    return {f"-{name}.png": content for name, content in images.files(paper, "png").items()}


FORMATS: Mapping[str, Format] = {
    "html": Format(_html),
    "pdf": Format(_pdf),
    "docx": Format(_docx),
    "xlsx": Format(_xlsx),
    "csv": Format(_csv, True, say("this report has no table")),
    "md": Format(_md),
    "png": Format(_png, True, say("this report has no figure")),
    "svg": Format(_svg, True, say("this report has no figure")),
}
"""By the name of `--format`."""
