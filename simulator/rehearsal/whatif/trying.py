"""What would have happened: every fault put right alone, all else equal, then together, ranked by effect.

An effect is what this one act would have changed, not what a wiser trainee would have done next.
"""

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from simulator.errors import JournalError
from simulator.evaluation.expectations import Judged, Status
from simulator.evaluation.outcome import Baselines
from simulator.evaluation.reading import read
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.entry import BASELINES, Entry
from simulator.journal.journal import Journal
from simulator.language.said import say
from simulator.rehearsal.whatif.exactness import difference
from simulator.rehearsal.whatif.faults import Fault, faults, heaviest, served
from simulator.rehearsal.whatif.happenings import Own
from simulator.rehearsal.whatif.mending import Mend, mend
from simulator.rehearsal.whatif.model import Finding, Joint, WhatIf
from simulator.rehearsal.whatif.otherwise import Otherwise, otherwise
from simulator.rehearsal.whatif.planning import Planner
from simulator.rehearsal.whatif.weighing import Recorded, Weighed, of_person, weigh
from simulator.scenario.deeds import Answered
from simulator.scenario.scenario import Scenario

Progress = Callable[[int, int], None]
"""Told after each other world how many have been played, and how many there are."""

PAIRED = 4
"""Of so many of the biggest effects every pair is tried together."""

NAMED = 2.0
"""The points by which findings must do more or less together than each alone, to be named."""


def what_if(
    scenario: Scenario, journal: Journal, *, progress: Progress | None = None, only: Collection[str] | None = None
) -> WhatIf:
    """Put right every fault of every trainee of a drill that has ended, each alone.

    *scenario* is the one in the journal's header. *only*: ids of expectations and codes of conduct, where not all
    are asked for. Costs a drill for each fault, and at most seven more. Raises `JournalError` where the journal
    has no end.
    """
    closing = journal.closing
    if closing is None:
        raise JournalError(say("the drill has not ended"), say("play it to its end first"))
    entries = [entry for entry in journal if entry.kind != BASELINES]
    differs = difference(scenario, entries, closing.time)
    if differs is not None:
        return WhatIf(False, differs, (), ())
    return _Trying(scenario, journal, entries, progress).all(only)


@dataclass(frozen=True, slots=True)
class _Tried:
    """A fault, how it is put right, and what came of it."""

    fault: Fault
    mend: Mend
    finding: Finding


