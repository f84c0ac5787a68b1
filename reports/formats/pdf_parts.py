"""What a page of a PDF file is built of: lines of text, headings, entries of the contents, tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, LongTable

from reports.fonts import FAMILY
from reports.formats.breaking import broken
from reports.formats.columns import widths
from reports.formats.pdf_type import cut, put, width
from reports.formats.tones import BAND, INK, LINE, SHADES, SOFT, STRIPES
from reports.paper.model import Cell, Column, Tone

LEADING = 1.45
"""The distance of two lines as a share of the type size."""
FOOT = 0.36
"""How far below a line's foot its place ends, as a share of the type size."""
SIDE, ABOVE = 3.0, 2.0
"""Points around the text of a cell."""
CELL_SIZE = 8.0
"""The type size of tables, in points."""
MOST_LINES = 45
"""A row of a table with more lines goes on in further rows, so that each fits a page."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set; lengths in points."""

    size: float = 9.5
    ink: str = INK
    bold: bool = False
    right: bool = False
    indent: float = 0
    before: float = 0
    after: float = 0
    stripe: str = ""
    """The colour of a stroke at its left."""


@lru_cache(maxsize=20000)
def lines_of(text: str, room: float, size: float) -> tuple[str, ...]:
    """A text broken into lines; the second setting of a paper finds those of the first."""
    return tuple(broken(text, room, lambda part: width(part, size)))


class Lines(Flowable):
    """Running text, broken where a reader of Chinese and English would."""

    def __init__(self, text: str, look: Look, mark: str = "") -> None:
        super().__init__()
        self.text, self.look, self.mark = text, look, mark
        self.lines: tuple[str, ...] = ()
        self.spaceBefore, self.spaceAfter = look.before, look.after

    def wrap(self, room: float, _height: float) -> tuple[float, float]:
        """The size it takes, in points."""
        if not self.lines or self.width != room:
            self.lines = lines_of(self.text, room - self.look.indent, self.look.size)
        self.width, self.height = room, len(self.lines) * self.look.size * LEADING
        return room, self.height

    def split(self, room: float, height: float) -> list[Flowable]:
        """As many lines as fit, and the rest."""
        self.wrap(room, height)
        fitting = int(height / (self.look.size * LEADING) + 1e-6)
        if not 0 < fitting < len(self.lines):
            return []
        return [self.part(0, fitting), self.part(fitting, len(self.lines))]

    def part(self, begin: int, end: int) -> "Lines":
        """Some of its lines, as they were broken; an empty one if there are none."""
        part = Lines("\n".join(self.lines[begin:end]), self.look, "" if begin else self.mark)
        part.lines, part.width = self.lines[begin:end] or ("",), self.width
        return part

    def draw(self) -> None:
        """Set the lines, the first at the top."""
        look = self.look
        top = len(self.lines) * look.size * LEADING
        if look.stripe:
            self.canv.setFillColor(HexColor(f"#{look.stripe}"))
            self.canv.rect(0, 0, 3, top, stroke=0, fill=1)
        for place, line in enumerate(self.lines, 1):
            foot = top - (place - FOOT) * look.size * LEADING - FOOT * look.size * (LEADING - 1)
            left = self.width - width(line, look.size) if look.right else look.indent
            put(self.canv, left, foot, line, look.size, look.ink, look.bold)
            if place == 1 and self.mark:
                put(self.canv, look.indent - width(f"{self.mark} ", look.size), foot, self.mark, look.size, look.ink)


class Heading(Lines):
    """A section's heading: it stands in the outline, links lead to it, and its page is noted in *pages*."""

    def __init__(self, text: str, look: Look, anchor: str, depth: int, pages: dict[str, int]) -> None:
        super().__init__(text, look)
        self.anchor, self.depth, self.pages = anchor, depth, pages

    def draw(self) -> None:
        """Set the heading and note where it came to stand."""
        self.pages[self.anchor] = self.canv.getPageNumber()
        self.canv.bookmarkHorizontal(self.anchor, 0, self.look.size * LEADING * len(self.lines))
        self.canv.addOutlineEntry(self.text, self.anchor, self.depth - 1, closed=self.depth > 1)
        super().draw()


