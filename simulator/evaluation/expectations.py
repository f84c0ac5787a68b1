"""One expectation judged: when it was due and met, how fast, how well, how lawfully, and what it earned."""

import math
from dataclasses import dataclass
from typing import Literal

from simulator.evaluation.conduct import Finding, Gate, code_of, gate, of_omission
from simulator.evaluation.given import Given, GivenOrder
from simulator.evaluation.matching import Instance, Match, instances, matches
from simulator.evaluation.quality import Step, steps
from simulator.evaluation.rating import Rating
from simulator.evaluation.reading import Record

Status = Literal["met", "late", "wrong", "missed", "not_observed"]
OPEN = Gate()
HALVED = 0.5
"""What a harmful act leaves of the quality."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on one instance of an expectation, with its receipts. Times are exercise seconds."""

    instance: Instance
    status: Status
    rating: Rating | None
    """Nothing where it was not observed."""
    met: int | None = None
    met_entry: int | None = None
    noticed: int | None = None
    """When the message that made it due was opened."""
    decided: int | None = None
    """When the last order or answer that met it was given."""
    effective: int | None = None
    """When it took effect: the unit that was sent was there."""
    timeliness: float = 0.0
    quality: float = 0.0
    """With corrections, and halved after a harmful act."""
    case: int | None = None
    """The case of the expectation's `quality` that held when it was met."""
    gate: Gate = OPEN
    steps: tuple[Step, ...] = ()
    """The act that met it, then later ones that could correct it."""
    credit: float = 0.0
    entries: tuple[int, ...] = ()
    """The journal entries it rests on."""
    findings: tuple[Finding, ...] = ()

    @property
    def id(self) -> str:
        return self.instance.id

    @property
    def seat(self) -> str:
        return self.instance.seat

    @property
    def due(self) -> int | None:
        return None if self.instance.due is None else self.instance.due.at

    @property
    def of(self) -> float:
        """The credit that could be earned."""
        return self.instance.expectation.weight

    @property
    def observed(self) -> bool:
        """Whether it counts in this run."""
        return self.status != "not_observed"


def judge(record: Record, name: str) -> list[Judged]:
    """The verdicts on every instance of an expectation."""
    due = instances(record, name)
    return [_judged(record, instance, match) for instance, match in zip(due, matches(record, due), strict=True)]


def timeliness(target: int, limit: int, took: int) -> float:
    """1 up to the target, falling in a straight line to 0 at the limit; all in seconds."""
    if took <= target:
        return 1.0
    return 0.0 if took >= limit else (limit - took) / (limit - target)


def _judged(record: Record, instance: Instance, match: Match | None) -> Judged:
    if instance.due is None:
        return Judged(instance, "not_observed", None)
    if _was_anothers(record, instance, match):
        return Judged(instance, "not_observed", None, entries=(instance.due.entry,))
    if match is None:
        return _unmet(record, instance)
    return _met(record, instance, match)


def _was_anothers(record: Record, instance: Instance, match: Match | None) -> bool:
    """Whether the trainee was not there when it fell due, or left before its limit and did not do it in time."""
    seat, due, sat = instance.seat, instance.due, record.sat
    if due is None or not sat.changed_hands(seat):
        return False
    limit = due.at + instance.expectation.limit
    in_time = match is not None and match.at <= limit
    return not sat.sat_there(seat, due.entry) or (not in_time and sat.left(seat, due.entry, limit) is not None)


def _unmet(record: Record, instance: Instance) -> Judged:
    assert instance.due is not None
    expectation, limit = instance.expectation, instance.due.at + instance.expectation.limit
    if record.early and record.end < limit:
        return Judged(instance, "not_observed", None, entries=(instance.due.entry,))
    found = _by_law(record, instance)
    never = expectation.if_missed
    if never is not None and never not in {breach.code for breach in found}:
        found.append(of_omission(record, instance, never, min(limit, record.end), "missed"))
    return Judged(instance, "missed", "U", entries=(instance.due.entry,), findings=tuple(found))


