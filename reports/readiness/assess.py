"""Past drills made into readiness: every part of it in one call. Rows in, numbers out; no words, no drawing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.readiness.clauses import clauses, in_time, observed
from reports.readiness.items import items
from reports.readiness.model import Breach, Compared, Due, Readiness
from reports.readiness.people import departments, grouped, people, trends
from reports.readiness.statistics import spread
from reports.records.rows import Filter, PlayedBreach, PlayedDrill, PlayedSeat, PlayedTask
from simulator.evaluation.rating import LETTERS

SEVERITIES = ("critical", "unlawful", "harmful")


@dataclass(frozen=True, slots=True)
class Rows:
    """What the records hold of the drills that are asked for."""

    drills: tuple[PlayedDrill, ...]
    seats: tuple[PlayedSeat, ...]
    tasks: tuple[PlayedTask, ...]
    breaches: tuple[PlayedBreach, ...]


def readiness(
    rows: Rows,
    asked: Filter,
    day: str,
    due: Sequence[Due] = (),
    trained: int = 0,
    beside: tuple[tuple[Compared, ...], tuple[str, ...]] = ((), ()),
) -> Readiness:
    """How ready these people are on a *day* (ISO date).

    *due*: who of *trained* people is due for training. *beside*: the comparison with the bots, as
    `reports.readiness.bots.compared` answers it.
    """
    days = sorted({drill.day for drill in rows.drills if drill.day})
    letters = [seat.rating for seat in rows.seats]
    return Readiness(
        asked=asked,
        day=day,
        drills=len(rows.drills),
        assessed=len([drill for drill in rows.drills if drill.mode == "assessed"]),
        people=people(rows.seats, rows.tasks),
        departments=departments(rows.seats, rows.tasks),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        undated=len([drill for drill in rows.drills if not drill.day]),
        overall=spread(seat.overall for seat in rows.seats if seat.overall is not None),
        in_time=in_time(observed(rows.tasks)),
        ratings={letter: letters.count(letter) for letter in LETTERS},
        clauses=clauses(rows.tasks),
        trends=trends(rows.seats),
        items=items(rows.tasks),
        breaches=breaches(rows.breaches),
        due=tuple(due),
        trained=trained,
        compared=beside[0],
        uncompared=beside[1],
        heads=tuple(drill.head for drill in rows.drills),
        titles={drill.scenario: drill.title for drill in rows.drills},
    )


def breaches(found: Iterable[PlayedBreach]) -> tuple[Breach, ...]:
    """Kinds of unlawful and harmful acts, the gravest and then the most frequent first."""
    kinds = [
        Breach(code, rows[0].severity, len(rows), len({row.person for row in rows}))
        for code, rows in grouped(found, lambda row: row.code).items()
    ]
    return tuple(sorted(kinds, key=lambda kind: (SEVERITIES.index(kind.severity), -kind.times, kind.code)))
