"""The records of past drills: kept in a database, asked with a filter, made anew from journals at any time.

Reading out and putting in stand elsewhere (`queries`, `writing`); here is what the records can be asked to do.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import URL, Connection, Engine, func, select, update

from reports.records import tables, writing
from reports.records.database import PATIENCE, opened, place_of, troubles, wished_url
from reports.records.improvements import STATUSES, read_items
from reports.records.people import BOT, ROSTER, find, labelled
from reports.records.played import Played, played
from reports.records.queries import (
    ORDER,
    Asked,
    day_of,
    everybody,
    read_breaches,
    read_clauses,
    read_drills,
    read_seats,
    read_tasks,
)
from reports.records.roster import must_differ
from reports.records.rows import (
    DueClause,
    Filter,
    Improvement,
    Kept,
    Person,
    PlayedBreach,
    PlayedDrill,
    PlayedSeat,
    PlayedTask,
    TrainedClause,
)
from reports.records.training import Intervals, due, read_intervals
from simulator.errors import CallError
from simulator.language.said import say

T = TypeVar("T")
ALL = Filter()


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was deleted of a person, and what is left."""

    person: Person
    drills: int
    """In how many drills they had taken part."""
    journals: tuple[Path, ...]
    """The journals that still name them: files that the records do not touch."""


def open_records(url: str | None = None, patience: float = PATIENCE, renew: bool = False) -> "Records":
    """The records at a URL or in a SQLite file; without one where the environment says, else in the user's folder.

    *patience*: seconds to wait for another program that writes. With *renew* all that came from journals is thrown
    away; people and hand-made changes stay. Raises `CallError` for a URL of no known database, `WriteError` where it
    is locked or cannot be written, `FileError` where it cannot be reached or holds something else, `ContentError`
    where it is of another version.
    """
    place = wished_url(url)
    return Records(place, opened(place, patience, renew))


