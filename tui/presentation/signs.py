"""The drawn signs of the screen and their plain twins, sign for sign, for terminals that show ASCII only.

Texts are composed with the drawn signs; what shows a line puts it into ASCII as its last step, as a
translator puts a message into a language. A twin is as wide as its sign, so no line is wrapped anew.
"""

from collections.abc import Mapping

RULE = "─"
ELLIPSIS = "…"
LEVELS = "▁▂▃▄▅▆▇█"
"""The heights of a sparkline, lowest first."""

CHOSEN, FRESH = ">", "+"
"""What stands before the marked item, and before one that has changed since the person last looked."""

TWINS: Mapping[str, str] = {
    RULE: "-", "━": "=", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┼": "+",
    **dict(zip(LEVELS, "_.,-=+*#", strict=True)), "░": ".", "▒": ":", "▓": "#",
    ELLIPSIS: ".", "–": "-", "—": "-", "×": "x", "·": ".", "•": "*", "“": '"', "”": '"', "‘": "'", "’": "'",
    "→": ">", "←": "<", "↑": "^", "↓": "v", "≤": "<", "≥": ">", "±": "~", "≈": "~", "−": "-", "✓": "v",
}  # fmt: skip
"""The signs that the program itself draws or sets, each with its twin."""

_TABLE = str.maketrans(dict(TWINS))


def in_ascii(text: str) -> str:
    """A line with the drawn signs as ASCII, as wide as before. People's words, Chinese for one, stay."""
    return text.translate(_TABLE)


def sparkline(shares: list[float]) -> str:
    """Shares in 0..1 as a line of levels, one sign each; values outside are taken for the nearest level."""
    top = len(LEVELS) - 1
    return "".join(LEVELS[round(min(max(share, 0.0), 1.0) * top)] for share in shares)
