"""A paper as a workbook: its words on the first sheet, then one sheet a table with numbers as numbers.

Texts are written as texts, whatever they begin with. The same paper gives the same bytes.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import xlsxwriter

from reports.figures.typeface import cells
from reports.formats.breaking import broken
from reports.formats.grid import Entry, Field, grid
from reports.formats.ready import headed, own_name, ready, tables
from reports.formats.seal import seal, sealed
from reports.formats.tones import BAND, EXERCISE, LINE, SHADES, SOFT
from reports.paper.model import Bullets, Facts, Paper, Paragraph, Table
from simulator.language.said import say
from simulator.language.translator import Translator, translator_for

UNDATED = datetime(2026, 1, 1)
"""A workbook must say when it was made; this one is the same whenever it is made."""

LONGEST = 32767
"""Characters that a cell holds at most."""
LONGEST_NAME = 31
"""Characters of a sheet's name at most."""
NARROWEST, WIDEST = 9, 60
"""Widths of columns in characters."""
WORDS = (34, 100)
"""Widths of the first sheet's columns."""
TITLE = 1
"""The first sheet's row with the title, which is set larger."""
CAPTION, HEADINGS, FIRST = 0, 2, 3
"""Rows of a table's sheet: its caption with the mark, the headings, the first row."""

LINE_HEIGHT, AROUND, TALLEST = 15, 3, 400
"""Points: of one line of a cell, above and below the lines, and of a row at most."""

_UNFIT = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


@dataclass(slots=True)
class _Book:
    """A workbook while it is made."""

    file: Any
    paper: Paper
    speaker: Translator
    names: set[str] = field(default_factory=set)
    looks: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def look(self, **settings: Any) -> Any:
        """The format with these settings, made once."""
        key = tuple(sorted(settings.items()))
        if key not in self.looks:
            font = "Microsoft YaHei" if self.paper.language == "zh" else "Arial"
            common = {"font_name": font, "font_size": 10, "valign": "top"}
            self.looks[key] = self.file.add_format(common | settings)
        return self.looks[key]

    def sheet(self, wished: str) -> Any:
        """A new sheet with a name of its own, set up to be printed."""
        name = own_name(_UNFIT.sub(" ", wished).strip(" '") or "-", self.names, LONGEST_NAME)
        made = self.file.add_worksheet(name)
        made.set_paper(9)
        made.set_landscape()
        made.fit_to_pages(1, 0)
        mark = f"{self.paper.exercise} – {self.paper.kind}".replace("&", "&&")[:120]
        made.set_header(f"&C{mark}")
        made.set_footer(f"&L&7 {seal(self.paper.heads)}&R&P / &N")
        return made


def workbook(paper: Paper) -> bytes:
    """The workbook in the paper's language."""
    whole = ready(paper)
    with io.BytesIO() as made:
        file = xlsxwriter.Workbook(made, {"in_memory": True})
        book = _Book(file, whole, translator_for(whole.language))
        # Excel keeps this name for itself.
        book.names.add("history")
        _properties(file, whole)
        first = book.sheet(whole.kind)
        names = [(table.caption, _table(book, table)) for table in tables(whole)]
        _words(book, first, names)
        file.close()
        return made.getvalue()


def _properties(file: Any, paper: Paper) -> None:
    keywords = " ".join([paper.exercise, seal(paper.heads)]).strip()
    file.set_properties(
        {"title": paper.title[:255], "subject": paper.kind[:255], "keywords": keywords, "created": UNDATED}
    )


# -- the first sheet ----------------------------------------------------------------------------------------


def _words(book: _Book, sheet: Any, names: Sequence[tuple[str, str]]) -> None:
    """Everything that is neither table nor figure, in the order of reading."""
    paper = book.paper
    for place, width in enumerate(WORDS):
        sheet.set_column(place, place, width)
    # Without a value beside it a text runs on into the next column.
    bold, whole = book.look(bold=True), book.look(font_color=f"#{SOFT}")
    soft = book.look(font_color=f"#{SOFT}", text_wrap=True)
    rows: list[tuple[str, str, Any]] = [
        (paper.exercise, "", book.look(bold=True, font_color=f"#{EXERCISE}", font_size=12)),
        (paper.title, "", book.look(bold=True, font_size=14)),
        (paper.kind, "", whole),
        *((name, value, soft) for name, value in (*paper.facts, *sealed(paper))),
        *((head, "", whole) for head in (paper.heads if len(paper.heads) > 1 else ())),
        ("", "", whole),
    ]
    rows += [(name, value, bold if not value else soft) for name, value in _text(paper)]
    for place, (name, value, look) in enumerate(rows):
        sheet.write_string(place, 0, name[:LONGEST], look)
        if value:
            sheet.write_string(place, 1, value[:LONGEST], book.look(text_wrap=True))
        sheet.set_row(place, _height([(name, WORDS[0] if value else WORDS[1]), (value, WORDS[1])]))
    sheet.set_row(TITLE, 24)
    _links(book, sheet, len(rows) + 1, names)


