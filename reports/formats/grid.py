"""A table as spreadsheets and programs take it: numbers as numbers, and no word lost.

A column whose texts say just its numbers, with one unit, is one field of numbers. Where the texts say more or say it
otherwise ("late, 17 min" for 1,020 seconds), they stay as they are, and the numbers stand in a field beside them.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.paper.model import Cell, Column, Table, Tone
from simulator.language.said import say
from simulator.language.translator import Translator

_NUMBER = re.compile(r"([+\-−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(\s*[^\d\s.,][^\d]{0,11})?")
"""Sign, whole part, decimals, unit."""
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a field with how it is meant."""

    value: str | float
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table, down its rows."""

    title: str
    width: int
    """In half-width characters."""
    entries: tuple[Entry, ...]
    numeric: bool = False
    unit: str = ""
    """What stands after every number, with the space before it."""
    decimals: int = 0
    signed: bool = False
    """Whether numbers above zero are shown with their sign."""

    @property
    def heading(self) -> str:
        """The title with the unit."""
        return f"{self.title} ({self.unit.strip()})" if self.unit.strip() else self.title


@dataclass(frozen=True, slots=True)
class _Read:
    """A number as a text says it."""

    value: float
    decimals: int
    unit: str
    signed: bool


def grid(table: Table, speaker: Translator) -> list[Field]:
    """The fields of a table, at least one for each column."""
    found: list[Field] = []
    for place, column in enumerate(table.columns):
        found += _fields(column, [row[place] for row in table.rows], speaker)
    return found


def _fields(column: Column, cells: Sequence[Cell], speaker: Translator) -> list[Field]:
    words = Field(column.title, column.width, tuple(Entry(cell.text, cell.tone) for cell in cells))
    if all(_number(cell) is None for cell in cells):
        return [words]
    numbered = [cell for cell in cells if _number(cell) is not None]
    read = [found for cell in numbered if (found := _read(cell.text)) is not None and _said(cell, found) is not None]
    units = {each.unit for each in read}
    if len(read) < len(numbered) or len(units) > 1:
        return [words, _beside(column, cells, speaker)]
    decimals, signed = max(each.decimals for each in read), any(each.signed for each in read)
    entries = tuple(Entry(_value(cell), cell.tone) for cell in cells)
    return [Field(column.title, column.width, entries, True, units.pop(), decimals, signed)]


def _beside(column: Column, cells: Sequence[Cell], speaker: Translator) -> Field:
    """The numbers of a column whose texts say more."""
    title = speaker.say(say("{column}, as a number", column=column.title))
    numbers = [_number(cell) for cell in cells]
    decimals = 0 if all(number is None or number.is_integer() for number in numbers) else 2
    return Field(title, 12, tuple(Entry("" if number is None else number) for number in numbers), True, "", decimals)


def _value(cell: Cell) -> str | float:
    """A cell's number in the unit of its text; its text where it has none."""
    read = _read(cell.text)
    said = _said(cell, read) if read is not None else None
    return cell.text if said is None else said


def _number(cell: Cell) -> float | None:
    return float(cell.number) if cell.number is not None and math.isfinite(cell.number) else None


def _said(cell: Cell, read: _Read) -> float | None:
    """A cell's number in the unit of its text: as it is, or a share as a percentage; nothing if neither fits."""
    number = _number(cell)
    if number is None:
        return None
    scales = (1, 100) if read.unit.strip() == PERCENT else (1,)
    close = 0.5 * 10**-read.decimals + 1e-9
    return next((round(number * by, 9) for by in scales if abs(number * by - read.value) <= close), None)


def _read(text: str) -> _Read | None:
    """The number that a text says and nothing else beside its unit."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    sign, whole, decimals, unit = found.groups(default="")
    value = float(f"{whole.replace(',', '')}.{decimals or 0}")
    return _Read(value if sign in ("", "+") else -value, len(decimals), unit, sign == "+")
