"""A file as its author sees it: its name, its lines, and places in them."""

import re
from dataclasses import dataclass, field

_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line. Lines and columns count from 1, columns in code points."""

    line: int
    column: int
    end_column: int
    """The column after the last character; above `column`."""

    @property
    def length(self) -> int:
        """Its characters, at least 1."""
        return max(1, self.end_column - self.column)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name, as it is shown, and its text."""

    file: str
    text: str
    lines: tuple[str, ...] = field(init=False)
    """Without their ends, which may be Windows', Unix's or old Macintosh's."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", tuple(_LINE_END.split(self.text)))

    def line(self, number: int) -> str:
        """Line *number*, from 1; empty past the end."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""
