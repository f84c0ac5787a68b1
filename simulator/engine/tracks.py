"""Measures over a drill: the mean over time, the largest and the last value of each part of the world."""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.language.quantity import Quantity, Steady


@dataclass(slots=True)
class Track:
    """One quantity, followed from *begun*; areas are added in the order of time."""

    quantity: Quantity
    begun: int
    since: int
    area: float = 0.0
    largest: float = 0.0

    def change(self, now: int, quantity: Quantity) -> None:
        """The quantity follows another course from now on."""
        self._close(now)
        self.quantity = quantity
        self.largest = max(self.largest, _number(quantity, now))

    def _close(self, now: int) -> None:
        length = now - self.since
        course = self.quantity
        mean = _number(course, now) if isinstance(course, Steady) else course.mean(self.since, now)
        self.area += mean * length
        self.largest = max(self.largest, _number(self.quantity, now), _number(self.quantity, self.since))
        self.since = now

    def measures(self, now: int) -> dict[str, float]:
        """Mean, maximum and end, up to now."""
        self._close(now)
        length = now - self.begun
        end = _number(self.quantity, now)
        mean = self.area / length if length > 0 else end
        return {"mean": round(mean, 6), "max": round(self.largest, 6), "end": round(end, 6)}


def _number(quantity: Quantity, time: int) -> float:
    value = quantity.at(time)
    return float(value) if isinstance(value, int | float) else 0.0


class Tracks:
    """All that is measured in a drill, by dotted name. What has not begun measures as nought."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._tracks: dict[str, Track] = {}

    def follow(self, path: str, quantity: Quantity) -> None:
        """Measure a quantity from now on, or tell that it follows another course from now on."""
        now = self._now()
        if path in self._tracks:
            self._tracks[path].change(now, quantity)
        else:
            self._tracks[path] = Track(quantity, now, now, 0.0, _number(quantity, now))

    def declare(self, path: str) -> None:
        """Measure a count or share that is nought so far."""
        self.follow(path, Steady(0))

    def measures(self) -> dict[str, float]:
        """`residents.tension.mean`, `.max`, `.end` and so on, up to now."""
        return {
            f"{path}.{name}": value
            for path, track in self._tracks.items()
            for name, value in track.measures(self._now()).items()
        }
