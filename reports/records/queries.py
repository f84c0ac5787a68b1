"""Reading the records' tables: what a filter asks for, as plain rows in the order of time."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, select

from reports.records.people import find, labelled
from reports.records.rows import (
    Filter,
    Person,
    PlayedBreach,
    PlayedDrill,
    PlayedSeat,
    PlayedTask,
    TrainedClause,
)
from reports.records.tables import breaches, clauses, drills, people, seats, task_clauses, tasks
from simulator.errors import CallError
from simulator.language.said import say

Terms = list[ColumnElement[bool]]

ORDER = (drills.c.began == "", drills.c.began, drills.c.number)
"""By wall time; drills without one after all others."""


def everybody(connection: Connection) -> list[Person]:
    """Everybody whom the records know, by number; nothing that may be shown of them yet."""
    rows = connection.execute(select(people).order_by(people.c.number)).mappings()
    return [
        Person(
            row["id"], row["name"], row["pseudonym"], row["department"], tuple(row["aliases"]), row["number"],
            row["source"],
        )
        for row in rows
    ]  # fmt: skip


class Asked:
    """A filter, with the people whom it can mean: made anew for each reading."""

    def __init__(self, connection: Connection, wished: Filter) -> None:
        """Raises `CallError` for a person or department that nobody is in, and for a day that is none."""
        self.connection = connection
        self.wished = wished
        self.people = {each.number: each for each in self._shown()}
        self.who = self._of_people()
        """What limits the people alone."""
        self.terms = [*self.who, *self._of_drills()]

    def _shown(self) -> tuple[Person, ...]:
        return labelled(everybody(self.connection), self.wished.named, self.wished.language)

    def _of_people(self) -> Terms:
        terms: Terms = []
        everyone = list(self.people.values())
        if self.wished.person:
            terms.append(people.c.number == find(everyone, self.wished.person).number)
        if self.wished.department:
            _must_be_department(self.wished.department, everyone)
            terms.append(people.c.department == self.wished.department)
        return terms

    def _of_drills(self) -> Terms:
        wished, terms = self.wished, []
        for column in (drills.c.scenario, drills.c.type, drills.c.mode):
            if asked := getattr(wished, column.name):
                terms.append(column == asked)
        if wished.since:
            terms.append(drills.c.day >= day_of(wished.since))
        if wished.until:
            terms += [drills.c.day <= day_of(wished.until), drills.c.day != ""]
        return terms

    def shown(self, number: int) -> dict[str, Any]:
        """The columns of a person that rows bear."""
        person = self.people[number]
        return {"person": person.id, "shown": person.shown, "department": person.department}


def day_of(written: str) -> str:
    """An ISO date. Raises `CallError` for anything else."""
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise CallError(say("'{day}' is not a day", day=written), say("write it as 2026-03-31")) from None


def _must_be_department(wished: str, everyone: Sequence[Person]) -> None:
    known = sorted({person.department for person in everyone if person.department})
    if wished not in known:
        message = say("nobody in the records is in the department '{name}'", name=wished)
        remedy = say("there are: {known}", known=known) if known else say("import a roster that names departments")
        raise CallError(message, remedy)


def read_drills(asked: Asked) -> list[PlayedDrill]:
    """The drills in which somebody took part whom the filter means."""
    columns = [column for column in drills.c if column.name != "began"]
    took_part = exists().where(seats.c.drill == drills.c.number, people.c.number == seats.c.person, *_seat_terms(asked))
    rows = asked.connection.execute(select(*columns).where(took_part).order_by(*ORDER)).mappings()
    return [PlayedDrill(**row) for row in rows]


def _seat_terms(asked: Asked) -> Terms:
    if not asked.wished.clause:
        return asked.terms
    cited = exists().where(
        tasks.c.seat == seats.c.number,
        task_clauses.c.task == tasks.c.number,
        task_clauses.c.clause == asked.wished.clause,
    )
    return [*asked.terms, cited]


def joined(*columns: Any) -> Select[Any]:
    """Columns of seats with their drills and people."""
    return select(*columns).select_from(seats.join(drills).join(people))


DRILL = (drills.c.number.label("drill"), drills.c.day, drills.c.scenario)


def read_seats(asked: Asked) -> list[PlayedSeat]:
    """The seats of the people whom the filter means."""
    own = [column for column in seats.c if column.name not in ("number", "drill")]
    query = joined(*DRILL, drills.c.mode, *own).where(*_seat_terms(asked)).order_by(*ORDER, seats.c.number)
    return [PlayedSeat(**(dict(row) | asked.shown(row["person"]))) for row in _rows(asked, query)]


def read_tasks(asked: Asked) -> list[PlayedTask]:
    """Their tasks; with a clause those that cite it."""
    own = [column for column in tasks.c if column.name not in ("number", "seat")]
    query = joined(*DRILL, seats.c.seat, seats.c.person, *own).join(tasks).where(*asked.terms)
    if asked.wished.clause:
        cites = exists().where(task_clauses.c.task == tasks.c.number, task_clauses.c.clause == asked.wished.clause)
        query = query.where(cites)
    rows = _rows(asked, query.order_by(*ORDER, tasks.c.number))
    return [
        PlayedTask(**(dict(row) | asked.shown(row["person"]) | {"clauses": tuple(row["clauses"])})) for row in rows
    ]  # fmt: skip


def read_breaches(asked: Asked) -> list[PlayedBreach]:
    """Their breaches."""
    own = (breaches.c.code, breaches.c.severity, breaches.c.at)
    query = joined(*DRILL, seats.c.seat, seats.c.person, *own).join(breaches).where(*_seat_terms(asked))
    rows = _rows(asked, query.order_by(*ORDER, breaches.c.number))
    return [PlayedBreach(**_without_department(dict(row) | asked.shown(row["person"]))) for row in rows]


def _without_department(row: dict[str, Any]) -> dict[str, Any]:
    del row["department"]
    return row


def _rows(asked: Asked, query: Select[Any]) -> Sequence[Any]:
    return asked.connection.execute(query).mappings().all()


def read_clauses(connection: Connection) -> list[TrainedClause]:
    """The plan's clauses as the drill kept last has them, by id."""
    rows: Sequence[Row[Any]] = connection.execute(select(clauses).order_by(clauses.c.id)).all()
    return [TrainedClause(row.id, row.text, tuple(row.owners), row.trained) for row in rows]
