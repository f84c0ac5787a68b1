"""Response times by clause: where between due, target and limit tasks were done, and how many in time."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reports.figures.drawing import drawing, empty
from reports.figures.palette import ACT, BAND, INK, POOR
from reports.figures.panels import below, heads, named, panel
from reports.figures.typeface import drawable

ROW, TOP, BOTTOM = 0.34, 0.5, 0.1
"""Inches: height of one clause, of the heads, and below."""
NAMES, FAST, TIMELY = 2.7, 3.4, 1.1
"""Inches across: clauses, response times, share in time; the numbers stand in between and in the rest."""
TIMELY_AT = 7.0
"""Inches from the left where shares in time begin."""
END = 2.6
"""Where the axis of response times ends: 0 is due, 1 target, 2 limit."""
BINS = 26
FOOT, TALLEST, MEDIAN = 0.42, 0.72, 0.38
"""In rows: how far below a row's middle bars stand, how tall the tallest is, how far above it a median reaches."""


@dataclass(frozen=True, slots=True)
class Paced:
    """One clause."""

    name: str
    paces: tuple[float, ...]
    """Every task that was done: 0 due, 1 target, 2 limit, past it up to 2.5."""
    median: float | None
    """Of all, those never done counting as later than any; nothing where the median was never done."""
    undone: str
    """How many were never done, in words; empty for none."""
    share: float
    """In time, 0..1."""
    interval: tuple[float, float]
    """95 % interval of the share."""
    word: str
    """The share in words, with how many it rests on."""


@dataclass(frozen=True, slots=True)
class Paces:
    """All clauses, with the words on the axes."""

    rows: tuple[Paced, ...]
    fast: str
    timely: str
    due: str
    target: str
    limit: str
    late: str


def spread_chart(rows: Paces) -> Figure:
    """One row for each clause, in the order given."""
    count = len(rows.rows)
    with drawing():
        figure = empty(TOP + BOTTOM + ROW * max(count, 1))
        fast = panel(figure, NAMES, FAST, TOP, BOTTOM, count)
        timely = panel(figure, TIMELY_AT, TIMELY, TOP, BOTTOM, count)
        fast.set_xlim(0, END)
        timely.set_xlim(0, 1)
        heads(fast, ((0, rows.due), (1, rows.target), (2, rows.limit), (2.45, rows.late)), rows.fast, 3)
        heads(timely, ((0, "0"), (1, "100 %")), rows.timely)
        for place, row in enumerate(rows.rows):
            _pace(fast, place, row)
            _share(timely, place, row)
    return figure


def _pace(axes: Axes, place: int, row: Paced) -> None:
    """How many tasks were done when, as a row of bars on a common foot; the median across them."""
    named(axes, place, row.name, 46, 2)
    places = [min(int(pace / END * BINS), BINS - 1) for pace in row.paces]
    numbers = {at: places.count(at) for at in sorted(set(places))}
    tallest, width = max(numbers.values(), default=1), END / BINS
    for at, number in numbers.items():
        tall = TALLEST * number / tallest
        axes.bar((at + 0.5) * width, -tall, width * 0.86, bottom=place + FOOT, color=ACT, alpha=0.55)
    if row.median is not None:
        axes.plot([row.median] * 2, [place - MEDIAN, place + FOOT], color=INK, linewidth=2, solid_capstyle="butt")
    axes.text(END + 0.04, place, drawable(row.undone), va="center", color=POOR)


def _share(axes: Axes, place: int, row: Paced) -> None:
    """The share in time as a bar, its interval as a line, and both in words."""
    below(axes, place)
    axes.barh(place, 1, height=0.42, color=BAND)
    axes.barh(place, row.share, height=0.42, color=ACT, alpha=0.55)
    axes.plot(row.interval, [place, place], color=INK, linewidth=1.2, marker="|", markersize=6, clip_on=False)
    axes.annotate(drawable(row.word), (1, place), (8, 0), textcoords="offset points", va="center")
