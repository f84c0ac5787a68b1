"""How often a clause is to be trained, and whose training is due."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from reports.records.people import BOT, UNNAMED
from reports.records.rows import DueClause, Person, PlayedSeat, PlayedTask, TrainedClause
from simulator.authoring.diagnostics import in_order
from simulator.authoring.library import shipped_folder
from simulator.authoring.shape import as_findings, read_shape
from simulator.authoring.yaml_reader import read_file
from simulator.errors import ContentError
from simulator.language.said import say
from simulator.scenario.model import Model
from simulator.scenario.plan import Mark
from simulator.scenario.values import Seconds

DAY = 86400


class Intervals(Model):
    """How long may lie between two trainings of a clause."""

    format: Literal[1]
    mark: Mark
    """How strong the source of these times is."""
    every: Seconds
    """For clauses that are not named."""
    clauses: Mapping[str, Seconds] = {}

    def days(self, clause: str) -> int:
        """Whole days, at least one."""
        return max(1, self.clauses.get(clause, self.every) // DAY)


def read_intervals(path: Path | None = None) -> Intervals:
    """The intervals in a file; those that are shipped without one.

    Raises `FileError` where it cannot be opened, `ContentError` at the first place that does not hold.
    """
    document = read_file(path or shipped_folder() / "training.yaml", str(path) if path else None)
    found, faults = read_shape(document, Intervals)
    if found is not None and document.holds:
        return found
    first = in_order([*document.findings, *as_findings(document, faults)])[0]
    place = f"{first.file}:{first.line}:{first.column}"
    raise ContentError(say("{place}: {message}", place=place, message=first.message), first.help)


def due(
    people: Iterable[Person],
    seats: Iterable[PlayedSeat],
    tasks: Iterable[PlayedTask],
    clauses: Sequence[TrainedClause],
    intervals: Intervals,
    today: date,
) -> tuple[DueClause, ...]:
    """What each person is to train again on a day: never trained first, then the longest overdue.

    A person is to train the clauses that their roles own, as the drills they took part in show them, and those that
    concern all; whoever took part in none, every clause. A clause was trained on a day on which a task under it fell
    due to them, however it went; a drill without a day counts for nothing.
    """
    roles = _roles(seats)
    last = _last(tasks)
    found = [
        each
        for person in people
        if person.source != BOT and person.id != UNNAMED
        for clause in clauses
        if clause.trained and _concerns(clause, roles.get(person.id))
        if (each := _due(person, clause.id, last.get((person.id, clause.id), ""), intervals, today)) is not None
    ]
    return tuple(sorted(found, key=_urgency))


def _urgency(each: DueClause) -> tuple[bool, int, str, str]:
    return each.over is not None, -(each.over or 0), each.person, each.clause


def _roles(seats: Iterable[PlayedSeat]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for seat in seats:
        found.setdefault(seat.person, set()).add(seat.role)
    return found


def _concerns(clause: TrainedClause, roles: set[str] | None) -> bool:
    return roles is None or not clause.owners or bool(roles & set(clause.owners))


def _last(tasks: Iterable[PlayedTask]) -> dict[tuple[str, str], str]:
    """By person and clause the day on which it fell due last."""
    found: dict[tuple[str, str], str] = {}
    for task in tasks:
        if task.status == "not_observed" or not task.day:
            continue
        for clause in task.clauses:
            found[task.person, clause] = max(task.day, found.get((task.person, clause), ""))
    return found


def _due(person: Person, clause: str, last: str, intervals: Intervals, today: date) -> DueClause | None:
    every = intervals.days(clause)
    over = (today - date.fromisoformat(last)).days - every if last else None
    if over is not None and over <= 0:
        return None
    return DueClause(person.id, person.shown, person.department, clause, last, every, over)
