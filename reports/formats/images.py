"""Figures as pictures: for other documents, and as files of their own, which then bear title, mark and seal."""

import io
from collections.abc import Mapping
from typing import Literal

from matplotlib.figure import Figure as Drawn
from matplotlib.transforms import Bbox

from reports.figures.drawing import SIZE, drawing
from reports.figures.palette import INK, PAPER, POOR, SOFT
from reports.figures.typeface import drawable, shortened
from reports.formats.ready import figures, ready
from reports.formats.seal import sealed
from reports.paper.model import Figure, Paper

DOTS = 200
"""Dots per inch of a picture."""
HEAD, FOOT = 0.55, 0.3
"""Inches above and below a figure for its title with the mark, and for the seal."""
CELLS_PER_INCH = 72 / (SIZE * 0.54)

_NOTHING = {"svg": {"Date": None, "Creator": None, "Format": None, "Type": None}, "png": {"Software": None}}


def files(paper: Paper, form: Literal["svg", "png"]) -> Mapping[str, bytes]:
    """Every figure of a paper by its name, as a picture that can go its own way."""
    whole = ready(paper)
    return {each.name: _file(each, whole, form) for each in figures(whole)}


def picture(figure: Figure) -> bytes:
    """A figure as PNG on white, to stand in a document that bears the mark."""
    with drawing(), io.BytesIO() as made:
        figure.draw().savefig(made, format="png", dpi=DOTS, facecolor=PAPER, metadata=_NOTHING["png"])
        return made.getvalue()


def _file(figure: Figure, paper: Paper, form: Literal["svg", "png"]) -> bytes:
    drawn = figure.draw()
    across, tall = drawn.get_size_inches()
    area = Bbox([[0, -FOOT], [across, tall + HEAD]])
    said = {"Title": f"{paper.exercise} – {figure.title}", "Description": "\n".join(
        [figure.description, *(f"{name} {value}" for name, value in sealed(paper))])}  # fmt: skip
    with drawing(), io.BytesIO() as made:
        _mark(drawn, figure, paper)
        drawn.savefig(made, format=form, dpi=DOTS, facecolor=PAPER, bbox_inches=area, metadata=_NOTHING[form] | said)
        return made.getvalue()


def _mark(drawn: Drawn, figure: Figure, paper: Paper) -> None:
    """Write the mark and the titles above a figure, the seal below it."""
    across, tall = drawn.get_size_inches()
    room = int(across * CELLS_PER_INCH * 0.7)
    left, right = 0.1 / across, 1 - 0.1 / across
    drawn.text(left, 1 + 0.3 / tall, shortened(figure.title, room), color=INK, size=SIZE * 1.3)
    drawn.text(left, 1 + 0.12 / tall, shortened(f"{paper.kind} – {paper.title}", room), color=SOFT)
    drawn.text(right, 1 + 0.3 / tall, drawable(paper.exercise), color=POOR, size=SIZE * 1.3, ha="right")
    for name, value in sealed(paper):
        drawn.text(left, -0.18 / tall, drawable(f"{name} {value}"), color=SOFT, size=SIZE * 0.85)