def _by_law(record: Record, instance: Instance) -> list[Finding]:
    """The breach of a limit that law sets. It takes nothing from the credit."""
    assert instance.due is not None
    expectation, passed = instance.expectation, min(instance.due.at + instance.expectation.limit, record.end)
    return [] if expectation.law is None else [of_omission(record, instance, expectation.law.conduct, passed, "law")]


def _met(record: Record, instance: Instance, match: Match) -> Judged:
    assert instance.due is not None
    expectation, due = instance.expectation, instance.due.at
    taken = steps(record, instance, match)
    closed = gate(record, instance, _own_breaches(record, instance, match, taken))
    quality = math.fsum(step.adds for step in taken) * (HALVED if closed.halved else 1.0)
    speed = timeliness(expectation.target, expectation.limit, match.at - due)
    late = match.at - due > expectation.limit
    acts = [act for act in match.acts if act is not None]
    return Judged(
        instance,
        _status(instance, quality, closed, late),
        _rating(quality, speed, closed, late),
        match.at,
        match.entry,
        _noticed(record, instance),
        max((act.accepted for act in acts), default=match.at),
        _effective(record, acts, match),
        speed,
        quality,
        taken[0].graded.case,
        closed,
        tuple(taken),
        _credit(instance, taken, closed),
        _entries(instance, match, acts),
        (*closed.breaches, *(_by_law(record, instance) if late else ())),
    )


def _credit(instance: Instance, taken: list[Step], closed: Gate) -> float:
    """weight × g × Σ quality earned × (1 − s + s·f), each part of the quality at its own second."""
    assert instance.due is not None
    expectation, due, share = instance.expectation, instance.due.at, instance.expectation.speed
    parts = [
        step.adds * (1 - share + share * timeliness(expectation.target, expectation.limit, step.at - due))
        for step in taken
    ]
    return expectation.weight * closed.value * math.fsum(parts) * (HALVED if closed.halved else 1.0)


def _own_breaches(record: Record, instance: Instance, match: Match, taken: list[Step]) -> list[tuple[Given, str, str]]:
    """The breaches of the acts that met it or were to correct it: by themselves, or by the quality they had."""
    acts = {act.entry: act for act in (*match.acts, *match.later) if act is not None}
    own = [(act, code, "") for act in acts.values() if (code := code_of(record, act)) is not None]
    cases = [
        (acts[step.entry], step.graded.conduct, "quality")
        for step in taken
        if step.graded.conduct is not None and step.entry in acts
    ]
    return [*own, *cases]


def _status(instance: Instance, quality: float, closed: Gate, late: bool) -> Status:
    share = instance.expectation.speed
    if closed.value < 1 or quality < 1 - share or (share == 1 and quality == 0):
        return "wrong"
    return "late" if late else "met"


def _rating(quality: float, speed: float, closed: Gate, late: bool) -> Rating:
    if late or closed.value < 1 or quality < 0.5:
        return "M"
    return "S" if speed < 1 or quality < 1 else "P"


def _noticed(record: Record, instance: Instance) -> int | None:
    due = instance.due
    return None if due is None or due.number is None else record.opened.get((due.seat, due.number))


def _effective(record: Record, acts: list[Given], match: Match) -> int:
    """When the last unit that was sent arrived; without one, when it was met."""
    sent = [
        act for act in acts
        if isinstance(act, GivenOrder) and record.scenario.order(act.verb).mechanic == "dispatch"
    ]  # fmt: skip
    arrivals = [act.arrived_at for act in sent if act.arrived_at is not None]
    return max([match.at, *arrivals])


def _entries(instance: Instance, match: Match, acts: list[Given]) -> tuple[int, ...]:
    assert instance.due is not None
    found = {instance.due.entry, match.entry}
    for act in acts:
        found.update({act.entry} if act.done is None else {act.entry, act.done})
    return tuple(sorted(found))
