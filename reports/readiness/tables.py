"""The tables of the readiness report on clauses, people and departments. Every number says on how many it rests."""

from collections.abc import Mapping, Sequence
from itertools import islice

from reports.card.numbers import figure, percent
from reports.paper.model import Cell, Column, Table, Tone
from reports.readiness.model import Clause, Due, Person, Readiness
from reports.readiness.naming import FIGURE_NAMES, Names
from reports.readiness.statistics import SMALL, Share, Spread
from simulator.evaluation.rating import letter

TONES: Mapping[str, Tone] = {"P": "good", "S": "fair", "M": "poor", "U": "bad"}

ACROSS = 12
"""So many clauses one table of people shows beside each other."""


def tone(number: float | None) -> Tone:
    """How a figure of 0..100 is meant: by the letter that it would bear."""
    return "" if number is None else TONES[letter(number)]


def clauses(names: Names, ready: Readiness) -> Table:
    """Every clause, the weakest first."""
    say = names.say
    columns = (
        Column(say("Clause"), 32), Column(say("Tasks"), 8, True), Column(say("Credit"), 8, True),
        Column(say("In time (95 % interval)"), 15, True), Column(say("By the target"), 9, True),
        Column(say("Median time"), 11, True), Column(say("Middle half of the times"), 15, True),
        Column(say("Not done"), 7, True),
    )  # fmt: skip
    rows = tuple(_clause(names, clause) for clause in ready.clauses)
    empty = say("No clause came up.")
    return Table("clauses", say("Clauses of the plan, the weakest first"), columns, rows, empty)


def _clause(names: Names, clause: Clause) -> tuple[Cell, ...]:
    took = clause.took
    quartiles = f"{names.span(took.lower)} – {names.span(took.upper)}"
    return (
        Cell(names.clause(clause.id)),
        Cell(names.count(clause.tasks, clause.small), clause.tasks),
        credit(clause.credit),
        share(names, clause.in_time),
        Cell(percent(clause.on_target.value or 0.0), clause.on_target.value),
        Cell(names.span(took.median), finite(took.median)),
        Cell(quartiles),
        Cell(str(clause.undone), clause.undone),
    )


def credit(value: float | None) -> Cell:
    """A share of credit, coloured as its letter."""
    if value is None:
        return Cell("–")
    return Cell(percent(value), round(value, 4), tone(value * 100))


def share(names: Names, of: Share) -> Cell:
    """A share with its interval; its number stands behind it."""
    return Cell(names.share(of), None if of.value is None else round(of.value, 4))


def finite(value: float) -> float | None:
    """A number for spreadsheets: nothing for what never came."""
    return None if value == float("inf") else value


def scores(names: Names, of: Spread | None) -> Cell:
    """Median and quartiles of a figure; the median stands behind them."""
    return Cell(names.spread(of), of.median if of else None, tone(of.median) if of else "")


def trends(names: Names, ready: Readiness) -> Table:
    """Every figure: all of it, and from the first drill days to the last."""
    say = names.say
    columns = (
        Column(say("Figure"), 14), Column(say("Results"), 8, True), Column(say("Drill days"), 8, True),
        Column(say("Median (middle half)"), 18, True), Column(say("At first"), 10, True),
        Column(say("At last"), 10, True), Column(say("Change"), 8, True),
    )  # fmt: skip
    rows = []
    for trend in ready.trends:
        first, last = (trend.moving[0], trend.moving[-1]) if trend.change is not None else (None, None)
        change = "–" if trend.change is None else f"{trend.change:+.1f}"
        rows.append((
            Cell(names.said(FIGURE_NAMES[trend.figure])),
            Cell(names.count(trend.whole.number, trend.whole.small), trend.whole.number),
            Cell(str(len(trend.points)), len(trend.points)),
            scores(names, trend.whole), Cell(figure(first), first), Cell(figure(last), last),
            Cell(change, trend.change),
        ))  # fmt: skip
    return Table("trends", say("Figures over time"), columns, tuple(rows), say("There are no scores."))


