"""Which clauses of the plan a run practised, and how well."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.evaluation.expectations import Judged
from simulator.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class ClauseScore:
    """One clause over all trainees of a drill."""

    id: str
    expected: int
    """How often something it asks for was due."""
    met: int
    score: float | None
    """Credit earned out of credit due, 0..100; nothing where nothing was due."""


def clause_scores(scenario: Scenario, judged: Sequence[Judged]) -> tuple[ClauseScore, ...]:
    """The clauses that the scenario's expectations cite, in the plan's order."""
    cited = {clause for expectation in scenario.expectations.values() for clause in expectation.clauses}
    known = [*scenario.emergency_plan.clauses, *sorted(cited - scenario.emergency_plan.clauses.keys())]
    return tuple(_score(clause, judged) for clause in known if clause in cited)


def _score(clause: str, judged: Sequence[Judged]) -> ClauseScore:
    due = [each for each in judged if each.observed and clause in each.instance.expectation.clauses]
    met = len([each for each in due if each.status == "met"])
    of = math.fsum(each.of for each in due)
    score = 100 * math.fsum(each.credit for each in due) / of if of else None
    return ClauseScore(clause, len(due), met, score)
