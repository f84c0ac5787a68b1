"""The tables of a paper for programs and spreadsheets: one CSV file a table, in UTF-8 with a byte order mark.

Every row bears the mark and the seal, so that rows of several reports can stand in one file and still be told apart.
"""

import csv
import io
from collections.abc import Iterator, Mapping

from reports.formats.grid import Field, grid
from reports.formats.ready import ready, tables
from reports.formats.seal import seal, sealed
from reports.paper.model import Paper, Table
from simulator.language.said import say
from simulator.language.translator import translator_for

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""With these a spreadsheet takes a text for a formula; a Chinese or Japanese one also with the full-width signs."""


def files(paper: Paper) -> Mapping[str, bytes]:
    """Every table of a paper by its name."""
    whole = ready(paper)
    return {table.name: _file(table, whole) for table in tables(whole)}


def _file(table: Table, paper: Paper) -> bytes:
    with io.StringIO(newline="") as made:
        csv.writer(made).writerows(_rows(table, paper))
        return made.getvalue().encode("utf-8-sig")


def _rows(table: Table, paper: Paper) -> Iterator[list[str]]:
    fields = grid(table, translator_for(paper.language))
    mark = [paper.exercise, *([seal(paper.heads)] if paper.heads else [])]
    kind = translator_for(paper.language).say(say("Kind of data"))
    yield [*(harmless(field.heading) for field in fields), kind, *(name for name, _ in sealed(paper))]
    for row in range(len(table.rows)):
        yield [*(_written(field, row) for field in fields), *mark]
    if not table.rows:
        yield [harmless(table.empty), *[""] * (len(fields) - 1), *mark]


def _written(field: Field, row: int) -> str:
    value = field.entries[row].value
    return harmless(value) if isinstance(value, str) else f"{value:.10g}"


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
