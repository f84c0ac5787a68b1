"""Curves of the same drill played otherwise behind its own, and how many people waited: lines upon given axes."""

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from reports.figures.drawing import SIZE
from reports.figures.palette import ACT, INK, SOFT, TENSION
from reports.figures.rows import Ghost, Waiting
from reports.figures.typeface import drawable, shortened

STYLES = {"book": (ACT, (0, (6, 2))), "silent": (SOFT, (0, (1, 1.4)))}
"""Colour and dashes of a ghost; the words above the panel say which is which."""

HERE: Mapping[str, Any] = {"color": TENSION, "linewidth": 1.8}


def ghosts(axes: Axes, found: Sequence[Ghost], label: str, stepped: bool = False) -> None:
    """The ghosts' curves, with what each line is above the panel; nothing where there are none."""
    for ghost in found:
        colour, dashes = STYLES[ghost.kind]
        for run in ghost.runs:
            axes.plot(
                [time for time, _ in run], [value for _, value in run], color=colour, linewidth=1.2, linestyle=dashes,
                drawstyle="steps-post" if stepped else "default",
            )  # fmt: skip
    if found:
        _names(axes, found, label)


def _names(axes: Axes, found: Sequence[Ghost], label: str) -> None:
    lines = [Line2D([], [], **HERE)]
    lines += [Line2D([], [], color=STYLES[each.kind][0], linestyle=STYLES[each.kind][1]) for each in found]
    words = [drawable(word) for word in (label, *(each.label for each in found))]
    axes.legend(
        lines, words, loc="lower right", bbox_to_anchor=(1, 1), ncols=len(words), frameon=False, borderpad=0,
        borderaxespad=0.2, handlelength=2.2, fontsize=SIZE, labelcolor=INK,
    )  # fmt: skip


def waiting(axes: Axes, rows: Waiting) -> None:
    """How many people waited, beside the ghosts."""
    axes.set_ylim(0, max(1.0, rows.highest) * 1.08)
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.tick_params(left=True, labelleft=True, length=3)
    axes.spines["left"].set_visible(True)
    axes.spines["bottom"].set_visible(True)
    axes.set_title(shortened(rows.title, 60), loc="left", fontsize=SIZE + 1, pad=5)
    ghosts(axes, rows.ghosts, rows.label, stepped=True)
    for run in rows.runs:
        axes.plot([time for time, _ in run], [people for _, people in run], drawstyle="steps-post", **HERE)
