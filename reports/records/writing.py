"""Putting drills, people and hand-made changes into the records' tables, on a connection that is given."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from reports.aar.items import items as items_of
from reports.records import tables
from reports.records.people import BOT, JOURNAL, ROSTER, bot_id, id_of, names_of, plain
from reports.records.played import PERSON, Played, in_languages, trained, wrong_act
from reports.records.queries import everybody
from reports.records.rows import Person
from simulator.evaluation.expectations import Judged
from simulator.evaluation.scorecard import Trainee


def put_drill(connection: Connection, played: Played, bots: bool) -> int:
    """Put a drill with its seats, tasks, breaches and items in; answers its number."""
    number = _inserted(connection, tables.drills, _drill(played))
    people = everybody(connection)
    for trainee in played.kept(bots):
        person = _person_of(connection, people, trainee)
        seat = _inserted(connection, tables.seats, {"drill": number, "person": person} | _seat(played, trainee))
        _put_tasks(connection, [{"seat": seat} | _task(played, judged) for judged in trainee.judged])
        breaches = [{"seat": seat, "code": each.code, "severity": each.severity, "at": each.at}
                    for each in trainee.findings]  # fmt: skip
        _put(connection, tables.breaches, breaches)
        _put(connection, tables.items, [row | {"seat": seat} for row in _items(played, trainee)])
    _put_clauses(connection, played)
    return number


def _inserted(connection: Connection, table: Any, values: dict[str, Any]) -> int:
    key = next(iter(table.primary_key.columns))
    return int(connection.execute(insert(table).values(**values).returning(key)).scalar_one())


def _put(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _drill(played: Played) -> dict[str, Any]:
    header, card = played.entries[0].payload, played.card
    return {
        "head": played.head, "path": str(played.path.resolve()), "scenario": card.scenario,
        "title": in_languages(played.scenario.title), "type": played.scenario.type, "digest": card.digest,
        "seed": card.seed, "mode": str(header.get("mode", "")), "began": played.began, "day": played.day,
        "length": card.length, "incomplete": card.incomplete, "rewound": header.get("parent") is not None,
        "overall": card.team.overall, "rating": card.team.rating, "outcome": card.team.outcome,
    }  # fmt: skip


def _seat(played: Played, trainee: Trainee) -> dict[str, Any]:
    figures = trainee.figures
    return {
        "seat": trainee.seat, "role": played.scenario.role_of(trainee.seat), "overall": trainee.overall,
        "speed": figures.speed, "quality": figures.quality, "conduct": figures.conduct, "outcome": figures.outcome,
        "coordination": figures.coordination, "rating": trainee.rating,
    }  # fmt: skip


def _put_tasks(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Tasks, and each of their clauses in a row of its own."""
    if not rows:
        return
    numbered = insert(tables.tasks).returning(tables.tasks.c.number, sort_by_parameter_order=True)
    numbers = connection.execute(numbered, rows).scalars().all()
    cited = [
        {"task": number, "clause": clause}
        for number, row in zip(numbers, rows, strict=True) for clause in sorted(set(row["clauses"]))
    ]  # fmt: skip
    _put(connection, tables.task_clauses, cited)


def _task(played: Played, judged: Judged) -> dict[str, Any]:
    expectation = judged.instance.expectation
    return {
        "expectation": judged.id, "instance": judged.instance.number, "task": in_languages(expectation.task),
        "clauses": list(expectation.clauses), "status": judged.status, "rating": judged.rating, "due": judged.due,
        "at": judged.met, "target": expectation.target, "limit": expectation.limit, "timeliness": judged.timeliness,
        "quality": judged.quality, "credit": judged.credit, "of": judged.of, "critical": bool(expectation.critical),
        "act": wrong_act(played.entries, judged),
    }  # fmt: skip


def _items(played: Played, trainee: Trainee) -> list[dict[str, Any]]:
    """A trainee's own items, though another sat in the same seat."""
    alone = replace(played.card, trainees=(trainee,))
    return [
        {
            "item": item.id, "expectation": item.expectation, "clauses": list(item.clauses), "code": item.code,
            "grade": item.grade, "text": in_languages(item.text), "corrective": in_languages(item.corrective),
            "owner": item.owner, "due": played.due_day(item),
        }
        for item in items_of(played.scenario, played.entries, alone)
    ]  # fmt: skip


