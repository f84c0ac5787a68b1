"""Units that are demanded at two places at once, by no order of which both expectations can be met (W415)."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.authoring.diagnostics import Finding
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.meaning.schedule import Time, argument, falls_due, ordered, travel
from simulator.language.said import say


@dataclass(frozen=True, slots=True)
class Demand:
    """An expectation that sends a unit to a place."""

    expectation: str
    path: KeyPath
    place: str
    due: Time
    limit: int


def demand_findings(matter: Matter) -> Iterator[Finding]:
    """Pairs of expectations that want one unit at two places within a time in which it cannot serve both."""
    for name in matter.scenario.units:
        demands = list(_demands(matter, name))
        for position, later in enumerate(demands):
            for earlier in demands[:position]:
                if _clash(matter, name, earlier, later):
                    yield _finding(matter, name, earlier, later)


def _demands(matter: Matter, unit: str) -> Iterator[Demand]:
    for name, expectation in matter.scenario.expectations.items():
        # What may be met by other means is no demand for this unit.
        if expectation.met is not None:
            continue
        for position, deed in ordered(matter, expectation):
            if deed.verb == "dispatch" and argument(deed, "unit") == unit:
                path: KeyPath = ("expectations", name, "do", position)
                place = argument(deed, "place")
                yield Demand(name, path, place, falls_due(matter, expectation), expectation.limit)


def _clash(matter: Matter, unit: str, one: Demand, other: Demand) -> bool:
    if one.place == other.place or one.due.event != other.due.event:
        return False
    return not _serves(matter, unit, one, other) and not _serves(matter, unit, other, one)


def _serves(matter: Matter, unit: str, first: Demand, then: Demand) -> bool:
    """Whether the unit can go to one place and from there be sent to the other in time: nobody sends it on the way."""
    order = matter.scenario.order("dispatch").takes
    base = matter.scenario.units[unit].base
    arrives = first.due.first + order + (travel(matter, base, first.place) or 0)
    return max(arrives, then.due.first) + order <= then.due.last + then.limit


def _finding(matter: Matter, unit: str, earlier: Demand, later: Demand) -> Finding:
    message = say("'{unit}' is demanded at '{place}' and at '{other}' at the same time",
                  unit=unit, place=earlier.place, other=later.place)  # fmt: skip
    remedy = say("send another unit, or let one of them be due later or have a longer limit")
    return matter.at("W415", later.path, message, remedy, related=earlier.path, note=say("demanded here too"))
