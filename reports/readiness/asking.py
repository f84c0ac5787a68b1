"""Readiness from the records: what is read of them, and what is reckoned from it."""

from collections.abc import Callable
from datetime import date

from reports.readiness.assess import Rows, readiness
from reports.readiness.due import by_person
from reports.readiness.lines import readiness_lines
from reports.readiness.model import Compared, Readiness
from reports.readiness.naming import Names
from reports.readiness.played import Played, played, shipped_plan
from reports.records.rows import Filter, PlayedDrill, PlayedSeat
from reports.records.store import Records
from simulator.language.translator import Translator

Beside = Callable[
    [tuple[PlayedDrill, ...], tuple[PlayedSeat, ...], Played], tuple[tuple[Compared, ...], tuple[str, ...]]
]
"""How people are set beside the bots: `reports.readiness.bots.compared`, with its progress."""


def no_bots(drills: object, seats: object, known: object) -> tuple[tuple[Compared, ...], tuple[str, ...]]:
    """People alone."""
    return (), ()


def asked_of(records: Records, asked: Filter, today: date, beside: Beside = no_bots) -> tuple[Readiness, Played]:
    """How ready those are whom the filter means, and the scenarios that lend the words for it.

    Who is due for training is reckoned from all their drills, whatever days are asked for. Raises as the records do.
    """
    drills, seats = records.drills(asked), records.seats(asked)
    rows = Rows(drills, seats, records.tasks(asked), records.breaches(asked))
    who = Filter(asked.person, asked.department, language=asked.language, named=asked.named)
    due, trained = by_person(records.due(asked, today)), len(records.people(who))
    known = played(drills) if drills else Played()
    compared = beside(drills, seats, known)
    return readiness(
        rows, asked, today.isoformat(), due, trained, compared
    ), known if known.scenarios else shipped_plan()


def lines_of(records: Records, asked: Filter, today: date, translator: Translator) -> list[str]:
    """The short text, as the lobby shows it: paragraphs to be broken to its width. Raises as the records do."""
    ready, known = asked_of(records, asked, today)
    return readiness_lines(Names(translator, known, ready.titles), ready)
