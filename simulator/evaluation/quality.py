"""How good an act was that met an expectation, and what later acts mended."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.evaluation.evidence import Evidence, argument_fits, at_acceptance
from simulator.evaluation.given import Given, GivenAnswer, GivenOrder
from simulator.evaluation.matching import Instance, Match, is_deed
from simulator.evaluation.reading import Record
from simulator.language.condition import Condition
from simulator.language.tree import Name, walk
from simulator.language.truth import holds, value_of
from simulator.scenario.deeds import Answered, Deed, Ordered, deeds
from simulator.scenario.expectations import Grade

MENDED = 0.5
"""The part of what a correction adds that counts."""


@dataclass(frozen=True, slots=True)
class Graded:
    """The quality of a state of affairs, 0..1."""

    quality: float
    case: int | None = None
    """Which case of the expectation's `quality` held, from 0; nothing without such a list, or where none did."""
    conduct: str | None = None
    """The breach that this case is."""


@dataclass(frozen=True, slots=True)
class Step:
    """What an act made of the quality: the one that met the expectation, then those that came after."""

    entry: int
    """The act's sequence number."""
    at: int
    """The second from which it counts: not before the expectation was met."""
    graded: Graded
    adds: float
    """What of the quality it earns: all for the first, half of the gain for a correction, 0 where it mends nothing."""


def steps(record: Record, instance: Instance, match: Match) -> list[Step]:
    """The first verdict and each later one, in order."""
    acts = list(match.acts)
    first = grade(record, instance, match, acts, match.entry, match.at)
    entry = max((act.entry for act in acts if act is not None), default=match.entry)
    found, best = [Step(entry, match.at, first, first.quality)], first.quality
    extra: dict[str, GivenOrder] = {}
    for given in match.later:
        _put(record, instance, acts, extra, given)
        second = max(given.done_at or 0, match.at)
        graded = grade(record, instance, match, acts, max(given.done or 0, match.entry), second, extra)
        found.append(Step(given.entry, second, graded, MENDED * max(0.0, graded.quality - best)))
        best = max(best, graded.quality)
    return found


def _put(
    record: Record, instance: Instance, acts: list[Given | None], extra: dict[str, GivenOrder], given: Given
) -> None:
    """Let a later act stand for the deed that it is."""
    for index, deed in enumerate(deeds(instance.expectation)):
        if is_deed(record, deed, given):
            acts[index] = given
            return
    if isinstance(given, GivenOrder):
        extra[given.verb] = given


def grade(
    record: Record, instance: Instance, match: Match, acts: Sequence[Given | None], entry: int, second: int,
    extra: Mapping[str, GivenOrder] | None = None,
) -> Graded:  # fmt: skip
    """The quality as of an entry, with these acts standing for the deeds."""
    if instance.expectation.quality:
        orders = {act.verb: act for act in acts if isinstance(act, GivenOrder)} | dict(extra or {})
        seen = Evidence(record, instance.seat, second, entry, match.since, latest=orders)
        return _by_cases(instance.expectation.quality, seen, acts)
    done = [_of_deed(record, deed, act) for deed, act in zip(deeds(instance.expectation), acts, strict=True) if act]
    return Graded(math.fsum(done) / len(done) if done else 1.0)


def _by_cases(cases: Sequence[Grade], seen: Evidence, acts: Sequence[Given | None]) -> Graded:
    for number, case in enumerate(cases):
        if holds(case.when.tree, _knowing(seen, case.when, acts)).holds:
            return Graded(case.is_, number, case.conduct)
    return Graded(0.0)


def _knowing(seen: Evidence, when: Condition, acts: Sequence[Given | None]) -> Evidence:
    """With what the seat had been told when it gave the order that a case speaks of: later news is not held
    against it.
    """
    named = {part.parts[0] for part in walk(when.tree) if isinstance(part, Name)}
    spoken_of = [order.entry for verb, order in seen.latest.items() if verb in named]
    entries = spoken_of or [act.entry for act in acts if act is not None]
    told_until = max(entries, default=seen.until)
    return Evidence(
        seen.record, seen.seat, seen.now, seen.until, seen.since, told_until, latest=seen.latest
    )  # fmt: skip


def _of_deed(record: Record, deed: Deed, given: Given) -> float:
    if isinstance(deed, Answered):
        return _of_answer(record, given)
    return 1.0 if isinstance(given, GivenOrder) and _as_asked(record, deed, given) else 0.0


def _of_answer(record: Record, given: Given) -> float:
    if not isinstance(given, GivenAnswer):
        return 0.0
    decision = record.scenario.decisions.get(given.decision)
    option = None if decision is None else decision.options.get(given.option)
    return 0.0 if option is None else option.quality


def _as_asked(record: Record, deed: Ordered, given: GivenOrder) -> bool:
    """Whether every graded argument that the deed names has its value."""
    known = at_acceptance(record, given)
    arguments = record.scenario.order(deed.verb).arguments
    for argument in deed.arguments:
        if argument.name in arguments and arguments[argument.name].is_graded:
            value = value_of(argument.value, known)
            if value is None or not argument_fits(record.scenario, given, argument.name, value):
                return False
    return True
