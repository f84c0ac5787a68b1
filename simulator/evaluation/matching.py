"""Which acts of a seat answer which expectation, and when it was met.

An expectation is due from the entry at which its trigger reached the seat; a repeated one has an instance
for each delivery, and each needs acts of its own after those of the one before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.evaluation.evidence import Evidence, argument_fits, at_acceptance
from simulator.evaluation.given import Delivery, Given, GivenAnswer, GivenOrder, name_of
from simulator.evaluation.moments import asked_at, points_of
from simulator.evaluation.reading import Record
from simulator.language.truth import holds, value_of
from simulator.scenario.deeds import Answered, Deed, Due, deeds, due_of, identity
from simulator.scenario.expectations import Expectation


@dataclass(frozen=True, slots=True)
class Instance:
    """One time that an expectation was due; an expectation that never was has one without `due`."""

    id: str
    number: int
    """From 1; above it only where the expectation repeats."""
    expectation: Expectation
    due: Delivery | None
    until: int
    """The last entry before the next instance falls due."""

    @property
    def seat(self) -> str:
        return self.expectation.of


@dataclass(frozen=True, slots=True)
class Match:
    """How an instance was met."""

    acts: tuple[Given | None, ...]
    """For each deed the first act that is it; nothing where a `met` of its own held without."""
    later: tuple[Given, ...]
    """Acts that could correct what the first ones did, in the order in which they were carried out."""
    since: int
    """Only acts carried out after this entry counted."""
    entry: int
    """The entry at which it was met."""
    at: int
    """Its second."""


def instances(record: Record, name: str) -> list[Instance]:
    """Every time that an expectation was due, in order."""
    expectation = record.scenario.expectations[name]
    reached = triggers(record, expectation)
    if not reached:
        return [Instance(name, 1, expectation, None, record.last)]
    if not expectation.repeat:
        return [Instance(name, 1, expectation, reached[0], record.last)]
    ends = [*(delivery.entry - 1 for delivery in reached[1:]), record.last]
    return [
        Instance(name, number, expectation, delivery, end)
        for number, (delivery, end) in enumerate(zip(reached, ends, strict=True), start=1)
    ]


def triggers(record: Record, expectation: Expectation) -> list[Delivery]:
    """What reached the seat and made the expectation due."""
    due = due_of(record.scenario, expectation)
    if due is None:
        return []
    return [delivery for delivery in record.deliveries.get(expectation.of, ()) if _is_trigger(due, delivery)]


def _is_trigger(due: Due, delivery: Delivery) -> bool:
    if delivery.kind != due.kind:
        return False
    if due.kind == "message":
        from_another = delivery.sender not in ("", delivery.seat)
        return from_another and (not due.ids or delivery.about in due.ids)
    return delivery.about in due.ids


def matches(record: Record, due: Sequence[Instance]) -> list[Match | None]:
    """How each instance of one expectation was met; nothing where it was not."""
    found: list[Match | None] = []
    floor = -1
    for instance in due:
        match = None if instance.due is None else _match(record, instance, max(instance.due.entry, floor))
        found.append(match)
        floor = record.last if match is None else max(floor, _last_of(match))
    return found


def _last_of(match: Match) -> int:
    return max([match.entry, *(act.done or 0 for act in match.acts if act is not None)])


def _match(record: Record, instance: Instance, since: int) -> Match | None:
    acts = [act for act in record.carried_out(instance.seat) if (act.done or 0) > since]
    wanted = deeds(instance.expectation)
    if instance.expectation.met is None:
        chosen = first_of_each(record, wanted, acts)
        done = [(act.done or 0, act.done_at or 0) for act in chosen if act is not None]
        if len(done) < len(chosen) or not done:
            return None
        entry, second = max(done)
    else:
        held = first_holding(record, instance, since)
        if held is None or not any((act.done or 0) <= held[0] for act in acts):
            return None
        entry, second = held
        chosen = first_of_each(record, wanted, [act for act in acts if (act.done or 0) <= entry])
    graded = {name for grade in instance.expectation.quality for name in record.lookup.reads(grade.when.tree)}
    later = [
        act for act in acts
        if (act.done or 0) <= instance.until
        and not any(first is not None and first.entry == act.entry for first in chosen)
        and (name_of(act) in graded or any(is_deed(record, deed, act) for deed in wanted))
    ]  # fmt: skip
    return Match(tuple(chosen), tuple(later), since, entry, second)


def first_of_each(record: Record, wanted: Sequence[Deed], acts: Sequence[Given]) -> list[Given | None]:
    """For each deed the first act that is it, none used twice; the most exactly named deed chooses first."""
    chosen: dict[int, Given] = {}
    for index in sorted(range(len(wanted)), key=lambda index: -_exactness(record, wanted[index])):
        taken = {act.entry for act in chosen.values()}
        fitting = (act for act in acts if act.entry not in taken and is_deed(record, wanted[index], act))
        first = next(fitting, None)
        if first is not None:
            chosen[index] = first
    return [chosen.get(index) for index in range(len(wanted))]


def _exactness(record: Record, deed: Deed) -> int:
    if isinstance(deed, Answered):
        return 0
    return len(identity(record.scenario, deed.verb, {argument.name: None for argument in deed.arguments}))


def is_deed(record: Record, deed: Deed, given: Given) -> bool:
    """Whether an act is a deed: any answer to its decision, or its order with the arguments that say which."""
    if isinstance(deed, Answered):
        return isinstance(given, GivenAnswer) and given.decision == deed.decision
    if not isinstance(given, GivenOrder) or given.verb != deed.verb:
        return False
    known = at_acceptance(record, given)
    values = {argument.name: value_of(argument.value, known) for argument in deed.arguments}
    return all(
        value is not None and argument_fits(record.scenario, given, name, value)
        for name, value in identity(record.scenario, deed.verb, values).items()
    )


def first_holding(record: Record, instance: Instance, since: int) -> tuple[int, int] | None:
    """The entry and the second at which the instance's own `met` first holds; nothing where it never does."""
    assert instance.expectation.met is not None
    tree = instance.expectation.met.tree
    points = points_of(record, instance.seat, tree, since)
    asked = asked_at(record, tree, points)
    for index, place in enumerate(asked):
        beyond = asked[index + 1] if index + 1 < len(asked) else len(points)
        following = points[beyond][1] if beyond < len(points) else record.end
        moment: int | None = points[place][1]
        while moment is not None:
            while place + 1 < beyond and points[place + 1][1] <= moment:
                place += 1
            entry = points[place][0]
            answer = holds(tree, Evidence(record, instance.seat, moment, entry, since))
            if answer.holds:
                return entry, moment
            later = answer.until is not None and moment < answer.until < following
            moment = answer.until if later else None
    return None
