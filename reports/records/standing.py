"""How clauses and people stand, counted from their drills: what `records clauses` and `records team` show."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.records.rows import Person, PlayedBreach, PlayedSeat, PlayedTask, TrainedClause


@dataclass(frozen=True, slots=True)
class ClauseStanding:
    """How tasks under one clause went."""

    clause: str
    due: int
    """How many fell due."""
    met: int
    late: int
    wrong: int
    missed: int
    people: int
    """To how many people."""
    credit: float | None
    """Of 100, what was earned of the credit that was due; nothing where nothing was."""
    last: str
    """The day on which one fell due last; empty for none that is known."""


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """How one person's drills went."""

    person: str
    shown: str
    department: str
    drills: int
    last: str
    """The day of the last; empty for none that is known."""
    overall: float | None
    """The mean of overall, 0 to 100; nothing where no drill gave one."""
    rating: str | None
    """That of the last drill which had one."""
    breaches: int
    """Unlawful and harmful acts in all."""


def clause_standings(clauses: Sequence[TrainedClause], tasks: Iterable[PlayedTask]) -> tuple[ClauseStanding, ...]:
    """Every clause that drills exercise, and every other that fell due, by id."""
    under: dict[str, list[PlayedTask]] = {clause.id: [] for clause in clauses if clause.trained}
    for task in tasks:
        for clause in set(task.clauses) if task.status != "not_observed" else ():
            under.setdefault(clause, []).append(task)
    return tuple(_clause(clause, found) for clause, found in sorted(under.items()))


def _clause(clause: str, tasks: Sequence[PlayedTask]) -> ClauseStanding:
    count = Counter(task.status for task in tasks)
    of = math.fsum(task.of for task in tasks)
    return ClauseStanding(
        clause, len(tasks), count["met"], count["late"], count["wrong"], count["missed"],
        len({task.person for task in tasks}),
        100 * math.fsum(task.credit for task in tasks) / of if of else None,
        max((task.day for task in tasks), default=""),
    )  # fmt: skip


def person_standings(
    people: Iterable[Person], seats: Sequence[PlayedSeat], breaches: Sequence[PlayedBreach]
) -> tuple[PersonStanding, ...]:
    """Every person, also one without a drill, in the order of their numbers. *seats* stand in the order of time."""
    found = Counter(breach.person for breach in breaches)
    return tuple(
        _person(person, [seat for seat in seats if seat.person == person.id], found[person.id]) for person in people
    )  # fmt: skip


def _person(person: Person, seats: Sequence[PlayedSeat], breaches: int) -> PersonStanding:
    overall = [seat.overall for seat in seats if seat.overall is not None]
    return PersonStanding(
        person.id, person.shown, person.department, len(seats),
        max((seat.day for seat in seats), default=""),
        math.fsum(overall) / len(overall) if overall else None,
        next((seat.rating for seat in reversed(seats) if seat.rating), None),
        breaches,
    )  # fmt: skip
