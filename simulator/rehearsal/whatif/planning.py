"""At which second each deed of the other world is given, so that it is carried out by its target where it can be.

A deed takes the latest time that the seat had free before its target. Where it had none, it comes where it makes the
orders after it wait least; these begin as soon as the seat is free, for nobody does two things at once. What cannot
be done by its target even so is done by its limit in the same way, and else when the seat first had the time.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from simulator.evaluation.reading import Record
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.language.tree import Told, walk
from simulator.rehearsal.whatif.mending import Mend, Wanted
from simulator.rehearsal.whatif.timetable import Busy, busy_times, first_room, latest_room, least_push
from simulator.scenario.deeds import Answered, Ordered


@dataclass(frozen=True, slots=True)
class Placed:
    """Something that is given in the other world."""

    at: int
    rank: tuple[int, int]
    """Its place among the acts of its second: before all that is recorded, or in the place of an entry."""
    wanted: Wanted
    reads: int | None = None
    """Instead of the deed, the message that is read for it: its number in the recorded drill."""
    entry: int | None = None
    """The recorded act that it stands for."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One other world, as far as it differs in what is given."""

    placed: tuple[Placed, ...]
    dropped: frozenset[int]
    """The recorded acts that are not given."""
    taken_back: tuple[int, ...]
    """Those of them in whose place nothing is done."""
    held: Mapping[int, int]
    """By an order's entry the second at which it had started, for those that had waited: it is given then."""
    unbegun: frozenset[int]
    """Orders of the seats concerned that were never begun: they waited, and are not given."""


