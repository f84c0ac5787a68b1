"""The few statistics of a rehearsal, each with its source; plain numbers in, plain numbers out."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """Where numbers lie."""

    number: int
    mean: float
    p10: float
    p50: float
    p90: float


def spread(values: Sequence[float]) -> Spread | None:
    """Mean and three percentiles; nothing of none. The mean is added up in the order given."""
    if not values:
        return None
    ordered = sorted(values)
    mean = math.fsum(values) / len(values)
    return Spread(len(values), mean, *(quantile(ordered, share) for share in (0.1, 0.5, 0.9)))


def quantile(ordered: Sequence[float], share: float) -> float:
    """The quantile at *share* (0..1) of numbers in their order, between two of them in a straight line.

    Definition 7 of R. J. Hyndman and Y. Fan, The American Statistician 50, 1996, 361–365.
    """
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    low, high = ordered[below], ordered[min(below + 1, len(ordered) - 1)]
    return low + (place - below) * (high - low)


def auc(better: Sequence[float], worse: Sequence[float]) -> float | None:
    """The chance that one drawn from *better* is above one drawn from *worse*, a tie counting half; 0..1.

    The area under the ROC curve (J. A. Hanley and B. J. McNeil, Radiology 143, 1982, 29–36). Nothing where one
    side is empty.
    """
    if not better or not worse:
        return None
    ordered = sorted(worse)
    twice = 0
    for value in better:
        twice += bisect_left(ordered, value) + bisect_right(ordered, value)
    return twice / (2 * len(better) * len(worse))


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson's correlation, -1..1; nothing where one side never differs."""
    firsts, seconds = _deviations([pair[0] for pair in pairs]), _deviations([pair[1] for pair in pairs])
    size = math.sqrt(math.fsum(x * x for x in firsts)) * math.sqrt(math.fsum(y * y for y in seconds))
    if size < 1e-12:
        return None
    return max(-1.0, min(1.0, math.fsum(x * y for x, y in zip(firsts, seconds, strict=True)) / size))


def _deviations(values: Sequence[float]) -> list[float]:
    mean = math.fsum(values) / max(len(values), 1)
    return [value - mean for value in values]
