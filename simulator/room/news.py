"""What has newly reached a seat: the difference between two of its views, oldest first."""

from dataclasses import dataclass
from typing import assert_never

from simulator.engine.view import Message, OpenDecision, Result, UnitView, View


@dataclass(frozen=True, slots=True)
class Came:
    """A message came into the inbox."""

    message: Message


@dataclass(frozen=True, slots=True)
class Read:
    """A message has been read to its end."""

    message: Message


@dataclass(frozen=True, slots=True)
class Asked:
    """A decision was put to the seat."""

    decision: OpenDecision


@dataclass(frozen=True, slots=True)
class Ended:
    """An order or an answer came to its end, or a decision closed in silence."""

    result: Result


@dataclass(frozen=True, slots=True)
class Arrived:
    """A unit of the seat is at its place."""

    unit: UnitView
    time: int


News = Came | Read | Asked | Ended | Arrived


def news(before: View | None, now: View) -> tuple[News, ...]:
    """What reached the seat between two views of it, oldest first; everything where there was none before."""
    found = [*_messages(before, now), *_decisions(before, now), *_results(before, now), *_units(before, now)]
    return tuple(sorted(found, key=when))


def when(item: News) -> int:
    """The exercise second at which it reached the seat."""
    match item:
        case Came(message):
            return message.time
        case Read(message):
            return message.opened or message.time
        case Asked(decision):
            return decision.put
        case Ended(result):
            return result.time
        case Arrived(time=time):
            return time
        case _:
            assert_never(item)


def _messages(before: View | None, now: View) -> list[News]:
    old = {message.number: message for message in before.inbox} if before else {}
    # A message that is interpreted now comes anew.
    came: list[News] = [
        Came(message)
        for message in now.inbox
        if message.number not in old or (message.understood and not old[message.number].understood)
    ]
    read = (m for m in now.inbox if m.opened is not None and (m.number not in old or old[m.number].opened is None))
    return [*came, *(Read(message) for message in read)]


def _decisions(before: View | None, now: View) -> list[News]:
    old = {(each.decision, each.put) for each in before.decisions} if before else set()
    return [Asked(each) for each in now.decisions if (each.decision, each.put) not in old]


def _results(before: View | None, now: View) -> list[News]:
    told = len(before.results) if before else 0
    return [Ended(result) for result in now.results[told:]]


def _units(before: View | None, now: View) -> list[News]:
    if before is None:
        return []
    due = {unit.unit: unit.arrives for unit in before.units if unit.status == "travelling"}
    return [
        Arrived(unit, due[unit.unit] or now.time) for unit in now.units if unit.status == "working" and unit.unit in due
    ]
