"""The MSEL as a file of a spreadsheet: XLSX and CSV, out and in. What its cells mean is decided in `authoring`.

A cell that begins like a formula is written as text, and a formula that comes in is never worked out.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from wcwidth import wcswidth

from reports.formats.csv import harmless
from simulator.authoring.msel import Sheet
from simulator.errors import CallError, ContentError, FileError
from simulator.language.said import say

MOST_ROWS = 5000
MOST_COLUMNS = 60
MOST_BYTES = 20 * 1024 * 1024
"""Of a file that is read, and of what is packed in it ten times as much."""

WIDTHS = (12, 20, 34)
"""Widths of columns in characters: of short entries, longer ones, and texts."""
SHORT, LONGER = 18, 70
"""Characters of the longest entry of such columns."""

LINE_HEIGHT, TALLEST = 15, 400
"""Points of one line of a cell, and of a row at most."""

UNDATED = datetime(2026, 1, 1)
"""A workbook must say when it was made; this one is the same whenever it is made."""


def as_xlsx(sheet: Sheet) -> bytes:
    """The table as a workbook: the title with the mark of an exercise, the headings, the rows."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(made, options)
    book.set_properties({"title": sheet.title, "created": UNDATED})
    page = book.add_worksheet("MSEL")
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    widths = [_width([row[column] for row in sheet.rows]) for column in range(len(sheet.headings))]
    page.write_string(0, 0, sheet.title, book.add_format({"bold": True, "font_size": 14}))
    for column, heading in enumerate(sheet.headings):
        page.set_column(column, column, widths[column])
        page.write_string(1, column, heading, bold)
    for number, row in enumerate(sheet.rows, 2):
        page.set_row(number, _height(row, widths))
        for column, text in enumerate(row):
            page.write_string(number, column, text, plain)
    page.freeze_panes(2, 1)
    page.autofilter(1, 0, 1 + len(sheet.rows), len(sheet.headings) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(0.4, 0.4, 0.6, 0.4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(1)
    page.set_header(f"&C{sheet.title.replace('&', '&&')}")
    book.close()
    return made.getvalue()


def _width(texts: list[str]) -> int:
    """The width of a column that lets a page be read when it is printed across."""
    longest = max([len(text) for text in texts] or [0])
    return WIDTHS[(longest > SHORT) + (longest > LONGER)]


def _height(row: tuple[str, ...], widths: list[int]) -> int:
    """Points of a row in which every cell shows its text; no office works that out for us."""
    lines = [
        sum(-(-max(1, wcswidth(line)) // width) for line in text.split("\n"))
        for text, width in zip(row, widths, strict=True)
    ]
    return min(TALLEST, max(lines, default=1) * LINE_HEIGHT)


def as_csv(sheet: Sheet) -> bytes:
    """The table as CSV in UTF-8 with a mark, which Excel needs to see that it is UTF-8."""
    made = io.StringIO()
    writer = csv.writer(made)
    for row in ((sheet.title,), sheet.headings, *sheet.rows):
        writer.writerow([harmless(text) for text in row])
    return made.getvalue().encode("utf-8-sig")


def cells_of(path: Path) -> list[tuple[Any, ...]]:
    """The rows of a spreadsheet's first sheet that holds any.

    Raises `FileError` where it cannot be opened, `CallError` for another kind of file, `ContentError` for one that
    cannot be read or is too large.
    """
    kind = path.suffix.casefold()
    if kind not in (".xlsx", ".csv"):
        message = say("{file} is neither .xlsx nor .csv", file=str(path))
        raise CallError(message, say("save it as an Excel workbook (.xlsx) or as CSV (UTF-8)"))
    content = _content(path)
    rows = list(_from_xlsx(content, str(path)) if kind == ".xlsx" else _from_csv(content, str(path)))
    if len(rows) > MOST_ROWS:
        message = say("{file} has more than {most} rows", file=str(path), most=MOST_ROWS)
        raise ContentError(message, say("take out what is no inject"))
    return rows


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise FileError(say("{file} does not exist", file=str(path)), say("check the name")) from error
    except OSError as error:
        raise FileError(say("{file} cannot be opened", file=str(path)), say("check who may read it")) from error
    if len(content) > MOST_BYTES:
        raise _too_large(str(path))
    return content


def _too_large(name: str) -> ContentError:
    message = say("{file} is too large for a list of injects", file=name)
    return ContentError(message, say("take out pictures and other sheets"))


def _from_xlsx(content: bytes, name: str) -> Iterator[tuple[Any, ...]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > 10 * MOST_BYTES:
                raise _too_large(name)
        yield from _first_sheet(content)
    except ContentError:
        raise
    # What is wrong inside a damaged workbook comes out of openpyxl and what it reads with as any kind of error.
    except Exception as error:
        message = say("{file} is no Excel workbook that can be read", file=name)
        raise ContentError(message, say("open it in Excel or WPS and save it again as .xlsx")) from error


def _first_sheet(content: bytes) -> Iterator[tuple[Any, ...]]:
    """The rows of the first sheet that holds anything."""
    # openpyxl costs a third of a second, which only this needs.
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    try:
        for page in book.worksheets:
            page.reset_dimensions()
            rows = page.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
            found = [tuple(row) for row in rows]
            if any(cell is not None for row in found for cell in row):
                yield from found
                return
    finally:
        book.close()


def _from_csv(content: bytes, name: str) -> Iterator[tuple[Any, ...]]:
    text = _decoded(content, name)
    head = text[:4096]
    # Excel writes semicolons where the comma is the decimal sign.
    sign = max(",;\t", key=head.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
            yield tuple(cell or None for cell in row[:MOST_COLUMNS])
    except csv.Error as error:
        message = say("{file} cannot be read as CSV: {reason}", file=name, reason=str(error))
        raise ContentError(message, say("save it as an Excel workbook (.xlsx) or as CSV (UTF-8)")) from error


def _decoded(content: bytes, name: str) -> str:
    """The text of a CSV; Chinese Excel still saves GB 18030 where UTF-8 is not asked for."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    message = say("{file} is neither UTF-8 nor GB 18030", file=name)
    raise ContentError(message, say("save it as an Excel workbook (.xlsx) or as CSV (UTF-8)"))
