"""What the records say of past drills: plain rows, the same whatever database they come from.

Times are exercise seconds; days are ISO dates of the wall. A person is known by an id of the roster; what is shown of
them is a name, a pseudonym or a number, as whoever asks may see it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlayedDrill:
    """One finished drill."""

    number: int
    """Its number in the records, from 1."""
    head: str
    """The hash of its journal's last line."""
    path: str
    scenario: str
    """The scenario's id."""
    title: Mapping[str, str]
    """The scenario's title by language."""
    type: str
    """The plan's incident type."""
    digest: str
    seed: int
    mode: str
    """`practice` or `assessed`."""
    day: str
    """When it was played; empty where its journal has no wall time."""
    length: int
    incomplete: bool
    overall: float | None
    rating: str | None
    outcome: float | None
    rewound: bool = False
    """Whether it was played on from a decision of another drill."""


@dataclass(frozen=True, slots=True)
class PlayedSeat:
    """One trainee in one drill."""

    drill: int
    day: str
    scenario: str
    mode: str
    seat: str
    role: str
    """The seat's role in the plan."""
    person: str
    """The person's id in the roster."""
    shown: str
    """What may be shown: the name, the pseudonym, or `person 3`."""
    department: str
    overall: float | None
    speed: float | None
    quality: float | None
    conduct: float | None
    outcome: float | None
    coordination: float | None
    rating: str | None


@dataclass(frozen=True, slots=True)
class PlayedTask:
    """One expectation of one trainee in one drill, judged."""

    drill: int
    day: str
    scenario: str
    seat: str
    person: str
    shown: str
    department: str
    expectation: str
    instance: int
    task: Mapping[str, str]
    """The expectation's task by language."""
    clauses: tuple[str, ...]
    status: str
    """`met`, `late`, `wrong`, `missed` or `not_observed`."""
    rating: str | None
    due: int | None
    at: int | None
    target: int
    limit: int
    timeliness: float
    quality: float
    credit: float
    of: float
    critical: bool
    act: str
    """For `wrong`: the verb, or `decision.option`, that was given instead; else empty."""

    @property
    def took(self) -> int | None:
        """Seconds from due to done."""
        return None if self.due is None or self.at is None else self.at - self.due


@dataclass(frozen=True, slots=True)
class PlayedBreach:
    """One conduct finding of one trainee in one drill."""

    drill: int
    day: str
    scenario: str
    seat: str
    person: str
    shown: str
    code: str
    severity: str
    at: int


@dataclass(frozen=True, slots=True)
class Filter:
    """Which drills are asked for; empty fields ask for all."""

    person: str = ""
    department: str = ""
    scenario: str = ""
    type: str = ""
    clause: str = ""
    mode: str = ""
    since: str = ""
    """ISO date, that day included."""
    until: str = ""
    """ISO date, that day included."""
    language: str = field(default="en")
    """For `shown`."""
    named: bool = False
    """Whether people's names may be shown; pseudonyms else."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the records know."""

    id: str
    name: str
    """Empty where only the id is known."""
    pseudonym: str
    department: str
    aliases: tuple[str, ...]
    number: int
    """Stays the same as long as the records do."""
    source: str
    """`roster`, `journal` (somebody whom no roster names) or `bot`."""
    shown: str = ""
    """What may be shown, as in a seat."""


@dataclass(frozen=True, slots=True)
class Improvement:
    """An improvement item of one trainee's drill, and what became of it."""

    drill: int
    head: str
    """The hash of the last line of the drill's journal."""
    day: str
    scenario: str
    seat: str
    person: str
    shown: str
    department: str
    id: str
    """As the after-action report has it; unique in its drill."""
    expectation: str
    """Empty for conduct outside any task."""
    clauses: tuple[str, ...]
    code: str
    """The conduct code; empty where nothing unlawful or harmful was done."""
    grade: str
    """`deficiency`, `rectify` or `improve`."""
    text: Mapping[str, str]
    """What went wrong, by language."""
    corrective: Mapping[str, str]
    """What is to be done about it, by language."""
    owner: str
    due: str
    """ISO date; empty where the drill has no day."""
    status: str
    """`open`; `fixed` or `again` (it went wrong once more), as later drills or a person say."""
    settled_by: int | None = None
    """The number of the drill that says so; nothing where a person does, or while it is open."""


@dataclass(frozen=True, slots=True)
class TrainedClause:
    """One clause of the plan, as the drill kept last has it."""

    id: str
    text: Mapping[str, str]
    owners: tuple[str, ...]
    """Roles; none where it concerns all."""
    trained: bool
    """Whether drills exercise it; what concerns the organisation alone is not trained."""


@dataclass(frozen=True, slots=True)
class DueClause:
    """A clause that a person is to train again."""

    person: str
    shown: str
    department: str
    clause: str
    last: str
    """The day on which it fell due to them last in a drill; empty where it never did."""
    every: int
    """Days that may lie between two trainings."""
    over: int | None
    """Days past that; nothing where it was never trained."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of keeping one journal."""

    drill: int
    """Its number in the records."""
    new: bool
    """Whether it was not there before."""
    people: tuple[str, ...]
    """The ids of the people who took part."""
    settled: tuple[Improvement, ...] = ()
    """Items of earlier drills that this one says were fixed, or went wrong again."""
