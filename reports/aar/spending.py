"""The rows of the figure and table of where each task's time went."""

from collections.abc import Sequence

from reports.aar.split import split
from reports.card.model import NONE
from reports.card.receipts import task, took
from reports.figures.rows import Spending, Spent
from reports.paper.model import Cell, Column, Table
from reports.wording import Wording
from simulator.evaluation.expectations import Judged


def observed(judged: Sequence[Judged]) -> list[Judged]:
    """The tasks that fell due, in that order."""
    return sorted((each for each in judged if each.observed), key=lambda each: (each.due or 0, each.id))


def spending(wording: Wording, judged: Sequence[Judged]) -> Spending:
    """The rows of the figure for one trainee."""
    return Spending(
        tuple(_spent(wording, each) for each in observed(judged)),
        noticed=wording.say("until read"),
        decided=wording.say("until decided"),
        carried_out=wording.say("until in effect"),
        due=wording.say("due"),
        target=wording.say("target"),
        limit=wording.say("limit"),
    )


def _spent(wording: Wording, judged: Judged) -> Spent:
    parts, limit = split(judged), max(judged.instance.expectation.limit, 1)
    return Spent(
        task(wording, judged),
        parts.noticed / limit,
        parts.decided / limit,
        parts.carried_out / limit,
        judged.instance.expectation.target / limit,
        took(wording, judged) if judged.met is None else wording.say("after {took}", took=wording.span(parts.total)),
        judged.met is not None,
    )


def spending_table(wording: Wording, name: str, judged: Sequence[Judged]) -> Table:
    """The same in a table: minutes as numbers for spreadsheets."""
    return Table(
        name,
        wording.say("Where the time went, task by task"),
        (
            Column(wording.say("Task"), 34),
            Column(wording.say("Until read"), 10, right=True),
            Column(wording.say("Until decided"), 10, right=True),
            Column(wording.say("Until in effect"), 10, right=True),
            Column(wording.say("In all"), 10, right=True),
            Column(wording.say("Target"), 10, right=True),
            Column(wording.say("Limit"), 10, right=True),
        ),
        tuple(_row(wording, each) for each in observed(judged)),
        wording.say("Nothing was due for this seat."),
    )


def _row(wording: Wording, judged: Judged) -> tuple[Cell, ...]:
    parts, expectation = split(judged), judged.instance.expectation
    limits = (_span(wording, expectation.target), _span(wording, expectation.limit))
    if judged.met is None:
        never = Cell(wording.say("never done"), tone="bad")
        return (Cell(task(wording, judged)), Cell(NONE), Cell(NONE), Cell(NONE), never, *limits)
    spent = (parts.noticed, parts.decided, parts.carried_out, parts.total)
    return (Cell(task(wording, judged)), *(_span(wording, each) for each in spent), *limits)


def _span(wording: Wording, seconds: int) -> Cell:
    return Cell(wording.span(seconds), round(seconds / 60, 2))
