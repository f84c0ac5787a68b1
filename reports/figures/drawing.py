"""The drawing board that every chart shares: matplotlib's settings, an empty figure, and the figure as SVG.

The same rows give the same bytes: nothing of the user's own settings and no date enters.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib as mpl
from matplotlib.figure import Figure

from reports.figures.palette import INK, SOFT
from reports.figures.typeface import families

WIDTH = 9.0
"""Inches; a page scales it to its own width."""
SIZE = 7.5
"""Points."""


@contextmanager
def drawing() -> Iterator[None]:
    """Matplotlib's own defaults with ours upon them; whatever stood before comes back afterwards."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(
            {
                "font.family": list(families()),
                "font.size": SIZE,
                "text.color": INK,
                "text.parse_math": False,
                "axes.edgecolor": SOFT,
                "axes.labelcolor": INK,
                "axes.unicode_minus": False,
                "xtick.color": SOFT,
                "xtick.labelcolor": INK,
                "ytick.color": SOFT,
                "ytick.labelcolor": INK,
                "svg.fonttype": "path",
                "svg.hashsalt": "drillroom",
            }
        )
        yield


def empty(height: float) -> Figure:
    """A figure of the common width without a background; height in inches."""
    return Figure(figsize=(WIDTH, height), facecolor="none", layout=None)


def svg(figure: Figure) -> str:
    """The figure as an SVG document, its text as outlines, so that Chinese shows on any machine."""
    nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
    with drawing(), io.StringIO() as made:
        figure.savefig(made, format="svg", metadata=nothing)
        return made.getvalue()
