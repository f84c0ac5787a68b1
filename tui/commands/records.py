"""`drillroom records`: past drills, asked. How they get into the records and out again stands in `records_upkeep`."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from reports.records.rows import Filter
from simulator.errors import CallError
from simulator.language.said import say
from simulator.language.translator import N_
from tui.commands import records_upkeep as upkeep
from tui.commands.records_call import (
    AS_JSON,
    DATABASE,
    DEPARTMENT,
    NAMED,
    SINCE,
    UNTIL,
    opened,
    plain,
    print_lines,
    print_object,
    shown,
)
from tui.session import narrate, translator

F = TypeVar("F", bound=Callable[..., Any])

FILTER = (
    click.option("--person", default="", help=N_("Only this person: id, name, pseudonym or number.")),
    DEPARTMENT,
    click.option("--scenario", default="", help=N_("Only drills of this scenario.")),
    click.option("--type", default="", help=N_("Only drills of this kind of emergency.")),
    click.option("--clause", default="", help=N_("Only what falls under this clause of the plan.")),
    click.option("--mode", default="", help=N_("Only drills played so: practice, assessed or headless.")),
    SINCE,
    UNTIL,
    NAMED,
)


def asking(function: F) -> F:
    """The options that say which drills are asked for, then where the records are and how to print."""
    for option in reversed((*FILTER, DATABASE, AS_JSON)):
        function = option(function)
    return function


def wished(given: dict[str, Any], **more: str) -> Filter:
    """The filter of a call."""
    return Filter(**{**given, **more}, language=translator().language)


@click.group("records", invoke_without_command=True,
             help=N_("Past drills. Without a command they are listed."))  # fmt: skip
@asking
@click.pass_context
def command(context: click.Context, /, db: str | None, as_object: bool, **given: Any) -> None:
    if context.invoked_subcommand is None:
        print_drills(db, as_object, given)
    elif db or as_object or any(given.values()):
        raise CallError(
            say("an option stands before '{command}'", command=context.invoked_subcommand),
            say("write it after '{command}'", command=context.invoked_subcommand),
        )


@command.command("list", help=N_("List the past drills."))
@asking
def listing(db: str | None, as_object: bool, **given: Any) -> None:
    print_drills(db, as_object, given)


def print_drills(db: str | None, as_object: bool, given: dict[str, Any]) -> None:
    from tui.presentation.records import drill_lines

    asked = wished(given)
    with opened(db) as records:
        drills, seats = records.drills(asked), records.seats(asked)
        place = records.place
    if as_object:
        print_object(drills=plain(drills, True), seats=plain(seats, asked.named))
        return
    print_lines(drill_lines(shown(), drills, seats))
    narrate(say("The records: {place}", place=place))


@command.command("trainee", help=N_("Show one person. Each drill, what went worst, what is still to be put right."))
@click.argument("name")
@asking
def trainee(name: str, db: str | None, as_object: bool, **given: Any) -> None:
    from reports.records.standing import clause_standings
    from tui.presentation.records import trainee_lines

    asked = wished(given, person=name)
    with opened(db) as records:
        (person,) = records.people(asked)
        seats, tasks, items = records.seats(asked), records.tasks(asked), records.items(asked)
        breaches, clauses = records.breaches(asked), records.clauses()
    if as_object:
        parts = {"seats": seats, "tasks": tasks, "breaches": breaches, "items": items}
        print_object(person=person.shown, **{name: plain(rows, asked.named) for name, rows in parts.items()})
        return
    texts = {clause.id: clause.text for clause in clauses}
    print_lines(trainee_lines(shown(), person, seats, clause_standings([], tasks), items, texts))


@command.command("team", help=N_("Show a department's people. Without a name: everybody."))
@click.argument("department", required=False, default="")
@NAMED
@SINCE
@UNTIL
@DATABASE
@AS_JSON
def team(department: str, db: str | None, as_object: bool, **given: Any) -> None:
    from reports.records.standing import person_standings
    from tui.presentation.records import team_lines

    asked = wished(given, department=department)
    with opened(db) as records:
        found = person_standings(records.people(asked), records.seats(asked), records.breaches(asked))
    if as_object:
        print_object(department=department, people=plain(found, asked.named))
        return
    print_lines(team_lines(shown(), department, found))


@command.command("clauses", help=N_("Show how it went, clause by clause."))
@asking
def clauses(db: str | None, as_object: bool, **given: Any) -> None:
    from reports.records.standing import clause_standings
    from tui.presentation.records import clause_lines

    asked = wished(given)
    with opened(db) as records:
        known = [each for each in records.clauses() if asked.clause in ("", each.id)]
        tasks = records.tasks(asked)
    found = [each for each in clause_standings(known, tasks) if asked.clause in ("", each.clause)]
    if as_object:
        print_object(clauses=[asdict(each) for each in found])
        return
    print_lines(clause_lines(shown(), found, {clause.id: clause.text for clause in known}))


@command.command("due", help=N_("Show whose training is due. Clauses that never came up for a person, or long ago."))
@click.option("--person", default="", help=N_("Only this person: id, name, pseudonym or number."))
@DEPARTMENT
@click.option("--clause", default="", help=N_("Only what falls under this clause of the plan."))
@click.option("--on", metavar="DAY", default="", help=N_("The day on which it is due (default: today)."))
@click.option("--intervals", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help=N_("How often each clause is to be trained (default: the shipped training.yaml)."))  # fmt: skip
@NAMED
@DATABASE
@AS_JSON
def due(on: str, intervals: Path | None, db: str | None, as_object: bool, **given: Any) -> None:
    from reports.records.queries import day_of
    from reports.records.training import read_intervals
    from tui.presentation.records import due_lines

    asked, today = wished(given), date.fromisoformat(day_of(on)) if on else date.today()
    every = read_intervals(intervals)
    with opened(db) as records:
        found, known = records.due(asked, today, every), records.clauses()
    if as_object:
        print_object(day=today.isoformat(), mark=every.mark, due=plain(found, asked.named))
        return
    print_lines(due_lines(shown(), found, known))
    if every.mark == "D":
        narrate(say("How often a clause is to be trained is our own design value; a city sets its own."))


@command.command("items", help=N_("List improvement items. Later drills say whether they were fixed."))
@click.option("--status", default="", type=click.Choice(["", "open", "fixed", "again"]), show_default=False,
              metavar="open|fixed|again", help=N_("Only items that stand so."))  # fmt: skip
@asking
def items(status: str, db: str | None, as_object: bool, **given: Any) -> None:
    from tui.presentation.records import item_lines

    asked = wished(given)
    with opened(db) as records:
        found = records.items(asked, status)
    if as_object:
        print_object(items=plain(found, asked.named))
        return
    print_lines(item_lines(shown(), found))


for each in upkeep.COMMANDS:
    command.add_command(each)
