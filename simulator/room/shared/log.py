"""The numbered logs from which clients catch up: one for each seat of each room, in memory and in files.

A log is made from the journal, which alone is the truth: one that is lost or torn is made anew.
"""

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from simulator.journal.disk import cannot_write

Line = Mapping[str, Any]


class EventLog(Protocol):
    """The logs of all rooms of a host. Numbers count from 0 in each."""

    def append(self, room: str, seat: str, line: Line) -> None:
        """Add a line. Raises `WriteError` where it cannot be kept."""
        ...

    def read(self, room: str, seat: str, since: int, most: int) -> list[Line]:
        """At most so many lines from a number on."""
        ...

    def count(self, room: str, seat: str) -> int:
        """How many lines there are."""
        ...

    def clear(self, room: str) -> None:
        """Forget a room's logs: they are made anew."""
        ...


class MemoryLog:
    """Logs in memory."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], list[Line]] = {}

    def append(self, room: str, seat: str, line: Line) -> None:
        self._lines.setdefault((room, seat), []).append(line)

    def read(self, room: str, seat: str, since: int, most: int) -> list[Line]:
        return self._lines.get((room, seat), [])[max(0, since) : max(0, since) + most]

    def count(self, room: str, seat: str) -> int:
        return len(self._lines.get((room, seat), ()))

    def clear(self, room: str) -> None:
        for key in [key for key in self._lines if key[0] == room]:
            del self._lines[key]


class FileLog(MemoryLog):
    """Logs in memory, and each in a file that other programs can follow: `ROOM/SEAT.events`, a JSON object a line."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def append(self, room: str, seat: str, line: Line) -> None:
        place = self._folder / room / f"{seat}.events"
        written = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        try:
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with place.open("a", encoding="utf-8") as file:
                file.write(f"{written}\n")
        except OSError as error:
            raise cannot_write(place, error) from error
        super().append(room, seat, line)

    def clear(self, room: str) -> None:
        super().clear(room)
        for place in sorted((self._folder / room).glob("*.events")):
            with contextlib.suppress(OSError):
                place.unlink()