def _put_clauses(connection: Connection, played: Played) -> None:
    """The plan's clauses as this drill has them, in the place of older ones; once exercised, always trained."""
    exercised, columns = trained(played.scenario), tables.clauses.c
    known = {row.id: row for row in connection.execute(select(tables.clauses)).all()}
    for name, clause in played.scenario.emergency_plan.clauses.items():
        before = known.get(name)
        row = {
            "id": name, "text": in_languages(clause.text),
            "owners": [] if clause.owners == "all" else list(clause.owners),
            "trained": exercised[name] or (before is not None and before.trained),
        }  # fmt: skip
        if before is None:
            connection.execute(insert(tables.clauses).values(**row))
        elif row != before._asdict():
            connection.execute(update(tables.clauses).where(columns.id == name).values(**row))


# -- people -------------------------------------------------------------------------------------------------


def _person_of(connection: Connection, people: Sequence[Person], trainee: Trainee) -> int:
    """The number of whoever sat in a seat; somebody new is entered under an id made of the name."""
    bot = trainee.player != PERSON
    name = trainee.player if bot else " ".join(trainee.name.split())
    key = bot_id(name) if bot else id_of(name)
    known = next((each for each in people if each.id == key or (not bot and _is(each, name))), None)
    if known is not None:
        return known.number
    row = {"id": key, "name": name, "pseudonym": "", "department": "", "aliases": [], "source": BOT if bot else JOURNAL}
    found = connection.execute(select(tables.people.c.number).where(tables.people.c.id == key)).scalar()
    return _inserted(connection, tables.people, row) if found is None else int(found)


def _is(person: Person, name: str) -> bool:
    return person.source != BOT and plain(name) in names_of(person)


def put_roster(connection: Connection, roster: Iterable[Person]) -> None:
    """Enter people or change them by id; whoever was known by one of their names so far is they."""
    everyone = everybody(connection)
    by_id = {person.id: person.number for person in everyone}
    strangers = [person for person in everyone if person.source == JOURNAL]
    for person in roster:
        same = [other.number for other in strangers if names_of(other) & names_of(person) and other.id != person.id]
        row = {name: value for name, value in asdict(person).items() if name not in ("number", "shown")}
        row["aliases"] = list(person.aliases)
        numbers = [number for number in (by_id.get(person.id), *same) if number is not None]
        _take_over(connection, row, numbers)


def _take_over(connection: Connection, row: dict[str, Any], numbers: Sequence[int]) -> None:
    """Enter a person under the first of the numbers that they had so far, and give them what the others did."""
    columns = tables.people.c
    if not numbers:
        _inserted(connection, tables.people, row)
        return
    first, *others = numbers
    connection.execute(update(tables.seats).where(tables.seats.c.person.in_(others)).values(person=first))
    connection.execute(delete(tables.people).where(columns.number.in_(others)))
    connection.execute(update(tables.people).where(columns.number == first).values(**row))


def forget(connection: Connection, person: Person) -> None:
    """Delete a person, all that is kept of them, and the drills in which they alone took part."""
    seats, settled = tables.seats.c, tables.settled.c
    mine = select(seats.number).where(seats.person == person.number)
    names = select(tables.drills.c.head, tables.items.c.item).select_from(
        tables.items.join(tables.seats).join(tables.drills)
    )
    for head, item in connection.execute(names.where(seats.person == person.number)).all():
        connection.execute(delete(tables.settled).where(settled.head == head, settled.item == item))
    # SQLite follows references only where it was told to; so nothing is left to it.
    of_mine = select(tables.tasks.c.number).where(tables.tasks.c.seat.in_(mine))
    connection.execute(delete(tables.task_clauses).where(tables.task_clauses.c.task.in_(of_mine)))
    for table in (tables.tasks, tables.breaches, tables.items):
        connection.execute(delete(table).where(table.c.seat.in_(mine)))
    connection.execute(delete(tables.seats).where(seats.person == person.number))
    connection.execute(delete(tables.drills).where(tables.drills.c.number.not_in(select(seats.drill))))
    connection.execute(delete(tables.people).where(tables.people.c.number == person.number))


def drop_strangers(connection: Connection) -> None:
    """Take out people whom neither the roster nor a drill names."""
    columns = tables.people.c
    gone = columns.number.not_in(select(tables.seats.c.person))
    connection.execute(delete(tables.people).where(columns.source != ROSTER, gone))


def put_settled(connection: Connection, head: str, item: str, changed: dict[str, str]) -> None:
    """Keep what a person changed of an item."""
    columns = tables.settled.c
    there = (columns.head == head, columns.item == item)
    if connection.execute(select(columns.head).where(*there)).scalar() is None:
        connection.execute(insert(tables.settled).values(head=head, item=item, **changed))
    else:
        connection.execute(update(tables.settled).where(*there).values(**changed))
