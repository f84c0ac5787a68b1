"""Tasks as questions of an exam: how hard, how well they tell good from bad, what is wrongly done instead."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reports.readiness.clauses import observed
from reports.readiness.model import Item
from reports.readiness.statistics import correlation
from reports.records.rows import PlayedTask

ENOUGH = 10
"""Takers from whom on a discrimination is given (design value)."""

Drill = list[PlayedTask]


def items(tasks: Iterable[PlayedTask]) -> tuple[Item, ...]:
    """Every task that was due, the hardest first; those that few people took after all others.

    Difficulty and discrimination rest on each person's first attempt at a task: a later one measures memory too.
    Discrimination is the corrected item-total correlation: of the task's share of credit with that of all other
    tasks of the same person in the same drill (L. Crocker and J. Algina, Introduction to Classical and Modern
    Test Theory, 1986, chapter 14); with only right and wrong it is the point-biserial.
    """
    due = observed(tasks)
    drills: defaultdict[tuple[int, str], Drill] = defaultdict(list)
    of_item: defaultdict[tuple[str, str], Drill] = defaultdict(list)
    for task in due:
        drills[task.drill, task.person].append(task)
        of_item[task.scenario, task.expectation].append(task)
    found = [_item(attempts, drills) for attempts in of_item.values()]
    return tuple(sorted(found, key=lambda item: (item.small, item.difficulty, item.scenario, item.expectation)))


def _item(attempts: Drill, drills: dict[tuple[int, str], Drill]) -> Item:
    firsts = _first_attempts(attempts)
    takers = len(firsts)
    pairs = [(own, rest) for drill in firsts if (rest := _rest(drill, drills)) is not None for own in (_share(drill),)]
    wrong = [task for task in attempts if task.status == "wrong"]
    acts = Counter(task.act for task in wrong if task.act)
    commonest, times = min(acts.items(), key=lambda act: (-act[1], act[0]), default=("", 0))
    first = attempts[0]
    return Item(
        first.scenario,
        first.expectation,
        first.task,
        takers,
        math.fsum(_share(drill) for drill in firsts) / takers,
        correlation(pairs) if takers >= ENOUGH else None,
        len(wrong),
        commonest,
        times,
    )


def _first_attempts(attempts: Iterable[PlayedTask]) -> list[Drill]:
    """By person the instances of a task in the first drill in which it was due."""
    found: dict[str, Drill] = {}
    for task in sorted(attempts, key=lambda task: (task.day, task.drill)):
        known = found.setdefault(task.person, [])
        if not known or known[0].drill == task.drill:
            known.append(task)
    return list(found.values())


def _share(instances: Sequence[PlayedTask]) -> float:
    """The credit that these earned of the credit due, 0..1."""
    of = math.fsum(task.of for task in instances)
    return math.fsum(task.credit for task in instances) / of if of else 0.0


def _rest(instances: Drill, drills: dict[tuple[int, str], Drill]) -> float | None:
    """The same for all other tasks of that person in that drill; nothing where there are none."""
    first = instances[0]
    others = [task for task in drills[first.drill, first.person] if task.expectation != first.expectation]
    return _share(others) if others else None
