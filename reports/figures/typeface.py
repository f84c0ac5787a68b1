"""Which fonts figures are set in, and text made ready to be drawn.

Our own typeface comes first, so that Chinese looks the same on every machine; a sign it lacks is taken from
matplotlib's own font or from a Chinese font of the machine.
"""

import unicodedata
from functools import cache

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from reports.fonts import FAMILY, FILE

FALLBACKS = (
    "DejaVu Sans", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei",
)  # fmt: skip
UNKNOWN = "□"
"""Stands for a sign that no font has."""

LEFT_OUT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories that are not drawn: control and format characters, half pairs, private and unassigned."""


@cache
def families() -> tuple[str, ...]:
    """The families to be asked for a sign, in their order; those that this machine lacks are left out."""
    manager = font_manager.fontManager
    if not any(each.name == FAMILY for each in manager.ttflist):
        manager.addfont(FILE)
    known = {each.name for each in manager.ttflist}
    return (FAMILY, *(family for family in FALLBACKS if family in known))


@cache
def _drawn() -> frozenset[int]:
    """The code points that some family has."""
    found: set[int] = set()
    for family in families():
        path = font_manager.findfont(font_manager.FontProperties(family=[family]))
        found.update(FT2Font(path).get_charmap())
    return frozenset(found)


def drawable(text: str) -> str:
    """The text on one line, without what cannot be drawn; a sign that no font has becomes a box."""
    kept = "".join(sign for sign in text if sign.isspace() or unicodedata.category(sign) not in LEFT_OUT)
    return "".join(sign if ord(sign) in _drawn() else UNKNOWN for sign in " ".join(kept.split()))


def cells(text: str) -> int:
    """How wide a text is, in half-width cells: Chinese signs count two."""
    return len(text) + len([sign for sign in text if unicodedata.east_asian_width(sign) in "WF"])


def shortened(text: str, most: int) -> str:
    """The text ready to be drawn, cut with an ellipsis where it is wider than so many cells."""
    text = drawable(text)
    if cells(text) <= most:
        return text
    # Our typeface has the Chinese ellipsis, which stands at half height: strange after Latin letters.
    dots = "..." if text.isascii() else "…"
    while text and cells(text) > most - len(dots):
        text = text[:-1]
    return text.rstrip() + dots


def lines(text: str, most: int, count: int) -> str:
    """The text broken into at most *count* lines of *most* cells, at spaces or between Chinese signs."""
    found: list[str] = []
    rest = drawable(text)
    while rest and len(found) < count - 1 and cells(rest) > most:
        head, rest = _head(rest, most)
        found.append(head)
    return "\n".join([*found, shortened(rest, most)] if rest else found)


def _head(text: str, most: int) -> tuple[str, str]:
    """As much as fits, and what is left."""
    end, width = 0, 0
    while end < len(text) and width + cells(text[end]) <= most:
        width += cells(text[end])
        end += 1
    breaks = [place for place in range(1, end + 1) if _may_break(text, place)]
    end = breaks[-1] if breaks and breaks[-1] * 3 >= end else max(end, 1)
    return text[:end].rstrip(), text[end:].lstrip()


def _may_break(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place : place + 1]
    if before == " ":
        return True
    wide = cells(before) == 2 or cells(after) == 2
    return wide and unicodedata.category(after or " ") not in ("Pe", "Pf", "Po") and before not in "（《“「"
