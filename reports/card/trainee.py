"""One trainee's part of a scorecard in words."""

from collections.abc import Sequence

from reports.card.breaches import breach
from reports.card.deeds import deed
from reports.card.model import Deed, Fact, Trainee
from reports.card.numbers import cap, figure, mark, short
from reports.card.receipts import receipt, verdicts
from reports.wording import Wording
from simulator.evaluation.figures import OUTCOME_SHARE
from simulator.evaluation.scorecard import Trainee as Scored
from simulator.journal.entry import Entry


def trainee(wording: Wording, journal: Sequence[Entry], scored: Scored) -> Trainee:
    """The figures of a seat that was scored, and where each point comes from."""
    return Trainee(
        anchor=f"seat-{scored.seat}",
        seat=wording.seat(scored.seat),
        who=who(wording, scored.player, scored.name),
        overall=mark(wording, scored.overall, scored.rating),
        figures=_figures(wording, scored),
        credit=_credit(wording, scored),
        caps=tuple(cap(wording, limit) for limit in scored.caps),
        lost=_lost(wording, scored),
        receipts=tuple(receipt(wording, journal, judged) for judged in scored.judged),
        breaches=tuple(breach(wording, journal, found) for found in scored.findings),
        unneeded=tuple(_unneeded(wording, journal[number]) for number in scored.unneeded),
        chart=verdicts(wording, scored.judged),
    )


def who(wording: Wording, player: str, name: str) -> str:
    """Who sat in a seat: a person by name, a bot by its own name."""
    match player:
        case "person" | "":
            return name.strip() or wording.say("a person without a name")
        case "stand-in":
            return wording.say("a stand-in")
        case "script":
            return wording.say("a script")
        case _:
            return wording.say("the bot {bot}", bot=player)


def _figures(wording: Wording, scored: Scored) -> tuple[Fact, ...]:
    found = scored.figures
    return (
        Fact(wording.say("speed"), figure(found.speed)),
        Fact(wording.say("quality"), figure(found.quality)),
        Fact(wording.say("conduct"), figure(found.conduct)),
        Fact(wording.say("outcome"), figure(found.outcome)),
        Fact(wording.say("coordination"), figure(found.coordination)),
    )


def _credit(wording: Wording, scored: Scored) -> str:
    """How overall came about, before caps."""
    if not scored.of:
        return wording.say("Nothing was due for this seat, so there is no overall figure.")
    values = {
        "credit": short(scored.credit),
        "of": short(scored.of),
        "earned": figure(100 * scored.credit / scored.of),
        "outcome": figure(scored.figures.outcome),
        "most": f"{100 * (1 - OUTCOME_SHARE):g}",
        "rest": f"{100 * OUTCOME_SHARE:g}",
    }
    if scored.figures.outcome is None:
        return wording.say("Credit {credit} of {of}: {earned} of 100. There is no outcome to weigh in.", **values)
    return wording.say(
        "Credit {credit} of {of}: {earned} of 100. Overall is {most} % of that and {rest} % of the outcome, {outcome}.",
        **values,
    )


def _lost(wording: Wording, scored: Scored) -> str:
    if not scored.lost:
        return ""
    values = {"lost": short(scored.lost), "orders": len(scored.unneeded), "hints": len(scored.hints)}
    return wording.say("Points lost: {lost} (orders not needed: {orders}, hints: {hints})", **values)


def _unneeded(wording: Wording, entry: Entry) -> Deed:
    return deed(wording, entry)
