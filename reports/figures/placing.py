"""Where labels stand beside their marks so that none covers another: pure arithmetic, no drawing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.figures.rows import Mark
from reports.figures.typeface import cells, shortened

WIDEST, CROWDED = 34, 20
"""Cells of a label at most: in a lane of few marks, and in one of many."""
FEW = 12
BESIDE = 6
"""Cells that a mark takes beside its label: its sign, a gap, and how many more there are."""
ROWS = 4
"""Rows of one lane at most."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its label in a row of its lane, 0 at the top."""

    time: int
    row: int
    label: str
    before: bool
    """Whether the label stands before its mark, as at the end of the axis."""
    more: int = 0
    """How many further marks, soon after it, found no room; its label says so."""


def placed(marks: Sequence[Mark], starts: int, until: int, width: float, rows: int = ROWS) -> list[Placed]:
    """The marks in the order of time, each in the first row with room; *width* is the axis in cells."""
    per_cell = max(until - starts, 1) / width
    widest = WIDEST if len(marks) <= FEW else CROWDED
    ends: list[float] = []
    """Up to which second each row is taken."""
    found: list[Placed] = []
    for mark in sorted(marks, key=lambda mark: mark.time):
        label = shortened(mark.label, widest)
        taken = (cells(label) + BESIDE) * per_cell
        before = mark.time + taken > until
        start = mark.time - taken if before else mark.time
        row = next((row for row, end in enumerate(ends) if end <= start), len(ends))
        if row == rows:
            found[-1] = replace(found[-1], more=found[-1].more + 1)
            continue
        ends[row : row + 1] = [mark.time + BESIDE * per_cell if before else start + taken]
        found.append(Placed(mark.time, row, label, before))
    return found


def height(marks: Sequence[Placed]) -> int:
    """The rows that a lane needs, at least one."""
    return max((mark.row + 1 for mark in marks), default=1)
