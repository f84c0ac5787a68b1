"""The lines of a journal file: one JSON object an entry, each with the hash of the line before.

The writing is canonical (fixed order of keys, no spaces, shortest floats), so that the same drill gives
the same bytes on every machine. What stands here knows bytes only, no files.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from simulator.clock import Malformed, from_journal, journal_time
from simulator.journal.entry import Entry

FIRST = "0" * 64
"""What the first line bears for the hash of a line before it."""

LINE_LIMIT = 4 * 1024 * 1024
"""No line is longer, in bytes."""

_TYPES: dict[str, tuple[type, ...]] = {
    "n": (int,), "t": (str,), "seat": (str, type(None)), "kind": (str,), "data": (dict,), "before": (str,),
    "wall": (str,),
}  # fmt: skip
_WITH_WALL = tuple(_TYPES)
_KEYS = _WITH_WALL[:-1]


def encode(entry: Entry, before: str) -> bytes:
    """The line of an entry, without its newline; *before* is the hash of the line before.

    Raises ValueError for a number that JSON does not have (NaN, infinity).
    """
    line: dict[str, Any] = {
        "n": entry.number, "t": journal_time(entry.time), "seat": entry.seat, "kind": entry.kind,
        "data": entry.payload, "before": before,
    }  # fmt: skip
    if entry.wall is not None:
        line["wall"] = entry.wall
    return canonical(line)


def canonical(value: Any) -> bytes:
    """A value as journals write it. Half a surrogate pair, which UTF-8 cannot hold, stays a JSON escape."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_plain)
    return written.encode("utf-8", "backslashreplace")


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


def line_hash(line: bytes) -> str:
    """SHA-256 of a line without its newline, in hexadecimal."""
    return hashlib.sha256(line).hexdigest()


def decode(line: bytes) -> tuple[Entry, str]:
    """The entry of a line without its newline, and the hash it bears of the line before.

    Raises ValueError where it is not what `encode` writes, to the byte.
    """
    try:
        data = json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    entry = _entry(data)
    if encode(entry, data["before"]) != line:
        raise ValueError("not in canonical form")
    return entry, data["before"]


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _entry(data: Any) -> Entry:
    if not isinstance(data, dict) or tuple(data) not in (_KEYS, _WITH_WALL):
        raise ValueError("other keys than an entry's")
    if any(type(data[key]) not in _TYPES[key] for key in data):
        raise ValueError("a value of another type than an entry's")
    try:
        time = from_journal(data["t"])
    except Malformed as error:
        raise ValueError("no journal time") from error
    return Entry(data["n"], time, data["seat"], data["kind"], data["data"], data.get("wall"))


def chain(entries: Iterable[Entry]) -> Iterable[bytes]:
    """The lines of a journal's entries, one after another, without newlines."""
    before = FIRST
    for entry in entries:
        line = encode(entry, before)
        yield line
        before = line_hash(line)


def head_hash(entries: Iterable[Entry]) -> str:
    """The hash of a journal's last line: whoever knows it knows the whole journal. `FIRST` for no entry."""
    head = FIRST
    for line in chain(entries):
        head = line_hash(line)
    return head
