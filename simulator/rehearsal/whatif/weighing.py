"""What another world is worth beside the recorded one: its figures, its measures, what it avoids and brings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.evaluation.outcome import Baselines
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.journal import Journal
from simulator.rehearsal.whatif.figures import effect, of_team, of_trainee
from simulator.rehearsal.whatif.happenings import Own, happenings
from simulator.rehearsal.whatif.model import Changed, Happened
from simulator.scenario.scenario import Scenario

SAME = 1e-6
"""Measures that differ by no more are the same: replays on other platforms agree that far."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The drill as it was, with all that other worlds are compared with."""

    scenario: Scenario
    journal: Journal
    card: Scorecard
    baselines: Baselines


@dataclass(frozen=True, slots=True)
class Weighed:
    """One other world beside it."""

    card: Scorecard
    team: Changed
    world: Mapping[str, Changed]
    avoided: tuple[Happened, ...]
    brought: tuple[Happened, ...]
    effect: float


def weigh(recorded: Recorded, journal: Journal, own: Iterable[Own]) -> Weighed:
    """Score another world and compare it. *own* is what was put right."""
    card = evaluate(recorded.scenario, journal, recorded.baselines)
    avoided, brought = happenings(recorded.scenario, recorded.journal, journal, (recorded.card, card), own)
    points = effect(recorded.scenario, recorded.card, card, recorded.baselines.team)
    world = measures(recorded.card.measures, card.measures)
    return Weighed(card, of_team(recorded.card, card), world, avoided, brought, points)


def measures(was: Mapping[str, float], would: Mapping[str, float]) -> dict[str, Changed]:
    """The closing measures that differ; one that a world does not have is 0 there."""
    pairs = ((path, was.get(path, 0.0), would.get(path, 0.0)) for path in dict.fromkeys([*was, *would]))
    return {path: Changed(float(then), float(now)) for path, then, now in pairs if abs(then - now) > SAME}


def of_person(recorded: Recorded, here: Scorecard, seat: str, name: str) -> tuple[Changed, Changed]:
    """The overall and outcome of a trainee, who may be one of several in a seat."""
    who = (seat, name)
    then = next(trainee for trainee in recorded.card.trainees if (trainee.seat, trainee.name) == who)
    now = next(trainee for trainee in here.trainees if (trainee.seat, trainee.name) == who)
    return of_trainee(then, now), Changed(then.figures.outcome, now.figures.outcome)
