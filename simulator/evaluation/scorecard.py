"""What evaluation makes of a scenario and a journal: a pure function, the same on every machine."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.errors import JournalError
from simulator.evaluation.clauses import ClauseScore, clause_scores
from simulator.evaluation.conduct import Finding, distinct, of_acts
from simulator.evaluation.expectations import Judged, judge
from simulator.evaluation.figures import Figures, earned, figures, overall
from simulator.evaluation.outcome import Baseline, Baselines, outcome
from simulator.evaluation.rating import Cap, Rating, capped
from simulator.evaluation.reading import Record, read
from simulator.evaluation.unneeded import cost, unneeded
from simulator.journal.controls import PERSON, STAND_IN
from simulator.journal.entry import Entry
from simulator.journal.sittings import last_person
from simulator.language.said import say
from simulator.scenario.scenario import Scenario

_FORGED = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError)
"""What comes of a payload that was made by hand, where it is taken for a drill's."""

UNKNOWN = Figures()


@dataclass(frozen=True, slots=True)
class Trainee:
    """Somebody in a seat of a drill. A stand-in's has no figures."""

    seat: str
    name: str
    player: str
    overall: float | None = None
    rating: Rating | None = None
    figures: Figures = UNKNOWN
    judged: tuple[Judged, ...] = ()
    findings: tuple[Finding, ...] = ()
    caps: tuple[Cap, ...] = ()
    unneeded: tuple[int, ...] = ()
    """The entries of orders that nothing asked for."""
    hints: tuple[int, ...] = ()
    """The entries at which help was asked for."""
    lost: float = 0.0
    """Points of overall for unneeded orders and hints."""
    credit: float = 0.0
    of: float = 0.0
    """The credit that was due."""

    @property
    def stand_in(self) -> bool:
        return self.player == STAND_IN


