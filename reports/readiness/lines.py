"""Readiness in a few lines, for the command line and the lobby: the verdict, weak clauses, who is due."""

from reports.card.numbers import percent
from reports.readiness.limits import notices, period
from reports.readiness.model import Clause, Readiness
from reports.readiness.naming import Names
from reports.readiness.verdict import group, verdict, why_due

MOST = 5
"""So many clauses and people are listed."""


def readiness_lines(names: Names, ready: Readiness) -> list[str]:
    """Paragraphs to be broken to a screen's width; an empty one between parts, lists with a dash before each entry."""
    head = names.say("{exercise}. Readiness: {group}", exercise=names.say("EXERCISE"), group=group(names, ready))
    lines = [head, *_rests_on(names, ready), "", *verdict(names, ready)]
    if ready.clauses:
        lines += ["", names.say("Clauses with the least credit:"), *_clauses(names, ready)]
    if ready.due:
        lines += ["", names.say("Due for training:"), *_due(names, ready)]
    notes = notices(names, ready)
    return [*lines, *(["", *notes] if notes else [])]


def _rests_on(names: Names, ready: Readiness) -> list[str]:
    if not ready.drills:
        return []
    values = {"period": period(names, ready), "drills": ready.drills, "people": len(ready.people)}
    return [names.say("{period}; {drills} drills, {people} people", **values)]


def _clauses(names: Names, ready: Readiness) -> list[str]:
    return [
        names.say(
            "- {clause}: {credit} of the credit, {share} in time; tasks: {number}",
            clause=names.clause(clause.id).rstrip(".。"), credit=percent(clause.credit),
            share=names.share(clause.in_time), number=names.count(clause.tasks, clause.small),
        )
        for clause in _worth_telling(ready)
    ]  # fmt: skip


def _worth_telling(ready: Readiness) -> tuple[Clause, ...]:
    """The weakest of those that rest on enough tasks; of all, where none does."""
    return (tuple(clause for clause in ready.clauses if not clause.small) or ready.clauses)[:MOST]


def _due(names: Names, ready: Readiness) -> list[str]:
    told = [
        names.say("- {person}: {why}", person=each.shown, why=why_due(names, each))
        for each in ready.due[:MOST]
    ]  # fmt: skip
    more = len(ready.due) - MOST
    return [*told, names.say("and {number} more", number=more)] if more > 0 else told
