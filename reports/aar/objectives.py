"""The objectives of a drill: each clause of the plan that fell due, with its tasks, its score and its letter."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.evaluation.expectations import Judged
from simulator.evaluation.rating import Rating, letter, worse
from simulator.evaluation.scorecard import Scorecard, Trainee


@dataclass(frozen=True, slots=True)
class Task:
    """One verdict with whose it is."""

    trainee: Trainee
    judged: Judged


@dataclass(frozen=True, slots=True)
class Objective:
    """One clause over all trainees of a drill."""

    clause: str
    tasks: tuple[Task, ...]
    """All that fell due under it, in that order."""
    score: float
    """Credit earned out of credit due, 0..100."""
    rating: Rating

    @property
    def met(self) -> int:
        """How many were done well and within their limits."""
        return len([task for task in self.tasks if task.judged.status == "met"])

    @property
    def own(self) -> tuple[Task, ...]:
        """The tasks that name this clause first: they are told here, the others under their first clause."""
        return tuple(task for task in self.tasks if task.judged.instance.expectation.clauses[0] == self.clause)


def objectives(scored: Scorecard) -> tuple[Objective, ...]:
    """The clauses that fell due, in the plan's order."""
    tasks = [
        Task(trainee, judged)
        for trainee in scored.trainees
        if not trainee.stand_in
        for judged in trainee.judged
        if judged.observed
    ]
    tasks.sort(key=lambda task: (task.judged.due or 0, task.judged.id, task.judged.instance.number))
    return tuple(_objective(each.id, tasks) for each in scored.clauses if each.expected)


def _objective(clause: str, tasks: Sequence[Task]) -> Objective:
    mine = tuple(task for task in tasks if clause in task.judged.instance.expectation.clauses)
    of = math.fsum(task.judged.of for task in mine)
    score = 100 * math.fsum(task.judged.credit for task in mine) / of if of else 0.0
    return Objective(clause, mine, score, rating(score, [task.judged for task in mine]))


def rating(score: float, judged: Sequence[Judged]) -> Rating:
    """An objective's letter: by its score as a trainee's, and capped as a trainee's by its own tasks.

    A critical task missed, or a critical breach: U. A critical task past its limit, or an unlawful act: M.
    """
    found = letter(score)
    for each in judged:
        cap = _cap(each)
        found = found if cap is None else worse(found, cap)
    return found


def _cap(judged: Judged) -> Rating | None:
    expectation = judged.instance.expectation
    grave = {found.severity for found in judged.findings}
    if "critical" in grave or (expectation.critical and judged.status == "missed"):
        return "U"
    past = judged.met is not None and judged.met - (judged.due or 0) > expectation.limit
    return "M" if "unlawful" in grave or (expectation.critical and past) else None
