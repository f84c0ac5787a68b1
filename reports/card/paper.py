"""A scorecard as a paper, for every format; the HTML page of a scorecard has a template of its own."""

from collections.abc import Sequence

from reports.card.drill import card
from reports.card.model import Breach, Card, Fact, Receipt, Trainee
from reports.course import timelines
from reports.figures.expectations import expectations_chart
from reports.figures.rows import Timeline, Verdicts
from reports.figures.tension import tension_chart
from reports.headings import headings
from reports.page import described
from reports.paper.model import Block, Bullets, Cell, Column, Facts, Figure, Paper, Paragraph, Section, Table, Tone
from reports.wording import Wording
from simulator.evaluation.scorecard import Scorecard
from simulator.journal.entry import Entry

Words = dict[str, str]
"""The fixed words, by the names of `reports.headings`."""

TONES: dict[str, Tone] = {"met": "good", "late": "poor", "wrong": "poor", "missed": "bad", "not_observed": "quiet"}


def scorecard_paper(wording: Wording, journal: Sequence[Entry], scored: Scorecard, head: str) -> Paper:
    """The scorecard of a drill. *head* is the hash of the journal's last line."""
    told, words = card(wording, journal, scored, head), headings(wording)
    return Paper(
        exercise=told.exercise,
        kind=words["scorecard"],
        title=told.title,
        language=wording.translator.language,
        facts=_pairs(told.seats),
        sections=(
            _team(told, words),
            _course(wording, journal, words),
            *(_trainee(wording, each, words) for each in told.trainees),
            _clauses(told, words),
            _story(told, words),
        ),
        contents=words["contents"],
        heads=(head,),
        heads_label=words["head"],
    )


def _pairs(facts: Sequence[Fact]) -> tuple[tuple[str, str], ...]:
    return tuple((fact.name, fact.value) for fact in facts)


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(text, _number(text)) for text in texts)


def _number(text: str) -> float | None:
    """The number that a text is, for spreadsheets."""
    try:
        return float(text)
    except ValueError:
        return None


def _team(told: Card, words: Words) -> Section:
    """What was played, the team's result, and what came of it."""
    blocks: list[Block] = [Paragraph(notice, "poor") for notice in told.notices]
    if told.summary:
        blocks.append(Paragraph(told.summary))
    blocks.append(Facts(_pairs(told.facts)))
    rating = f"{told.overall.letter} ({told.overall.meaning})"
    blocks.append(
        Facts(((words["overall"], told.overall.number), (words["rating"], rating), (words["outcome"], told.outcome)))
    )
    if told.caps:
        blocks += [Paragraph(words["capped"]), Bullets(told.caps)]
    columns = (Column(words["measure"], 30), Column(words["here"], 14, right=True),
               Column(words["silent"], 14, right=True), Column(words["book"], 14, right=True))  # fmt: skip
    rows = tuple(_row(each.name, each.here, each.silent, each.book) for each in told.measures)
    if rows:
        blocks.append(Table("world", words["world"], columns, rows))
    return Section(words["team"], tuple(blocks))


def _course(wording: Wording, journal: Sequence[Entry], words: Words) -> Section:
    title = wording.say("How tense it was, what came in, and who did what")
    figures = tuple(
        _timeline(f"course-{place}", title, described(wording, rows), rows)
        for place, rows in enumerate(timelines(wording, journal), 1)
    )
    return Section(words["course"], figures)


def _timeline(name: str, title: str, description: str, rows: Timeline) -> Figure:
    return Figure(name, title, description, lambda: tension_chart(rows))


# -- trainees -----------------------------------------------------------------------------------------------


def _trainee(wording: Wording, each: Trainee, words: Words) -> Section:
    """One trainee: result, figures, tasks, receipts, conduct, orders not needed."""
    title = wording.say("{seat}: {name}", seat=each.seat, name=each.who)
    blocks: list[Block] = [
        Facts(
            (
                (words["overall"], each.overall.number),
                (words["rating"], f"{each.overall.letter} ({each.overall.meaning})"),
                *_pairs(each.figures),
            )
        ),
        Paragraph("\n".join(line for line in (each.credit, each.lost, *each.caps) if line)),
        _chart(wording, each, each.chart),
        _tasks(each, words),
    ]
    sections: tuple[Section, ...] = (
        Section(words["receipts"], (), tuple(_receipt(receipt, words) for receipt in each.receipts)),
        Section(words["conduct"], _conduct(each.breaches, words)),
    )
    if each.unneeded:
        lines = tuple(wording.say("{clock}: {what}", clock=deed.when, what=deed.what) for deed in each.unneeded)
        sections = (*sections, Section(words["unneeded"], (Bullets(lines),)))
    return Section(title, tuple(blocks), sections)


