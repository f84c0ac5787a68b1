"""What became of improvement items: whether a later drill of the same person shows them mended.

A later drill speaks of an item where the same task fell due to the person again; in another scenario, where a task
under one of the item's clauses did. The item is *fixed* by the first such drill in which nothing as grave went wrong
with it; *again* is what it is called while every such drill has shown it once more. An item of conduct outside any
task is spoken of by every later drill of the person. What a person settled by hand holds whatever drills say.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from reports.aar.items import GRADES
from reports.records.queries import DRILL, ORDER, Asked, joined
from reports.records.rows import Improvement
from reports.records.tables import drills, items, people, seats, settled, tasks

OPEN, FIXED, AGAIN = "open", "fixed", "again"
STATUSES = (OPEN, FIXED, AGAIN)

Tried = Mapping[int, Sequence[tuple[str, tuple[str, ...]]]]
"""By drill the expectations that fell due to one person, each with its clauses."""


def read_items(asked: Asked) -> list[Improvement]:
    """The items of the drills that a filter means, each with its status, in the order of time."""
    every = _of_people(asked)
    tried, order = _tried(asked), _order(asked.connection)
    mine: dict[str, dict[int, list[Improvement]]] = defaultdict(lambda: defaultdict(list))
    for item in every:
        mine[item.person][item.drill].append(item)
    wanted, by_hand = _wanted(asked), _by_hand(asked.connection)
    return [
        _as_changed(_judged(item, mine[item.person], tried[item.person], order), by_hand.get((item.head, item.id), {}))
        for item in every
        if (item.head, item.id) in wanted and asked.wished.clause in ("", *item.clauses)
    ]


def _wanted(asked: Asked) -> set[tuple[str, str]]:
    """The items of the drills that the filter means, by the drill's head."""
    rows = asked.connection.execute(joined(drills.c.head, items.c.item).join(items).where(*asked.terms)).all()
    return {(row.head, row.item) for row in rows}


def _of_people(asked: Asked) -> list[Improvement]:
    """All items of the people whom the filter means, as they came out of the journals."""
    own = (
        items.c.item.label("id"), items.c.expectation, items.c.clauses, items.c.code, items.c.grade, items.c.text,
        items.c.corrective, items.c.owner, items.c.due,
    )  # fmt: skip
    query = joined(*DRILL, drills.c.head, seats.c.seat, seats.c.person, *own).join(items).where(*asked.who)
    rows = asked.connection.execute(query.order_by(*ORDER, items.c.number)).mappings().all()
    return [
        Improvement(**(dict(row) | asked.shown(row["person"]) | {"clauses": tuple(row["clauses"]), "status": OPEN}))
        for row in rows
    ]


def _order(connection: Connection) -> dict[int, int]:
    """By the numbers of drills their places in time."""
    rows = connection.execute(select(drills.c.number).order_by(*ORDER)).scalars()
    return {number: place for place, number in enumerate(rows)}


def _tried(asked: Asked) -> Mapping[str, Tried]:
    """By person and drill what fell due; a drill in which nothing did is there too."""
    found: dict[str, dict[int, list[tuple[str, tuple[str, ...]]]]] = defaultdict(dict)
    for row in asked.connection.execute(joined(people.c.id, seats.c.drill).where(*asked.who)).all():
        found[row.id][row.drill] = []
    columns = (people.c.id, seats.c.drill, drills.c.scenario, tasks.c.expectation, tasks.c.clauses)
    query = joined(*columns).join(tasks).where(tasks.c.status != "not_observed", *asked.who)
    for person, drill, scenario, expectation, cited in asked.connection.execute(query).all():
        found[person][drill].append((f"{scenario}/{expectation}", tuple(cited)))
    return found


def _judged(
    item: Improvement, mine: Mapping[int, Sequence[Improvement]], tried: Tried, order: Mapping[int, int]
) -> Improvement:  # fmt: skip
    """The item with what the person's later drills say of it."""
    later = sorted((drill for drill in tried if order[drill] > order[item.drill]), key=lambda drill: order[drill])
    status, settled_by = OPEN, None
    for drill in later:
        bad = _wrong_again(item, mine.get(drill, ()), tried[drill])
        if bad is None:
            continue
        status, settled_by = (AGAIN if bad else FIXED), drill
        if not bad:
            break
    return replace(item, status=status, settled_by=settled_by)


def _wrong_again(
    item: Improvement, found: Sequence[Improvement], tried: Sequence[tuple[str, tuple[str, ...]]]
) -> bool | None:
    """Whether it went wrong again in a later drill, as grave or graver; nothing where the drill does not say."""
    if not item.expectation:
        return any(each.code == item.code for each in found)
    task = f"{item.scenario}/{item.expectation}"
    if any(name == task for name, _ in tried):
        same = [each for each in found if (each.scenario, each.expectation) == (item.scenario, item.expectation)]
    elif any(set(cited) & set(item.clauses) for _, cited in tried):
        same = [each for each in found if set(each.clauses) & set(item.clauses)]
    else:
        return None
    return any(_place(each.grade) <= _place(item.grade) for each in same)


def _place(grade: str) -> int:
    return [*GRADES].index(grade) if grade in GRADES else len(GRADES)


def _by_hand(connection: Connection) -> dict[tuple[str, str], dict[str, str]]:
    rows = connection.execute(select(settled)).all()
    return {
        (row.head, row.item): {
            name: value for name in ("status", "owner", "due") if (value := getattr(row, name)) is not None
        }
        for row in rows
    }


def _as_changed(item: Improvement, changed: Mapping[str, str]) -> Improvement:
    """The item as a person left it."""
    kept = replace(item, owner=changed.get("owner", item.owner), due=changed.get("due", item.due))
    return replace(kept, status=changed["status"], settled_by=None) if "status" in changed else kept
