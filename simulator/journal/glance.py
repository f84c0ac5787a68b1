"""A look at a journal's two ends: what was played, by whom, how far. Nothing is verified; a whole reading does that."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.clock import Malformed
from simulator.journal.entry import CLOSING, HEADER, Entry
from simulator.journal.lines import LINE_LIMIT, decode

TAIL = 256 * 1024
"""Bytes at the end of a file among which the last entries are looked for."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What a journal's first and last lines say."""

    path: Path
    scenario: str
    title: Any
    """The scenario's title as its author wrote it: a text, or texts by language."""
    seat: str
    """The first seat in which a person sits; empty where none does."""
    name: str
    mode: str
    time: int
    """The exercise second of the last entry."""
    ended: bool
    parent: bool
    """Whether it goes on from a point of another drill."""


def glance(path: Path) -> Glance | None:
    """A look at a journal; nothing where the file is none, or cannot be read."""
    with contextlib.suppress(OSError, Malformed, LookupError, TypeError, ValueError, AttributeError):
        first, last = _ends(path)
        return _glance(path, first, last) if first.kind == HEADER else None
    return None


def unfinished(folder: Path, most: int = 50) -> list[Glance]:
    """The drills in a folder that were left before their end, the latest first; *most* files are looked at."""
    with contextlib.suppress(OSError):
        files = sorted(folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime, reverse=True)
        found = (glance(path) for path in files[:most])
        return [each for each in found if each is not None and each.seat and not each.ended]
    return []


def _glance(path: Path, first: Entry, last: list[Entry]) -> Glance:
    header = first.payload
    people = [(seat, who["name"]) for seat, who in header["seats"].items() if who["player"] == "person"]
    seat, name = people[0] if people else ("", "")
    return Glance(
        path, header["scenario"], header["resolved"]["title"], seat, name, header["mode"],
        last[-1].time if last else 0, any(entry.kind == CLOSING for entry in last), header.get("parent") is not None,
    )  # fmt: skip


def _ends(path: Path) -> tuple[Entry, list[Entry]]:
    with path.open("rb") as file:
        first, _ = decode(file.readline(LINE_LIMIT).rstrip(b"\n"))
        begins = file.tell()
        file.seek(max(begins, os.fstat(file.fileno()).st_size - TAIL))
        lines = file.read(TAIL).split(b"\n")
    found: list[Entry] = []
    for line in lines:
        with contextlib.suppress(Malformed, ValueError, LookupError, TypeError):
            found.append(decode(line)[0])
    return first, found
