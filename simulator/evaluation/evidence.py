"""What a condition of the rubric is read against: the journal, as far as one seat's act or moment had come.

It knows what the journal records: acts, answers, injects, stages, decisions, states, what was told, and
incidents as their last entry left them. Orders count from the second at which they were carried out.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.clock import Malformed, time_of_day
from simulator.evaluation.given import Given, GivenAnswer, GivenOrder, counts, name_of
from simulator.evaluation.reading import Record
from simulator.language.quantity import Line, Quantity, Steady, Value
from simulator.scenario.arguments import deadline_on_clock
from simulator.scenario.names import places_of
from simulator.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Evidence:
    """A reader for conditions (`simulator.language.truth.Reader`)."""

    record: Record
    seat: str
    now: int
    until: int
    """The last entry that is known."""
    since: int = -1
    """Only acts carried out after this entry count."""
    told_until: int | None = None
    """The last entry whose telling counts; `until` where it is nothing."""
    only: Given | None = None
    """Where it is given, the one act that order patterns look at."""
    latest: Mapping[str, GivenOrder] = field(default_factory=dict)
    """The orders whose arguments `verb.argument` names; for others, the seat's first since then."""

    def quantity(self, path: str) -> Quantity:
        head, _, part = path.partition(".")
        scenario = self.record.scenario
        if head == "elapsed":
            return Line(0.0, 1.0, 0, whole=True)
        if head in scenario.decisions:
            return Steady(self._answer(head))
        if head in scenario.catalogue.orders:
            return Steady(self._argument(head, part))
        if head in scenario.state and path not in self.record.values:
            return Steady(scenario.state[head].start)
        if path in self.record.events:
            return Steady(self.happened(path) is not None)
        found = self.record.values[path].as_of(self.until) if path in self.record.values else None
        return Steady(_unrecorded(self, head, part)) if found is None else found

    def _answer(self, decision: str) -> Value:
        options = [answer.option for answer in self._acts(decision) if isinstance(answer, GivenAnswer)]
        return options[-1] if options else ""

    def _argument(self, verb: str, name: str) -> Value:
        given = self.latest.get(verb) or next(iter(self._orders(verb)), None)
        if not name:
            return given is not None
        if given is None:
            return ""
        value = argument(self.record.scenario, given, name)
        return "" if value is None else value

    def _acts(self, name: str) -> list[Given]:
        """The acts in sight that are a verb, or answers to a decision."""
        if self.only is not None:
            return [self.only] if name_of(self.only) == name else []
        acts = self.record.carried_out_of(self.seat, name)
        return [act for act in acts if counts(act, self.since, self.until)]

    def _orders(self, verb: str) -> list[GivenOrder]:
        return [act for act in self._acts(verb) if isinstance(act, GivenOrder)]

    def happened(self, path: str) -> int | None:
        if path in self.record.scenario.catalogue.orders:
            return self.acted(path, {}, "")
        return self.record.events[path].as_of(self.until) if path in self.record.events else None

    def acted(self, verb: str, arguments: dict[str, Value], moment: str) -> int | None:
        scenario = self.record.scenario
        fitting = [order for order in self._orders(verb) if fits(scenario, order, arguments)]
        seconds = [self._moment(order, moment) for order in fitting]
        return max((second for second in seconds if second is not None), default=None)

    def _moment(self, order: GivenOrder, moment: str) -> int | None:
        match moment:
            case "kept":
                entry, second = order.kept, order.kept_at
            case "broken":
                entry, second = order.broken, order.broken_at
            case _:
                entry, second = order.done, order.done_at
        return second if entry is not None and entry <= self.until else None

    def told(self, path: str) -> Value | None:
        until = self.until if self.told_until is None else self.told_until
        key = (self.seat, path)
        return self.record.told[key].as_of(until) if key in self.record.told else None


def at_acceptance(record: Record, given: Given) -> Evidence:
    """What the seat that acted knew when it gave its order, with this act alone in sight."""
    return Evidence(record, given.seat, given.accepted, given.entry, only=given)


def at_completion(record: Record, given: Given) -> Evidence:
    """How things stood when an act was carried out, with this act alone in sight."""
    done = given.entry if given.done is None else given.done
    second = given.accepted if given.done_at is None else given.done_at
    return Evidence(record, given.seat, second, done, told_until=given.entry, only=given)


def argument(scenario: Scenario, order: GivenOrder, name: str) -> Value | None:
    """The value of an order's argument, or its default where the order left it open."""
    known = scenario.order(order.verb).arguments.get(name)
    return order.arguments.get(name, None if known is None else known.default)


def fits(scenario: Scenario, order: GivenOrder, pattern: Mapping[str, Value]) -> bool:
    """Whether an order has the arguments of a pattern."""
    return all(argument_fits(scenario, order, name, wanted) for name, wanted in pattern.items())


def argument_fits(scenario: Scenario, order: GivenOrder, name: str, wanted: Value) -> bool:
    """Whether an argument has a value; a deadline fits where it is no later, counted from the order's second."""
    value, known = argument(scenario, order, name), scenario.order(order.verb).arguments.get(name)
    if known is None or known.kind != "deadline":
        return value is not None and value == wanted
    latest = _second(scenario, order.accepted, wanted)
    return isinstance(value, int | float) and latest is not None and value <= latest


def _second(scenario: Scenario, given: int, wanted: Value) -> float | None:
    """The exercise second that a deadline means: so long after the order, or a time of the scenario's clock."""
    if not isinstance(wanted, str):
        return given + wanted
    try:
        return deadline_on_clock(scenario, time_of_day(wanted), given)
    except Malformed:
        return None


def _unrecorded(evidence: Evidence, head: str, part: str) -> Value:
    """The value of what no entry has told yet: as the scenario starts it, otherwise nothing."""
    scenario = evidence.record.scenario
    if head in scenario.places:
        return _crowd(evidence, head, part)
    if head in scenario.units:
        return scenario.units[head].base if part == "place" else part == "free"
    return "calm" if part == "stage" else 0


def _crowd(evidence: Evidence, place: str, part: str) -> Value:
    """How many people of gatherings are at a place, and how close they stand."""
    where = evidence.record.scenario.places[place]
    names = [name for name, incident in evidence.record.scenario.incidents.items() if place in places_of(incident)]
    counts_here = [evidence.quantity(f"{name}.people").at(evidence.now) for name in names]
    people = int(math.fsum(count for count in counts_here if isinstance(count, int)))
    if part == "density":
        return people / where.area if where.area else 0.0
    if part == "full":
        return where.capacity is not None and people >= where.capacity
    return people
