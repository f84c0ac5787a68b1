"""What every report is made of, whatever it is written as: words, tables and figures in their order.

All text is plain, in the report's language, and not yet escaped; formats see to that. A report says what it is by its
`Paper`, and a format (`reports.formats`) knows nothing of drills.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

Tone = Literal["", "good", "fair", "poor", "bad", "quiet"]
"""How a cell or paragraph is meant; formats may colour it, and its words say the same."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; *ordered* where the order counts."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what is read, and the number behind it where there is one."""

    text: str
    number: float | None = None
    """For spreadsheets, in the unit of its column."""
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its heading."""

    title: str
    width: int = 12
    """Its share of the table's width, in cells of a terminal."""
    right: bool = False
    """Whether its text stands to the right, as numbers do."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; every row has a cell for each column, and the first names its row."""

    name: str
    """An id for sheets, files and anchors: ASCII letters, digits, hyphens."""
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = ""
    """What is said where there are no rows."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, made only by the formats that show it."""

    name: str
    """An id for files and anchors: ASCII letters, digits, hyphens."""
    title: str
    description: str
    """What it shows, for those who cannot see it."""
    draw: Callable[[], Any]
    """Makes the `matplotlib.figure.Figure`; not named here, since that takes a second to load."""


Block = Paragraph | Bullets | Facts | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A report."""

    exercise: str
    """The mark that everything carries: EXERCISE, 演练."""
    kind: str
    """What sort of report it is, in words."""
    title: str
    language: str
    """`en` or `zh`."""
    facts: tuple[tuple[str, str], ...]
    """What stands under the title."""
    sections: tuple[Section, ...]
    contents: str
    """The heading over the list of contents."""
    heads: tuple[str, ...] = ()
    """The hash of the last line of each journal that it rests on."""
    heads_label: str = ""
    """What the hashes are, in words."""
