"""Draws the pictures of the documents: lines with a legend, or bars. Rows in, SVG out; nothing is
computed here.
"""

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reports.figures.drawing import SIZE, drawing
from reports.figures.palette import ACT, GOOD, INJECT, INK, LINE, PAPER, SOFT, TENSION
from reports.figures.typeface import drawable

COLOURS = (TENSION, ACT, GOOD, INJECT, SOFT)
DASHES = ("-", (0, (6, 2)), (0, (2, 2)), (0, (6, 2, 1, 2)), (0, (1, 3)))
"""Lines differ by dashes as well as by colour."""
ACROSS, HIGH = 7.6, 3.1
"""Inches."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its name."""

    name: str
    points: tuple[tuple[float, float], ...]
    steps: bool = False
    """Whether it stays as it is until the next point."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over one axis, with thresholds across."""

    across: str
    up: str
    lines: tuple[Line, ...]
    thresholds: tuple[tuple[float, str], ...] = ()
    percent: bool = False
    top: float | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """One bar for each name, with words at its end."""

    across: str
    rows: tuple[tuple[str, float, str], ...]


def digest(rows: Chart | Bars) -> str:
    """What a picture was made from, in a few letters: it stands in the picture, so that a test knows an old one."""
    return hashlib.sha256(json.dumps(asdict(rows), ensure_ascii=False).encode()).hexdigest()[:16]


def svg(rows: Chart | Bars) -> str:
    """The picture, its text as outlines so that Chinese shows on any machine."""
    nothing = {"Date": None, "Creator": None, "Format": None, "Type": None, "Description": digest(rows)}
    with drawing(), io.StringIO() as made:
        figure = _lines(rows) if isinstance(rows, Chart) else _bars(rows)
        figure.savefig(made, format="svg", metadata=nothing, facecolor=PAPER)
        return "\n".join(line.rstrip() for line in made.getvalue().splitlines()) + "\n"


def _lines(chart: Chart) -> Figure:
    figure, axes = _board(HIGH)
    for colour, dash, line in zip(COLOURS, DASHES, chart.lines, strict=False):
        xs, ys = [x for x, _ in line.points], [y for _, y in line.points]
        style = "steps-post" if line.steps else "default"
        axes.plot(xs, ys, color=colour, linestyle=dash, linewidth=1.7, drawstyle=style, label=drawable(line.name))
    if len(chart.lines) > 1:
        figure.legend(loc="outside upper left", ncols=2, frameon=False, handlelength=4, fontsize=SIZE + 0.5)
    for height, name in chart.thresholds:
        axes.axhline(height, color=SOFT, linewidth=0.8, linestyle=(0, (4, 3)))
        axes.annotate(drawable(name), (1.0, height), (4, 0), xycoords=("axes fraction", "data"),
                      textcoords="offset points", va="center", color=SOFT)  # fmt: skip
    axes.set_xlabel(drawable(chart.across))
    axes.set_ylabel(drawable(chart.up))
    axes.set_xlim(0, max(x for line in chart.lines for x, _ in line.points))
    axes.set_ylim(0, chart.top)
    axes.grid(color=LINE, linewidth=0.5)
    if chart.percent:
        axes.yaxis.set_major_formatter(lambda value, _: f"{value * 100:.0f} %")
    return figure


def _bars(bars: Bars) -> Figure:
    figure, axes = _board(0.5 + 0.45 * len(bars.rows))
    for place, (_, length, words) in enumerate(bars.rows):
        axes.barh(place, length, height=0.6, color=COLOURS[place], alpha=0.85)
        axes.annotate(drawable(words), (length, place), (4, 0), textcoords="offset points", va="center", color=INK)
    axes.set_yticks(range(len(bars.rows)), _names(bars.rows))
    axes.set_ylim(len(bars.rows) - 0.5, -0.5)
    axes.set_xlim(0, 1.35 * max(length for _, length, _ in bars.rows))
    axes.set_xlabel(drawable(bars.across))
    return figure


def _names(rows: Sequence[tuple[str, float, str]]) -> list[str]:
    return [drawable(name) for name, _, _ in rows]


def _board(height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(ACROSS, height), layout="constrained")
    axes = figure.add_subplot()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.set_axisbelow(True)
    return figure, axes
