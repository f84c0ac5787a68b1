"""Drills of the little morning, played by hand, for the tests of what would have happened."""

import math

from simulator.engine.drill import Drill
from simulator.evaluation.reading import read
from simulator.evaluation.scorecard import evaluate
from simulator.journal.acts import Act, Answer, Open, Order
from simulator.journal.entry import BASELINES, STARTED
from simulator.journal.journal import Journal
from simulator.players.bots import STAND_IN, player_for
from simulator.players.play import play
from simulator.players.replay import pass_until
from simulator.rehearsal.baselines import append_baselines
from simulator.rehearsal.whatif.faults import Fault, faults, served
from simulator.rehearsal.whatif.mending import mend
from simulator.rehearsal.whatif.model import Finding, WhatIf
from simulator.rehearsal.whatif.otherwise import Otherwise, otherwise
from simulator.rehearsal.whatif.planning import Planner
from simulator.rehearsal.whatif.trying import what_if
from simulator.scenario.scenario import Scenario
from tests.players.sample import morning

Timed = tuple[int, str, Act]

END = 7200

LEAD, OFFICER, COMMANDER = "petition_lead", "duty_officer", "commander"

SIT_DOWN = Answer("first_words", "sit_down")
OPEN_DOORS = Order("open_reception", {"place": "hall"})
LISTEN = Order("listen", {"incident": "residents"})
TEAM = Order("dispatch", {"unit": "team", "place": "hall"})
TELL = Order("tell", {"seat": "commander", "about": "doors"})
RIGHT: tuple[Timed, ...] = (
    (125, LEAD, Open(1)),
    (130, LEAD, SIT_DOWN),
    (200, LEAD, TEAM),
    (240, LEAD, OPEN_DOORS),
    (360, LEAD, LISTEN),
    (130, OFFICER, Open(1)),
    (140, OFFICER, Order("report_upward", {"kind": "first", "people": 40})),
    (300, OFFICER, TELL),
    (340, COMMANDER, Open(1)),
    (400, COMMANDER, Order("activate", {"level": "III"})),
)
"""What everybody does in time. The doors are told at 120; listening takes 15 minutes, longer than its target of 10."""


def by_hand(*acts: Timed, scenario: Scenario | None = None, seed: int = 1, ends: int = END) -> Journal:
    """A drill in which persons in all seats do just this, in the order of time, with its baselines."""
    found = scenario or morning()
    drill = Drill(found, seed, seats={seat: {"player": "person", "name": seat} for seat in found.seats})
    for second, seat, act in sorted(acts, key=lambda timed: timed[0]):
        pass_until(drill, second)
        drill.submit(seat, act)
    pass_until(drill, ends)
    drill.finish()
    append_baselines(found, drill.journal)
    return drill.journal


def but(*others: Timed, without: tuple[object, ...] = ()) -> Journal:
    """The drill in which everything is right, without some acts and with others."""
    return by_hand(*(timed for timed in RIGHT if timed[2] not in without), *others)


def by_bots(seed: int, scenario: Scenario | None = None, **bots: str) -> Journal:
    """A drill with these bots as trainees, stand-ins in the other seats."""
    found = scenario or morning()
    names = {seat: bots.get(seat, STAND_IN) for seat in found.seats}
    drill = Drill(found, seed, seats={seat: {"player": name, "name": name} for seat, name in names.items()})
    play(drill, {seat: player_for(name, found, seat, seed) for seat, name in names.items()})
    append_baselines(found, drill.journal)
    return drill.journal


def tried(journal: Journal, scenario: Scenario | None = None) -> WhatIf:
    """What would have happened in it."""
    return what_if(scenario or morning(), journal)


def finding(found: WhatIf, name: str) -> Finding:
    """The finding about an expectation, or about a breach by its code."""
    (only,) = (each for each in found.findings if name in (each.expectation, each.conduct))
    return only


def world(journal: Journal, *names: str, scenario: Scenario | None = None) -> Otherwise:
    """The other world in which the faults about these expectations and breaches are put right together."""
    found = scenario or morning()
    entries = [entry for entry in journal if entry.kind != BASELINES]
    record, card = read(found, entries), evaluate(found, journal)
    chosen = [fault for fault in faults(record, card) if _name(fault) in names]
    serves = served(record, card)
    plan = Planner(record, entries).plan(mend(record, fault, serves) for fault in chosen)
    return otherwise(found, entries, entries[-1].time, plan)


def _name(fault: Fault) -> str:
    return fault.judged.id if fault.judged is not None else (fault.breach.code if fault.breach else "")


def credit(journal: Journal, name: str, scenario: Scenario | None = None) -> float:
    """What all instances of an expectation earned."""
    judged = [each for trainee in evaluate(scenario or morning(), journal).trainees for each in trainee.judged]
    return math.fsum(each.credit for each in judged if each.id == name)


def begun(journal: Journal, seat: str) -> list[tuple[str, int]]:
    """The orders of a seat with the seconds at which they were begun."""
    return [(entry.payload["verb"], entry.time) for entry in journal.of_kind(STARTED) if entry.seat == seat]
