"""Rows of the records, told by hand for the tests of readiness."""

from dataclasses import replace

from reports.readiness.assess import Rows, readiness
from reports.readiness.model import Readiness
from reports.readiness.naming import Names
from reports.readiness.played import Played
from reports.records.rows import Filter, PlayedBreach, PlayedDrill, PlayedSeat, PlayedTask
from simulator.language.translator import translator_for
from tests.players.sample import morning

DAY = "2026-06-01"


def drill(number: int = 1, day: str = "2026-03-02", **settings: object) -> PlayedDrill:
    """A drill of the morning at the hall."""
    title = {"": "A morning at the hall"}
    found = PlayedDrill(number, f"{number:064}", "", "morning", title, "mass", morning().digest(), number, "practice",
                        day, 7200, False, 60.0, "M", 50.0)  # fmt: skip
    return replace(found, **settings)  # type: ignore[arg-type]


def seat(person: str = "ann", number: int = 1, day: str = "2026-03-02", **settings: object) -> PlayedSeat:
    """A trainee in it; 60 points of each figure."""
    found = PlayedSeat(number, day, "morning", "practice", "petition_lead", "petition_lead", person, person.title(),
                       "Reception", 60.0, 60.0, 60.0, 60.0, 60.0, None, "M")  # fmt: skip
    return replace(found, **settings)  # type: ignore[arg-type]


def task(person: str = "ann", number: int = 1, day: str = "2026-03-02", **settings: object) -> PlayedTask:
    """A task of theirs, due at second 100, done at 400: target 300, limit 900, all its credit earned."""
    found = PlayedTask(number, day, "morning", "petition_lead", person, person.title(), "Reception", "open_doors", 1,
                       {"en": "Open the doors", "zh": "开门"}, ("M3",), "met", "P", 100, 400, 300, 900, 1.0, 1.0, 1.0,
                       1.0, False, "")  # fmt: skip
    return replace(found, **settings)  # type: ignore[arg-type]


def undone(person: str = "ann", number: int = 1, **settings: object) -> PlayedTask:
    """A task of theirs that was never done."""
    nothing = {"status": "missed", "at": None, "timeliness": 0.0, "quality": 0.0, "credit": 0.0}
    return task(person, number, **nothing | settings)  # type: ignore[arg-type]


def breach(person: str, code: str = "U05", severity: str = "unlawful") -> PlayedBreach:
    """An act that should not have been."""
    return PlayedBreach(1, "2026-03-02", "morning", "petition_lead", person, person.title(), code, severity, 50)


def ready_for(
    tasks: list[PlayedTask],
    seats: list[PlayedSeat] | None = None,
    drills: list[PlayedDrill] | None = None,
    **asked: str,
) -> Readiness:
    """Readiness from these rows on the first of June."""
    rows = Rows(tuple(drills or [drill()]), tuple(seats or [seat()]), tuple(tasks), ())
    return readiness(rows, Filter(**asked), DAY)  # type: ignore[arg-type]


def names(language: str = "en") -> Names:
    """The words of the morning at the hall."""
    played = Played({"morning": morning()}, {"morning": morning().digest()})
    return Names(translator_for(language), played, {"morning": {"": "A morning at the hall"}})
