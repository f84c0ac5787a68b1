"""The improvement plan: every item with its grade, what is to be done, by whom and by when."""

from datetime import date, timedelta

from reports.aar.areas import GRADE_TONES
from reports.aar.content import Content
from reports.aar.items import DAYS, GRADE_NAMES, GRADES, Item
from reports.card.model import NONE
from reports.paper.model import Cell, Column, Facts, Paragraph, Section, Table
from simulator.language.said import Said, say

MEANS: dict[str, Said] = {
    "deficiency": say("may leave people unprotected, or broke the law; to be put right within {days} days"),
    "rectify": say("a task missed, wrong or past its limit; to be put right within {days} days, before the next drill"),
    "improve": say("done, but could be better; within {days} days, as circumstances allow"),
}


def improvement(content: Content) -> Section:
    """The plan as a table, and what its grades mean."""
    wording = content.wording
    means = tuple(
        (wording.said(GRADE_NAMES[grade]), wording.said(Said(MEANS[grade].template, {"days": DAYS[grade]})))
        for grade in GRADES
    )
    note = wording.say(
        "The three grades are those of Chinese emergency exercises. Which verdict gets which grade, and the days, are"
        " our own design values: change them where your rules say otherwise. An item to rectify that comes back in the"
        " next drill is a deficiency."
    )
    return Section(wording.say("Improvement plan"), (plan(content), Facts(means), Paragraph(note, "quiet")))


def plan(content: Content) -> Table:
    """One row for each item, the gravest first."""
    wording = content.wording
    return Table(
        "improvement-plan",
        wording.say("Improvement plan"),
        (
            Column(wording.say("No."), 5, right=True),
            Column(wording.say("Clause"), 8),
            Column(wording.say("What is to be better"), 28),
            Column(wording.say("Grade"), 10),
            Column(wording.say("Corrective action"), 34),
            Column(wording.say("Owner"), 14),
            Column(wording.say("Due by"), 12),
            Column(wording.say("Status"), 9),
        ),
        tuple(_row(content, item) for item in content.items),
        wording.say("There is nothing to put right."),
    )


def _row(content: Content, item: Item) -> tuple[Cell, ...]:
    wording = content.wording
    number = content.number(item)
    return (
        Cell(str(number), number),
        Cell(", ".join(item.clauses) or NONE),
        Cell(_what(content, item)),
        Cell(wording.said(GRADE_NAMES[item.grade]), tone=GRADE_TONES[item.grade]),
        Cell(wording.said(item.corrective)),
        Cell(owner(content, item)),
        Cell(due(content, item), item.days),
        Cell(wording.say("still to do")),
    )


def _what(content: Content, item: Item) -> str:
    wording = content.wording
    words = wording.said(item.text)
    return wording.say("{what} ({times} times)", what=words, times=item.times) if item.times > 1 else words


def owner(content: Content, item: Item) -> str:
    """The plan's role that is to put it right."""
    role = content.wording.scenario.emergency_plan.roles.get(item.owner)
    return content.wording.seat(item.seat) if role is None else content.wording.said(role.name)


def due(content: Content, item: Item) -> str:
    """The date by which an item is to be settled; where the drill has no date, how long after it."""
    try:
        return str(date.fromisoformat(content.day) + timedelta(days=item.days))
    except (ValueError, OverflowError):
        return content.wording.say("within {days} days", days=item.days)
