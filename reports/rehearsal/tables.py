"""The tables of a rehearsal. Things bear the ids of the scenario's file: who reads this wants to change it."""

from reports.paper.model import Bullets, Cell, Column, Table
from reports.wording import Wording
from simulator.evaluation.rating import LETTERS
from simulator.language.said import Said, say
from simulator.rehearsal.exam.options import Flag, Worth
from simulator.rehearsal.exam.quality import Item
from simulator.rehearsal.exam.rehearsing import Rehearsal
from simulator.rehearsal.exam.things import option_path

NONE = "–"

KINDS: dict[str, Said] = {
    "injects": say("injects"), "decisions": say("decisions"), "options": say("options"), "orders": say("orders"),
    "incidents": say("incidents"), "stages": say("stages"), "expectations": say("expectations that fell due"),
    "met": say("expectations that were met"),
}  # fmt: skip

FLAGS: dict[Flag, Said] = {
    "better_than_book": say("worth more than the book's option"),
    "indifferent": say("every option is worth the same"),
    "harmless": say("wrong, but costs nothing"),
    "ruinous": say("nobody should ever take it: it costs the P alone"),
    "everybody": say("everybody takes it who knows what it means"),
}


def players(wording: Wording, found: Rehearsal) -> Table:
    """What each player earned."""
    say = wording.say
    columns = (
        Column(say("Player"), 20), Column(say("Drills"), 7, True), Column(say("mean"), 7, True),
        Column("p10", 7, True), Column("p50", 7, True), Column("p90", 7, True), Column(say("outcome"), 8, True),
        Column(say("ratings"), 20),
    )  # fmt: skip
    rows = []
    for name, earned in found.players.items():
        spread = earned.overall
        numbers = (number(value) for value in (spread.mean, spread.p10, spread.p50, spread.p90))
        letters = " ".join(f"{letter} {earned.ratings[letter]}" for letter in LETTERS if earned.ratings[letter])
        outcome = number(None if earned.outcome is None else earned.outcome.mean)
        rows.append((Cell(name), Cell(str(spread.number), spread.number), *numbers, outcome, Cell(letters)))
    return Table("players", say("The team's overall by player"), columns, tuple(rows))


def separation(wording: Wording, found: Rehearsal) -> Table:
    """How clearly each step up in competence shows."""
    say = wording.say
    columns = (Column(say("Better"), 20), Column(say("Worse"), 20), Column("AUC", 6, True), Column("", 28))
    rows = tuple(
        (
            Cell(step.better), Cell(step.worse), Cell(f"{step.auc:.2f}", step.auc, "good" if step.clear else "poor"),
            Cell(say("shows") if step.clear else say("does not show clearly"), tone="good" if step.clear else "poor"),
        )
        for step in found.separation
    )  # fmt: skip
    empty = say("Fewer than two of the players that stand on the ladder played.")
    return Table("separation", say("Does each step up in competence show"), columns, rows, empty)


def coverage(wording: Wording, found: Rehearsal) -> Table:
    """How much of each kind of thing came up."""
    say = wording.say
    columns = (
        Column(say("What"), 30),
        Column(say("came up"), 8, True),
        Column(say("of"), 6, True),
        Column("%", 6, True),
    )
    rows = tuple(
        (
            Cell(wording.said(KINDS[kind])), Cell(str(each.reached), each.reached),
            Cell(str(len(each.counts)), len(each.counts)),
            Cell(f"{100 * each.share:.0f}", 100 * each.share, "good" if each.share == 1 else "fair"),
        )
        for kind, each in found.coverage.items()
    )  # fmt: skip
    return Table("coverage", say("What came up in any drill"), columns, rows)


def never(wording: Wording, found: Rehearsal) -> Table:
    """What never came up, and why."""
    say = wording.say
    columns = (Column(say("Never came up"), 34), Column(say("Why"), 60))
    rows = tuple((Cell(each.path), Cell("; ".join(map(wording.said, each.why)))) for each in found.never)
    return Table("never", say("What never came up, and why"), columns, rows, say("Everything came up."))


def never_listed(wording: Wording, found: Rehearsal) -> Bullets:
    """The same as a list, what has one reason in one line."""
    by_reason: dict[str, list[str]] = {}
    for each in found.never:
        by_reason.setdefault("; ".join(map(wording.said, each.why)), []).append(each.path)
    lines = (wording.say("{paths}: {why}", paths=", ".join(paths), why=why) for why, paths in by_reason.items())
    return Bullets(tuple(lines))


def items(wording: Wording, found: Rehearsal, odd: bool) -> Table:
    """How hard each expectation is and how well it tells good from bad; with *odd* only those that tell little."""
    say = wording.say
    columns = (
        Column(say("Expectation"), 28), Column(say("Drills"), 7, True), Column(say("earned %"), 9, True),
        Column(say("tells good from bad"), 20, True), Column("", 26),
    )  # fmt: skip
    shown = [item for item in found.items if not odd or (item.due and not item.tells)]
    rows = tuple(
        (
            Cell(item.id), Cell(str(item.due), item.due),
            number(None if item.earned is None else 100 * item.earned),
            Cell(NONE if item.discrimination is None else f"{item.discrimination:.2f}", item.discrimination),
            Cell(_told(wording, item), tone="" if item.tells else "poor"),
        )
        for item in shown
    )  # fmt: skip
    caption = say("Expectations that tell little") if odd else say("Expectations as questions of an exam")
    return Table("expectations", caption, columns, rows, say("Every expectation tells good from bad."))


def options(wording: Wording, found: Rehearsal) -> Table:
    """What each option is worth in the place of the book's."""
    say = wording.say
    columns = (
        Column(say("Decision"), 20), Column(say("Option"), 20), Column(say("quality"), 8, True),
        Column(say("breach"), 7), Column(say("points"), 8, True), Column("", 46),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(worth.decision), Cell(worth.option), Cell(f"{worth.quality:g}", worth.quality),
            Cell(worth.conduct or ""), _points(worth), Cell(_flags(wording, worth)),
        )
        for worth in found.options
    )  # fmt: skip
    caption = say("Each option in the place of the book's: the difference in the team's overall")
    return Table("options", caption, columns, rows)


def options_listed(wording: Wording, found: Rehearsal) -> Bullets:
    """Those of them with something to be said, as a list."""
    lines = (
        wording.say("{path} ({points} points): {words}", path=option_path(worth.decision, worth.option),
                    points=_points(worth).text, words=_flags(wording, worth))
        for worth in found.options
        if odd_flags(worth)
    )  # fmt: skip
    return Bullets(tuple(lines))


def odd_flags(worth: Worth) -> tuple[Flag, ...]:
    """What an author should look at; that those who know take the right option is as it should be."""
    return tuple(flag for flag in worth.flags if flag != "everybody")


def number(value: float | None) -> Cell:
    """A figure with one decimal, or a dash."""
    return Cell(NONE) if value is None else Cell(f"{value:.1f}", value)


def _points(worth: Worth) -> Cell:
    if worth.difference is None:
        return Cell(NONE)
    return Cell(f"{worth.difference:+.1f}" if worth.difference else "0", worth.difference)


def _flags(wording: Wording, worth: Worth) -> str:
    words = [wording.say("the book's")] if worth.book else []
    return "; ".join([*words, *(wording.said(FLAGS[flag]) for flag in worth.flags)])


def _told(wording: Wording, item: Item) -> str:
    if not item.due:
        return wording.say("was never due")
    if item.discrimination is None:
        return wording.say("everybody earns the same")
    return "" if item.tells else wording.say("tells little")
