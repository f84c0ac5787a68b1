"""When things can be at the earliest and at the latest, and how long acts and ways take at the least, in seconds."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.authoring.meaning.matter import Matter
from simulator.language.tree import Word
from simulator.scenario.deeds import Ordered, deed_of, deeds, due_of
from simulator.scenario.expectations import Expectation
from simulator.scenario.messages import Decision, Inject
from simulator.scenario.values import Moment

DAY = 86400

LONGEST_CHAIN = 100
"""Moments that count from one another, at most; what lies further back has no second of its own."""


@dataclass(frozen=True, slots=True)
class Time:
    """When something falls due: at a second of the drill, or so long after an event that has no second of its own."""

    event: str
    """Empty for a second of the drill."""
    first: int
    last: int


def delivered(matter: Matter, name: str, depth: int = 0) -> Time:
    """When an inject reaches its seats, or a decision is put."""
    scenario = matter.scenario
    message: Inject | Decision | None = scenario.injects.get(name) or scenario.decisions.get(name)
    if message is None or message.when is not None or message.at is None or depth > LONGEST_CHAIN:
        return Time(name, 0, 0)
    return moment(matter, message.at, depth + 1)


def moment(matter: Matter, written: Moment, depth: int = 0) -> Time:
    """When a moment is."""
    if written.clock is not None:
        second = (written.clock - matter.scenario.clock) % DAY
        return Time("", second, second)
    if not written.after:
        return Time("", written.window.low, written.window.high)
    start = delivered(matter, written.after, depth)
    return Time(start.event, start.first + written.window.low, start.last + written.window.high)


def put(matter: Matter, name: str) -> Time:
    """When a decision is put: at its own time, or with the one inject that asks it."""
    decision = matter.scenario.decisions[name]
    asking = [each for each, inject in matter.scenario.injects.items() if name in inject.asks]
    alone = decision.at is not None or decision.when is not None
    return delivered(matter, asking[0]) if len(asking) == 1 and not alone else delivered(matter, name)


def falls_due(matter: Matter, expectation: Expectation) -> Time:
    """When an expectation falls due for its seat."""
    due = due_of(matter.scenario, expectation) if "(" not in expectation.due else None
    if due is None or len(due.ids) != 1:
        return Time(expectation.due, 0, 0)
    return put(matter, due.ids[0]) if due.kind == "decision" else delivered(matter, due.ids[0])


def ordered(matter: Matter, expectation: Expectation) -> Iterator[tuple[int, Ordered]]:
    """The orders of `do` that the catalogue has, with their positions."""
    for position, condition in enumerate(expectation.do):
        deed = deed_of(condition)
        if isinstance(deed, Ordered) and deed.verb in matter.scenario.catalogue.orders:
            yield position, deed


def takes(matter: Matter, expectation: Expectation) -> int:
    """How long the orders and answers of `do` occupy the seat, one after another."""
    total = 0
    for deed in deeds(expectation):
        if not isinstance(deed, Ordered):
            total += matter.scenario.catalogue.attention.answer
        elif deed.verb in matter.scenario.catalogue.orders:
            total += matter.scenario.order(deed.verb).takes
    return total


def argument(deed: Ordered, name: str) -> str:
    """The word that an argument of an order is; empty where it is none."""
    words = (each.value.value for each in deed.arguments if each.name == name and isinstance(each.value, Word))
    return next(words, "")


def travel(matter: Matter, origin: str, place: str) -> int | None:
    """The least seconds from one place to another by the routes; nothing where none leads there."""
    least = {origin: 0}
    front = [origin]
    while front:
        here = front.pop()
        for route in matter.scenario.routes:
            if here in route.between:
                there = route.between[1] if route.between[0] == here else route.between[0]
                seconds = least[here] + route.travel.low
                if seconds < least.get(there, seconds + 1):
                    least[there] = seconds
                    front.append(there)
    return least.get(place)
