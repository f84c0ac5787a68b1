"""What an after-action report of a shared drill says besides: who sat where and when, how the drill was run, what one
seat asked of another, and the evaluators' ratings beside the machine's. Of a drill that nobody shared, nothing.
"""

from collections.abc import Sequence

from reports.aar.content import Content
from reports.card.controls import doing_words, is_control, purpose_words
from reports.card.evaluators import agreement_words, apart_words, kappa_words
from reports.card.model import NONE
from reports.card.seating import end_words, sitter, stays_of
from reports.paper.model import Block, Cell, Column, Paragraph, Section, Table
from simulator.evaluation.agreement import Agreement, Rated, agreement
from simulator.evaluation.reading import read
from simulator.evaluation.requests import Requested
from simulator.journal.entry import SIT, SKIP, Entry


def sittings(content: Content) -> tuple[Table, ...]:
    """Who sat in which seat from when to when, and why no longer."""
    wording, stays = content.wording, stays_of(content.journal)
    if not stays:
        return ()
    columns = (
        Column(wording.say("Seat"), 16),
        Column(wording.say("Who"), 18),
        Column(wording.say("Sat from"), 8),
        Column(wording.say("Sat until"), 8),
        Column(wording.say("Why no longer"), 26),
    )
    rows = tuple(
        (
            Cell(wording.seat(seat)),
            Cell(sitter(wording, each.sitting), tone="quiet" if not each.sitting.is_scored else ""),
            Cell(wording.clock(each.sitting.time)),
            Cell(wording.clock(content.scored.length if each.until is None else each.until)),
            Cell(end_words(wording, each) or NONE),
        )
        for seat in wording.scenario.seats
        for each in stays.get(seat, ())
    )
    return (Table("sittings", wording.say("Who sat where, and when"), columns, rows),)


def run(content: Content) -> tuple[Section, ...]:
    """What those who ran the drill did, with purpose or reason, and the requests between seats."""
    wording = content.wording
    doings = tuple(entry for entry in content.journal if is_control(entry))
    asked = tuple(read(wording.scenario, content.journal).requests.all.values())
    blocks: list[Block] = []
    if doings:
        words = wording.say(
            "What was done from outside the seats. The worlds that this drill is compared with have it too, so nobody "
            "is judged by it."
        )
        blocks += [Paragraph(words), _doings(content, doings)]
    if asked:
        blocks.append(_requests(content, asked))
    return (Section(wording.say("How the drill was run"), tuple(blocks)),) if blocks else ()


def _doings(content: Content, doings: Sequence[Entry]) -> Table:
    wording = content.wording
    columns = (
        Column(wording.say("When"), 8),
        Column(wording.say("Who"), 14),
        Column(wording.say("What"), 40),
        Column(wording.say("What for, or why"), 20),
        Column(wording.say("Entry"), 6, right=True),
    )
    rows = tuple(
        (
            Cell(wording.clock(entry.time)),
            Cell(str(entry.payload["by"])),
            Cell(_what(content, entry)),
            Cell(_why(content, entry) or NONE),
            Cell(str(entry.number), entry.number),
        )
        for entry in doings
    )
    return Table("controls", wording.say("What the controllers did"), columns, rows)


def _what(content: Content, entry: Entry) -> str:
    wording, words = content.wording, doing_words(content.wording, entry)
    if entry.kind == SIT:
        return wording.say("{seat}: {what}", seat=wording.seat(entry.payload["seat"]), what=words)
    inject = content.wording.scenario.injects.get(str(entry.payload.get("inject", "")))
    return words if inject is None else f"{words}\n{' '.join(wording.text(inject.text).split())}"


def _why(content: Content, entry: Entry) -> str:
    return str(entry.payload["why"]) if entry.kind == SKIP else purpose_words(content.wording, entry)


def _requests(content: Content, asked: Sequence[Requested]) -> Table:
    wording = content.wording
    columns = (
        Column(wording.say("When"), 8),
        Column(wording.say("Who asked"), 14),
        Column(wording.say("Who was asked"), 14),
        Column(wording.say("For which order"), 28),
        Column(wording.say("Answer"), 18),
    )
    rows = tuple(
        (
            Cell(wording.clock(content.journal[each.given].time)),
            Cell(wording.seat(each.by)),
            Cell(wording.seat(each.to)),
            Cell(wording.order(each.verb, each.arguments)),
            Cell(_answer(content, each)),
        )
        for each in asked
    )
    return Table("requests", wording.say("What one seat asked of another"), columns, rows)


def _answer(content: Content, each: Requested) -> str:
    wording = content.wording
    if each.answered is None or each.reached is None:
        return wording.say("no answer")
    took = wording.span(each.answered - each.reached)
    said = wording.say("granted after {took}", took=took) if each.granted else ""
    said = said or wording.say("refused after {took}", took=took)
    return wording.say("{what}: “{words}”", what=said, words=each.words) if each.words else said


def ratings(content: Content) -> tuple[Block, ...]:
    """The evaluators' ratings beside the machine's, with how far they agree."""
    wording, found = content.wording, agreement(content.scored, content.journal)
    if not found.rated:
        return ()
    words = wording.say("{agreement}. {reading}", agreement=agreement_words(wording, found),
                        reading=kappa_words(wording, found))  # fmt: skip
    return (Paragraph(words), _ratings(content, found))


def _ratings(content: Content, found: Agreement) -> Table:
    wording = content.wording
    columns = (
        Column(wording.say("When"), 8),
        Column(wording.say("Evaluator"), 14),
        Column(wording.say("Seat"), 14),
        Column(wording.say("Task"), 34),
        Column(wording.say("Evaluator's rating"), 9),
        Column(wording.say("The machine's"), 9),
        Column(wording.say("Beside each other"), 16),
        Column(wording.say("Words"), 30),
    )
    return Table("ratings", wording.say("Ratings of the evaluators beside the machine's"), columns,
                 tuple(_rated(content, each) for each in found.rated))  # fmt: skip


def _rated(content: Content, each: Rated) -> tuple[Cell, ...]:
    wording, expectation = content.wording, content.wording.scenario.expectations[each.expectation]
    return (
        Cell(wording.clock(each.time)),
        Cell(each.evaluator),
        Cell(wording.seat(each.seat)),
        Cell(wording.said(expectation.task).strip()),
        Cell(each.human),
        Cell(each.machine or NONE),
        Cell(apart_words(wording, each)),
        Cell(each.words),
    )