@dataclass(frozen=True, slots=True)
class Team:
    """All trainees together: the sum over seats, not the mean of their means."""

    overall: float | None
    rating: Rating | None
    outcome: float | None
    caps: tuple[Cap, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The scores of a drill, each with its receipts."""

    scenario: str
    digest: str
    """Of the scenario that was played."""
    seed: int
    length: int
    """Seconds until it ended."""
    incomplete: bool
    """Whether it was ended before its length; then there is no rating."""
    team: Team
    trainees: tuple[Trainee, ...]
    """Every seat, in the scenario's order; where several people sat in one, each of them, as they came."""
    clauses: tuple[ClauseScore, ...]
    measures: Mapping[str, float]
    """The world at the end: `residents.tension.mean` …"""
    harm: Mapping[str, int]


def evaluate(scenario: Scenario, journal: Iterable[Entry], baselines: Baselines | None = None) -> Scorecard:
    """Score a drill. Without *baselines* those of the journal are taken; without either there is no outcome.

    Raises `JournalError` where the journal holds what no drill of this scenario writes.
    """
    try:
        return _evaluated(scenario, journal, baselines)
    except _FORGED as error:
        message = say("the journal holds what no drill of this scenario writes")
        raise JournalError(message, say("drillroom verify says what is wrong with it")) from error


def _evaluated(scenario: Scenario, journal: Iterable[Entry], baselines: Baselines | None) -> Scorecard:
    entries = list(journal)
    record = read(scenario, entries)
    if baselines is None and record.baselines is not None:
        baselines = Baselines.read(record.baselines)
    known = baselines or Baselines()
    trainees = tuple(trainee for seat in scenario.seats for trainee in _of_seat(record, entries, seat, known))
    judged = [each for trainee in trainees for each in trainee.judged]
    header, closing = record.header, record.closing or {}
    return Scorecard(
        scenario.id, header.get("digest", ""), header.get("seed", 0), record.end, record.early,
        _team(record, trainees, known), trainees, clause_scores(scenario, judged),
        closing.get("measures", {}), closing.get("harm", {}),
    )  # fmt: skip


def _of_seat(record: Record, entries: Sequence[Entry], seat: str, baselines: Baselines) -> Iterator[Trainee]:
    """Who is scored for a seat. Of several people each by their own acts; what came of it all is nobody's alone."""
    people = record.sat.people(seat)
    if len(people) < 2:
        yield _trainee(record, seat, baselines)
        return
    for name in people:
        own = read(record.scenario, entries, record.sat.alone(seat, name))
        yield _scored(own, Trainee(seat, name, PERSON), Baselines())


def _trainee(record: Record, seat: str, baselines: Baselines) -> Trainee:
    sat = record.sat.by_seat.get(seat)
    whose = None if sat is None else last_person(sat)
    player, name = (whose.player, whose.name) if whose else (STAND_IN if record.sat.by_seat else "", "")
    if player == STAND_IN:
        return Trainee(seat, name, player)
    return _scored(record, Trainee(seat, name, player), baselines)


def _scored(record: Record, who: Trainee, baselines: Baselines) -> Trainee:
    seat, scenario = who.seat, record.scenario
    mine = [name for name, expectation in scenario.expectations.items() if expectation.of == seat]
    judged = [each for name in mine for each in judge(record, name)]
    findings = distinct([*(found for each in judged for found in each.findings), *of_acts(record, seat)])
    orders, hints = unneeded(record, seat, findings), record.hints.get(seat, [])
    lost = cost(len(orders)) + scenario.catalogue.attention.hint_costs * len(hints)
    due = [each for each in judged if each.observed]
    reached = _outcome(record, baselines.seats.get(seat), record.acted(seat))
    caps = _caps(judged, findings)
    number, rating = capped(overall(earned(due), reached, lost), caps)
    unrated = record.early or _left_undone(record, judged)
    return Trainee(
        seat, who.name, who.player, number, None if unrated else rating,
        figures(record, seat, judged, findings, reached), tuple(judged), findings, caps,
        tuple(order.entry for order in orders), tuple(hints), lost,
        math.fsum(each.credit for each in due), math.fsum(each.of for each in due),
    )  # fmt: skip


def _left_undone(record: Record, judged: Iterable[Judged]) -> bool:
    """Whether the trainee left the seat with something due: then there is no rating, as for a drill ended early."""
    return any(
        not each.observed
        and each.instance.due is not None
        and record.sat.changed_hands(each.seat)
        and record.sat.sat_there(each.seat, each.instance.due.entry)
        for each in judged
    )


def _outcome(record: Record, baseline: Baseline | None, acted: bool) -> float | None:
    """The outcome, where the drill has an end; nobody is credited with what silence brought."""
    if record.closing is None:
        return None
    reached = outcome(record.scenario, record.closing.get("measures", {}), baseline)
    return reached if acted or reached is None else 0.0


def _caps(judged: Sequence[Judged], findings: Iterable[Finding]) -> tuple[Cap, ...]:
    """What limits a trainee's rating: what was critical and missed or late, and breaches."""
    found: list[Cap] = []
    for each in judged:
        expectation, due = each.instance.expectation, each.instance.due
        if due is None or not expectation.critical:
            continue
        if each.status == "missed":
            found.append(Cap("U", say("a critical task was not done: {task}", task=expectation.task), due.entry))
        elif each.met is not None and each.met - due.at > expectation.limit:
            reason = say("a critical task was done past its limit: {task}", task=expectation.task)
            found.append(Cap("M", reason, due.entry))
    return (*found, *(cap for finding in findings if (cap := _cap_of(finding)) is not None))


def _cap_of(finding: Finding) -> Cap | None:
    match finding.severity:
        case "critical":
            return Cap("U", say("a serious breach: {code}", code=finding.code), finding.entry)
        case "unlawful":
            return Cap("M", say("an unlawful act: {code}", code=finding.code), finding.entry)
        case _:
            return None


def _team(record: Record, trainees: Sequence[Trainee], baselines: Baselines) -> Team:
    judged = [each for trainee in trainees for each in trainee.judged if each.observed]
    acted = any(record.acted(trainee.seat) for trainee in trainees if not trainee.stand_in)
    reached = _outcome(record, baselines.team, acted)
    caps = _team_caps(trainees, judged)
    number, rating = capped(overall(earned(judged), reached, _lost(trainees)), caps)
    return Team(number, None if record.early else rating, reached, caps)


def _lost(trainees: Sequence[Trainee]) -> float:
    """The points that the team loses: each seat's by its part of the credit due."""
    of = math.fsum(trainee.of for trainee in trainees)
    return math.fsum(trainee.lost * trainee.of for trainee in trainees) / of if of else 0.0


def _team_caps(trainees: Sequence[Trainee], judged: Sequence[Judged]) -> tuple[Cap, ...]:
    """Critical conduct of anyone, and what is critical for the team and was not done."""
    conduct = [cap for trainee in trainees for found in trainee.findings if found.severity == "critical"
               if (cap := _cap_of(found)) is not None]  # fmt: skip
    missed = [
        each for each in judged
        if each.status == "missed" and each.instance.expectation.critical == "team"
    ]  # fmt: skip
    return (*(cap for each in missed for cap in _caps([each], ())), *conduct)
