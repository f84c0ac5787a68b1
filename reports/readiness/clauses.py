"""What tasks say of the clauses of the plan: how well, how fast, how surely. Rows in, numbers out."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from reports.readiness.model import Clause
from reports.readiness.statistics import Share, spread
from reports.records.rows import PlayedTask

LATEST = 2.5
"""Where on the scale of pace a task stands that was done very late."""


def observed(tasks: Iterable[PlayedTask]) -> list[PlayedTask]:
    """The tasks that were due; the others say nothing."""
    return [task for task in tasks if task.status != "not_observed"]


def credit(tasks: Iterable[PlayedTask]) -> float | None:
    """The credit earned of the credit due, 0..1; nothing where none was due."""
    known = list(tasks)
    of = math.fsum(task.of for task in known)
    return math.fsum(task.credit for task in known) / of if of else None


def in_time(tasks: Sequence[PlayedTask]) -> Share:
    """How many were done lawfully, well enough and within their limit."""
    return Share(len([task for task in tasks if task.status == "met"]), len(tasks))


def on_target(tasks: Sequence[PlayedTask]) -> Share:
    """How many of all were done so by their target."""
    prompt = [task for task in tasks if task.status == "met" and task.took is not None and task.took <= task.target]
    return Share(len(prompt), len(tasks))


def took(task: PlayedTask) -> float:
    """Seconds from due to done; infinite where it never was."""
    return math.inf if task.took is None else float(task.took)


def pace(task: PlayedTask) -> float:
    """When it was done on its own scale: 0 due, 1 target, 2 limit, past it up to 2.5; infinite where it never was."""
    after = took(task)
    if after <= task.target:
        return after / task.target if task.target else 1.0
    if after <= task.limit:
        return 1 + (after - task.target) / (task.limit - task.target)
    if math.isinf(after):
        return math.inf
    return min(LATEST, 2.1 + 0.4 * (after - task.limit) / max(task.limit, 1))


def by_clause(tasks: Iterable[PlayedTask]) -> dict[str, list[PlayedTask]]:
    """The tasks that were due, by each clause that they cite."""
    found: defaultdict[str, list[PlayedTask]] = defaultdict(list)
    for task in observed(tasks):
        for clause in task.clauses:
            found[clause].append(task)
    return dict(found)


def clauses(tasks: Iterable[PlayedTask]) -> tuple[Clause, ...]:
    """Every clause that came up, the weakest first."""
    found = [_clause(name, of_it) for name, of_it in by_clause(tasks).items()]
    return tuple(sorted(found, key=lambda clause: (clause.credit, clause.id)))


def _clause(name: str, tasks: Sequence[PlayedTask]) -> Clause:
    times, paces = spread(map(took, tasks)), spread(map(pace, tasks))
    assert times is not None
    assert paces is not None
    return Clause(
        name,
        len(tasks),
        len({task.person for task in tasks}),
        credit(tasks) or 0.0,
        in_time(tasks),
        on_target(tasks),
        len([task for task in tasks if task.took is None]),
        times,
        paces,
        tuple(sorted(pace(task) for task in tasks if task.took is not None)),
        tuple(sorted({task.scenario for task in tasks})),
    )