def _text(paper: Paper) -> list[tuple[str, str]]:
    """Headings, and below each its words: what they are called, and what they say."""
    found: list[tuple[str, str]] = []
    for _, _, section in headed(paper):
        said: list[tuple[str, str]] = []
        for block in section.blocks:
            match block:
                case Paragraph(text):
                    said.append(("", text))
                case Bullets(items, ordered):
                    said += [(str(place) if ordered else "", item) for place, item in enumerate(items, 1)]
                case Facts(pairs):
                    said += pairs
        found += [(section.title, ""), *said] if said else []
    return found


def _links(book: _Book, sheet: Any, row: int, names: Sequence[tuple[str, str]]) -> None:
    """The list of the other sheets."""
    sheet.write_string(row, 0, book.paper.contents, book.look(bold=True))
    look = book.look(font_color="#0B5CAD", underline=1)
    for place, (caption, name) in enumerate(names, row + 1):
        quoted = name.replace("'", "''")
        sheet.write_url(place, 0, f"internal:'{quoted}'!A1", look, caption[:255])


# -- a table ------------------------------------------------------------------------------------------------


def _table(book: _Book, table: Table) -> str:
    """A sheet with a table; answers the sheet's name."""
    sheet = book.sheet(table.caption)
    fields = grid(table, book.speaker)
    caption = f"{book.paper.exercise} – {table.caption}"
    sheet.write_string(CAPTION, 0, caption[:LONGEST], book.look(bold=True, font_color=f"#{EXERCISE}"))
    back = book.speaker.say(say("back to the first sheet"))
    first = book.file.worksheets()[0].get_name().replace("'", "''")
    sheet.write_url(CAPTION + 1, 0, f"internal:'{first}'!A1", book.look(font_color="#0B5CAD", underline=1), back)
    for place, each in enumerate(fields):
        _column(book, sheet, place, each)
    sheet.set_row(HEADINGS, _height([(each.title, _width(each)) for each in fields]))
    for row in range(len(table.rows)):
        sheet.set_row(FIRST + row, _height([(str(each.entries[row].value), _width(each)) for each in fields]))
    if not table.rows and table.empty:
        sheet.write_string(FIRST, 0, table.empty[:LONGEST], book.look())
    sheet.freeze_panes(FIRST, 1)
    sheet.repeat_rows(HEADINGS)
    if table.rows:
        sheet.autofilter(HEADINGS, 0, HEADINGS + len(table.rows), len(fields) - 1)
    return str(sheet.get_name())


def _width(each: Field) -> float:
    """How wide a field's column is, in characters."""
    return min(max(each.width * 1.15, NARROWEST), WIDEST)


def _height(texts: Sequence[tuple[str, float]]) -> float:
    """How high a row is so that all its texts show: not every office reckons that by itself."""
    lines = max(len(broken(text, width, cells)) for text, width in texts)
    return min(AROUND + LINE_HEIGHT * lines, TALLEST)


def _column(book: _Book, sheet: Any, place: int, each: Field) -> None:
    sheet.set_column(place, place, _width(each))
    heading = {"bold": True, "text_wrap": True, "bg_color": f"#{BAND}", "bottom": 1, "bottom_color": f"#{SOFT}"}
    look = book.look(**heading, align="right" if each.numeric else "left")
    sheet.write_string(HEADINGS, place, each.title[:LONGEST], look)
    for row, entry in enumerate(each.entries, FIRST):
        look = book.look(**_look(each, entry))
        if isinstance(entry.value, str):
            sheet.write_string(row, place, entry.value[:LONGEST], look)
        else:
            sheet.write_number(row, place, entry.value, look)


def _look(each: Field, entry: Entry) -> dict[str, Any]:
    """How a cell looks: its shade, and the form of its number."""
    found: dict[str, Any] = {"bottom": 1, "bottom_color": f"#{LINE}"}
    if entry.tone == "quiet":
        found["font_color"] = f"#{SOFT}"
    elif entry.tone:
        found["bg_color"] = f"#{SHADES[entry.tone]}"
    if isinstance(entry.value, str):
        return found | {"text_wrap": True, "align": "right" if each.numeric else "left"}
    decimals = f".{'0' * each.decimals}" if each.decimals else ""
    unit = f'"{bare}"' if (bare := each.unit.replace('"', "")) else ""
    number = f"0{decimals}{unit}"
    return found | {"num_format": f"+{number};-{number};{number}" if each.signed else number}
