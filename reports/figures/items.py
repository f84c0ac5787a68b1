"""Tasks as questions of an exam: how hard each was, and how well it tells good from bad."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reports.figures.drawing import drawing, empty
from reports.figures.palette import ACT, BAND, INK, POOR, SOFT
from reports.figures.panels import below, heads, named, panel
from reports.figures.typeface import drawable

ROW, TOP, BOTTOM = 0.24, 0.5, 0.1
"""Inches: height of one task, of the heads, and below."""
NAMES, EARNED, TELLS_AT, TELLS = 3.3, 2.0, 6.35, 2.0
"""Inches: across the names and the share of credit; where discrimination begins, and how wide it is."""


@dataclass(frozen=True, slots=True)
class Question:
    """One task."""

    name: str
    difficulty: float
    """The mean share of its credit, 0..1."""
    word: str
    """The same in words, with how many it rests on."""
    discrimination: float | None
    """-1..1."""
    told: str
    """The same in words, or why there is none."""


@dataclass(frozen=True, slots=True)
class Questions:
    """The tasks, with the words on the axes."""

    rows: tuple[Question, ...]
    difficulty: str
    discrimination: str


def items_chart(rows: Questions) -> Figure:
    """One row for each task, in the order given."""
    count = len(rows.rows)
    with drawing():
        figure = empty(TOP + BOTTOM + ROW * max(count, 1))
        earned = panel(figure, NAMES, EARNED, TOP, BOTTOM, count)
        tells = panel(figure, TELLS_AT, TELLS, TOP, BOTTOM, count)
        earned.set_xlim(0, 1)
        tells.set_xlim(-1, 1)
        heads(earned, ((0, "0"), (1, "100 %")), rows.difficulty)
        heads(tells, ((-1, "-1"), (0, "0"), (1, "1")), rows.discrimination)
        for place, row in enumerate(rows.rows):
            _difficulty(earned, place, row)
            _discrimination(tells, place, row)
    return figure


def _difficulty(axes: Axes, place: int, row: Question) -> None:
    named(axes, place, row.name, 58)
    axes.barh(place, 1, height=0.5, color=BAND)
    axes.barh(place, row.difficulty, height=0.5, color=ACT, alpha=0.55)
    axes.annotate(drawable(row.word), (1, place), (8, 0), textcoords="offset points", va="center")


def _discrimination(axes: Axes, place: int, row: Question) -> None:
    """A point on a line from nought; one that tells the wrong way round has another shape."""
    below(axes, place)
    value = row.discrimination
    if value is not None:
        shape, colour = ("D", POOR) if value < 0 else ("o", ACT)
        axes.plot([0, value], [place, place], color=colour, linewidth=1.6, solid_capstyle="butt")
        axes.plot([value], [place], marker=shape, markersize=5, color=colour, clip_on=False)
    words, colour = drawable(row.told), SOFT if value is None else INK
    axes.annotate(words, (1, place), (8, 0), textcoords="offset points", va="center", color=colour)
