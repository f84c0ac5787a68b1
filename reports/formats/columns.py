"""How wide the columns of a table are, in whatever unit the page is measured."""

from collections.abc import Sequence

from reports.figures.typeface import cells
from reports.formats.breaking import Measure, widest_word
from reports.paper.model import Cell, Column

SHORT = 15
"""Texts of at most so many half-width characters stay on one line where that can be."""
MOST_OF_WORDS = 0.3
"""No column is widened past this share of the table for its longest word; longer words are cut."""


def widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], room: float, measure: Measure, around: float
) -> list[float]:
    """The columns' widths, together *room*: by their shares, but none too narrow for its words where that can be.

    *around* is what a cell takes beside its text.
    """
    least = [_least(place, column, rows, room, measure, around) for place, column in enumerate(columns)]
    shares = [float(max(column.width, 1)) for column in columns]
    if sum(least) >= room:
        return [each * room / sum(least) for each in least]
    held: set[int] = set()
    while True:
        left = room - sum(least[place] for place in held)
        whole = sum(share for place, share in enumerate(shares) if place not in held) or 1.0
        tight = {place for place, share in enumerate(shares)
                 if place not in held and share * left / whole < least[place]}  # fmt: skip
        if not tight:
            return [least[place] if place in held else share * left / whole for place, share in enumerate(shares)]
        held |= tight


def _least(
    place: int, column: Column, rows: Sequence[Sequence[Cell]], room: float, measure: Measure, around: float
) -> float:
    """The width below which a column would cut its words or break its short texts."""
    texts = {row[place].text for row in rows}
    longest = max(measure(text) if cells(text) <= SHORT else widest_word(text, measure) for text in {"", *texts})
    return min(max(longest, widest_word(column.title, measure)) + around, room * MOST_OF_WORDS)