def _chart(wording: Wording, each: Trainee, rows: Verdicts) -> Figure:
    title = wording.say("{seat}: expectations by timeliness and quality", seat=each.seat)
    description = wording.say("The table that follows holds the same figures.")
    return Figure(f"{each.anchor}-chart", title, description, lambda: expectations_chart(rows))


def _tasks(each: Trainee, words: Words) -> Table:
    columns = (
        Column(words["task"], 32), Column(words["status"], 12), Column(words["took"], 12),
        Column(words["timeliness"], 9, right=True), Column(words["quality"], 9, right=True),
        Column(words["credit"], 12, right=True), Column(words["rating"], 7),
    )  # fmt: skip
    rows = tuple(
        (Cell(receipt.task), Cell(receipt.word, tone=TONES[receipt.status]),
         *_row(receipt.took, receipt.timeliness, receipt.quality, receipt.credit, receipt.letter.letter))
        for receipt in each.receipts
    )  # fmt: skip
    return Table(f"{each.anchor}-tasks", words["expected"], columns, rows)


def _receipt(receipt: Receipt, words: Words) -> Section:
    """Where the credit of one task comes from."""
    deeds = "\n".join(f"{deed.when}: {deed.what}" + (f" ({deed.why})" if deed.why else "") for deed in receipt.deeds)
    pairs = (
        (words["due"], receipt.due),
        (words["target"], receipt.target),
        (words["limit"], receipt.limit),
        (words["done"], deeds),
        (words["time"], receipt.moments),
        (words["credit"], receipt.formula),
        (words["spoiled"], "\n".join(receipt.spoiled)),
        (words["note"], ", ".join(receipt.notes)),
        (words["answer"], "\n".join(receipt.expected)),
        (words["why"], "\n".join(receipt.why)),
        (words["clauses"], "\n".join(f"{clause.id} – {clause.text}" for clause in receipt.clauses)),
        (words["entries"], receipt.entries),
    )
    return Section(receipt.task, (Facts(tuple(pair for pair in pairs if pair[1])),))


def _conduct(breaches: Sequence[Breach], words: Words) -> tuple[Block, ...]:
    """Each finding with what is lawful instead and the legal basis."""
    if not breaches:
        return (Paragraph(words["no_conduct"]),)
    columns = (
        Column(words["when"], 8), Column(words["act"], 24), Column(words["severity"], 14), Column(words["lawful"], 24),
        Column(words["basis"], 24),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(each.when),
            Cell("\n".join((each.what, *each.notes))),
            Cell(f"{each.severity}: {each.code} {each.name}", tone="bad"),
            Cell(each.explains),
            Cell("\n".join(f"{basis.cites} ({basis.strength})" for basis in each.basis)),
        )
        for each in breaches
    )
    return (Table("conduct", words["conduct"], columns, rows),)


# -- the drill ----------------------------------------------------------------------------------------------


def _clauses(told: Card, words: Words) -> Section:
    columns = (
        Column(words["clause"], 8), Column(words["what"], 50), Column(words["times_due"], 9, right=True),
        Column(words["times_met"], 9, right=True), Column(words["score"], 9, right=True),
    )  # fmt: skip
    rows = tuple(
        _row(each.clause.id, each.clause.text, each.expected, each.met, each.score) for each in told.clauses
    )  # fmt: skip
    untried = tuple(f"{clause.id} – {clause.text}" for clause in told.untried)
    below = (Section(words["untried"], (Bullets(untried),)),) if untried else ()
    return Section(words["clauses"], (Table("clauses", words["clauses"], columns, rows),), below)


def _story(told: Card, words: Words) -> Section:
    columns = (
        Column(words["when"], 8), Column(words["kind"], 8), Column(words["who"], 14), Column(words["what"], 50),
        Column(words["entry"], 7, right=True),
    )  # fmt: skip
    rows = tuple(
        (Cell(each.when), Cell(each.kind), Cell(each.who), Cell(each.what), Cell(str(each.entry), each.entry))
        for each in told.events
    )
    laws = (Section(words["laws"], (Facts(_pairs(told.laws)),)),) if told.laws else ()
    return Section(words["story"], (Table("story", words["story"], columns, rows),), laws)
