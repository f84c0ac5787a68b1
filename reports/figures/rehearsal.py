"""What bots earn in a rehearsal: for each, where most of its drills lie between 0 and 100, and their median."""

from dataclasses import dataclass

from matplotlib.figure import Figure

from reports.figures.drawing import drawing, empty
from reports.figures.palette import ACT, INK
from reports.figures.panels import heads, named, panel
from reports.figures.typeface import drawable

ROW, TOP, BOTTOM = 0.27, 0.5, 0.1
"""Inches: height of one player, of the heads, and below."""
NAMES, ACROSS = 1.7, 5.9
"""Inches: across the names and the axis."""


@dataclass(frozen=True, slots=True)
class Earner:
    """One player."""

    name: str
    low: float
    """The tenth percentile of the team's overall, 0..100."""
    middle: float
    high: float
    """The ninetieth."""
    word: str
    """The mean in words, with how many drills it rests on."""


@dataclass(frozen=True, slots=True)
class Earners:
    """All players, with the words on the axis."""

    rows: tuple[Earner, ...]
    marks: tuple[tuple[float, str], ...]
    """From which number on which letter stands."""
    title: str


def earners_chart(rows: Earners) -> Figure:
    """One row for each player, in the order given."""
    count = len(rows.rows)
    with drawing():
        figure = empty(TOP + BOTTOM + ROW * max(count, 1))
        axes = panel(figure, NAMES, ACROSS, TOP, BOTTOM, count)
        axes.set_xlim(0, 100)
        heads(axes, ((0, "0"), *rows.marks, (100, "100")), rows.title)
        for place, row in enumerate(rows.rows):
            named(axes, place, row.name, 30)
            axes.barh(place, max(row.high - row.low, 0.4), left=row.low, height=0.5, color=ACT, alpha=0.55)
            axes.plot([row.middle] * 2, [place - 0.33, place + 0.33], color=INK, linewidth=2, solid_capstyle="butt")
            axes.annotate(drawable(row.word), (100, place), (8, 0), textcoords="offset points", va="center")
    return figure
