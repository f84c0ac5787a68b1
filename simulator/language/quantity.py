"""Values that may change by themselves as time passes, in closed form.

Each answers its value at a second and the first later whole second at which it may stand on the
other side of a threshold. Nothing is stepped: a curve that relaxes for eight hours costs one logarithm.
"""

import math
from dataclasses import dataclass

Value = int | float | bool | str

NEVER = 1e12
"""Seconds: a crossing beyond this (thirty thousand years) does not come."""


@dataclass(frozen=True, slots=True)
class Steady:
    """Changes only when something happens."""

    value: Value

    def at(self, time: int) -> Value:
        return self.value

    def crosses(self, threshold: float, after: int) -> int | None:
        return None


@dataclass(frozen=True, slots=True)
class Line:
    """`start + slope·(time − since)`, held between *low* and *high*; slope in units per second.

    With *whole* the value is rounded down, as heads are counted.
    """

    start: float
    slope: float
    since: int
    low: float = 0.0
    high: float = math.inf
    whole: bool = False

    def at(self, time: int) -> Value:
        value = min(max(self._free(time), self.low), self.high)
        return math.floor(value + 1e-9) if self.whole else value

    def crosses(self, threshold: float, after: int) -> int | None:
        if self.slope == 0:
            return None
        targets = (threshold, threshold + 1) if self.whole else (threshold,)
        moments = [self._reaches(target, after) for target in targets if self.low <= target <= self.high]
        return min((moment for moment in moments if moment is not None), default=None)

    def _reaches(self, threshold: float, after: int) -> int | None:
        exact = self.since + (threshold - self.start) / self.slope
        if not abs(exact) < NEVER:
            return None
        moment = math.ceil(exact - 1e-9)
        if moment > after:
            return moment
        return after + 1 if exact >= after else None

    def mean(self, begin: int, end: int) -> float:
        """The mean over the seconds from *begin* to *end*, where it is not held at a bound in between."""
        low, high = (min(max(self._free(time), self.low), self.high) for time in (begin, end))
        return (low + high) / 2

    def _free(self, time: int) -> float:
        return self.start + self.slope * (time - self.since)


@dataclass(frozen=True, slots=True)
class Curve:
    """`level + (start − level)·2^(−(time − since)/half_life)`: relaxes towards *level*; half-life in seconds."""

    start: float
    level: float
    since: int
    half_life: int

    def at(self, time: int) -> float:
        fading: float = 2.0 ** (-(time - self.since) / self.half_life)
        return self.level + (self.start - self.level) * fading

    def crosses(self, threshold: float, after: int) -> int | None:
        now, gap = self.at(after), threshold - self.level
        if gap == 0 or (self.start - self.level) / gap <= 1 or (now - self.level) / gap < 1:
            return None
        exact = self.since + self.half_life * math.log2((self.start - self.level) / gap)
        return max(after + 1, math.ceil(exact - 1e-9))

    def mean(self, begin: int, end: int) -> float:
        """The mean over the seconds from *begin* to *end*; the value at *begin* where they are the same."""
        if end <= begin:
            return self.at(begin)
        rate = math.log(2) / self.half_life
        area = (self.at(begin) - self.level) * (1 - math.exp(-rate * (end - begin))) / rate
        return self.level + area / (end - begin)


Quantity = Steady | Line | Curve