class _Trying:
    """One drill, and the other worlds of it."""

    def __init__(
        self, scenario: Scenario, journal: Journal, entries: Sequence[Entry], progress: Progress | None
    ) -> None:
        self._entries = entries
        self._recorded = Recorded(scenario, journal, evaluate(scenario, journal), _baselines(journal))
        self._record = read(scenario, entries)
        self._planner = Planner(self._record, entries)
        self._progress, self._done, self._total = progress, 0, 0

    def all(self, only: Collection[str] | None) -> WhatIf:
        card = self._recorded.card
        found = [fault for fault in faults(self._record, card) if only is None or _is_asked(fault, only)]
        serves = served(self._record, card)
        mends = [(fault, mend(self._record, fault, serves)) for fault in heaviest(found)]
        mends = [(fault, how) for fault, how in mends if how.wanted or how.taken_back]
        self._total = len(mends) + math.comb(min(PAIRED, len(mends)), 2) + (len(mends) > 2)
        tried = sorted((self._alone(fault, how) for fault, how in mends), key=_rank)
        joint = [self._joint(tried, pair) for pair in combinations(range(min(PAIRED, len(tried))), 2)]
        if len(tried) > 2:
            joint.append(self._joint(tried, range(len(tried))))
        named = sorted((each for each in joint if abs(each.beyond) > NAMED), key=lambda each: -abs(each.beyond))
        together = joint[-1] if joint else None
        return WhatIf(
            True, None, tuple(each.finding for each in tried), tuple(named), together, len(found) - len(mends)
        )

    def _play(self, pairs: Sequence[tuple[Fault, Mend]]) -> tuple[Otherwise, Weighed]:
        """The world in which these are put right."""
        plan = self._planner.plan(how for _, how in pairs)
        world = otherwise(self._recorded.scenario, self._entries, self._entries[-1].time, plan)
        weighed = weigh(self._recorded, world.journal, dict.fromkeys(own for pair in pairs for own in _own(*pair)))
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._total)
        return world, weighed

    def _alone(self, fault: Fault, how: Mend) -> _Tried:
        world, weighed = self._play([(fault, how)])
        own, reached = of_person(self._recorded, weighed.card, fault.seat, fault.name)
        judged, breach = fault.judged, fault.breach
        finding = Finding(
            seat=fault.seat,
            expectation="" if judged is None else judged.id,
            instance=0 if judged is None else judged.instance.number,
            conduct=_code(fault),
            entry=fault.entry,
            status="conduct" if judged is None or breach is not None else judged.status,
            becomes=None if judged is None else _status(weighed.card, judged),
            deeds=world.deeds,
            overall=own,
            team=weighed.team,
            outcome=reached,
            world=weighed.world,
            avoided=weighed.avoided,
            brought=weighed.brought,
            void=world.void,
            delayed=world.delayed,
            effect=weighed.effect,
            name=fault.name if len(self._record.sat.people(fault.seat)) > 1 else "",
        )
        return _Tried(fault, how, finding)

    def _joint(self, tried: Sequence[_Tried], which: Sequence[int]) -> Joint:
        parts = [tried[index] for index in which]
        _, weighed = self._play([(each.fault, each.mend) for each in parts])
        people = list(dict.fromkeys((each.fault.seat, each.fault.name) for each in parts))
        seat, name = people[0] if len(people) == 1 else ("", "")
        findings = [each.finding for each in parts]
        return Joint(
            findings=tuple(which),
            seat=seat,
            overall=of_person(self._recorded, weighed.card, seat, name)[0] if seat else weighed.team,
            team=weighed.team,
            world=weighed.world,
            avoided=weighed.avoided,
            brought=weighed.brought,
            effect=weighed.effect,
            overall_alone=math.fsum((each.overall if seat else each.team).gain for each in findings),
            effect_alone=math.fsum(each.effect for each in findings),
        )


def _baselines(journal: Journal) -> Baselines:
    """Those that the journal holds; without them there is no outcome."""
    entry = next((entry for entry in journal if entry.kind == BASELINES), None)
    return Baselines() if entry is None else Baselines.read(entry.payload)


def _is_asked(fault: Fault, only: Collection[str]) -> bool:
    return (fault.judged is not None and fault.judged.id in only) or _code(fault) in only


def _code(fault: Fault) -> str:
    """The breach that is put right, or that goes with the expectation."""
    if fault.breach is not None:
        return fault.breach.code
    found = fault.judged.findings if fault.judged is not None else ()
    return found[0].code if found else ""


def _own(fault: Fault, how: Mend) -> Iterator[Own]:
    """What is put right, as happenings name it."""
    if fault.judged is not None:
        yield fault.judged.id, fault.judged.instance.number
    for wanted in how.wanted:
        if isinstance(wanted.deed, Answered):
            yield wanted.deed.decision, 0


def _status(card: Scorecard, judged: Judged) -> Status | None:
    """How the same task stands in another world; nothing where it is not due there."""
    trainees = (trainee for trainee in card.trainees if trainee.seat == judged.seat)
    mine = (each for trainee in trainees for each in trainee.judged if each.observed)
    same = ((each.id, each.instance.number, each) for each in mine)
    task = (judged.id, judged.instance.number)
    return next((each.status for name, number, each in same if (name, number) == task), None)


def _rank(tried: _Tried) -> tuple[float, int, str, int]:
    """The biggest effect first; of equal ones the earlier in the journal."""
    finding = tried.finding
    return -round(finding.effect, 9), finding.entry, finding.expectation, finding.instance
