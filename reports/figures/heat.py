"""People by clauses: who earned how much of the credit where; the stronger the colour of a square, the less."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reports.figures.drawing import WIDTH, drawing, empty
from reports.figures.palette import INK, LINE, SOFT, TENSION
from reports.figures.panels import panel
from reports.figures.typeface import drawable, shortened

ROW, TOP, BOTTOM = 0.23, 0.35, 0.35
"""Inches: height of one person, of the clauses' names, and of the scale below."""
NAMES, RIGHT, WIDEST = 1.7, 0.1, 0.55
"""Inches across: the people's names, beside the squares, and one square at most."""
DARKEST = 0.62
"""How opaque a square without any credit is: its number stays readable."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person."""

    name: str
    credits: tuple[float | None, ...]
    """By clause, 0..1; nothing where it never came up."""


@dataclass(frozen=True, slots=True)
class Heat:
    """All people and clauses, with the words of the scale."""

    clauses: tuple[str, ...]
    rows: tuple[Line, ...]
    scale: str
    never: str


def heat_chart(rows: Heat) -> Figure:
    """One line for each person and one column for each clause, in the order given."""
    count, across = len(rows.rows), max(len(rows.clauses), 1)
    width = min(WIDEST, (WIDTH - NAMES - RIGHT) / across)
    with drawing():
        figure = empty(TOP + BOTTOM + ROW * max(count, 1))
        axes = panel(figure, NAMES, width * across, TOP, BOTTOM, count)
        axes.set_xlim(-0.5, across - 0.5)
        axes.set_xticks(range(len(rows.clauses)), [drawable(clause) for clause in rows.clauses])
        for place, row in enumerate(rows.rows):
            _line(axes, place, row)
        _scale(axes, rows)
    return figure


def _line(axes: Axes, place: int, row: Line) -> None:
    axes.text(-0.65, place, shortened(row.name, 28), ha="right", va="center")
    for at, credit in enumerate(row.credits):
        _square(axes, at, place, credit)
        number, colour = ("·", SOFT) if credit is None else (f"{round(credit * 100)}", INK)
        axes.text(at, place, number, ha="center", va="center", color=colour)


def _square(axes: Axes, at: float, place: float, credit: float | None) -> None:
    """A square whose colour is the deeper, the less credit was earned."""
    corner = (at - 0.5, place - 0.5)
    if credit is not None:
        axes.add_patch(Rectangle(corner, 1, 1, facecolor=TENSION, alpha=DARKEST * (1 - credit), linewidth=0))
    axes.add_patch(Rectangle(corner, 1, 1, facecolor="none", edgecolor=LINE, linewidth=0.6))


def _scale(axes: Axes, rows: Heat) -> None:
    """What a number and a dot mean, under the squares."""
    words = f"{rows.scale}   · {rows.never}"
    axes.annotate(
        drawable(words), (0, 0), (0, -14), xycoords="axes fraction", textcoords="offset points", annotation_clip=False
    )