class Records:
    """Records that are open. Every verb raises as opening does where the database fails."""

    def __init__(self, url: URL, engine: Engine) -> None:
        self._url = url
        self._engine = engine

    @property
    def place(self) -> str:
        """Where they are, as messages name it."""
        return place_of(self._url)

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @contextlib.contextmanager
    def _begun(self) -> Iterator[Connection]:
        with troubles(self._url), self._engine.begin() as connection:
            yield connection

    def _asked(self, wished: Filter, read: Callable[[Asked], list[T]]) -> tuple[T, ...]:
        with self._begun() as connection:
            return tuple(read(Asked(connection, wished)))

    # -- asking ---------------------------------------------------------------------------------------------

    def drills(self, wished: Filter = ALL) -> tuple[PlayedDrill, ...]:
        """The drills in which somebody took part whom the filter means, in the order of time."""
        return self._asked(wished, read_drills)

    def seats(self, wished: Filter = ALL) -> tuple[PlayedSeat, ...]:
        """Their seats; with a clause those that it fell to."""
        return self._asked(wished, read_seats)

    def tasks(self, wished: Filter = ALL) -> tuple[PlayedTask, ...]:
        """Their tasks; with a clause those that cite it."""
        return self._asked(wished, read_tasks)

    def breaches(self, wished: Filter = ALL) -> tuple[PlayedBreach, ...]:
        """Their breaches."""
        return self._asked(wished, read_breaches)

    def items(self, wished: Filter = ALL, status: str = "") -> tuple[Improvement, ...]:
        """Their improvement items and what became of them; with a status only those."""
        return tuple(item for item in self._asked(wished, read_items) if status in ("", item.status))

    def people(self, wished: Filter = ALL) -> tuple[Person, ...]:
        """Everybody whom the records know, bots aside; with a person or department only those."""
        with self._begun() as connection:
            asked = Asked(connection, wished)
        one = find(list(asked.people.values()), wished.person) if wished.person else None
        return tuple(
            person for person in asked.people.values()
            if person.source != BOT and wished.department in ("", person.department) and one in (None, person)
        )  # fmt: skip

    def clauses(self) -> tuple[TrainedClause, ...]:
        """The plan's clauses, as the drill kept last has them."""
        with self._begun() as connection:
            return tuple(read_clauses(connection))

    def due(self, wished: Filter, today: date, intervals: Intervals | None = None) -> tuple[DueClause, ...]:
        """What the people whom the filter means are to train again on a day; of its drills all count."""
        who = Filter(wished.person, wished.department, language=wished.language, named=wished.named)
        clauses = [each for each in self.clauses() if wished.clause in ("", each.id)]
        return due(self.people(who), self.seats(who), self.tasks(who), clauses, intervals or read_intervals(), today)

    # -- keeping --------------------------------------------------------------------------------------------

    def keep(self, path: Path, bots: bool = False, replay: bool = False) -> Kept:
        """Keep a finished drill, and say what it shows of earlier items. Kept twice, it is there once.

        Raises `FileError` and `JournalError` as `played` does.
        """
        kept = self.put(played(path, bots, replay), bots)
        if not kept.new:
            return kept
        items = [item for person in kept.people for item in self.items(Filter(person=person))]
        settled = tuple(item for item in items if item.settled_by == kept.drill)
        return Kept(kept.drill, True, kept.people, settled)

    def put(self, drill: Played, bots: bool = False) -> Kept:
        """Keep a drill that has been read; says nothing of earlier items."""
        columns = tables.drills.c
        with self._begun() as connection:
            number = connection.execute(select(columns.number).where(columns.head == drill.head)).scalar()
            new = number is None
            if number is None:
                number = writing.put_drill(connection, drill, bots)
            else:
                moved = update(tables.drills).where(columns.number == number)
                connection.execute(moved.values(path=str(drill.path.resolve())))
            people = select(tables.people.c.id).join(tables.seats).where(tables.seats.c.drill == number)
            return Kept(number, new, tuple(connection.execute(people).scalars()))

    def tidy(self) -> None:
        """Take out people whom neither the roster nor any drill names, after a rebuild."""
        with self._begun() as connection:
            writing.drop_strangers(connection)

    def settle(self, drill: int, item: str, status: str = "", owner: str | None = None, due: str | None = None) -> None:
        """Change an item by hand: its status, owner or day; a rebuild keeps that.

        Raises `CallError` where there is no such item, status or day.
        """
        if status not in ("", *STATUSES):
            raise CallError(say("no status '{status}'", status=status), say("it can be: {known}", known=list(STATUSES)))
        wished = {"status": status or None, "owner": owner, "due": day_of(due) if due else due}
        changed = {name: value for name, value in wished.items() if value is not None}
        with self._begun() as connection:
            head = connection.execute(select(tables.drills.c.head).where(tables.drills.c.number == drill)).scalar()
            mine = (tables.seats.c.drill == drill, tables.items.c.item == item)
            there = connection.execute(select(func.count()).select_from(tables.items.join(tables.seats)).where(*mine))
            if head is None or not there.scalar():
                message = say("drill {drill} has no item '{item}'", drill=drill, item=item)
                raise CallError(message, say("drillroom records items lists them"))
            writing.put_settled(connection, head, item, changed)

    # -- people ---------------------------------------------------------------------------------------------

    def enrol(self, roster: Iterable[Person]) -> int:
        """Enter the people of a roster, or change those of the same id; answers how many there are.

        Raises `ContentError` where a name could mean two people.
        """
        entered = list(roster)
        with self._begun() as connection:
            ids = {person.id for person in entered}
            others = [each for each in everybody(connection) if each.source == ROSTER and each.id not in ids]
            must_differ(self.place, [*entered, *others])
            writing.put_roster(connection, entered)
            return len(entered) + len(others)

    def forget(self, name: str) -> Forgotten:
        """Delete all that is kept of a person. Raises `CallError` where nobody, or several, are called so."""
        with self._begun() as connection:
            person = find(labelled(everybody(connection), True, "en"), name)
            paths = select(tables.drills.c.path).join(tables.seats).order_by(*ORDER)
            mine = connection.execute(paths.where(tables.seats.c.person == person.number)).scalars().all()
            writing.forget(connection, person)
        if self._url.drivername == "sqlite":
            with troubles(self._url), self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return Forgotten(person, len(mine), tuple(Path(path) for path in mine if Path(path).is_file()))
