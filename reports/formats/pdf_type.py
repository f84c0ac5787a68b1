"""The typefaces of PDF files: which one has a sign, how wide a text is, and setting a line of it.

Ours comes first; Latin letters that it lacks, as those of many names, come from the font that matplotlib brings.
Both are embedded, cut to the signs that are used. A sign that neither has becomes a box.
"""

import math
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import matplotlib as mpl
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from reports.figures.typeface import LEFT_OUT, UNKNOWN
from reports.fonts import FAMILY, FILE

BESIDES = "DejaVu Sans"
BOLD = 0.028
"""How much wider strokes are set where there is no bold face, as a share of the type size."""


@cache
def faces() -> tuple[tuple[str, frozenset[int]], ...]:
    """The typefaces in their order, each with the code points that it has."""
    besides = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    found = []
    for name, file in ((FAMILY, FILE), (BESIDES, besides)):
        font = TTFont(name, str(file))
        pdfmetrics.registerFont(font)
        found.append((name, frozenset(font.face.charToGlyph)))
    return tuple(found)


@lru_cache(maxsize=20000)
def set_in(sign: str) -> tuple[str, str, float]:
    """The typeface of a sign, what is shown for it, and its width as a share of the type size."""
    if unicodedata.category(sign) in LEFT_OUT:
        return FAMILY, "", 0.0
    if sign.isspace():
        sign = " "
    for name, signs in faces():
        if ord(sign) in signs:
            return name, sign, pdfmetrics.stringWidth(sign, name, 1)
    return set_in(UNKNOWN)


def width(text: str, size: float) -> float:
    """How wide a text is, in points."""
    return size * math.fsum(set_in(sign)[2] for sign in text)


def runs(text: str) -> Iterator[tuple[str, str]]:
    """The text in stretches of one typeface each: the typeface, and what is shown."""
    for name, signs in groupby((set_in(sign) for sign in text), key=lambda each: each[0]):
        yield name, "".join(shown for _, shown, _ in signs)


def put(canvas: Any, x: float, y: float, text: str, size: float, ink: str, bold: bool = False) -> None:
    """Set one line of text on a page, its beginning at *x* and its foot at *y*, in points."""
    line = canvas.beginText(x, y)
    line.setFillColor(HexColor(f"#{ink}"))
    if bold:
        canvas.saveState()
        canvas.setLineWidth(size * BOLD)
        line.setStrokeColor(HexColor(f"#{ink}"))
        line.setTextRenderMode(2)
    for name, shown in runs(text):
        line.setFont(name, size)
        line.textOut(shown)
    canvas.drawText(line)
    if bold:
        canvas.restoreState()


def cut(text: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis where it is wider than the room, in points."""
    if width(text, size) <= room:
        return text
    while text and width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text}…"
