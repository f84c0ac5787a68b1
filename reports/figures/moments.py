"""Where the time of each task went: until it was noticed, until it was decided, until it took effect."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from reports.figures.drawing import SIZE, WIDTH, drawing, empty
from reports.figures.palette import ACT, BAND, GOOD, INJECT, INK, LINE, POOR, SOFT
from reports.figures.rows import Spending, Spent
from reports.figures.typeface import drawable, shortened

ROW, TOP, BOTTOM = 0.26, 0.62, 0.1
"""Inches: height of one task, of the heads, and below."""
NAMES, RIGHT = 2.9, 1.5
"""Inches across: tasks, and how long each took."""
END = 1.5
"""Where the axis ends, in limits; a task that took longer has a sign there."""

PARTS = {"noticed": (INJECT, "////"), "decided": (ACT, ""), "carried_out": (GOOD, "....")}
"""Colour and hatching of a part; the hatching tells them apart without colour."""


def moments_chart(rows: Spending) -> Figure:
    """One bar for each task, in the order given, on an axis where every task's limit is at the same place."""
    tall = TOP + BOTTOM + ROW * max(len(rows.rows), 1)
    with drawing():
        figure = empty(tall)
        axes = _axes(figure, rows, tall)
        _heads(axes, rows)
        for place, row in enumerate(rows.rows):
            _task(axes, place, row)
    return figure


def _axes(figure: Figure, rows: Spending, tall: float) -> Axes:
    across = WIDTH - NAMES - RIGHT
    place = (NAMES / WIDTH, BOTTOM / tall, across / WIDTH, 1 - (TOP + BOTTOM) / tall)
    axes = figure.add_axes(place, facecolor="none")
    axes.set_xlim(0, END)
    axes.set_ylim(max(len(rows.rows), 1) - 0.5, -0.5)
    axes.tick_params(left=False, labelleft=False, bottom=False, labelbottom=False, length=0)
    axes.tick_params(top=False, labeltop=True, pad=2)
    for side in axes.spines.values():
        side.set_visible(False)
    return axes


def _heads(axes: Axes, rows: Spending) -> None:
    """The words above the bars: due, limit, what each part and the mark of the target is."""
    axes.set_xticks([0, 1], [drawable(rows.due), drawable(rows.limit)])
    axes.axvline(0, color=SOFT, linewidth=0.8)
    axes.axvline(1, color=SOFT, linewidth=1, linestyle=(0, (4, 3)))
    signs = [Patch(facecolor=colour, hatch=hatch, edgecolor="white", linewidth=0) for colour, hatch in PARTS.values()]
    words = [drawable(word) for word in (rows.noticed, rows.decided, rows.carried_out)]
    target = axes.plot([], [], color=INK, linewidth=1.6, marker="|", markersize=9, linestyle="none")
    axes.legend(
        [*signs, *target], [*words, drawable(rows.target)], loc="lower left", bbox_to_anchor=(0, 1), ncols=4,
        frameon=False, borderpad=0, borderaxespad=1.9, handlelength=1.6, fontsize=SIZE, labelcolor=INK,
    )  # fmt: skip


def _task(axes: Axes, place: int, row: Spent) -> None:
    """One task: its name, its parts one after the other, its target, and how long it took."""
    axes.text(-0.03, place, shortened(row.task, 52), ha="right", va="center")
    axes.axhline(place + 0.5, color=LINE, linewidth=0.4)
    axes.barh(place, 1, height=0.6, color=BAND)
    left = 0.0
    for name, (colour, hatch) in PARTS.items():
        length = min(getattr(row, name), max(END - left, 0))
        axes.barh(place, length, left=left, height=0.42, facecolor=colour, hatch=hatch, edgecolor="white", linewidth=0)
        left += length
    axes.plot([row.target], [place], marker="|", markersize=10, markeredgewidth=1.6, color=INK)
    past = not row.done or row.noticed + row.decided + row.carried_out > 1
    if not row.done:
        axes.plot([END - 0.04], [place], marker="x", markersize=5.5, markeredgewidth=1.6, color=POOR)
    axes.text(END + 0.03, place, shortened(row.word, 26), va="center", color=POOR if past else INK)
