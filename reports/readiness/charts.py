"""The rows of the readiness report's figures, and the figures with their descriptions."""

from datetime import date

from reports.card.numbers import figure, percent
from reports.figures.heat import Heat, Line, heat_chart
from reports.figures.items import Question, Questions, items_chart
from reports.figures.spread import Paced, Paces, spread_chart
from reports.figures.trend import Course, Courses, Reached, trend_chart
from reports.paper.model import Figure
from reports.readiness.item_tables import told
from reports.readiness.model import Clause, Item, Readiness, Trend
from reports.readiness.naming import FIGURE_NAMES, Names
from reports.readiness.statistics import WINDOW

MOST_PEOPLE, MOST_ITEMS = 40, 30
"""So many rows a figure shows: the people with the least credit, the hardest tasks. Tables hold all."""
TICKS = 4


def trend(names: Names, ready: Readiness) -> Figure:
    """Every figure over the drill days."""
    first, last = (date.fromisoformat(day) for day in (ready.first, ready.last))
    days = (last - first).days
    rows = tuple(_course(names, each, first) for each in ready.trends)
    courses = Courses(rows, days, _ticks(first, days))
    medians = [
        names.say("{figure}: median {median} of {number} results.", figure=names.said(FIGURE_NAMES[each.figure]),
                  median=figure(each.whole.median), number=each.whole.number)
        for each in ready.trends
    ]  # fmt: skip
    title = names.say("Figures over time: each drill day's median, and the moving median")
    return Figure("trend", title, " ".join(medians), lambda: trend_chart(courses))


def _course(names: Names, each: Trend, first: date) -> Course:
    points = [Reached((date.fromisoformat(point.day) - first).days, point.value, point.number) for point in each.points]
    few = names.say("{days} drill days: too few for a line", days=len(points)) if len(points) < WINDOW else ""
    number = names.say("{number} results", number=each.whole.number)
    return Course(names.said(FIGURE_NAMES[each.figure]), tuple(points), each.moving, few or number)


def _ticks(first: date, days: int) -> tuple[tuple[int, str], ...]:
    """A few days on the axis: the first and the last, and some between them."""
    between = min(TICKS - 1, max(days, 1))
    places = sorted({round(days * part / between) for part in range(between + 1)})
    # A year is told by month, a month by day.
    shown = "%Y-%m" if days > 120 else "%m-%d"
    return tuple((place, date.fromordinal(first.toordinal() + place).strftime(shown)) for place in places)


def spread(names: Names, ready: Readiness) -> Figure:
    """Response times by clause."""
    say = names.say
    rows = tuple(_paced(names, clause) for clause in ready.clauses)
    paces = Paces(
        rows, say("when tasks were done; line: the median"), say("in time"), say("due"), say("target"), say("limit"),
        say("late"),
    )  # fmt: skip
    title = say("Response times by clause against target and limit, and the share done in time")
    description = say("The table of clauses holds the same figures.")
    return Figure("spread", title, description, lambda: spread_chart(paces))


def _paced(names: Names, clause: Clause) -> Paced:
    undone = names.say("{number} not done", number=clause.undone) if clause.undone else ""
    share = clause.in_time.value or 0.0
    word = names.say("{share} of {number}", share=percent(share), number=names.count(clause.tasks, clause.small))
    median = None if clause.pace.median == float("inf") else clause.pace.median
    return Paced(names.clause(clause.id), clause.paces, median, undone, share, clause.in_time.interval, word)


def heat(names: Names, ready: Readiness) -> Figure:
    """People by clauses; of many people those with the least credit."""
    say = names.say
    clauses = tuple(sorted(clause.id for clause in ready.clauses))
    shown = ready.people[-MOST_PEOPLE:]
    rows = tuple(
        Line(person.shown, tuple(square.credit if (square := person.squares.get(clause)) else None
                                 for clause in clauses))
        for person in shown
    )  # fmt: skip
    squares = Heat(
        clauses, rows, say("per cent of the credit; the stronger the colour, the less"), say("never came up")
    )
    title = say("People by clauses: the share of the credit that was earned")
    if len(shown) < len(ready.people):
        values = {"number": len(shown), "of": len(ready.people)}
        title = say("{title}; the {number} of {of} people with the least", title=title, **values)
    description = say("The tables of people and clauses hold the same figures.")
    return Figure("heat", title, description, lambda: heat_chart(squares))


def items(names: Names, ready: Readiness) -> Figure:
    """How hard tasks are and how well they tell good from bad; of many tasks the hardest, none that few took."""
    say = names.say
    told_of = [item for item in ready.items if not item.small]
    rows = tuple(_question(names, item) for item in told_of[:MOST_ITEMS])
    questions = Questions(rows, say("credit at the first attempt"), say("tells good from bad"))
    title = say("Tasks as questions of an exam: how hard, and how well they tell good from bad")
    if len(rows) < len(told_of):
        title = say("{title}; the {number} hardest of {of}", title=title, number=len(rows), of=len(told_of))
    description = say("The table of tasks holds the same figures.")
    return Figure("questions", title, description, lambda: items_chart(questions))


def _question(names: Names, item: Item) -> Question:
    word = names.say("{share} of {number}", share=percent(item.difficulty), number=item.takers)
    name = f"{names.text(item.task, item.expectation)} | {names.scenario(item.scenario)}"
    return Question(name, item.difficulty, word, item.discrimination, told(names, item))
