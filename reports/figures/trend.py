"""Figures over the drill days: what was reached on each, and the moving median."""

import math
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reports.figures.drawing import WIDTH, drawing, empty
from reports.figures.palette import ACT, INK, LINE, SOFT, TENSION
from reports.figures.typeface import drawable

ACROSS = 3
PANEL, TOP, BOTTOM, LEFT, GAP = 1.25, 0.3, 0.35, 0.35, 0.3
"""Inches: height of a panel, of its heading, of its days, of its numbers, and between two panels."""
LARGEST = 40.0
"""Area of the largest point, in points squared."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What was reached on one day."""

    day: int
    """Days from the first."""
    value: float
    """0..100."""
    number: int
    """How many trainees it is the median of."""


@dataclass(frozen=True, slots=True)
class Course:
    """One figure."""

    title: str
    points: tuple[Reached, ...]
    moving: tuple[float, ...]
    """The moving median at the last of the points; may be empty."""
    remark: str = ""
    """Said in the panel: that there are too few days for a line."""


@dataclass(frozen=True, slots=True)
class Courses:
    """All figures over the same days."""

    rows: tuple[Course, ...]
    days: int
    """From the first day to the last."""
    ticks: tuple[tuple[int, str], ...]
    """Days with their words."""


def trend_chart(rows: Courses) -> Figure:
    """One panel for each figure, three beside each other, in the order given."""
    deep = math.ceil(max(len(rows.rows), 1) / ACROSS)
    tall = deep * (PANEL + TOP + BOTTOM)
    largest = max((point.number for row in rows.rows for point in row.points), default=1)
    with drawing():
        figure = empty(tall)
        for place, row in enumerate(rows.rows):
            axes = _panel(figure, tall, place // ACROSS, place % ACROSS)
            _frame(axes, row, rows)
            _course(axes, row, largest)
    return figure


def _panel(figure: Figure, tall: float, down: int, across: int) -> Axes:
    width = WIDTH / ACROSS - LEFT - GAP
    left = LEFT + across * (width + LEFT + GAP)
    bottom = tall - (down + 1) * (PANEL + TOP + BOTTOM) + BOTTOM
    return figure.add_axes((left / WIDTH, bottom / tall, width / WIDTH, PANEL / tall), facecolor="none")


def _frame(axes: Axes, row: Course, rows: Courses) -> None:
    """The heading, the days, and the lines from which on a letter stands."""
    room = max(rows.days, 1) * 0.03
    axes.set_xlim(-room, max(rows.days, 1) + room)
    axes.set_ylim(0, 100)
    axes.set_yticks([0, 50, 70, 85, 100])
    axes.set_xticks([day for day, _ in rows.ticks], [drawable(words) for _, words in rows.ticks])
    axes.tick_params(length=2, pad=2)
    axes.tick_params(axis="x", pad=5)
    axes.grid(axis="y", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.annotate(drawable(row.title), (0, 1), (0, 6), xycoords="axes fraction", textcoords="offset points")
    axes.annotate(
        drawable(row.remark), (1, 1), (0, 6), xycoords="axes fraction", textcoords="offset points", ha="right",
        color=SOFT,
    )  # fmt: skip


def _course(axes: Axes, row: Course, largest: int) -> None:
    """The days as points, the larger the more trainees; the moving median as a line."""
    days = [point.day for point in row.points]
    sizes = [max(LARGEST * point.number / largest, 5.0) for point in row.points]
    axes.scatter(days, [point.value for point in row.points], s=sizes, color=ACT, alpha=0.4, linewidth=0, clip_on=False)
    if row.moving:
        axes.plot(days[-len(row.moving) :], row.moving, color=TENSION, linewidth=1.8)
    elif days:
        axes.scatter(
            days, [point.value for point in row.points], s=sizes, edgecolor=INK, facecolor="none", linewidth=0.8
        )
