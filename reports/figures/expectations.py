"""What was expected of one trainee: how fast each task was done between target and limit, and how well."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reports.figures.drawing import WIDTH, drawing, empty
from reports.figures.palette import BAND, FAIR, GOOD, INK, LINE, POOR, SOFT
from reports.figures.rows import Status, Verdict, Verdicts
from reports.figures.typeface import drawable, shortened

ROW, TOP, BOTTOM = 0.26, 0.5, 0.1
"""Inches: height of one expectation, of the heads, and below."""
NAMES, FAST, BETWEEN, WELL = 2.6, 2.5, 2.05, 0.95
"""Inches across: tasks, timeliness, status, quality; what it earned stands in the rest."""
END = 2.6
"""Where the axis of timeliness ends."""

SIGNS: dict[Status, tuple[str, str]] = {
    "met": ("o", GOOD),
    "late": ("^", FAIR),
    "wrong": ("D", POOR),
    "missed": ("x", POOR),
    "not_observed": ("_", SOFT),
}
"""Shape and colour of a status; the word stands beside it."""


def expectations_chart(rows: Verdicts) -> Figure:
    """One row for each expectation, in the order given."""
    tall = TOP + BOTTOM + ROW * max(len(rows.rows), 1)
    with drawing():
        figure = empty(tall)
        fast = _panel(figure, rows, tall, NAMES, FAST, END)
        well = _panel(figure, rows, tall, NAMES + FAST + BETWEEN, WELL, 1)
        _heads(fast, well, rows)
        for place, row in enumerate(rows.rows):
            _timeliness(fast, place, row)
            _quality(well, place, row)
    return figure


def _panel(figure: Figure, rows: Verdicts, tall: float, left: float, across: float, end: float) -> Axes:
    place = (left / WIDTH, BOTTOM / tall, across / WIDTH, 1 - (TOP + BOTTOM) / tall)
    axes = figure.add_axes(place, facecolor="none")
    axes.set_xlim(0, end)
    axes.set_ylim(max(len(rows.rows), 1) - 0.5, -0.5)
    axes.tick_params(left=False, labelleft=False, bottom=False, labelbottom=False, length=0)
    axes.tick_params(top=False, labeltop=True, pad=2)
    for side in axes.spines.values():
        side.set_visible(False)
    return axes


def _heads(fast: Axes, well: Axes, rows: Verdicts) -> None:
    """The words above the panels."""
    fast.set_xticks([0, 1, 2, 2.45], [drawable(word) for word in (rows.due, rows.target, rows.limit, rows.late)])
    for tick in (0, 1, 2):
        fast.axvline(tick, color=SOFT, linewidth=0.8, linestyle="-" if tick == 0 else (0, (4, 3)))
    well.set_xticks([0, 1], ["0", "100 %"])
    for tick in (0, 1):
        well.axvline(tick, color=LINE, linewidth=0.8)
    for axes, words in ((fast, rows.fast), (well, rows.well)):
        axes.annotate(drawable(words), (0, 1), (0, 17), xycoords="axes fraction", textcoords="offset points")
    well.annotate(
        drawable(rows.earned), (1, 1), (26, 4), xycoords="axes fraction", textcoords="offset points", color=INK
    )


def _timeliness(axes: Axes, place: int, row: Verdict) -> None:
    """The task's name, the time that was given, and where in it the task was done."""
    axes.text(-0.07, place, shortened(row.task, 46), ha="right", va="center")
    axes.axhline(place + 0.5, color=LINE, linewidth=0.4)
    if row.status == "not_observed":
        axes.text(END + 0.05, place, drawable(row.word), va="center", color=SOFT)
        return
    axes.barh(place, 1, height=0.5, color=BAND)
    axes.barh(place, 1, left=1, height=0.5, facecolor="none", edgecolor=BAND, linewidth=1)
    shape, colour = SIGNS[row.status]
    where = END - 0.1 if row.place is None else row.place
    axes.plot([where], [place], marker=shape, markersize=5.5, markeredgewidth=1.6, color=colour, clip_on=False)
    axes.text(END + 0.05, place, shortened(row.word, 28), va="center", color=colour)


def _quality(axes: Axes, place: int, row: Verdict) -> None:
    """How well it was done as a bar with its figure, what it earned, and the letter."""
    axes.axhline(place + 0.5, color=LINE, linewidth=0.4)
    if row.quality is not None:
        _, colour = SIGNS[row.status]
        axes.barh(place, row.quality, height=0.5, color=colour)
        axes.annotate(
            f"{round(row.quality * 100)} %",
            (0, place),
            (-3, 0),
            textcoords="offset points",
            ha="right",
            va="center",
            color=INK,
        )
    if row.status != "not_observed":
        for words, right in ((row.rating, 16), (row.credit, 26)):
            axes.annotate(drawable(words), (1, place), (right, 0), textcoords="offset points", va="center")
