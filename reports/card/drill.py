"""The scorecard of a drill in words: what was played, the team, each trainee, the world, the clauses, the story."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from reports.card.breaches import laws
from reports.card.controls import controllers
from reports.card.evaluators import agreement_words, rated_words
from reports.card.model import NONE, Card, ClauseRow, Fact, Measured, Receipt, Trainee
from reports.card.numbers import cap, figure, mark
from reports.card.receipts import clauses
from reports.card.seating import seat_words, stays_of
from reports.card.story import events
from reports.card.trainee import trainee, who
from reports.wording import Wording
from simulator.evaluation.agreement import Rated, agreement
from simulator.evaluation.expectations import Judged
from simulator.evaluation.outcome import measure
from simulator.evaluation.scorecard import Scorecard
from simulator.journal.entry import BASELINES, CLOSING, Entry
from simulator.scenario.expectations import Measure


def card(wording: Wording, journal: Sequence[Entry], scored: Scorecard, head: str) -> Card:
    """Everything that a report of one drill says. *head* is the hash of the journal's last line."""
    scenario = wording.scenario
    trainees = _trainees(wording, journal, scored)
    return Card(
        exercise=wording.exercise(),
        title=wording.said(scenario.title).strip(),
        summary=wording.said(scenario.summary).strip() if scenario.summary else "",
        facts=facts(wording, journal, scored),
        seats=_seats(wording, journal, scored),
        notices=_notices(wording, journal, scored),
        overall=mark(wording, scored.team.overall, scored.team.rating),
        outcome=figure(scored.team.outcome),
        caps=tuple(cap(wording, limit) for limit in scored.team.caps),
        trainees=trainees,
        measures=measures(wording, journal, scored),
        clauses=clause_rows(wording, scored),
        untried=clauses(wording, [each.id for each in scored.clauses if not each.expected]),
        events=events(wording, journal),
        laws=laws(wording, [found for each in trainees for found in each.breaches]),
        head=head,
    )


def _trainees(wording: Wording, journal: Sequence[Entry], scored: Scorecard) -> tuple[Trainee, ...]:
    """Each trainee; of several in one seat every further one with anchors of their own."""
    found: list[Trainee] = []
    before: Counter[str] = Counter()
    rated = agreement(scored, journal).rated
    for each in scored.trainees:
        if not each.stand_in:
            before[each.seat] += 1
            told = _apart(trainee(wording, journal, each), before[each.seat])
            receipts = [
                _rated(wording, one, judged, rated) for one, judged in zip(told.receipts, each.judged, strict=True)
            ]
            found.append(replace(told, receipts=tuple(receipts)))
    return tuple(found)


def _rated(wording: Wording, told: Receipt, judged: Judged, rated: Sequence[Rated]) -> Receipt:
    """A receipt with what evaluators say of it."""
    mine = [each for each in rated if (each.expectation, each.instance) == (judged.id, judged.instance.number)]
    said = tuple(rated_words(wording, each) for each in mine) if judged.observed else ()
    return replace(told, notes=(*told.notes, *said))


def _apart(told: Trainee, place: int) -> Trainee:
    if place == 1:
        return told
    receipts = tuple(replace(each, anchor=f"{each.anchor}-{place}") for each in told.receipts)
    return replace(told, anchor=f"{told.anchor}-{place}", receipts=receipts)


def _seats(wording: Wording, journal: Sequence[Entry], scored: Scorecard) -> tuple[Fact, ...]:
    """Who sat where; in a shared drill, from when to when."""
    stays = stays_of(journal)
    if stays:
        return tuple(
            Fact(wording.seat(seat), seat_words(wording, stays.get(seat, ()))) for seat in wording.scenario.seats
        )
    return tuple(Fact(wording.seat(each.seat), who(wording, each.player, each.name)) for each in scored.trainees)


