"""A trainee's five figures, each 0..100, and how they make the one number."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.evaluation.conduct import Finding, points
from simulator.evaluation.expectations import Judged
from simulator.evaluation.reading import Record
from simulator.evaluation.together import coordination, credits_of_requests

OUTCOME_SHARE = 0.25
"""The part of overall that is outcome, where there is one; the rest is credit."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Nothing stands for what this run says nothing about."""

    speed: float | None = None
    """Weighted timeliness."""
    quality: float | None = None
    """Weighted quality."""
    conduct: float | None = None
    """100 less the points of breaches; nothing for a seat that gave no order and no answer."""
    outcome: float | None = None
    """The world between silence (0) and the book (100)."""
    coordination: float | None = None
    """Credit of handing on information, and of answering other seats' requests soon."""


def figures(
    record: Record, seat: str, judged: Sequence[Judged], findings: Sequence[Finding], outcome: float | None
) -> Figures:
    """The figures of a seat from its verdicts."""
    due = [each for each in judged if each.observed]
    together = [each for each in due if each.instance.expectation.coordination]
    return Figures(
        _weighted(due, [each.timeliness for each in due]),
        _weighted(due, [each.quality for each in due]),
        max(0.0, 100 - points(record, findings)) if record.acted(seat) else None,
        outcome,
        coordination(
            math.fsum(each.credit for each in together),
            math.fsum(each.of for each in together),
            credits_of_requests(record, seat),
        ),
    )


def earned(due: Sequence[Judged]) -> float | None:
    """Credit earned out of credit due, 0..100; nothing where nothing was due."""
    of = math.fsum(each.of for each in due)
    return 100 * math.fsum(each.credit for each in due) / of if of else None


def _weighted(due: Sequence[Judged], shares: Sequence[float]) -> float | None:
    of = math.fsum(each.of for each in due)
    return 100 * math.fsum(each.of * share for each, share in zip(due, shares, strict=True)) / of if of else None


def overall(credit: float | None, outcome: float | None, lost: float) -> float | None:
    """The one number, before caps: credit and outcome by their shares, less *lost* points; nothing without credit
    due. Where there is no outcome its share goes to the credit.
    """
    if credit is None:
        return None
    mixed = credit if outcome is None else (1 - OUTCOME_SHARE) * credit + OUTCOME_SHARE * outcome
    return min(100.0, max(0.0, mixed - lost))
