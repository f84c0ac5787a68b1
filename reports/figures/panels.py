"""Axes for charts of rows: several panels beside each other that share one list of names."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reports.figures.drawing import WIDTH
from reports.figures.palette import LINE, SOFT
from reports.figures.typeface import drawable, lines


def panel(figure: Figure, left: float, across: float, top: float, bottom: float, rows: int) -> Axes:
    """An empty panel without frame or ticks, the first of *rows* rows on top; lengths in inches."""
    tall = float(figure.get_figheight())
    place = (left / WIDTH, bottom / tall, across / WIDTH, 1 - (top + bottom) / tall)
    axes = figure.add_axes(place, facecolor="none")
    axes.set_ylim(max(rows, 1) - 0.5, -0.5)
    axes.tick_params(left=False, labelleft=False, bottom=False, labelbottom=False, length=0)
    axes.tick_params(top=False, labeltop=True, pad=2)
    for side in axes.spines.values():
        side.set_visible(False)
    return axes


def heads(axes: Axes, ticks: Sequence[tuple[float, str]], title: str, lined: int | None = None) -> None:
    """Places on the axis with their words, lines at the first so many of them, and what is drawn on it above."""
    axes.set_xticks([at for at, _ in ticks], [drawable(words) for _, words in ticks])
    for at, _ in ticks[:lined]:
        axes.axvline(at, color=SOFT, linewidth=0.8, linestyle="-" if at == 0 else (0, (4, 3)), zorder=0.5)
    above(axes, title)


def above(axes: Axes, words: str) -> None:
    """A heading over a panel."""
    axes.annotate(drawable(words), (0, 1), (0, 17), xycoords="axes fraction", textcoords="offset points")


def named(axes: Axes, place: int, name: str, most: int, deep: int = 1) -> None:
    """The name of a row to its left, and the line below the row; in so many lines of *most* cells at most."""
    axes.annotate(
        lines(name, most, deep), (0, place), (-6, 0), xycoords=("axes fraction", "data"), textcoords="offset points",
        ha="right", va="center",
    )  # fmt: skip
    below(axes, place)


def below(axes: Axes, place: int) -> None:
    """The line below a row."""
    axes.axhline(place + 0.5, color=LINE, linewidth=0.4)
