"""What was not done right in a drill: expectations missed, late or wrong, and breaches, each with the acts behind it.

How it is put right stands in `mending`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from simulator.evaluation.conduct import OMISSIONS, Finding, gate
from simulator.evaluation.expectations import Judged
from simulator.evaluation.given import Given
from simulator.evaluation.matching import Instance, first_of_each, instances, matches
from simulator.evaluation.reading import Record
from simulator.evaluation.scorecard import Scorecard, Trainee
from simulator.scenario.deeds import deeds

FAULTY = ("missed", "late", "wrong")

MOST = 60
"""Faults that are tried, the heaviest first: more than any scenario's book has tasks."""

_HEAVY = {"critical": 10.0, "unlawful": 4.0, "harmful": 1.5}
"""What a breach weighs beside lost credit where there are too many to try: a tenth of its points of conduct."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is to be put right."""

    seat: str
    judged: Judged | None
    """The expectation; nothing for a breach alone."""
    breach: Finding | None
    acts: tuple[Given | None, ...] = ()
    """For each deed that the expectation asks for, the act that was it."""
    spoilers: tuple[Given, ...] = ()
    """The acts that it names as wrong, and the act that is the breach."""
    name: str = ""
    """Who sat in the seat; of several people the one whose fault it is."""

    @property
    def entry(self) -> int:
        """What made it due, or the breach."""
        if self.breach is not None:
            return self.breach.entry
        assert self.judged is not None
        assert self.judged.instance.due is not None
        return self.judged.instance.due.entry

    @property
    def weight(self) -> float:
        """The credit that was lost; what the breach weighs."""
        if self.judged is not None:
            return self.judged.of - self.judged.credit
        return _HEAVY[self.breach.severity] if self.breach else 0.0


def faults(record: Record, scorecard: Scorecard) -> list[Fault]:
    """Every fault of every trainee, in the order of the seats and of the journal."""
    given = {act.entry: act for act in _acts(record)}
    return [fault for trainee in scorecard.trainees for fault in _of(record, trainee, given)]


def heaviest(found: Sequence[Fault], most: int = MOST) -> list[Fault]:
    """At most so many of them, in their order."""
    kept = sorted(range(len(found)), key=lambda index: (-found[index].weight, index))[:most]
    return [found[index] for index in sorted(kept)]


def served(record: Record, scorecard: Scorecard) -> dict[int, int]:
    """By an act's entry how many expectations of its trainee it served: more than one keeps it where it was."""
    found: dict[int, int] = {}
    for name in dict.fromkeys(each.id for trainee in scorecard.trainees for each in trainee.judged):
        for acts in _acts_of(record, name):
            for act in acts:
                if act is not None:
                    found[act.entry] = found.get(act.entry, 0) + 1
    return found


def _acts(record: Record) -> list[Given]:
    return [*record.orders, *record.answers]


def _of(record: Record, trainee: Trainee, given: Mapping[int, Given]) -> list[Fault]:
    by_name = {name: _acts_of(record, name) for name in dict.fromkeys(each.id for each in trainee.judged)}
    tasks = [
        _of_task(record, each, by_name[each.id][each.instance.number - 1], given)
        for each in trainee.judged
        if each.status in FAULTY
    ]
    mended = {act.entry for fault in tasks for act in (*fault.acts, *fault.spoilers) if act is not None}
    alone: dict[int, Fault] = {}
    for found in trainee.findings:
        if found.source not in OMISSIONS and found.entry not in mended and found.entry in given:
            alone.setdefault(found.entry, Fault(trainee.seat, None, found, (), (given[found.entry],)))
    return [replace(fault, name=trainee.name) for fault in (*tasks, *alone.values())]


def _of_task(record: Record, judged: Judged, acts: tuple[Given | None, ...], given: Mapping[int, Given]) -> Fault:
    own = {act.entry for act in acts if act is not None}
    closed = gate(record, judged.instance, ())
    named = dict.fromkeys([*(found.entry for found in (*closed.breaches, *judged.gate.breaches)), *closed.entries])
    spoilers = tuple(given[entry] for entry in named if entry in given and entry not in own)
    return Fault(judged.seat, judged, None, acts, spoilers)


def _acts_of(record: Record, name: str) -> list[tuple[Given | None, ...]]:
    """For each instance of an expectation the acts that were its deeds, whether or not they met it."""
    due = instances(record, name)
    found: list[tuple[Given | None, ...]] = []
    floor = -1
    for instance, match in zip(due, matches(record, due), strict=True):
        acts = _unmet(record, instance, floor) if match is None else match.acts
        found.append(acts)
        floor = max([floor, *(act.done or 0 for act in acts if act is not None)])
    return found


def _unmet(record: Record, instance: Instance, floor: int) -> tuple[Given | None, ...]:
    """What of it was done all the same."""
    wanted = deeds(instance.expectation)
    if instance.due is None:
        return (None,) * len(wanted)
    since = max(instance.due.entry, floor)
    acts = [act for act in record.carried_out(instance.seat) if since < (act.done or 0) <= instance.until]
    return tuple(first_of_each(record, wanted, acts))
