"""A finished drill to walk through: what came, who did what, what the world did; and where a seat's time went."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from reports.card.model import Event
from reports.card.story import events
from reports.wording import Wording
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.journal.journal import Journal
from simulator.language.said import Said, say
from simulator.room.rewinding import Point
from tui.presentation.lookup import folded
from tui.presentation.text import shortened, wrapped

Kind = Literal["inject", "act", "world"]

KINDS: dict[Kind, Said] = {"inject": say("what came"), "act": say("who did what"), "world": say("what the world did")}
"""What came: injects and questions. Who did what: orders, answers, and what became of them."""

_CAME = (kinds.DELIVERED, kinds.UNDERSTOOD, kinds.PUT)
_DONE = (
    kinds.ORDER, kinds.ANSWER, kinds.SILENT, kinds.CARRIED_OUT, kinds.ANSWERED, kinds.FAILED, kinds.KEPT,
    kinds.BROKEN,
)  # fmt: skip


POINTS: dict[str, Said] = {
    "decision": say("{clock} asked: {what}"),
    "message": say("{clock} came: {what}"),
    "act": say("{clock} done: {what}"),
}
"""The moments to which one may go back, by their kind."""

LONGEST = 60
"""Cells of a question or an answer in a list."""

READING, ANSWERING = "reading", "answering"
"""What occupies a seat beside its orders."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event of a drill."""

    entry: int
    """Its sequence number in the journal."""
    time: int
    kind: Kind
    seats: tuple[str, ...]
    """Whose act it was, or whom it reached; none for the world."""
    told: Event
    """The same in words."""


def rows(wording: Wording, journal: Iterable[Entry]) -> tuple[Row, ...]:
    """The events of a drill in their order."""
    entries = {entry.number: entry for entry in journal}
    return tuple(_row(entries[told.entry], told) for told in events(wording, entries.values()))


def _row(entry: Entry, told: Event) -> Row:
    return Row(entry.number, entry.time, _kind(entry), _seats(entry), told)


def _kind(entry: Entry) -> Kind:
    if entry.kind in _CAME:
        return "inject"
    return "act" if entry.kind in _DONE else "world"


def _seats(entry: Entry) -> tuple[str, ...]:
    if entry.kind in (kinds.DELIVERED, kinds.UNDERSTOOD):
        return tuple(entry.payload["to"])
    return (entry.seat,) if entry.seat else ()


def filtered(
    found: Iterable[Row], *, kind: Kind | None = None, seat: str | None = None, word: str = ""
) -> tuple[Row, ...]:  # fmt: skip
    """Those of a kind, of a seat (the world's stay), and those whose words contain a word."""
    wanted = folded(word)
    return tuple(
        row
        for row in found
        if (kind is None or row.kind == kind)
        and (seat is None or not row.seats or seat in row.seats)
        and wanted in folded(f"{row.told.who} {row.told.what}")
    )


def row_lines(row: Row, width: int) -> list[str]:
    """One event: time, kind, who, what, and the journal's entry."""
    told = row.told
    who = f"{told.who}: " if told.who else ""
    return wrapped(f"{told.when} {told.kind} – {who}{told.what} [{row.entry}]", width, "", "    ")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time for which one thing occupied a seat."""

    what: str
    """`reading`, `answering`, or an order's verb."""
    begins: int
    ends: int
    seconds: int
    """Without what came in between: an order waits while its seat reads or answers."""


def stretches(journal: Iterable[Entry], seat: str) -> tuple[Stretch, ...]:
    """What occupied a seat, from when to when, in the order in which it ended."""
    found: list[Stretch] = []
    started: dict[object, int] = {}
    until = 0
    for entry in journal:
        if entry.seat != seat:
            continue
        if entry.kind == kinds.STARTED or (entry.kind in (kinds.OPEN, kinds.ANSWER) and entry.payload["accepted"]):
            started.setdefault(_about(entry), entry.time)
        elif entry.kind in (kinds.OPENED, kinds.ANSWERED):
            begins, until = max(started.pop(_about(entry), entry.time), until), entry.time
            found.append(Stretch(_doing(entry), begins, until, until - begins))
        elif entry.kind in (kinds.CARRIED_OUT, kinds.FAILED):
            begins = started.pop(_about(entry), entry.time)
            between = _between(found, begins, entry.time)
            found.append(Stretch(_doing(entry), begins, entry.time, entry.time - begins - between))
    return tuple(found)


