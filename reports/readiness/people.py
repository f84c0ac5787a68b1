"""What drills say of persons and departments, and how figures went over time. Rows in, numbers out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from reports.readiness.clauses import by_clause, credit, in_time, observed
from reports.readiness.model import FIGURES, Department, Person, Point, Square, Trend
from reports.readiness.statistics import median, moving_median, spread
from reports.records.rows import PlayedSeat, PlayedTask

Row = TypeVar("Row")


def grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> dict[str, list[Row]]:
    """Rows by a key, in the order in which the keys first come."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return dict(found)


def people(seats: Iterable[PlayedSeat], tasks: Iterable[PlayedTask]) -> tuple[Person, ...]:
    """Everyone who took part, who earned most of the credit due first."""
    of_person = grouped(tasks, lambda task: task.person)
    found = [_person(played, of_person.get(id, [])) for id, played in grouped(seats, lambda seat: seat.person).items()]
    return tuple(sorted(found, key=lambda person: (-(person.credit or 0.0), person.shown)))


def _person(seats: Sequence[PlayedSeat], tasks: Sequence[PlayedTask]) -> Person:
    latest = max(seats, key=lambda seat: seat.day)
    due = observed(tasks)
    squares = {clause: Square(credit(of_it) or 0.0, len(of_it)) for clause, of_it in sorted(by_clause(due).items())}
    return Person(
        latest.person,
        latest.shown,
        latest.department,
        len({seat.drill for seat in seats}),
        latest.day,
        spread(seat.overall for seat in seats if seat.overall is not None),
        in_time(due),
        credit(due),
        squares,
    )


def departments(seats: Iterable[PlayedSeat], tasks: Iterable[PlayedTask]) -> tuple[Department, ...]:
    """The departments in the order of their names; people without one together, last."""
    of_department = grouped(tasks, lambda task: task.department)
    found = [
        Department(
            name,
            len({seat.person for seat in played}),
            len({seat.drill for seat in played}),
            spread(seat.overall for seat in played if seat.overall is not None),
            in_time(observed(of_department.get(name, []))),
        )
        for name, played in grouped(seats, lambda seat: seat.department).items()
    ]
    return tuple(sorted(found, key=lambda department: (not department.name, department.name)))


def trends(seats: Iterable[PlayedSeat]) -> tuple[Trend, ...]:
    """Each figure over the days on which somebody has one, days without a drill left out.

    Drills without a day are in its whole, and in no point.
    """
    known = list(seats)
    return tuple(trend for figure in FIGURES if (trend := _trend(figure, known)) is not None)


def _trend(figure: str, seats: Iterable[PlayedSeat]) -> Trend | None:
    known = [(seat.day, number) for seat in seats if (number := getattr(seat, figure)) is not None]
    whole = spread(number for _, number in known)
    if whole is None:
        return None
    days = grouped([each for each in known if each[0]], lambda each: each[0])
    points = tuple(
        Point(day, median(number for _, number in of_day), len(of_day)) for day, of_day in sorted(days.items())
    )
    return Trend(figure, points, moving_median([point.value for point in points]), whole)