class Planner:
    """Knows one recorded drill and plans other worlds."""

    def __init__(self, record: Record, entries: Sequence[Entry]) -> None:
        self._record, self._entries = record, entries
        self._busy = busy_times(entries)
        self._opens = _first_of(entries, kinds.OPEN, "message")
        self._put = _first_of(entries, kinds.PUT, "decision")

    def plan(self, mends: Iterable[Mend]) -> Plan:
        """The world in which these are put right together."""
        mends = tuple(mends)
        tasks = _distinct(mend.wanted for mend in mends)
        placed_for = {each.replaces.entry for task in tasks for each in task if each.replaces is not None}
        stays = {entry for mend in mends for entry in mend.stays}
        back = dict.fromkeys(act.entry for mend in mends for act in mend.taken_back if act.entry not in placed_for)
        dropped = {*back, *(placed_for - stays)}
        busy = {seat: [each for each in times if each.entry not in dropped] for seat, times in self._busy.items()}
        placed = [self._in_place(each) for task in tasks for each in task if each.in_place]
        for task in sorted(tasks, key=lambda task: min((each.finish for each in task), default=0)):
            placed += self._task([each for each in task if not each.in_place], busy)
        dropped |= {each.entry for each in placed if each.reads is not None and each.entry is not None}
        changed = self._changed(placed, dropped)
        return Plan(
            tuple(placed),
            frozenset(dropped),
            tuple(back),
            self._held(changed, dropped),
            self._unbegun(changed, dropped),
        )

    def _in_place(self, wanted: Wanted) -> Placed:
        """A deed at the second of the act that it replaces; an order that had waited, at that at which it began."""
        assert wanted.replaces is not None
        entry = wanted.replaces.entry
        begun = [each.starts for each in self._busy.get(wanted.seat, ()) if each.entry == entry]
        return Placed(max([wanted.replaces.accepted, *begun]), (1, entry), wanted, entry=entry)

    def _task(self, deeds: Sequence[Wanted], busy: dict[str, list[Busy]]) -> list[Placed]:
        """The deeds of one task in the order of the book: the last in the latest room, and each other before it."""
        if not deeds:
            return []
        times = busy.setdefault(deeds[0].seat, [])
        answers = [self._answer(each, each.deed, times) for each in deeds if isinstance(each.deed, Answered)]
        orders = [(each, each.deed) for each in deeds if isinstance(each.deed, Ordered)]
        rooms = self._rooms(orders, times)
        # What the deeds after each take.
        after = [*accumulate((self._takes(deed) for _, deed in reversed(orders)), initial=0)][-2::-1]
        placed: list[Placed] = []
        for index, (wanted, deed) in enumerate(orders):
            earliest = max([self._earliest(wanted, deed), *(each.at + 1 for each in placed)])
            start = self._turn(wanted, deed, earliest, times, after[index]) if rooms is None else rooms[index]
            placed += self._order(wanted, deed, start, times)
        return [*answers, *placed]

    def _rooms(self, orders: Sequence[tuple[Wanted, Ordered]], busy: Sequence[Busy]) -> list[int] | None:
        """The latest rooms for orders one after the other, reading included; nothing where they do not all fit."""
        found: list[int] = []
        for wanted, deed in reversed(orders):
            takes, finish = self._takes(deed), min([wanted.finish, *found])
            earliest = self._earliest(wanted, deed)
            start = latest_room(busy, takes, earliest, finish)
            if start is not None and self._unread(wanted, start):
                start = latest_room(busy, takes + self._reading(wanted), earliest, finish)
            if start is None:
                return None
            found.append(start)
        return found[::-1]

    def _turn(self, wanted: Wanted, deed: Ordered, earliest: int, busy: Sequence[Busy], after: int) -> int:
        """Where there is no room in time. *after* are the seconds that the deeds after it take."""
        takes = self._takes(deed) + (self._reading(wanted) if self._unread(wanted, earliest) else 0)
        first = first_room(busy, takes, earliest)
        start = least_push(busy, takes, earliest, wanted.finish - after)
        if start is not None or first + takes + after <= wanted.limit:
            return first if start is None else start
        start = least_push(busy, takes, earliest, wanted.limit - after)
        return first if start is None else start

    def _takes(self, deed: Ordered) -> int:
        return self._record.scenario.order(deed.verb).takes

    def _earliest(self, wanted: Wanted, deed: Ordered) -> int:
        return max(wanted.earliest, self._told(wanted.seat, deed))

    def _answer(self, wanted: Wanted, deed: Answered, busy: list[Busy]) -> Placed:
        """An answer comes in between, so it needs no room; where there is some it takes that."""
        put = self._put.get((wanted.seat, deed.decision))
        earliest = wanted.earliest if put is None else max(wanted.earliest, put.time + 1)
        option = self._record.scenario.decisions[deed.decision].options[deed.option]
        takes = self._record.scenario.catalogue.attention.answer if option.takes is None else option.takes
        last = wanted.finish if put is None else min(wanted.finish, put.payload["closes"] - 1 + takes)
        second = latest_room(busy, takes, earliest, last)
        at = max(earliest, last - takes) if second is None else second
        return self._put_at(at, takes, wanted, busy, is_order=False)

    def _order(self, wanted: Wanted, deed: Ordered, start: int, busy: list[Busy]) -> list[Placed]:
        """An order from a second on, with the reading before it where that had not been done."""
        if not self._unread(wanted, start):
            return [self._put_at(start, self._takes(deed), wanted, busy)]
        reading = self._reading(wanted)
        read = Placed(start, (0, len(busy)), wanted, wanted.message, self._open_of(wanted))
        busy.append(Busy(start, start + reading, -1, False))
        return [read, self._put_at(start + reading, self._takes(deed), wanted, busy)]

    def _put_at(self, at: int, takes: int, wanted: Wanted, busy: list[Busy], is_order: bool = True) -> Placed:
        busy.append(Busy(at, at + takes, -1, is_order))
        entry = None if wanted.replaces is None else wanted.replaces.entry
        return Placed(at, (0, len(busy)), wanted, entry=entry)

    def _unread(self, wanted: Wanted, second: int) -> bool:
        """Whether the message that makes it due had not been read by then."""
        if wanted.message is None:
            return False
        opened = self._record.opened.get((wanted.seat, wanted.message))
        return opened is None or opened > second

    def _open_of(self, wanted: Wanted) -> int | None:
        found = self._opens.get((wanted.seat, wanted.message))
        return None if found is None else found.number

    def _reading(self, wanted: Wanted) -> int:
        """Seconds that reading the message takes."""
        scenario, attention = self._record.scenario, self._record.scenario.catalogue.attention
        reached = self._record.deliveries.get(wanted.seat, ())
        about = next((each for each in reached if each.number == wanted.message and each.number is not None), None)
        if about is None:
            return 0
        if about.kind != "inject":
            return attention.answer
        text = scenario.injects[about.about].text
        return text.reading_seconds(attention.words_per_minute, attention.characters_per_minute)

    def _told(self, seat: str, deed: Ordered) -> int:
        """The first second at which the seat knows all that the order is to say, as far as it ever was told."""
        paths = [part.of.path for each in deed.arguments for part in walk(each.value) if isinstance(part, Told)]
        told = [self._record.told[seat, path].entries for path in paths if (seat, path) in self._record.told]
        return max((self._entries[entries[0]].time + 1 for entries in told if entries), default=0)

    def _changed(self, placed: Iterable[Placed], dropped: Iterable[int]) -> dict[str, int]:
        """By seat the second from which it does anything otherwise."""
        first: dict[str, int] = {}
        changes = [(each.wanted.seat, each.at) for each in placed]
        changes += [(self._entries[entry].seat or "", self._entries[entry].time) for entry in sorted(dropped)]
        for seat, second in changes:
            first[seat] = min(second, first.get(seat, second))
        return first

    def _held(self, changed: Mapping[str, int], dropped: Container[int]) -> dict[int, int]:
        """The orders that had waited and began after the first change: they keep the second they began."""
        return {
            each.entry: each.starts
            for seat, second in changed.items()
            for each in self._busy.get(seat, ())
            if each.is_order and each.entry not in dropped and each.starts > second
            and each.starts > self._entries[each.entry].time
        }  # fmt: skip

    def _unbegun(self, changed: Container[str], dropped: Container[int]) -> frozenset[int]:
        begun = {each.entry for times in self._busy.values() for each in times if each.is_order}
        orders = (order.entry for order in self._record.orders if order.seat in changed)
        return frozenset(entry for entry in orders if entry not in begun and entry not in dropped)


def _distinct(tasks: Iterable[Iterable[Wanted]]) -> list[list[Wanted]]:
    """By task its deeds; each replaced act once, and each deed that is added once a seat and target."""
    found: set[object] = set()
    kept: list[list[Wanted]] = []
    for task in tasks:
        mine: list[Wanted] = []
        for each in task:
            key = (each.seat, repr(each.deed), each.finish) if each.replaces is None else each.replaces.entry
            if key not in found:
                mine.append(each)
            found.add(key)
        kept.append(mine)
    return kept


def _first_of(entries: Iterable[Entry], kind: str, key: str) -> dict[tuple[str | None, object], Entry]:
    """The first entry of a kind for each seat and thing."""
    found: dict[tuple[str | None, object], Entry] = {}
    for entry in entries:
        if entry.kind == kind and entry.payload.get("accepted", True):
            found.setdefault((entry.seat, entry.payload[key]), entry)
    return found
