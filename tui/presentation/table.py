"""Tables for a terminal: columns of cells as wide as what stands in them, cut where the line is too narrow."""

from collections.abc import Sequence

from tui.presentation.text import cells, padded, printable, shortened

GAP = "  "
NARROWEST = 6
"""No column is cut to fewer cells, unless what stands in it is narrower."""


def table_lines(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int, right: str = "") -> list[str]:
    """A table with its headings and a rule under them, at most *width* cells wide where columns can give way.

    *right*: a mark for each column, `>` where its cells stand to the right.
    """
    every = [[" ".join(printable(cell).split()) for cell in row] for row in (headings, *rows)]
    widths = _fitted([max(cells(row[place]) for row in every) for place in range(len(headings))], width)
    marks = right.ljust(len(headings), "<")
    lines = [
        GAP.join(_set(cell, room, mark) for cell, room, mark in zip(row, widths, marks, strict=True)).rstrip()
        for row in every
    ]
    return [lines[0], GAP.join("─" * room for room in widths), *lines[1:]]


def _fitted(widths: list[int], width: int) -> list[int]:
    """The widths of columns, the widest cut first."""
    found = list(widths)
    while sum(found) + len(GAP) * (len(found) - 1) > width and max(found) > NARROWEST:
        found[found.index(max(found))] -= 1
    return found


def _set(cell: str, room: int, mark: str) -> str:
    text = shortened(cell, room)
    return " " * (room - cells(text)) + text if mark == ">" else padded(text, room)
