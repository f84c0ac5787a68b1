"""The tables of the readiness report on tasks, unlawful acts, and people beside the bots."""

from reports.card.numbers import figure, percent
from reports.paper.model import Cell, Column, Table
from reports.readiness.items import ENOUGH
from reports.readiness.model import Compared, Item, Readiness
from reports.readiness.naming import BOT_NAMES, Names
from reports.readiness.tables import scores


def items(names: Names, ready: Readiness) -> Table:
    """Every task as a question of an exam, the hardest first."""
    say = names.say
    columns = (
        Column(say("Task"), 30), Column(say("Scenario"), 18), Column(say("People"), 9, True),
        Column(say("Credit"), 8, True), Column(say("Tells apart"), 9, True), Column(say("Wrong"), 7, True),
        Column(say("Most often, instead"), 22),
    )  # fmt: skip
    rows = tuple(_item(names, item) for item in ready.items)
    return Table(
        "items", say("Tasks as questions of an exam, the hardest first"), columns, rows, say("No task was due.")
    )


def _item(names: Names, item: Item) -> tuple[Cell, ...]:
    instead = names.act(item.scenario, item.commonest)
    if instead:
        instead = names.say("{act} ({times} of {wrong})", act=instead, times=item.commonest_times, wrong=item.wrong)
    return (
        Cell(names.text(item.task, item.expectation)),
        Cell(names.scenario(item.scenario)),
        Cell(names.count(item.takers, item.small), item.takers),
        Cell(percent(item.difficulty), round(item.difficulty, 4)),
        Cell(told(names, item), None if item.discrimination is None else round(item.discrimination, 3)),
        Cell(str(item.wrong), item.wrong),
        Cell(instead or "–"),
    )


def told(names: Names, item: Item) -> str:
    """How well a task tells good from bad, or why that is not said."""
    if item.discrimination is not None:
        return f"{item.discrimination:+.2f}"
    return names.say("too few") if item.takers < ENOUGH else names.say("no difference")


def breaches(names: Names, ready: Readiness) -> Table:
    """Kinds of unlawful and harmful acts."""
    say = names.say
    columns = (
        Column(say("Act"), 48), Column(say("Severity"), 12), Column(say("Times"), 8, True),
        Column(say("People"), 8, True),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(names.breach(each.code)),
            Cell(names.severity(each.severity)),
            Cell(str(each.times), each.times),
            Cell(str(each.people), each.people),
        )
        for each in ready.breaches
    )
    return Table("conduct", say("Unlawful and harmful acts"), columns, rows, say("None was found."))


def compared(names: Names, ready: Readiness) -> Table:
    """People beside the bots, seat by seat."""
    say = names.say
    columns = (
        Column(say("Scenario and seat"), 24), Column(say("People: median (middle half)"), 17, True),
        Column(say("Results"), 9, True), *(Column(names.said(name), 9, True) for name in BOT_NAMES.values()),
        Column(say("Seeds"), 7, True), Column(say("Where the people lie"), 20),
    )  # fmt: skip
    rows = tuple(_compared(names, each) for each in ready.compared)
    return Table(
        "bots", say("Overall beside the bots: each bot's median over seeds that the people had"), columns, rows
    )


def _compared(names: Names, each: Compared) -> tuple[Cell, ...]:
    medians = {bot.name: bot.overall.median for bot in each.bots}
    seeds = max((bot.overall.number for bot in each.bots), default=0)
    seat = names.say(
        "{scenario}: {seat}", scenario=names.scenario(each.scenario), seat=names.seat(each.scenario, each.seat)
    )
    return (
        Cell(seat),
        scores(names, each.people),
        Cell(names.count(each.people.number, each.people.small), each.people.number),
        *(Cell(figure(medians.get(name)), medians.get(name)) for name in BOT_NAMES),
        Cell(str(seeds), seeds),
        Cell(lies(names, each)),
    )


def lies(names: Names, each: Compared) -> str:
    """Between which bots the people's median lies."""
    here = each.people.median
    above = [bot for bot in each.bots if bot.overall.median > here]
    below = [bot for bot in each.bots if bot.overall.median <= here]
    if not above:
        return names.say("at or above every bot")
    better = names.said(BOT_NAMES[above[-1].name])
    if not below:
        return names.say("below every bot")
    return names.say("between '{worse}' and '{better}'", worse=names.said(BOT_NAMES[below[0].name]), better=better)