def _between(found: Iterable[Stretch], begins: int, ends: int) -> int:
    """Seconds of reading and answering inside a time."""
    inside = 0
    for each in found:
        if each.what in (READING, ANSWERING):
            inside += max(0, min(each.ends, ends) - max(each.begins, begins))
    return inside


def _about(entry: Entry) -> object:
    payload = entry.payload
    match entry.kind:
        case kinds.OPEN:
            return ("message", payload["message"])
        case kinds.OPENED:
            return ("message", payload["number"])
        case kinds.ANSWER | kinds.ANSWERED:
            return ("decision", payload["decision"])
        case _:
            return payload["order"]


def _doing(entry: Entry) -> str:
    match entry.kind:
        case kinds.OPENED:
            return READING
        case kinds.ANSWERED:
            return ANSWERING
        case _:
            return str(entry.payload["verb"])


@dataclass(frozen=True, slots=True)
class Spent:
    """How long one thing occupied a seat in a whole drill."""

    what: str
    seconds: int
    times: int


def spent(journal: Iterable[Entry], seat: str) -> tuple[Spent, ...]:
    """Where a seat's time went, the longest first."""
    total: dict[str, Spent] = {}
    for each in stretches(journal, seat):
        before = total.get(each.what, Spent(each.what, 0, 0))
        total[each.what] = Spent(each.what, before.seconds + each.seconds, before.times + 1)
    return tuple(sorted(total.values(), key=lambda each: -each.seconds))


def spent_lines(wording: Wording, journal: Sequence[Entry], seat: str, width: int) -> list[str]:
    """Where a seat's time went, in words, and how long it was free."""
    doing = {READING: wording.say("reading messages"), ANSWERING: wording.say("answering")}
    lines: list[str] = []
    busy = 0
    for each in spent(journal, seat):
        values = {"what": doing.get(each.what) or wording.verb(each.what), "span": wording.span(each.seconds)}
        lines += wrapped(wording.say("{what}: {span} (times: {times})", times=each.times, **values), width, "  ")
        busy += each.seconds
    free = max(_played(wording, journal[-1].time if journal else 0) - busy, 0)
    return [*lines, *wrapped(wording.say("free: {span}", span=wording.span(free)), width, "  ")]


def _played(wording: Wording, until: int) -> int:
    """Exercise seconds up to a second, without the jumps between chapters."""
    chapters = wording.scenario.chapters.values()
    played = 0
    for chapter in chapters:
        played += max(0, min(until, chapter.ends) - chapter.starts)
    return played if chapters else until


def point_line(wording: Wording, journal: Journal, point: Point) -> str:
    """A moment to which a seat may go back: when, and what was asked, came or was done."""
    line = POINTS[point.kind].template
    return wording.say(line, clock=wording.clock(point.time), what=_at(wording, journal[point.entry]))


def _at(wording: Wording, entry: Entry) -> str:
    payload = entry.payload
    match entry.kind:
        case kinds.PUT:
            return shortened(wording.text(wording.scenario.decisions[payload["decision"]].text), LONGEST)
        case kinds.DELIVERED:
            return wording.inject(payload["inject"])
        case kinds.MESSAGE:
            return wording.seat(payload["from"]) if payload["from"] else wording.thing(payload["about"])
        case kinds.ANSWER:
            return shortened(wording.option(payload["decision"], payload["option"]), LONGEST)
        case _:
            return wording.order(payload["verb"], payload["with"])
