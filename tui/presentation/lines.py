"""What panes of the screen are filled with: lines with a tone, gathered into items that can be chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tui.presentation.signs import ELLIPSIS, RULE
from tui.presentation.text import cells, padded, wrapped

Tone = Literal["", "strong", "dim", "urgent", "head", "fresh"]
"""How a line is set. It never says more than the words and marks do: tones may all look alike."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, no wider than the pane it was made for."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Item:
    """Lines that belong together."""

    lines: tuple[Line, ...]
    key: str = ""
    """What choosing it means; empty where it cannot be chosen."""
    fresh: bool = False
    """Whether it has changed since the person last looked; a `+` stands before it then."""


def item(lines: Iterable[str], tone: Tone = "", key: str = "") -> Item:
    """Lines of one tone as an item."""
    return Item(tuple(Line(line, tone) for line in lines), key)


def items(lines: Iterable[str], tone: Tone = "") -> list[Item]:
    """Each line as an item of its own: text to be read, not chosen from."""
    return [item([line], tone) for line in lines]


def numbered(choices: Iterable[tuple[str, str]], width: int) -> list[Item]:
    """Choices, each a key and its text, with the numbers from 1 by which they are called."""
    return [item(wrapped(text, width, f"{place:>2}. "), key=key) for place, (key, text) in enumerate(choices, 1)]


def clipped(text: str, width: int) -> str:
    """The text cut with an ellipsis where it is wider than a width in cells; its blanks stay as they are."""
    if cells(text) <= width:
        return text
    kept, filled = "", 1
    for sign in text:
        filled += cells(sign)
        if filled > width:
            break
        kept += sign
    return kept + ELLIPSIS if width > 0 else ""


def spread(left: str, right: str, width: int) -> str:
    """Two texts on one line, at its two ends; the left one gives way."""
    right = clipped(right, width)
    room = max(width - cells(right) - (1 if right else 0), 0)
    return padded(clipped(left, room), width - cells(right)) + right


def ruled(title: str, width: int) -> tuple[str, str, str]:
    """A heading in three parts: a stub of the rule, the title, the rule to the end of the line."""
    named = f" {clipped(title, max(width - 6, 4))} "
    return RULE * 2, named, RULE * max(width - cells(named) - 2, 0)


def rule(title: str, width: int) -> str:
    """A heading that shows its bounds without colour: `── Inbox ─────`."""
    return "".join(ruled(title, width))


def texts(shown: Iterable[Item]) -> frozenset[str]:
    """What items say, to compare later ones with."""
    return frozenset(_text(each) for each in shown)


def freshened(now: Sequence[Item], looked: frozenset[str]) -> list[Item]:
    """The items, those marked fresh that did not say the same when the person last looked.

    *looked* is the `texts` of the items of that time. Where nothing was looked at yet, nothing is fresh.
    """
    return [replace(each, fresh=bool(looked) and _text(each) not in looked) for each in now]


def _text(shown: Item) -> str:
    return "\n".join(line.text for line in shown.lines)