class Entry(Flowable):
    """An entry of the contents: the title, dots, and the page; the whole line is a link."""

    def __init__(self, text: str, anchor: str, page: str, look: Look) -> None:
        super().__init__()
        self.text, self.anchor, self.page, self.look = text, anchor, page, look

    def wrap(self, room: float, _height: float) -> tuple[float, float]:
        """One line, in points."""
        self.width = room
        return room, self.look.size * 1.7

    def draw(self) -> None:
        """Set the line."""
        look, foot = self.look, self.look.size * 0.5
        end = self.width - width(self.page, look.size)
        text = cut(self.text, look.size, end - look.indent - 12)
        put(self.canv, look.indent, foot, text, look.size, look.ink)
        put(self.canv, end, foot, self.page, look.size, look.ink)
        self.canv.setStrokeColor(HexColor(f"#{LINE}"))
        self.canv.setDash(1, 2)
        self.canv.line(look.indent + width(text, look.size) + 4, foot + 1, end - 4, foot + 1)
        self.canv.setDash()
        self.canv.linkRect("", self.anchor, (look.indent, 0, self.width, look.size * 1.7), relative=1, thickness=0)


# -- tables -------------------------------------------------------------------------------------------------


def table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], room: float) -> LongTable:
    """A table over the whole *room*; its headings stand on each page that it reaches."""
    across = widths(columns, rows, room, lambda text: width(text, CELL_SIZE), 2 * SIDE + 1)
    body = [[Lines(column.title, Look(CELL_SIZE, bold=True, right=column.right)) for column in columns]]
    style: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(f"#{BAND}")),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor(f"#{SOFT}")),
    ]
    for row in rows:
        first = len(body)
        body += _low([_lines(cell, column.right) for cell, column in zip(row, columns, strict=True)], across)
        style.append(("LINEBELOW", (0, len(body) - 1), (-1, len(body) - 1), 0.4, HexColor(f"#{LINE}")))
        for place, cell in enumerate(row):
            if cell.tone in SHADES and cell.tone != "quiet":
                style.append(("BACKGROUND", (place, first), (place, len(body) - 1), HexColor(f"#{SHADES[cell.tone]}")))
    return _made(body, across, style, repeatRows=1)


def facts(pairs: Sequence[tuple[str, str]], room: float) -> LongTable:
    """Names with their values."""
    size = Look().size
    names = min(max(width(name, size) for name, _ in pairs) + 2 * SIDE + 6, room / 3)
    across = [names, room - names]
    body = [low for name, value in pairs for low in _low([Lines(name, Look(ink=SOFT)), Lines(value, Look())], across)]
    return _made(body, across, [], spaceAfter=6)


def _made(body: list[list[Lines]], across: Sequence[float], style: list[tuple[Any, ...]], **more: Any) -> LongTable:
    made = LongTable(body, across, hAlign="LEFT", **more)
    made.setStyle(_room() + style)
    return made


def _low(row: list[Lines], across: Sequence[float]) -> list[list[Lines]]:
    """A row as rows that are each lower than a page."""
    for cell, room in zip(row, across, strict=True):
        cell.wrap(room - 2 * SIDE, 0)
    lines = max(len(cell.lines) for cell in row)
    if lines <= MOST_LINES:
        return [row]
    return [[cell.part(begin, begin + MOST_LINES) for cell in row] for begin in range(0, lines, MOST_LINES)]


def _room() -> list[tuple[Any, ...]]:
    """The room around the text of every cell."""
    whole = ((0, 0), (-1, -1))
    # Else the file asks for Helvetica, though nothing is set in it.
    font = ("FONTNAME", *whole, FAMILY)
    sides = (("LEFTPADDING", SIDE), ("RIGHTPADDING", SIDE), ("TOPPADDING", ABOVE), ("BOTTOMPADDING", ABOVE))
    return [font, ("VALIGN", *whole, "TOP"), *((side, *whole, points) for side, points in sides)]


def _lines(cell: Cell, right: bool) -> Lines:
    return Lines(cell.text, Look(CELL_SIZE, SOFT if cell.tone == "quiet" else INK, right=right))


def paragraph(tone: Tone) -> Look:
    """How a paragraph is set by how it is meant."""
    if not tone:
        return Look(after=5)
    return Look(after=6, indent=9, stripe=STRIPES[tone], ink=SOFT if tone == "quiet" else INK)
