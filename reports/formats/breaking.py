"""Where lines break in Chinese and English, whatever measures them: nothing of typefaces stands here.

Chinese breaks between characters, Latin words stay whole, no closing mark begins a line and no opening one ends it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

CLOSING = "，。、；：？！）】》」』〉〕％”’…,.;:?!)]}%·—"
OPENING = "（【《「『〈〔“‘([{"
_PARTS = re.compile(r"\S+(?: [%％，。、；：？！）】》」』]\S*)*|\s+")
"""What stands between spaces; a closing mark after a space belongs to what is before it."""

Measure = Callable[[str], float]
"""How wide a text is, in the unit of the line's width: the sum of its characters' widths."""


def broken(text: str, width: float, measure: Measure) -> list[str]:
    """The text in lines of at most *width*; its own line breaks stay. What is wider than a line alone is cut."""
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, width, measure)]


def widest_word(text: str, measure: Measure) -> float:
    """The width below which a word of the text would be cut."""
    return max((measure(word) for _, word in _words(text)), default=0.0)


def _lines(paragraph: str, width: float, measure: Measure) -> list[str]:
    found, line, filled = [], "", 0.0
    for gap, word in _words(paragraph):
        added = measure(gap + word)
        if line and filled + added <= width:
            line, filled = line + gap + word, filled + added
            continue
        if line:
            found.append(line)
        while measure(word) > width and len(word) > 1:
            end = _fitting(word, width, measure)
            found.append(word[:end])
            word = word[end:]
        line, filled = word, measure(word)
    return [*found, line]


def _fitting(word: str, width: float, measure: Measure) -> int:
    """How many characters of a word fit into a line, at least one."""
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(word[:middle]) <= width else (low, middle - 1)
    return low


def _words(paragraph: str) -> Iterator[tuple[str, str]]:
    """What must stay on one line, each with the gap before it."""
    gap = ""
    for part in _PARTS.findall(paragraph):
        if part.isspace() and part != "\u00a0":
            gap = " "
            continue
        for word in _cut(part):
            yield gap, word
            gap = ""


def _cut(part: str) -> Iterator[str]:
    """A part of the text at every place where a line may end."""
    begin = 0
    for place in range(1, len(part)):
        if _may_break(part[place - 1], part[place]):
            yield part[begin:place]
            begin = place
    yield part[begin:]


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters: at a Chinese one, or outside a quotation."""
    if before in OPENING or after in CLOSING or " " in (before, after):
        return False
    return before == "”" or after == "“" or _is_wide(before) or _is_wide(after)


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"
