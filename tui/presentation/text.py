"""Lines of a given width in Chinese and English: measured in terminal cells, broken where a reader would.

Chinese breaks between characters, Latin words stay whole, and no closing mark begins a line.
"""

import re
from collections.abc import Iterator

from wcwidth import wcswidth, wcwidth

WIDE_CLOSING = "，。、；：？！）】》」』〉〕％"
CLOSING = WIDE_CLOSING + "”’…,.;:?!)]}%"
OPENING = "（【《「『〈〔“‘([{"
_STRAY_SPACE = re.compile(rf"\s+(?=[{WIDE_CLOSING}])")
"""Chinese puts none before a closing mark."""


def cells(text: str) -> int:
    """How many terminal cells a text fills; control characters fill none."""
    width: int = wcswidth(text)
    return width if width >= 0 else _cells_of(text)


def _cells_of(text: str) -> int:
    filled = 0
    for sign in text:
        filled += max(wcwidth(sign), 0)
    return filled


def padded(text: str, width: int) -> str:
    """The text filled up with spaces to a width in cells; a longer one stays as it is."""
    return text + " " * (width - cells(text))


def shortened(text: str, width: int) -> str:
    """The text on one line, cut with an ellipsis where it is wider than a width in cells."""
    text = " ".join(printable(text).split())
    if cells(text) <= width:
        return text
    return _head(text, max(width - 1, 0)) + "…"


def printable(text: str) -> str:
    """The text without control characters and without marks that turn the direction of writing."""
    return "".join(sign for sign in text if sign == "\n" or (wcwidth(sign) >= 0 and sign not in _TURNING))


_TURNING = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text in lines of at most *width* cells; *first* and *rest* stand before them.

    Line breaks of the text stay. A word that is wider than a line is cut.
    """
    after = " " * cells(first) if rest is None else rest
    lines: list[str] = []
    for paragraph in printable(text).split("\n"):
        for line in _lines(paragraph, max(width - max(cells(first), cells(after)), 2)):
            lines.append((after if lines else first) + line)
    return [line.rstrip() for line in lines]


def _lines(paragraph: str, width: int) -> list[str]:
    lines, line = [], ""
    for spaced, word in _words(paragraph, width):
        joined = f"{line} {word}" if spaced and line else line + word
        if line and cells(joined) > width:
            lines.append(line)
            joined = word
        line = joined
    return [*lines, line]


def _words(paragraph: str, width: int) -> Iterator[tuple[bool, str]]:
    """What must stay on one line, each with whether a space stands before it."""
    for part in _STRAY_SPACE.sub("", paragraph).split():
        spaced = True
        for word in _glued(_pieces(part)):
            for piece in _cut(word, width):
                yield spaced, piece
                spaced = False


def _pieces(part: str) -> list[str]:
    """Wide characters one by one, narrow ones in runs."""
    pieces: list[str] = []
    narrow = False
    for sign in part:
        now_narrow = wcwidth(sign) < 2
        if now_narrow and narrow:
            pieces[-1] += sign
        else:
            pieces.append(sign)
        narrow = now_narrow
    return pieces


def _glued(pieces: list[str]) -> list[str]:
    """Closing marks joined to what they close, opening ones to what they open."""
    words: list[str] = []
    for piece in pieces:
        if words and (piece[0] in CLOSING or words[-1][-1] in OPENING):
            words[-1] += piece
        else:
            words.append(piece)
    return words


def _cut(word: str, width: int) -> Iterator[str]:
    while cells(word) > width:
        head = _head(word, width)
        yield head
        word = word[len(head) :]
    yield word


def _head(text: str, width: int) -> str:
    """As much of the text's beginning as fits, at least one character where a width is left at all."""
    filled = 0
    for place, sign in enumerate(text):
        filled += max(wcwidth(sign), 0)
        if filled > width:
            return text[: max(place, 1 if width else 0)]
    return text
