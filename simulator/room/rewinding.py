"""Going back in a practice: the points to which a seat may go, and a new drill that goes on from one of them.

The drill that is left stays as it is. The new one has a journal of its own, whose header names its parent; what
was done before the point is done again in it, at its own seconds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from simulator.errors import CallError, JournalError
from simulator.journal.entry import ANSWER, DELIVERED, HEADER, MESSAGE, ORDER, PUT, Entry
from simulator.journal.file import JournalFile
from simulator.journal.journal import Journal
from simulator.journal.lines import canonical
from simulator.journal.reading import read_journal
from simulator.language.said import say
from simulator.players.replay import act_of
from simulator.room.opening import Opened, Wall, drill_of, people, room_of
from simulator.room.room import Clock, Room

Kind = Literal["decision", "message", "act"]

MOST_NAMES = 1000
"""So many names are tried for a new journal."""


@dataclass(frozen=True, slots=True)
class Point:
    """A moment of a drill to which a seat may go back."""

    entry: int
    """The sequence number of what happened there."""
    time: int
    """The exercise second of it."""
    kind: Kind
    """Put to the seat, come to the seat, or done by it."""
    name: str
    """The decision, the inject (or the topic of a message), the order's verb."""

    @property
    def stands(self) -> int:
        """The second at which the new drill stands: just before an act, just after anything else."""
        return self.time if self.kind == "act" else self.time + 1


@dataclass(frozen=True, slots=True)
class Left:
    """The drill that is left for one that goes on from a point of it."""

    journal: Journal
    head: str
    """The hash of its last line at that time."""
    path: Path


def points(journal: Iterable[Entry], seat: str) -> tuple[Point, ...]:
    """What is worth going back to, in its order: decisions put to the seat, messages to it, what it did."""
    return tuple(point for entry in journal if (point := _point(entry, seat)) is not None)


def _point(entry: Entry, seat: str) -> Point | None:
    payload = entry.payload
    if entry.kind == DELIVERED:
        return Point(entry.number, entry.time, "message", payload["inject"]) if seat in payload["numbers"] else None
    if entry.seat != seat:
        return None
    match entry.kind:
        case kind if kind == PUT:
            return Point(entry.number, entry.time, "decision", payload["decision"])
        case kind if kind == MESSAGE:
            return Point(entry.number, entry.time, "message", payload["about"])
        case kind if kind == ORDER and payload["accepted"]:
            return Point(entry.number, entry.time, "act", payload["verb"])
        case kind if kind == ANSWER and payload["accepted"]:
            return Point(entry.number, entry.time, "act", payload["decision"])
        case _:
            return None


def left_of(opened: Opened) -> Left:
    """The drill of an open room, to be left: still running, or over."""
    return Left(opened.room.drill.journal, opened.file.head, opened.file.path)


def left_at(path: Path) -> Left:
    """The drill that stands in a file, finished or not.

    Raises `FileError` where it cannot be opened, `JournalError` where it cannot be relied on.
    """
    reading = read_journal(path)
    return Left(reading.journal, reading.head, path)


def must_be_practice(journal: Journal) -> None:
    """Raises `CallError` for a drill that is assessed, or in which nobody practises."""
    if journal.header["mode"] != "practice":
        raise CallError(say("only a practice can be rewound"), say("an assessed drill stands as it was played"))


def beside(path: Path) -> Path:
    """A free name for a journal that goes on from the one at *path*: `mass-2.jsonl` for `mass.jsonl`."""
    names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, MOST_NAMES))
    for name in names:
        if not name.exists():
            return name
    raise CallError(say("there are too many journals beside {path}", path=str(path)), say("move some of them away"))


def rewind(
    left: Left, point: Point, path: Path, clock: Clock, wall: Wall | None, *, steps: bool = False
) -> Opened:  # fmt: skip
    """A room that stands paused at a point of another drill, with a new journal at *path* that names its parent.

    What the persons did before the point is done again; such acts bear no wall time, since nobody did them now.
    Raises `CallError` for a drill that is no practice, as `JournalFile` does for the new file, and `JournalError`
    where this program no longer runs the drill as it is recorded; then no new file is left.
    """
    must_be_practice(left.journal)
    header = {**left.journal.header, "parent": _parent(left, point)}
    copied = Copied(wall)
    drill = drill_of(header, copied if wall else None)
    copied.live = False
    file = JournalFile(path)
    try:
        room = room_of(drill, file, clock, steps)
        _bring_to(room, left.journal, point)
    except BaseException:
        file.close()
        path.unlink(missing_ok=True)
        raise
    copied.live = True
    return Opened(room, file)


class Copied:
    """The wall time of a drill that begins with what was done in another: none while that is being done again."""

    def __init__(self, wall: Wall | None) -> None:
        self._wall = wall
        self.live = True

    def __call__(self) -> str | None:
        return self._wall() if self._wall and self.live else None


def _parent(left: Left, point: Point) -> Mapping[str, Any]:
    """What the new journal's header says of the one it goes on from."""
    return {"head": left.head, "file": left.path.name, "entry": point.entry, "time": point.time}


def _bring_to(room: Room, recorded: Journal, point: Point) -> None:
    persons = people(recorded.header["seats"])
    room.bring_to(0)
    for entry in recorded:
        if entry.number >= point.entry:
            break
        if entry.is_act and entry.seat in persons:
            room.bring_to(entry.time)
            room.act(entry.seat, act_of(entry))
    room.bring_to(point.stands)
    _must_be_same(room.drill.journal, recorded, until=point.entry)


def _must_be_same(again: Journal, recorded: Journal, until: int) -> None:
    """Raises `JournalError` where the drill has run otherwise than it is recorded up to an entry."""
    for entry in recorded:
        if entry.number >= until:
            return
        if entry.number >= len(again) or not _same(entry, again[entry.number]):
            message = say("the drill cannot be rewound: it now runs otherwise than it is recorded")
            raise JournalError(message, say("verify the journal; another version may have written it"))


def _same(recorded: Entry, again: Entry) -> bool:
    if recorded.kind == HEADER:
        return again.kind == HEADER
    one, other = ((each.time, each.seat, each.kind) for each in (recorded, again))
    return one == other and canonical(recorded.payload) == canonical(again.payload)
