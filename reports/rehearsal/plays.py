"""What the search for exploits found, in words and a table."""

from reports.paper.model import Block, Bullets, Cell, Column, Paragraph, Section, Table
from reports.rehearsal.tables import NONE, number
from reports.wording import Wording
from simulator.clock import journal_time
from simulator.language.said import Said, say
from simulator.rehearsal.exploits.difference import Difference, difference
from simulator.rehearsal.exploits.scheme import Planned
from simulator.rehearsal.exploits.searching import AHEAD, Best, Exploits

BEGUN: dict[str, Said] = {
    "book": say("the book"),
    "random": say("chance"),
    "everything": say("everything at once"),
    "heavy-handed": say("the heavy hand"),
}

LISTED = 12
"""So many acts of each sort are listed."""


def exploits(wording: Wording, found: Exploits) -> Section:
    """The best plays that were found, and whether what must hold does."""
    blocks: list[Block] = [_verdict(wording, found), *_team(wording, found), _table(wording, found)]
    if found.lawful and found.lawful[0].earning.overall > found.book.overall:
        blocks += _otherwise(wording, found, found.lawful[0], wording.say("The best lawful play against the book:"))
    if found.unlawful:
        blocks += _otherwise(wording, found, found.unlawful[0], wording.say("The best unlawful play against the book:"))
    return Section(wording.say("Exploits"), tuple(blocks))


def _verdict(wording: Wording, found: Exploits) -> Paragraph:
    if found.beats_book:
        best = found.lawful[0].earning.overall
        values = {"best": f"{best:.1f}", "book": f"{found.book.overall:.1f}", "points": f"{AHEAD:g}"}
        return Paragraph(wording.say(
            "A lawful play earns {best}, more than {points} points above the book's {book}: the book or the rubric is "
            "wrong.", **values), "bad")  # fmt: skip
    if found.breach_pays:
        return Paragraph(wording.say("Somebody with an unlawful act is rated above M: the rubric is wrong."), "bad")
    return Paragraph(wording.say(
        "In {drills} drills no lawful play beat the book by more than {points} points, and nobody with an unlawful act "
        "was rated above M.", drills=found.drills, points=f"{AHEAD:g}"), "good")  # fmt: skip


def _team(wording: Wording, found: Exploits) -> list[Block]:
    """What stands beside it: a breach caps whoever commits it, and the team only where it is critical."""
    above = [best.earning for best in found.unlawful if best.earning.rating in ("P", "S")]
    if not above:
        return []
    values = {"overall": f"{above[0].overall:.1f}", "rating": above[0].rating}
    return [Paragraph(wording.say(
        "The team of such a play can still be rated above M ({overall}, {rating}): a breach caps the seat that commits "
        "it, and the team only where it is critical.", **values), "fair")]  # fmt: skip


def _table(wording: Wording, found: Exploits) -> Table:
    say = wording.say
    columns = (
        Column(say("Play"), 8), Column(say("begun from"), 16), Column(say("acts"), 5, True),
        Column(say("team"), 8, True), Column(say("outcome"), 8, True), Column(say("unseen seeds"), 8, True),
        Column(say("offender"), 18), Column("", 7, True), Column(say("breaches"), 12),
    )  # fmt: skip
    rows = [_row(wording, say("lawful"), best) for best in found.lawful]
    rows += [_row(wording, say("unlawful"), best) for best in found.unlawful]
    return Table("exploits", say("The best plays that were found"), columns, tuple(rows), say("None was found."))


def _row(wording: Wording, sort: str, best: Best) -> tuple[Cell, ...]:
    """One play; of the seeds that the search did not see, what it earns at least."""
    earned, offender = best.earning, best.earning.offender
    seat, rated, codes = "", "", ""
    if offender is not None:
        seat, rated = offender.seat, f"{offender.overall:.1f} {offender.rating}"
        codes = " ".join(dict.fromkeys(breach.code for breach in earned.breaches if breach.seat == seat))
    return (
        Cell(sort), Cell(wording.said(BEGUN[best.begun])), Cell(str(best.scheme.acts), best.scheme.acts),
        Cell(f"{earned.overall:.1f} {earned.rating or NONE}", earned.overall), number(earned.outcome),
        number(min(best.unseen, default=None)), Cell(seat), Cell(rated), Cell(codes),
    )  # fmt: skip


def _otherwise(wording: Wording, found: Exploits, best: Best, title: str) -> list[Block]:
    """What a play does otherwise, and which credits that changes."""
    parts = difference(found.book_scheme, found.book, best)
    listed = [*_acts(wording, parts), *_credits(wording, parts)]
    return [Paragraph(title), Bullets(tuple(listed or [wording.say("nothing")]))]


def _acts(wording: Wording, parts: Difference) -> list[str]:
    say = wording.say
    lines = [say("added: {act}", act=_act(order)) for order in parts.added[:LISTED]]
    lines += [say("left out: {act}", act=_act(order)) for order in parts.left_out[:LISTED]]
    left = max(0, len(parts.added) - LISTED) + max(0, len(parts.left_out) - LISTED)
    lines += [say("and {number} more orders", number=left)] if left else []
    for decision, book, option in parts.answers:
        lines.append(say("{decision}: {option} instead of {book}", decision=decision, option=option or NONE,
                         book=book or NONE))  # fmt: skip
    return lines


def _credits(wording: Wording, parts: Difference) -> list[str]:
    return [
        wording.say("credit of {expectation}: {play} instead of {book}", expectation=name, play=f"{play:.2f}",
                    book=f"{book:.2f}")
        for name, book, play in parts.credits
    ]  # fmt: skip


def _act(order: Planned) -> str:
    arguments = ", ".join(f"{name}={value}" for name, value in order.arguments)
    return f"{journal_time(order.second)} {order.seat} {order.verb}({arguments})"
