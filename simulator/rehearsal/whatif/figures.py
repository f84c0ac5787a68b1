"""Overall and effect of another world, over the expectations that are due in both.

What is due in one of them alone is not compared: one that is no longer due keeps the credit it had, one that newly
is due counts for nothing. So the recorded figure is the one on the scorecard, and the difference is what the
change made of the same tasks. The outcome is measured between the recorded drill's own baselines.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.evaluation.expectations import Judged
from simulator.evaluation.figures import OUTCOME_SHARE, earned, overall
from simulator.evaluation.outcome import LEAST_GAIN, Baseline, Measures, loss
from simulator.evaluation.rating import Cap, capped
from simulator.evaluation.scorecard import Scorecard, Trainee
from simulator.rehearsal.whatif.model import Changed
from simulator.scenario.scenario import Scenario

Task = tuple[str, int]
"""An expectation's id and the number of its instance."""


@dataclass(frozen=True, slots=True)
class Tasks:
    """The expectations of some seats in both worlds."""

    recorded: tuple[Judged, ...]
    """Those that were due."""
    here: tuple[Judged, ...]
    """The same ones as they are in the other world; as they were, where they are not due there."""
    gone: frozenset[int]
    """The entries that made due what is not due in the other world."""
    new: frozenset[int]
    """The entries of the other world that make due what was not."""


def compared(recorded: Iterable[Judged], here: Iterable[Judged]) -> Tasks:
    """The expectations of both worlds beside each other."""
    then = {_task(each): each for each in recorded if each.observed}
    now = {_task(each): each for each in here if each.observed}
    gone = [each for task, each in then.items() if task not in now]
    new = [each for task, each in now.items() if task not in then]
    kept = tuple(now.get(task, each) for task, each in then.items())
    return Tasks(tuple(then.values()), kept, _due(gone) - _due(now.values()), _due(new) - _due(kept))


def of_trainee(recorded: Trainee, here: Trainee) -> Changed:
    """A trainee's overall as scored."""
    tasks = compared(recorded.judged, here.judged)
    caps = _caps(recorded.caps, here.caps, tasks)
    number = overall(earned(tasks.here), here.figures.outcome, here.lost)
    return Changed(recorded.overall, capped(number, caps)[0])


def of_team(recorded: Scorecard, here: Scorecard) -> Changed:
    """The team's overall as scored."""
    tasks = compared(_judged(recorded), _judged(here))
    caps = _caps(recorded.team.caps, here.team.caps, tasks)
    number = overall(earned(tasks.here), here.team.outcome, _lost(here.trainees))
    return Changed(recorded.team.overall, capped(number, caps)[0])


def effect(scenario: Scenario, recorded: Scorecard, here: Scorecard, baseline: Baseline | None) -> float:
    """By how many points of the team's overall the other world is better, before caps.

    Three quarters of the gain in credit (out of 100, over what is due in both) and one quarter of the gain in the
    world: the loss avoided out of what separates silence from the book. So the parts are weighed as in overall.
    Caps are left out, since one would hide every fault but the worst, and the world's part is not cut off at the
    baselines, since what is worse than silence can still be mended. Where baselines say nothing, credit is all.
    What unneeded orders and hints cost is taken off.
    """
    tasks = compared(_judged(recorded), _judged(here))
    credit = (earned(tasks.here) or 0.0) - (earned(tasks.recorded) or 0.0)
    world = _world(scenario, recorded.measures, here.measures, baseline)
    points = credit if world is None else (1 - OUTCOME_SHARE) * credit + OUTCOME_SHARE * world
    return points - (_lost(here.trainees) - _lost(recorded.trainees))


def _world(scenario: Scenario, recorded: Measures, here: Measures, baseline: Baseline | None) -> float | None:
    """The loss avoided, in hundredths of what separates silence from the book; nothing as in `outcome`."""
    if baseline is None:
        return None
    silent, book = loss(scenario, baseline.silent), loss(scenario, baseline.book)
    if silent - book <= 0 or silent - book < LEAST_GAIN * silent:
        return None
    return 100.0 * (loss(scenario, recorded) - loss(scenario, here)) / (silent - book)


def _task(each: Judged) -> Task:
    return each.id, each.instance.number


def _due(judged: Iterable[Judged]) -> frozenset[int]:
    return frozenset(each.instance.due.entry for each in judged if each.instance.due is not None)


def _judged(card: Scorecard) -> list[Judged]:
    return [each for trainee in card.trainees for each in trainee.judged]


def _caps(recorded: Iterable[Cap], here: Iterable[Cap], tasks: Tasks) -> list[Cap]:
    """What limits the other world's number: its own caps, and those of tasks that are taken as they were."""
    own = [cap for cap in here if cap.entry not in tasks.new]
    return [*own, *(cap for cap in recorded if cap.entry in tasks.gone)]


def _lost(trainees: Sequence[Trainee]) -> float:
    """The points that the team loses for unneeded orders and hints: each seat's by its part of the credit due."""
    of = math.fsum(trainee.of for trainee in trainees)
    return math.fsum(trainee.lost * trainee.of for trainee in trainees) / of if of else 0.0
