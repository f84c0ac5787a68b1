"""A report as lines for a terminal: its headings, paragraphs, lists and tables. Figures are for other formats."""

from collections.abc import Iterator
from typing import assert_never

from reports.paper.model import Block, Bullets, Facts, Figure, Paper, Paragraph, Section, Table
from tui.presentation.table import table_lines
from tui.presentation.text import wrapped


def paper_lines(paper: Paper, width: int) -> list[str]:
    """The whole report in lines of at most *width* cells where tables can give way."""
    lines = wrapped(f"{paper.exercise} – {paper.kind}: {paper.title}", width, "== ")
    for name, value in paper.facts:
        lines += wrapped(f"{name}: {value}", width, rest="  ")
    for section in paper.sections:
        lines += ["", *_section(section, width)]
    return lines


def _section(section: Section, width: int) -> Iterator[str]:
    yield from wrapped(section.title, width, "== ")
    for block in section.blocks:
        yield from _block(block, width)
    for inner in section.sections:
        yield from _section(inner, width)


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Paragraph(text=text):
            yield from wrapped(text, width)
        case Bullets(items=items):
            for item in items:
                yield from wrapped(item, width, "- ", "  ")
        case Facts(pairs=pairs):
            for name, value in pairs:
                yield from wrapped(f"{name}: {value}", width, rest="  ")
        case Table():
            yield from _table(block, width)
        case Figure():
            return
        case _:
            assert_never(block)


def _table(table: Table, width: int) -> Iterator[str]:
    yield ""
    yield from wrapped(table.caption, width)
    if not table.rows:
        yield from wrapped(table.empty, width, "  ")
        return
    marks = "".join(">" if column.right else "<" for column in table.columns)
    rows = [[cell.text for cell in row] for row in table.rows]
    yield from table_lines([column.title for column in table.columns], rows, width, marks)
