"""The rows that charts draw: plain values with their labels in one language. Times are exercise seconds."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["met", "late", "wrong", "missed", "not_observed"]


@dataclass(frozen=True, slots=True)
class Threshold:
    """The tension from which on a stage is reached."""

    above: float
    label: str


@dataclass(frozen=True, slots=True)
class Stay:
    """A time for which a gathering stood at a stage."""

    begins: int
    ends: int
    label: str


@dataclass(frozen=True, slots=True)
class Course:
    """How tense a gathering was, or how distressed a person."""

    name: str
    title: str
    """What stands above the curve."""
    runs: tuple[tuple[tuple[int, float], ...], ...]
    """Seconds and tension in 0..1, one run for each time that the group or person was there."""
    thresholds: tuple[Threshold, ...] = ()
    stays: tuple[Stay, ...] = ()

    @property
    def highest(self) -> tuple[int, float]:
        """The second of the highest tension, and that tension; of several the first. It has a run."""
        return max((point for run in self.runs for point in run), key=lambda point: (point[1], -point[0]))


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at a second, with a few words."""

    time: int
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """What came in, or what one seat did."""

    name: str
    kind: Literal["inject", "act"]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis of time."""

    time: int
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drill, or one chapter of it, on one axis of time."""

    starts: int
    ends: int
    ticks: tuple[Tick, ...]
    courses: tuple[Course, ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One expectation by timeliness and quality."""

    task: str
    status: Status
    word: str
    """The status, and how long it took."""
    place: float | None
    """When it was done: 0 due, 1 on target, 2 at the limit, up to 2.5 past it; nothing where it was not."""
    quality: float | None
    """0..1."""
    credit: str
    rating: str


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The expectations of one trainee, with the words on the axes."""

    rows: tuple[Verdict, ...]
    fast: str
    well: str
    due: str
    target: str
    limit: str
    late: str
    earned: str
