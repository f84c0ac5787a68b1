"""Measures over a drill: the mean over time, the largest and the last value of each part of the world."""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.language.quantity import Quantity, Steady


@dataclass(slots=True)
class Track:
    """One quantity; areas are added in the order of time, over the seconds that are played."""

    quantity: Quantity
    since: int
    largest: float
    area: float = 0.0
    counted: int = 0
    """Seconds of which the area consists."""

    def change(self, now: int, quantity: Quantity, counts: bool) -> None:
        """The quantity follows another course from now on."""
        self.close(now, counts)
        self.quantity = quantity
        self.largest = max(self.largest, _number(quantity, now))

    def close(self, now: int, counts: bool) -> None:
        """Take in the time up to now; between two chapters it does not count for the mean."""
        if counts and now > self.since:
            self.area += self._mean(now) * (now - self.since)
            self.counted += now - self.since
        # What is steady was taken for the largest when it began.
        if not isinstance(self.quantity, Steady):
            self.largest = max(self.largest, _number(self.quantity, now), _number(self.quantity, self.since))
        self.since = now

    def is_same(self, quantity: Quantity) -> bool:
        """Whether a quantity is the count that is measured already: then nothing is rounded by going on with it."""
        same = isinstance(quantity, Steady) and self.quantity == quantity
        return same and isinstance(quantity.at(0), int)

    def _mean(self, now: int) -> float:
        course = self.quantity
        return _number(course, now) if isinstance(course, Steady) else course.mean(self.since, now)

    def measures(self, now: int, counts: bool) -> dict[str, float]:
        """Mean, maximum and end, up to now."""
        self.close(now, counts)
        end = _number(self.quantity, now)
        mean = self.area / self.counted if self.counted else end
        return {"mean": round(mean, 6), "max": round(self.largest, 6), "end": round(end, 6)}


def _number(quantity: Quantity, time: int) -> float:
    value = quantity.at(time)
    return float(value) if isinstance(value, int | float) else 0.0


class Tracks:
    """All that is measured in a drill, by dotted name. What has not begun measures as nought."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._tracks: dict[str, Track] = {}
        self._counts = True

    def count(self, counts: bool) -> None:
        """From now on time counts for the means, or does not: between two chapters nobody plays."""
        for track in self._tracks.values():
            track.close(self._now(), self._counts)
        self._counts = counts

    def follow(self, path: str, quantity: Quantity) -> None:
        """Measure a quantity from now on, or tell that it follows another course from now on."""
        now, track = self._now(), self._tracks.get(path)
        if track is None:
            self._tracks[path] = Track(quantity, now, _number(quantity, now))
        elif not track.is_same(quantity):
            track.change(now, quantity, self._counts)

    def declare(self, path: str) -> None:
        """Measure a count or share that is nought so far."""
        self.follow(path, Steady(0))

    def measures(self) -> dict[str, float]:
        """`residents.tension.mean`, `.max`, `.end` and so on, up to now."""
        return {
            f"{path}.{name}": value
            for path, track in self._tracks.items()
            for name, value in track.measures(self._now(), self._counts).items()
        }
