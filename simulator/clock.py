"""Exercise time: whole seconds from the start of the exercise, and how people write it.

Durations in scenarios carry their unit (`90s`, `10m`, `1h30m`, `15d`); screens show the scenario's
own clock (`09:41`), journals `T+000:12:30`. Nothing here reads the machine's clock.
"""

import re

from simulator.errors import ContentError
from simulator.language.said import say

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
LONGEST = 10 * 365 * SECONDS["d"]
"""No duration is longer than ten years: law's longest terms are months."""

MOST_SHOWN = 80
"""Characters that a message repeats of what was written."""

_DURATION = re.compile(r"(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_JOURNAL = re.compile(r"T\+(\d{3,}):([0-5]\d):([0-5]\d)", re.ASCII)


class Malformed(ValueError):
    """A written value that cannot be read; carries the message and the offset of the fault in it."""

    def __init__(self, error: ContentError, start: int = 0, end: int | None = None, code: str = "E210") -> None:
        super().__init__(str(error))
        self.error = error
        self.start = start
        self.end = end
        self.code = code


def malformed(template: str, remedy: str = "", **values: object) -> Malformed:
    """A `Malformed` with this message and remedy (both templates over the same values, of which long ones are cut)."""
    values = {name: _short(value) for name, value in values.items()}
    return Malformed(ContentError(say(template, **values), say(remedy, **values) if remedy else None))


def _short(value: object) -> object:
    return f"{value[: MOST_SHOWN - 1]}…" if isinstance(value, str) and len(value) > MOST_SHOWN else value


def seconds(written: str) -> int:
    """Seconds of a duration such as `1h30m`; units d, h, m, s in that order, each at most once.

    Raises `Malformed` where the text is not one, or is longer than ten years.
    """
    match = _DURATION.fullmatch(written)
    if not match or not written:
        raise malformed(
            "'{written}' is not a duration",
            "write a number with its unit: 90s, 10m, 1h30m, 15d",
            written=written,
        )
    parts = zip(match.groups(), (86400, 3600, 60, 1), strict=True)
    total = 0
    for digits, size in parts:
        total += int(digits or 0) * size
    if total > LONGEST:
        raise malformed("'{written}' is longer than ten years", "check the unit: m is minutes", written=written)
    return total


def duration(total: int) -> str:
    """A duration as an author would write it: 5400 → `1h30m`; 0 → `0m`."""
    if total == 0:
        return "0m"
    written, rest = "", total
    for unit in ("d", "h", "m", "s"):
        amount, rest = divmod(rest, SECONDS[unit])
        written += f"{amount}{unit}" if amount else ""
    return written


def time_of_day(written: str) -> int:
    """Seconds since midnight of `07:40`. Raises `Malformed` where it is not a time of day."""
    match = _CLOCK.fullmatch(written)
    if not match:
        raise malformed("'{written}' is not a time of day", 'write it as "07:40"', written=written)
    return int(match[1]) * 3600 + int(match[2]) * 60


def on_clock(starts: int, time: int) -> str:
    """The scenario's clock at exercise second *time*, where second 0 was *starts* seconds after midnight."""
    minutes = (starts + time) // 60 % (24 * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def journal_time(time: int) -> str:
    """Exercise time as journals write it: 90 → `T+000:01:30`."""
    return f"T+{time // 3600:03d}:{time // 60 % 60:02d}:{time % 60:02d}"


def from_journal(written: str) -> int:
    """Exercise second of `T+000:01:30`. Raises `Malformed` where it is not one."""
    match = _JOURNAL.fullmatch(written)
    if not match:
        raise malformed("'{written}' is not a journal time", written=written)
    return int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3])
