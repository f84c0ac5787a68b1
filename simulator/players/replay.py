"""Acts of a journal, fed again to a drill: all in their order, or those of a seat as a player."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from simulator.engine.drill import Drill
from simulator.engine.view import Message, Task, View
from simulator.journal import entry as kinds
from simulator.journal.acts import (
    Act,
    Answer,
    Cancel,
    HandOver,
    Hint,
    Note,
    Open,
    Order,
    Reorder,
    Reply,
    Request,
)
from simulator.journal.controls import (
    Control,
    Deliver,
    Doing,
    Hold,
    Input,
    Release,
    Remark,
    Sit,
    Skip,
    Speak,
    Turning,
)
from simulator.journal.entry import CLOSING, DELIVERED, MESSAGE, ORDER, Entry

Key = tuple[str, str, str, int]
"""What tells a message of an inbox from the others whatever its number: inject, sender, topic, and which of
those alike it is, from 0.
"""

_ACTS: dict[str, Callable[[Any], Act]] = {
    kinds.ORDER: lambda payload: Order(payload["verb"], payload["with"]),
    kinds.ANSWER: lambda payload: Answer(payload["decision"], payload["option"]),
    kinds.OPEN: lambda payload: Open(payload["message"]),
    kinds.CANCEL: lambda payload: Cancel(payload["order"]),
    kinds.REORDER: lambda payload: Reorder(payload["order"], payload["to"]),
    kinds.NOTE: lambda payload: Note(payload["text"]),
    kinds.HINT: lambda payload: Hint(payload["about"]),
    kinds.REQUEST: lambda payload: Request(payload["to"], payload["verb"], payload["with"], payload["words"]),
    kinds.REPLY: lambda payload: Reply(payload["request"], payload["granted"], payload["words"]),
    kinds.HAND_OVER: lambda payload: HandOver(payload["to"], payload["words"]),
}

_CONTROLS: dict[str, type[Doing]] = {
    kinds.DELIVER: Deliver, kinds.HOLD: Hold, kinds.RELEASE: Release, kinds.SKIP: Skip, kinds.SPEAK: Speak,
    kinds.TURNING: Turning, kinds.SIT: Sit, kinds.REMARK: Remark,
}  # fmt: skip


def act_of(entry: Entry) -> Act:
    """The act that an entry records. Raises KeyError where it records none, or not all of one."""
    return _ACTS[entry.kind](entry.payload)


def input_of(entry: Entry) -> Input:
    """The act of a seat, or what was done from outside the seats, that an entry records. Raises as `act_of`."""
    made = _CONTROLS.get(entry.kind)
    if made is None:
        return act_of(entry)
    said = {name: entry.payload[name] for name in made.__dataclass_fields__}
    return Control(entry.payload["by"], made(**{name: _plain(value) for name, value in said.items()}))


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def feed(drill: Drill, entries: Iterable[Entry]) -> None:
    """Give a fresh drill the acts among these entries, each at its own second and in their order.

    Where they hold the drill's end and go on after it (with an evaluator's remarks), it ends there.
    """
    for entry in entries:
        if entry.is_act and entry.seat is not None:
            pass_until(drill, entry.time)
            drill.submit(entry.seat, input_of(entry))
        elif entry.kind == CLOSING:
            pass_until(drill, entry.time)
            drill.finish()


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

    def act(self, view: View) -> Iterator[Input]:
        while self._next < len(self._acts) and self._acts[self._next].time <= view.time:
            entry = self._acts[self._next]
            self._next += 1
            act = self._meant(input_of(entry), view)
            if act is not None:
                yield act

    def _meant(self, act: Input, view: View) -> Input | None:
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
