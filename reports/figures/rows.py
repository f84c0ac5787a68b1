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


Runs = tuple[tuple[tuple[int, float], ...], ...]
"""Seconds and values, one run for each time that a group or person was there."""


@dataclass(frozen=True, slots=True)
class Ghost:
    """The same curve in a drill that the trainees played otherwise, on the same seed."""

    kind: Literal["book", "silent"]
    label: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Course:
    """How tense a gathering was, or how distressed a person."""

    name: str
    title: str
    """What stands above the curve."""
    runs: Runs
    """Tension in 0..1."""
    thresholds: tuple[Threshold, ...] = ()
    stays: tuple[Stay, ...] = ()
    ghosts: tuple[Ghost, ...] = ()
    label: str = ""
    """What the drill's own curve is called beside the ghosts."""

    @property
    def highest(self) -> tuple[int, float]:
        """The second of the highest tension, and that tension; of several the first. It has a run."""
        return max((point for run in self.runs for point in run), key=lambda point: (point[1], -point[0]))


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many people waited to be served; the number stands until it changes."""

    title: str
    runs: Runs
    """Numbers of people."""
    ghosts: tuple[Ghost, ...] = ()
    label: str = ""

    @property
    def highest(self) -> float:
        """The highest number of this drill and of its ghosts."""
        every = (*self.runs, *(run for ghost in self.ghosts for run in ghost.runs))
        return max((value for run in every for _, value in run), default=0.0)


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
    waiting: tuple[Waiting, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Spent:
    """Where the time of one task went, each part as a share of its limit: 1 is the limit."""

    task: str
    noticed: float
    decided: float
    carried_out: float
    target: float
    """Where the target lies."""
    word: str
    """How long it took in all, or that it was never done."""
    done: bool


@dataclass(frozen=True, slots=True)
class Spending:
    """Where the time of several tasks went, with the words of the figure."""

    rows: tuple[Spent, ...]
    noticed: str
    decided: str
    carried_out: str
    due: str
    target: str
    limit: str