def people(names: Names, ready: Readiness) -> Table:
    """Every person, who earned most of the credit first."""
    say = names.say
    columns = (
        Column(say("Person"), 14), Column(say("Department"), 16), Column(say("Drills"), 8, True),
        Column(say("Last drill"), 12), Column(say("Overall: median (middle half)"), 17, True),
        Column(say("Credit"), 8, True), Column(say("In time (95 % interval)"), 15, True),
        Column(say("Weakest clauses"), 12),
    )  # fmt: skip
    rows = tuple(_person(names, person) for person in ready.people)
    return Table("people", say("People"), columns, rows, say("Nobody took part."))


def _person(names: Names, person: Person) -> tuple[Cell, ...]:
    weak = sorted((clause for clause in person.squares if person.squares[clause].credit < 0.7),
                  key=lambda clause: (person.squares[clause].credit, clause))  # fmt: skip
    return (
        Cell(person.shown),
        Cell(names.department(person.department)),
        Cell(names.count(person.drills, person.drills < SMALL), person.drills),
        Cell(person.last or "–"),
        scores(names, person.overall),
        credit(person.credit),
        share(names, person.in_time),
        Cell(names.listed(weak[:3]) or "–"),
    )


def departments(names: Names, ready: Readiness) -> Table:
    """The departments beside each other."""
    say = names.say
    columns = (
        Column(say("Department"), 24), Column(say("People"), 8, True), Column(say("Drills"), 8, True),
        Column(say("Overall: median (middle half)"), 18, True), Column(say("In time (95 % interval)"), 16, True),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(names.department(each.name)),
            Cell(names.count(each.people, each.people < SMALL), each.people),
            Cell(names.count(each.drills, each.drills < SMALL), each.drills),
            scores(names, each.overall),
            share(names, each.in_time),
        )
        for each in ready.departments
    )
    return Table("departments", say("Departments"), columns, rows)


def squares(names: Names, ready: Readiness) -> tuple[Table, ...]:
    """People by clauses, so many clauses a table: the share of credit and the number of tasks."""
    known = sorted(clause.id for clause in ready.clauses)
    parts = [known[start : start + ACROSS] for start in range(0, len(known), ACROSS)]
    return tuple(_squares(names, ready.people, part, number) for number, part in enumerate(parts, 1))


def _squares(names: Names, of: Sequence[Person], part: Sequence[str], number: int) -> Table:
    columns = (Column(names.say("Person"), 16), *(Column(clause, 8, True) for clause in part))
    rows = tuple((Cell(person.shown), *(_square(person, clause) for clause in part)) for person in of)
    caption = names.say(
        "Credit by person and clause, {first} to {last} (number of tasks)", first=part[0], last=part[-1]
    )
    return Table(f"squares-{number}", caption, columns, rows)


def _square(person: Person, clause: str) -> Cell:
    square = person.squares.get(clause)
    if square is None:
        return Cell("–")
    words = f"{percent(square.credit)} ({square.tasks})"
    return Cell(words, round(square.credit, 4), tone(square.credit * 100))


def due(names: Names, ready: Readiness) -> Table:
    """Who is due for training in what."""
    say = names.say
    columns = (
        Column(say("Person"), 18), Column(say("Department"), 18), Column(say("Days overdue, by clause"), 30),
        Column(say("Never practised"), 30),
    )  # fmt: skip
    rows = tuple(_due(names, each) for each in ready.due)
    return Table("due", say("Who is due for training"), columns, rows, say("Nobody is due for training."))


def _due(names: Names, each: Due) -> tuple[Cell, ...]:
    longest = [f"{clause}: {days}" for clause, days in islice(each.overdue.items(), 6)]
    return (
        Cell(each.shown),
        Cell(names.department(each.department)),
        Cell(names.listed(longest) + (" …" if len(each.overdue) > len(longest) else "") or "–"),
        Cell(names.listed(list(each.never)) or "–"),
    )
