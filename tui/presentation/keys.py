"""The line of keys as what it is read for: which key stands where."""

import re
from dataclasses import dataclass

from reports.wording import Wording
from simulator.language.said import Said
from tui.presentation.text import cells

_LABEL = re.compile(r"(\S+) \S+(?: \S+)*")
_KEY = re.compile(r"F\d{1,2}|Enter|Esc|Tab|Home|End|[0-9a-zA-Z?/]")
_NAMES = {"Esc": "escape", "?": "question_mark", "/": "slash"}


@dataclass(frozen=True, slots=True)
class Label:
    """One key with what it does, as it stands on a line; *start* and *end* in cells from the left."""

    text: str
    start: int
    end: int
    shown: str
    """The key as keyboards write it: `F10`, `Enter`, `1-9`."""

    @property
    def key(self) -> str:
        """The key's name as the terminal sends it; empty where several keys are meant, as in `1-9`."""
        return _NAMES.get(self.shown, self.shown.lower()) if _KEY.fullmatch(self.shown) else ""


def menu_line(wording: Wording, label: str, key: str, reason: Said | None) -> str:
    """A command as a menu lists it: its name with its key; where it is off, why."""
    line = f"{label} ({key})" if key else label
    return line if reason is None else wording.say("{command}: {reason}", command=line, reason=reason)


def labels_in(line: str) -> list[Label]:
    """The labels of a line of keys: two blanks part them, and the first word of each is the key."""
    return [
        Label(found[0], cells(line[: found.start()]), cells(line[: found.end()]), found[1])
        for found in _LABEL.finditer(line)
    ]
