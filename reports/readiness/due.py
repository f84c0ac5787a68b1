"""Who is due for training, one entry a person, from what the records say clause by clause."""

from collections.abc import Iterable

from reports.readiness.model import Due
from reports.readiness.people import grouped
from reports.records.rows import DueClause


def by_person(found: Iterable[DueClause]) -> tuple[Due, ...]:
    """Who is overdue longest first, then who never practised most."""
    people = [_due(rows) for rows in grouped(found, lambda row: row.person).values()]
    return tuple(sorted(people, key=lambda due: (-max(due.overdue.values(), default=0), -len(due.never), due.shown)))


def _due(rows: list[DueClause]) -> Due:
    over = sorted(
        ((row.over, row.clause) for row in rows if row.over is not None), key=lambda each: (-each[0], each[1])
    )
    never = tuple(row.clause for row in rows if row.over is None)
    return Due(rows[0].person, rows[0].shown, rows[0].department, never, {clause: days for days, clause in over})
