"""What seats asked of one another, and how fast they were answered: a part of the figure coordination.

Only a shared drill has requests; where there are none, nothing here changes a score.
"""

import math

from simulator.evaluation.expectations import timeliness
from simulator.evaluation.reading import Record
from simulator.evaluation.requests import Requested

TARGET = 180
"""Seconds in which a request is answered for full credit: a design value."""
LIMIT = 600
"""Seconds after which an answer has none."""


def credits_of_requests(record: Record, seat: str) -> tuple[float, ...]:
    """For each request that reached a seat while its trainee sat there, 0..1 for how soon it was answered.

    Granted or refused is the seat's own judgement. One that could still be answered in time when the drill ended, or
    when the trainee left, is not observed.
    """
    mine = [each for each in record.requests.all.values() if each.to == seat and each.reached is not None]
    credits = (_credit(record, each, each.reached or 0) for each in mine if record.sat.sat_there(seat, each.entry))
    return tuple(credit for credit in credits if credit is not None)


def _credit(record: Record, each: Requested, reached: int) -> float | None:
    until = reached + LIMIT if each.answered is None else each.answered + 1
    if record.sat.left(each.to, each.entry, until) is not None:
        return None
    if each.answered is None:
        return 0.0 if record.end >= reached + LIMIT else None
    return timeliness(TARGET, LIMIT, each.answered - reached)


def coordination(earned: float, of: float, answers: tuple[float, ...]) -> float | None:
    """Credit earned out of credit due, 0..100, each request with a weight of 1; nothing where nothing was due."""
    due = of + len(answers)
    return 100 * (earned + math.fsum(answers)) / due if due else None
