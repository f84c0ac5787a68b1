"""A small scenario for players: three seats, a gathering, a reception, one unit, one decision, a chain of news."""

from functools import cache
from pathlib import Path

from simulator.authoring.load import load_text
from simulator.authoring.meaning.every import meaning_findings
from simulator.engine.drill import Drill
from simulator.journal.entry import Entry
from simulator.players.bots import player_for
from simulator.players.play import play
from simulator.players.player import Player
from simulator.scenario.scenario import Scenario

MORNING = """
format: 1
id: morning
type: mass
title: A morning at the hall
languages: [en]
clock: "08:00"
length: 2h
briefing: Forty people have come to the hall.

seats:
  duty_officer: {}
  petition_lead: {sees: [hall]}
  commander: {delay: 3m}
places:
  hall: {name: Hall, capacity: 60, area: 120 m2}
  office: {name: Office}
routes:
  - {between: [office, hall], travel: 5m}
units:
  team: {name: Team, base: office, count: 2, skills: [reception], under: petition_lead}

incidents:
  residents:
    kind: gathering
    name: Residents
    place: hall
    people: 40
    tension: {start: 0.3, base: 0.3, half_life: 20m}
    pressures:
      unheard: {raises: 0.5, when: not listen(incident=residents).done}
    stages:
      blocking: {above: 0.7, inject: gate, harm: {injured: 2}}
  windows:
    kind: reception
    name: Windows
    place: hall
    arrivals: {from: residents, every: 2m}
    service: 5m

injects:
  doors:
    at: 2m
    to: [duty_officer, petition_lead]
    text: Forty people stand at the door of the hall.
    tells: {residents.people: 40}
    asks: [first_words]
  call:
    at: 30m
    to: duty_officer
    text: The district asks how things stand.
  gate:
    to: [petition_lead, commander]
    text: The gate is blocked.

decisions:
  first_words:
    to: petition_lead
    text: An old man asks whether anybody will listen.
    time_limit: 3m
    if_silent: wave_off
    options:
      wave_off: {text: "Move along, please.", quality: 0, conduct: U21}
      later: {text: Somebody will come later., quality: 0.4}
      sit_down: {text: "Sit down, tell me from the start.", quality: 1}

expectations:
  first_report:
    of: duty_officer
    task: Report upward
    clauses: [M2]
    due: doors
    do: ["report_upward(kind=first, people=told(residents.people))"]
    wrong: ["wait_before_reporting()"]
    target: 10m
    limit: 20m
  hand_on:
    of: duty_officer
    task: Tell the commander
    clauses: [M2]
    due: doors
    do: ["tell(seat=commander, about=doors)"]
    target: 6m
    limit: 12m
    coordination: true
  listen_first:
    of: petition_lead
    task: Listen first
    clauses: [M3]
    due: first_words
    do: [first_words == sit_down]
    target: 3m
    limit: 4m
  open_doors:
    of: petition_lead
    task: Open the reception
    clauses: [M3]
    due: doors
    do: ["open_reception(place=hall)", "listen(incident=residents)"]
    target: 10m
    limit: 25m
  send_team:
    of: petition_lead
    task: Send the team
    clauses: [M3]
    due: doors
    do: ["dispatch(unit=team, place=hall)"]
    target: 5m
    limit: 15m
  set_level:
    of: commander
    task: Set the level
    clauses: [M1]
    due: tell(about=doors)
    do: [activate(level=III)]
    target: 15m
    limit: 30m

outcome:
  tension: {measure: residents.tension.mean, per: 0.1, weight: 2}
  injured: {measure: harm.injured, per: 1, weight: 5}
"""


@cache
def morning() -> Scenario:
    """The scenario, read from its text."""
    return scenario_of(MORNING)


def scenario_of(text: str) -> Scenario:
    """The scenario of a text that holds; with what is wrong where it does not."""
    loaded = load_text(text, Path("morning.yaml"))
    meant = meaning_findings(loaded.matter) if loaded.matter else []
    errors = [str(found.message) for found in [*loaded.findings, *meant] if found.severity == "error"]
    assert loaded.scenario is not None
    assert errors == []
    return loaded.scenario


def played(players: dict[str, Player], scenario: Scenario | None = None, seed: int = 1) -> Drill:
    """A drill that these players have played to its end; the other seats were empty."""
    drill = Drill(scenario or morning(), seed)
    play(drill, players)
    return drill


def played_by(bot: str, *seats: str, scenario: Scenario | None = None, seed: int = 1) -> Drill:
    """A drill that one kind of bot has played in these seats; in all, where none is named."""
    found = scenario or morning()
    return played({seat: player_for(bot, found, seat, seed) for seat in seats or found.seats}, found, seed)


def deeds_of(drill: Drill, seat: str) -> list[tuple[int, str]]:
    """A seat's orders and answers: the second of each, and the verb or the option."""
    return [(entry.time, _name(entry)) for entry in drill.journal if entry.seat == seat and _name(entry)]


def _name(entry: Entry) -> str:
    """The verb of an order, the option of an answer, nothing for other entries."""
    return str(entry.payload[_NAMES[entry.kind]]) if entry.kind in _NAMES else ""


_NAMES = {"act.order": "verb", "act.answer": "option"}
