"""The figures of a rehearsal: what the players earned, and the expectations as questions of an exam."""

from reports.figures.items import Question, Questions, items_chart
from reports.figures.rehearsal import Earner, Earners, earners_chart
from reports.paper.model import Figure
from reports.wording import Wording
from simulator.evaluation.rating import FROM
from simulator.rehearsal.exam.quality import Item
from simulator.rehearsal.exam.rehearsing import Rehearsal
from simulator.rehearsal.exam.statistics import Spread


def players(wording: Wording, found: Rehearsal) -> Figure:
    """Where the drills of each player lie."""
    rows = tuple(_earner(wording, name, earned.overall) for name, earned in found.players.items())
    marks = tuple((least, letter) for least, letter in FROM)
    earners = Earners(rows, marks, wording.say("the team's overall: from p10 to p90, and the median"))
    title = wording.say("What each player earns")
    description = wording.say("The table of players holds the same figures.")
    return Figure("players", title, description, lambda: earners_chart(earners))


def _earner(wording: Wording, name: str, overall: Spread) -> Earner:
    words = wording.say("mean {mean}, {drills} drills", mean=f"{overall.mean:.1f}", drills=overall.number)
    return Earner(name, overall.p10, overall.p50, overall.p90, words)


def items(wording: Wording, found: Rehearsal) -> Figure:
    """How hard expectations are and how well they tell good from bad; none that was never due."""
    rows = tuple(_question(wording, item) for item in found.items if item.earned is not None)
    questions = Questions(rows, wording.say("credit earned"), wording.say("tells good from bad"))
    title = wording.say("Expectations as questions of an exam")
    description = wording.say("The table of expectations holds the same figures.")
    return Figure("expectations", title, description, lambda: items_chart(questions))


def _question(wording: Wording, item: Item) -> Question:
    earned = item.earned or 0.0
    word = wording.say("{share} % of {number}", share=round(100 * earned), number=item.due)
    told = wording.say("everybody earns the same") if item.discrimination is None else f"{item.discrimination:.2f}"
    return Question(item.id, earned, word, item.discrimination, told)