def facts(wording: Wording, journal: Sequence[Entry], scored: Scorecard) -> tuple[Fact, ...]:
    """What was played, and how."""
    scenario, header = wording.scenario, journal[0].payload
    kind = scenario.emergency_plan.types.get(scenario.type)
    ends = wording.clock(scored.length)
    hours = {"begins": wording.clock(0), "ends": ends, "length": wording.span(scored.length)}
    plan = {"plan": scenario.emergency_plan.title, "version": scenario.emergency_plan.version}
    found = [
        Fact(wording.say("Scenario"), scenario.id),
        Fact(wording.say("Kind of emergency"), wording.said(kind.name) if kind else scenario.type),
        Fact(wording.say("Plan"), wording.say("{plan}, version {version}", **plan)),
        Fact(wording.say("Exercise time"), wording.say("{begins} to {ends} ({length})", **hours)),
        Fact(wording.say("Mode"), mode(wording, str(header.get("mode", "")))),
        Fact(wording.say("Seed"), str(scored.seed)),
        Fact(wording.say("Digest of the scenario"), scored.digest),
    ]
    found += run_by(wording, journal, scored)
    played = journal[0].wall
    return (*found, Fact(wording.say("Played"), played)) if played else tuple(found)


def run_by(wording: Wording, journal: Sequence[Entry], scored: Scorecard) -> list[Fact]:
    """In a shared drill who ran it, and how evaluators' ratings agree with the machine's."""
    found = []
    if names := controllers(journal):
        found.append(Fact(wording.say("Controllers"), wording.listed(names)))
    if rated := agreement_words(wording, agreement(scored, journal)):
        found.append(Fact(wording.say("Evaluators"), rated))
    return found


def mode(wording: Wording, written: str) -> str:
    """How a drill was played."""
    match written:
        case "practice":
            return wording.say("practice")
        case "assessed":
            return wording.say("assessed")
        case "headless":
            return wording.say("without a screen")
        case _:
            return written


def _notices(wording: Wording, journal: Sequence[Entry], scored: Scorecard) -> tuple[str, ...]:
    kinds = {entry.kind for entry in journal}
    found = []
    if CLOSING not in kinds:
        found.append(wording.say("The journal breaks off before the drill's end: what follows holds up to there."))
    elif scored.incomplete:
        found.append(wording.say("The drill was ended early: it is incomplete and has no rating."))
    if CLOSING in kinds and BASELINES not in kinds:
        found.append(wording.say("The journal has no baselines, so there is no outcome."))
    return tuple(found)


def measures(wording: Wording, journal: Sequence[Entry], scored: Scorecard) -> tuple[Measured, ...]:
    """What the scenario calls its outcome, beside the same drill with all trainees silent and by the book."""
    entry = next((entry for entry in journal if entry.kind == BASELINES), None)
    team: Mapping[str, Any] = (entry.payload.get("team") if entry else None) or {}
    if not scored.measures:
        return ()
    return tuple(
        Measured(
            wording.said(each.name).strip() if each.name else wording.path(".".join(each.measure.split(".")[:2])),
            _measured(wording, each, scored.measures),
            _measured(wording, each, team.get("silent")),
            _measured(wording, each, team.get("book")),
        )
        for each in wording.scenario.outcome.values()
    )


def _measured(wording: Wording, each: Measure, world: Mapping[str, float] | None) -> str:
    if world is None:
        return NONE
    value = measure(world, each.measure)
    part = each.measure.split(".")[1:2]
    return wording.value(f"x.{part[0]}", value) if part else f"{value:.4g}"


def clause_rows(wording: Wording, scored: Scorecard) -> tuple[ClauseRow, ...]:
    """The clauses that this drill tried."""
    tried = [each for each in scored.clauses if each.expected]
    words = clauses(wording, [each.id for each in tried])
    return tuple(
        ClauseRow(clause, str(each.expected), str(each.met), figure(each.score))
        for clause, each in zip(words, tried, strict=True)
    )
