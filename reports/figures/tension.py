"""A drill on one axis of time: how tense the gatherings were, what came in, and what each seat did."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reports.figures.drawing import SIZE, WIDTH, drawing, empty
from reports.figures.ghosts import ghosts, waiting
from reports.figures.palette import ACT, BAND, INJECT, INK, LINE, PAPER, SOFT, TENSION
from reports.figures.placing import ROWS, Placed, height, placed
from reports.figures.rows import Course, Lane, Timeline
from reports.figures.typeface import cells, drawable, lines, shortened

NAMES, RIGHT = 1.3, 1.15
"""Inches left of the axis for names, and right of it for the stages' names."""
COURSE, WAITING, TITLE, ROW, GAP, TOP, BOTTOM = 1.6, 1.1, 0.24, 0.165, 0.16, 0.04, 0.3
"""Inches: height of one gathering's curve, of how many waited, a title, one row of marks, what a lane has around them;
above, below."""
STRIP, RUG = 0.2, 0.07
"""Inches: one stage's bars; the strokes along a lane's edge, one for each mark, named or not."""
CELL = SIZE * 0.54 / 72
"""Inches of a half-width cell."""
ACROSS = WIDTH - NAMES - RIGHT
MANY = 4
"""From so many lanes on each has one row less, so that the figure fits a page."""


def tension_chart(rows: Timeline) -> Figure:
    """The gatherings one above the other, then one lane for what came in and one for each seat."""
    most = ROWS if len(rows.lanes) < MANY else ROWS - 1
    marks = [placed(lane.marks, rows.starts, rows.ends, ACROSS / CELL, most) for lane in rows.lanes]
    heights = [TITLE + COURSE + _strip(course) + GAP for course in rows.courses]
    heights += [TITLE + WAITING + GAP for _ in rows.waiting]
    heights += [height(each) * ROW + GAP for each in marks]
    tall = TOP + BOTTOM + sum(heights)
    with drawing():
        figure = empty(tall)
        top = TOP
        for course in rows.courses:
            _course(_panel(figure, rows, tall, top + TITLE, COURSE), course)
            if course.stays:
                _stages(_panel(figure, rows, tall, top + TITLE + COURSE, _strip(course)), course)
            top += TITLE + COURSE + _strip(course) + GAP
        for queue in rows.waiting:
            waiting(_panel(figure, rows, tall, top + TITLE, WAITING), queue)
            top += TITLE + WAITING + GAP
        for lane, each in zip(rows.lanes, marks, strict=True):
            tallness = height(each) * ROW + GAP
            _lane(_panel(figure, rows, tall, top, tallness), lane, each, tallness)
            top += tallness
        _clock(figure.axes[-1])
    return figure


def _panel(figure: Figure, rows: Timeline, tall: float, top: float, tallness: float) -> Axes:
    """Axes over the whole of the drill, *top* inches below the figure's edge."""
    place = (NAMES / WIDTH, 1 - (top + tallness) / tall, ACROSS / WIDTH, tallness / tall)
    axes = figure.add_axes(place, facecolor="none")
    axes.set_xlim(rows.starts, rows.ends)
    axes.set_xticks([tick.time for tick in rows.ticks], [drawable(tick.label) for tick in rows.ticks])
    axes.tick_params(bottom=False, labelbottom=False, left=False, labelleft=False)
    axes.grid(axis="x", color=LINE, linewidth=0.5)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    return axes


def _clock(axes: Axes) -> None:
    """The clock below the last panel."""
    axes.tick_params(bottom=True, labelbottom=True, length=3)
    axes.spines["bottom"].set_visible(True)


def _course(axes: Axes, course: Course) -> None:
    """One gathering's tension with the thresholds of its stages."""
    axes.set_ylim(0, 1)
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    axes.tick_params(left=True, labelleft=True, length=3)
    axes.spines["left"].set_visible(True)
    axes.spines["bottom"].set_visible(True)
    axes.set_title(shortened(course.title, 90), loc="left", fontsize=SIZE + 1, pad=5)
    for threshold in course.thresholds:
        axes.axhline(threshold.above, color=SOFT, linewidth=0.8, linestyle=(0, (4, 3)))
        label = lines(threshold.label, 20, 2)
        axes.text(1.008, threshold.above, label, transform=axes.get_yaxis_transform(), va="center", color=SOFT)
    ghosts(axes, course.ghosts, course.label)
    for run in course.runs:
        axes.plot([time for time, _ in run], [tension for _, tension in run], color=TENSION, linewidth=1.8)
    if course.runs:
        _highest(axes, course)


def _highest(axes: Axes, course: Course) -> None:
    """The highest tension as a figure beside its point."""
    time, tension = course.highest
    low, high = axes.get_xlim()
    right = time > low + 0.9 * (high - low)
    axes.plot([time], [tension], marker="o", markersize=4, color=TENSION)
    axes.annotate(
        f"{round(tension * 100)} %",
        (time, tension),
        (-6 if right else 6, 3 if tension < 0.9 else -9),
        textcoords="offset points",
        ha="right" if right else "left",
        color=TENSION,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.6},
    )


def _strip(course: Course) -> float:
    """How tall the bars of a gathering's stages are together."""
    return STRIP * len(_reached(course))


def _reached(course: Course) -> list[str]:
    """The stages that a gathering came to, the first one first."""
    return list(dict.fromkeys(stay.label for stay in course.stays))


def _stages(axes: Axes, course: Course) -> None:
    """For how long the gathering stood at each stage: one row for each, with its name in or behind the bar."""
    reached = _reached(course)
    axes.set_ylim(len(reached), 0)
    low, high = axes.get_xlim()
    for stay in course.stays:
        row = reached.index(stay.label)
        length = stay.ends - stay.begins
        axes.barh(row + 0.5, length, left=stay.begins, height=0.7, facecolor=BAND, edgecolor=SOFT, linewidth=0.6)
        label = drawable(stay.label)
        room = (cells(label) + 2) * CELL / ACROSS * (high - low)
        inside, last = room <= length, stay.ends + room > high
        place = (stay.begins + stay.ends) / 2 if inside else stay.begins if last else stay.ends
        offset, side = (0, "center") if inside else (-4, "right") if last else (4, "left")
        axes.annotate(
            label, (place, row + 0.47), (offset, 0), textcoords="offset points", ha=side, va="center", color=INK
        )


def _lane(axes: Axes, lane: Lane, marks: Sequence[Placed], tallness: float) -> None:
    """The marks of one lane, each with its words beside it; the shape says what kind they are."""
    axes.set_ylim(tallness, 0)
    axes.axhline(0, color=LINE, linewidth=0.5)
    name = lines(lane.name, 20, 2 if tallness > 2 * ROW else 1)
    axes.text(-0.012, 0.5, name, transform=axes.transAxes, ha="right", va="center", color=INK)
    colour, shape = (INJECT, "v") if lane.kind == "inject" else (ACT, "o")
    axes.vlines([mark.time for mark in lane.marks], RUG, 0, color=colour, linewidth=1)
    for mark in marks:
        level = RUG + 0.03 + (mark.row + 0.5) * ROW
        axes.plot([mark.time], [level], marker=shape, markersize=3.6, color=colour, clip_on=False)
        words = f"{mark.label} +{mark.more}" if mark.more else mark.label
        axes.annotate(
            words,
            (mark.time, level),
            (-4 if mark.before else 4, 0),
            textcoords="offset points",
            ha="right" if mark.before else "left",
            va="center_baseline",
            color=INK,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.4},
        )
