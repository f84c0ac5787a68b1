"""Acts of a journal, fed again to a drill: all in their order, or those of a seat as a player."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from simulator.engine.drill import Drill
from simulator.engine.view import Message, Task, View
from simulator.journal.acts import Act, Answer, Cancel, Hint, Note, Open, Order, Reorder
from simulator.journal.entry import (
    ANSWER,
    CANCEL,
    DELIVERED,
    HINT,
    MESSAGE,
    NOTE,
    OPEN,
    ORDER,
    REORDER,
    Entry,
)

Key = tuple[str, str, str, int]
"""What tells a message of an inbox from the others whatever its number: inject, sender, topic, and which of
those alike it is, from 0.
"""

_ACTS: dict[str, Callable[[Any], Act]] = {
    ORDER: lambda payload: Order(payload["verb"], payload["with"]),
    ANSWER: lambda payload: Answer(payload["decision"], payload["option"]),
    OPEN: lambda payload: Open(payload["message"]),
    CANCEL: lambda payload: Cancel(payload["order"]),
    REORDER: lambda payload: Reorder(payload["order"], payload["to"]),
    NOTE: lambda payload: Note(payload["text"]),
    HINT: lambda payload: Hint(payload["about"]),
}


def act_of(entry: Entry) -> Act:
    """The act that an entry records. Raises KeyError where it records none, or not all of one."""
    return _ACTS[entry.kind](entry.payload)


def feed(drill: Drill, entries: Iterable[Entry]) -> None:
    """Give a fresh drill the acts among these entries, each at its own second and in their order."""
    for entry in entries:
        if entry.is_act and entry.seat is not None:
            pass_until(drill, entry.time)
            drill.submit(entry.seat, act_of(entry))


def pass_until(drill: Drill, second: int) -> None:
    """Let time pass to a second, however often something reaches a seat before it."""
    while drill.now < second and not drill.over:
        drill.advance(second)


class Replayed:
    """Plays one seat as a journal has it, whatever the others do now.

    Messages and orders are meant, not their numbers: those may differ in a drill that runs otherwise. What
    no longer exists is left out; what can no longer be done the drill refuses.
    """

    def __init__(self, entries: Iterable[Entry], seat: str) -> None:
        kept = list(entries)
        self._acts = [entry for entry in kept if entry.is_act and entry.seat == seat]
        self._orders = {entry.payload.get("order"): entry for entry in self._acts if entry.kind == ORDER}
        self._messages = dict(_keys(_delivered(kept, seat)))
        self._next = 0

    def wakes(self) -> int | None:
        return self._acts[self._next].time if self._next < len(self._acts) else None

    def act(self, view: View) -> Iterator[Act]:
        while self._next < len(self._acts) and self._acts[self._next].time <= view.time:
            entry = self._acts[self._next]
            self._next += 1
            act = self._meant(act_of(entry), view)
            if act is not None:
                yield act

    def _meant(self, act: Act, view: View) -> Act | None:
        """The same act in this drill's numbers; nothing where what it is about does not exist here."""
        match act:
            case Open(message=number):
                numbers = {key: found for found, key in _keys(_seen(view))}
                found = numbers.get(self._messages.get(number, ("", "", "", -1)))
                return None if found is None else Open(found)
            case Cancel(order=order):
                waiting = self._waiting(order, view)
                return None if waiting is None else Cancel(waiting)
            case Reorder(order=order, to=place):
                waiting = self._waiting(order, view)
                return None if waiting is None else Reorder(waiting, place)
            case _:
                return act

    def _waiting(self, order: int, view: View) -> int | None:
        """The number that a recorded order bears here, while it waits."""
        entry = self._orders.get(order)
        if entry is None:
            return None
        return next((task.order for task in view.queue if _is_recorded(task, entry)), None)


def _is_recorded(task: Task, entry: Entry) -> bool:
    """Whether a waiting order is the recorded one; defaults that the drill filled in stand in the task alone."""
    written = entry.payload["with"].items()
    same = all(task.arguments.get(name) == value for name, value in written)
    return same and (task.verb, task.given) == (entry.payload["verb"], entry.time)


def _delivered(entries: list[Entry], seat: str) -> Iterator[tuple[int, str, str, str]]:
    """The messages that reached a seat in a journal: number, inject, sender, topic."""
    for entry in entries:
        payload = entry.payload
        if entry.kind == DELIVERED and seat in payload["numbers"]:
            yield payload["numbers"][seat], payload["inject"], "", ""
        elif entry.kind == MESSAGE and entry.seat == seat:
            yield payload["number"], "", payload["from"], payload["about"]


def _seen(view: View) -> Iterator[tuple[int, str, str, str]]:
    """The same of a view's inbox."""
    for message in view.inbox:
        yield _as_delivered(message)


def _as_delivered(message: Message) -> tuple[int, str, str, str]:
    # An inject has a topic of its own in no journal, so it is told by its id alone.
    if message.inject:
        return message.number, message.inject, "", ""
    return message.number, "", message.sender, message.about


def _keys(messages: Iterator[tuple[int, str, str, str]]) -> Iterator[tuple[int, Key]]:
    """Each message's number with its key."""
    alike: dict[tuple[str, str, str], int] = {}
    for number, inject, sender, about in messages:
        same = (inject, sender, about)
        alike[same] = alike.get(same, -1) + 1
        yield number, (*same, alike[same])
