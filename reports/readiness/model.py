"""How ready a group is, as numbers: everything that the report, the lobby and JSON say, before it is words.

Shares are 0..1, figures 0..100, times exercise seconds, days ISO dates. Nothing is known of a person but their id
in the roster and what may be shown of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.readiness.statistics import SMALL, Share, Spread, window
from reports.records.rows import Filter
from simulator.evaluation.rating import Rating

FIGURES = ("overall", "speed", "quality", "conduct", "outcome", "coordination")
"""The figures of a trainee, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Clause:
    """How well one clause of the plan is carried out. A task that cites two clauses counts for both."""

    id: str
    tasks: int
    """How often something was due under it."""
    people: int
    credit: float
    """The credit earned of the credit that was due, 0..1."""
    in_time: Share
    """Done lawfully and well enough within the limit."""
    on_target: Share
    """Of these, done by the target: of all tasks due."""
    undone: int
    """Never done; in the spreads later than all that was."""
    took: Spread
    """Seconds from due to done."""
    pace: Spread
    """The same on the scale of each task: 0 due, 1 target, 2 limit, past it up to 2.5."""
    paces: tuple[float, ...]
    """Every task that was done, on that scale, in order."""
    scenarios: tuple[str, ...]
    """Ids of the scenarios in which it came up."""

    @property
    def small(self) -> bool:
        """Whether it rests on few tasks."""
        return self.tasks < SMALL


@dataclass(frozen=True, slots=True)
class Square:
    """One person at one clause."""

    credit: float
    tasks: int


@dataclass(frozen=True, slots=True)
class Person:
    """One person over all their drills."""

    id: str
    shown: str
    department: str
    drills: int
    last: str
    """The day of the last drill; empty where no journal bears one."""
    overall: Spread | None
    in_time: Share
    credit: float | None
    squares: Mapping[str, Square]
    """By clause; those that never came up are left out."""


@dataclass(frozen=True, slots=True)
class Department:
    """One department over all its people's drills."""

    name: str
    people: int
    drills: int
    overall: Spread | None
    in_time: Share


@dataclass(frozen=True, slots=True)
class Point:
    """What was reached on one day: the median of that day's trainees."""

    day: str
    value: float
    number: int
    """How many trainees."""


@dataclass(frozen=True, slots=True)
class Trend:
    """One figure over the drill days."""

    figure: str
    points: tuple[Point, ...]
    moving: tuple[float, ...]
    """The moving median, its last value at the last point; empty below five drill days."""
    whole: Spread

    @property
    def window(self) -> int:
        """How many drill days one moving median takes in."""
        return window(len(self.points))

    @property
    def change(self) -> float | None:
        """From the first window of drill days to the last; nothing where the two would overlap."""
        return self.moving[-1] - self.moving[0] if len(self.points) >= 2 * self.window else None


@dataclass(frozen=True, slots=True)
class Item:
    """One task of one scenario as a question of an exam, by each person's first attempt."""

    scenario: str
    expectation: str
    task: Mapping[str, str]
    takers: int
    difficulty: float
    """The mean share of its credit, 0..1: high is easy."""
    discrimination: float | None
    """Correlation with the rest of the same drills, -1..1; nothing with too few takers or no difference."""
    wrong: int
    """Attempts, the later ones too, that were met by a wrong act."""
    commonest: str
    """The wrong act given most often: a verb, or `decision.option`; empty where there is none."""
    commonest_times: int

    @property
    def small(self) -> bool:
        """Whether it rests on few people."""
        return self.takers < SMALL


@dataclass(frozen=True, slots=True)
class Breach:
    """A kind of unlawful or harmful act that occurred."""

    code: str
    severity: str
    times: int
    people: int


@dataclass(frozen=True, slots=True)
class Due:
    """A person who is due for training in some clauses."""

    person: str
    shown: str
    department: str
    never: tuple[str, ...]
    """Clauses never practised."""
    overdue: Mapping[str, int]
    """By clause, the days since its interval ran out; the longest first."""


@dataclass(frozen=True, slots=True)
class Bot:
    """What a bot earns in the same seat on the same seeds."""

    name: str
    overall: Spread


@dataclass(frozen=True, slots=True)
class Compared:
    """People in one seat of one scenario beside the bots."""

    scenario: str
    seat: str
    people: Spread
    bots: tuple[Bot, ...]
    """The best first."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """How ready the people are who were asked for."""

    asked: Filter
    day: str
    """The day on which it was reckoned: who is due depends on it."""
    drills: int
    assessed: int
    """How many of them were assessed; the others were practice."""
    people: tuple[Person, ...]
    """The best first."""
    departments: tuple[Department, ...]
    first: str
    last: str
    """The days of the first and the last drill; empty where no journal bears one."""
    undated: int
    """Drills without a day: in no trend."""
    overall: Spread | None
    in_time: Share
    ratings: Mapping[Rating, int]
    """How often each letter was given to a trainee, all four of them."""
    clauses: tuple[Clause, ...]
    """The weakest first."""
    trends: tuple[Trend, ...]
    items: tuple[Item, ...]
    """The hardest first; those that few people took after all others."""
    breaches: tuple[Breach, ...]
    due: tuple[Due, ...]
    """Who is longest overdue first."""
    trained: int
    """How many people's dates were looked at for that."""
    compared: tuple[Compared, ...]
    """Empty where the bots were not asked for."""
    heads: tuple[str, ...]
    titles: Mapping[str, Mapping[str, str]]
    """By scenario its title by language."""
    uncompared: tuple[str, ...] = ()
    """Scenarios whose people could not be set beside the bots."""

    @property
    def weakest(self) -> tuple[Clause, ...]:
        """The three clauses with the least credit, of those that rest on enough tasks and leave something to do."""
        return tuple(clause for clause in self.clauses if not clause.small and clause.credit < 1)[:3]
