"""When a seat has room for one more act: what it was busy with in the recorded drill, second by second."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.journal import entry as kinds
from simulator.journal.entry import Entry


@dataclass(frozen=True, slots=True)
class Busy:
    """A stretch of a seat's attention, from its first second to the one at which it is free again."""

    starts: int
    ends: int
    entry: int
    """The act that takes it."""
    is_order: bool
    """Orders wait for one another; answering and reading come in between."""


def busy_times(entries: Sequence[Entry]) -> dict[str, list[Busy]]:
    """By seat what it carried out, answered and read; what was not done with by the end lasts to it."""
    reader = _Reader()
    for entry in entries:
        reader.take(entry)
    reader.end(entries[-1])
    return reader.found


def latest_room(busy: Iterable[Busy], takes: int, earliest: int, finish: int) -> int | None:
    """The latest second from *earliest* on at which the seat is free for so long and done by *finish*."""
    taken = list(busy)
    wished = [finish - takes, *(each.starts - takes for each in taken)]
    return max((second for second in wished if _is_free(taken, second, takes, earliest, finish)), default=None)


def _is_free(busy: Sequence[Busy], second: int, takes: int, earliest: int, finish: int) -> bool:
    inside = earliest <= second and second + takes <= finish
    return inside and not any(each.starts < second + takes and second < each.ends for each in busy)


def first_room(busy: Iterable[Busy], takes: int, earliest: int) -> int:
    """The first second from *earliest* on at which the seat is free for so long."""
    taken = list(busy)
    wished = [earliest, *(each.ends for each in taken)]
    last = max(wished) + takes
    return min(second for second in wished if _is_free(taken, second, takes, earliest, last))


def least_push(busy: Iterable[Busy], takes: int, earliest: int, finish: int) -> int | None:
    """The second at which something must be begun to be done by *finish* where there is no room: the one that makes
    the orders after it wait least, of equal ones the latest. Nothing where it cannot be done by then.
    """
    orders = sorted((each for each in busy if each.is_order), key=lambda each: each.starts)
    wished = {earliest, finish - takes, *(each.ends for each in orders), *(each.starts for each in orders)}
    begins = [second for second in sorted(wished) if earliest <= second <= finish - takes]
    free = [second for second in begins if not any(each.starts < second < each.ends for each in orders)]
    return min(free, key=lambda second: (_pushed(orders, second, takes), -second), default=None)


def _pushed(orders: Sequence[Busy], second: int, takes: int) -> int:
    """The seconds by which orders begin later, added up, with something else before them."""
    pushed, free = 0, second + takes
    for each in orders:
        if second <= each.starts < free:
            pushed += free - each.starts
            free += each.ends - each.starts
    return pushed


class _Reader:
    """Goes through a journal once."""

    def __init__(self) -> None:
        self.found: dict[str, list[Busy]] = {}
        self._acts: dict[int, Entry] = {}
        """Accepted orders by their numbers."""
        self._started: dict[int, int] = {}
        self._read: dict[tuple[str | None, int], Entry] = {}

    def take(self, entry: Entry) -> None:
        payload = entry.payload
        match entry.kind:
            case kinds.ORDER if payload.get("accepted"):
                self._acts[payload["order"]] = entry
            case kinds.STARTED:
                self._started[payload["order"]] = entry.time
            case kinds.CARRIED_OUT | kinds.FAILED:
                self._ended(entry, payload["order"])
            case kinds.ANSWER if payload.get("accepted"):
                self._acts[-entry.number] = entry
            case kinds.ANSWERED:
                self._keep(entry, self._acts[-payload["act"]], False)
            case kinds.OPEN if payload.get("accepted"):
                self._read.setdefault((entry.seat, payload["message"]), entry)
            case kinds.OPENED:
                self._keep(entry, self._read[entry.seat, payload["number"]], False)
            case _:
                pass

    def end(self, last: Entry) -> None:
        for number, starts in self._started.items():
            act = self._acts[number]
            self.found.setdefault(act.seat or "", []).append(Busy(starts, last.time, act.number, True))

    def _ended(self, entry: Entry, number: int) -> None:
        if number in self._started:
            self._keep(entry, self._acts[number], True, self._started.pop(number))

    def _keep(self, entry: Entry, act: Entry, is_order: bool, starts: int | None = None) -> None:
        begins = act.time if starts is None else starts
        self.found.setdefault(entry.seat or "", []).append(Busy(begins, entry.time, act.number, is_order))
