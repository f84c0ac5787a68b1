"""The few statistics that readiness rests on, each with its source; plain numbers in, plain numbers out."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SMALL = 5
"""Fewer cases than this are said to be few (design value)."""
NORMAL_95 = 1.959964
"""The standard normal's 97.5 % point."""
WINDOW = 5
"""So many drill days one moving median takes in at least; with fewer there is no line (design value)."""
PARTS = 12
"""Of many drill days it takes in the twelfth part: a month of a year (design value)."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    of: int

    @property
    def value(self) -> float | None:
        """0..1; nothing of none."""
        return self.part / self.of if self.of else None

    @property
    def small(self) -> bool:
        """Whether it rests on few cases."""
        return self.of < SMALL

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95 % interval, 0..1: Wilson's score interval (E. B. Wilson, JASA 22, 1927, 209–212).

        It takes the cases as independent; tasks of one drill are not quite, so the truth is somewhat wider.
        """
        if not self.of:
            return 0.0, 1.0
        square, share = NORMAL_95**2 / self.of, self.part / self.of
        middle = (share + square / 2) / (1 + square)
        half = NORMAL_95 * math.sqrt(share * (1 - share) / self.of + square / (4 * self.of)) / (1 + square)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Spread:
    """Where numbers lie: the lowest, three quartiles and the highest. Infinity stands for what never came."""

    number: int
    lowest: float
    lower: float
    median: float
    upper: float
    highest: float

    @property
    def small(self) -> bool:
        """Whether it rests on few cases."""
        return self.number < SMALL


def spread(values: Iterable[float]) -> Spread | None:
    """The spread of numbers; nothing of none."""
    ordered = sorted(values)
    if not ordered:
        return None
    points = [quantile(ordered, share) for share in (0.25, 0.5, 0.75)]
    return Spread(len(ordered), ordered[0], points[0], points[1], points[2], ordered[-1])


def quantile(ordered: Sequence[float], share: float) -> float:
    """The quantile at *share* (0..1) of numbers in their order, between two of them in a straight line.

    Definition 7 of R. J. Hyndman and Y. Fan, The American Statistician 50, 1996, 361–365. Between a number and
    infinity it is infinite.
    """
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    low, high = ordered[below], ordered[min(below + 1, len(ordered) - 1)]
    return low if place == below or low == high else low + (place - below) * (high - low)


def median(values: Iterable[float]) -> float:
    """The median of at least one number."""
    return quantile(sorted(values), 0.5)


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson's correlation, -1..1; nothing where one side never differs or there are fewer than two pairs."""
    if len(pairs) < 2:
        return None
    firsts, seconds = [first for first, _ in pairs], [second for _, second in pairs]
    across, down = _deviations(firsts), _deviations(seconds)
    size = math.sqrt(math.fsum(x * x for x in across)) * math.sqrt(math.fsum(y * y for y in down))
    if size < 1e-12:
        return None
    return max(-1.0, min(1.0, math.fsum(x * y for x, y in zip(across, down, strict=True)) / size))


def _deviations(values: Sequence[float]) -> list[float]:
    mean = math.fsum(values) / len(values)
    return [value - mean for value in values]


def window(number: int) -> int:
    """How many of so many drill days one moving median takes in."""
    return max(WINDOW, number // PARTS)


def moving_median(values: Sequence[float]) -> tuple[float, ...]:
    """The median of each value and those before it in its window, the first at the first full window."""
    wide = window(len(values))
    return tuple(median(values[place - wide : place]) for place in range(wide, len(values) + 1))
