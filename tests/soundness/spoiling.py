"""Spoils files and values at random, as slips of the hand, bad transfers and malice do."""

import json
from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from simulator.journal.entry import Entry

DEEP: Any = []
for _ in range(60):
    DEEP = [DEEP]

ODD: tuple[Any, ...] = (
    None, True, "", "x", "residents", "9" * 400, -1, 0, 1, 10**15, 10**40, 1e308, -0.0, 1e-12, [], {}, [[]], DEEP,
    {"x": {"x": None}}, "15d", "99999d", "0s", "-5m", "12x", "a..b", "5m..1m", "\u202e", "\ud800", "\x1b[2J", "{x}",
    "{" * 50, "a.b.c.d", "and", "not not not", "((((((((", "1 + " * 200 + "1", "since(since(since(x)))", "=1+1",
    "%s%n{0}{__class__}", "../../x", "0x1F", "1e9999", "۵", "m²", "\n", "　", "yes", "null",
)  # fmt: skip
"""Values that stand where others are meant."""


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside a value."""
    items: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    return [here, *(path for key, inner in items for path in paths(inner, (*here, key)))]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """A copy of a value in which another stands at the end of a path."""
    if not path:
        return new
    key, *rest = path
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[key] = replaced(copy[key], tuple(rest), new)
    return copy


@st.composite
def spoilt_values(draw: st.DrawFn, value: Any) -> Any:
    """The value with one to three things inside it otherwise: odd, gone, swapped, or under another name."""
    for _ in range(draw(st.integers(1, 3))):
        every = paths(value)[1:]
        if not every:
            return value
        path = every[draw(st.integers(0, len(every) - 1))]
        other = every[draw(st.integers(0, len(every) - 1))]
        if draw(st.integers(0, 3)):
            value = replaced(value, path, draw(st.sampled_from(ODD)))
        else:
            value = replaced(value, path, at(value, other))
    return value


def at(value: Any, path: tuple[Any, ...]) -> Any:
    """What stands at the end of a path."""
    for key in path:
        value = value[key]
    return value


@st.composite
def spoilt_text(draw: st.DrawFn, text: str) -> str:
    """The text with stretches taken out, doubled, swapped for odd ones or moved."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = text[start:end]
        new = draw(st.sampled_from(("", piece * 2, piece[::-1], "\t", "  ", "\n", ": ", "- ", "'", '"', "[", "{",
                                    "&a ", "*a", "!!python/object:os.system ", "#", "|\n",
                                    "\u202e", "\x00", "1e400", "？")))  # fmt: skip
        text = text[:start] + new + text[end:]
    return text


@st.composite
def spoilt_bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with some flipped, some cut out, some put in, or the end gone."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 3000)))
        new = draw(st.sampled_from((b"", b"\0" * (end - start), b"\n", data[:50], b"\xff", b"]" * 9, b"1" * 5000)))
        data = data[:start] + new + data[end:]
    return data


class Forged(list[Entry]):
    """Entries, of which a failing test shows the forged ones."""

    def __init__(self, entries: list[Entry]) -> None:
        super().__init__(entries)
        self.true = tuple(entries)

    def __repr__(self) -> str:
        other = [entry for entry, true in zip(self, self.true, strict=True) if entry is not true]
        return ascii([(entry.number, entry.seat, entry.kind, str(entry.payload)[:2000]) for entry in other])


@st.composite
def spoilt_entries(draw: st.DrawFn, entries: list[Entry]) -> Forged:
    """The entries with something inside one or two of them otherwise; the chain over them can be made anew."""
    found = Forged(entries)
    for _ in range(draw(st.integers(1, 2))):
        number = draw(st.integers(0, len(found) - 1) | st.just(0))
        entry = found[number]
        payload = draw(spoilt_values(json.loads(json.dumps(dict(entry.payload)))))
        kind = draw(st.sampled_from((entry.kind, entry.kind, entry.kind, found[-1].kind, "act.order", "closing")))
        seat = draw(st.sampled_from((entry.seat, entry.seat, "nobody", "@control", None)))
        if isinstance(payload, dict):
            found[number] = Entry(entry.number, entry.time, seat, kind, payload, entry.wall)
    return found
