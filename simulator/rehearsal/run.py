"""One whole drill without a screen: bots or a script in the seats, stand-ins in the rest, scored at its end."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.engine.drill import Drill
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.journal import Journal
from simulator.players.bots import STAND_IN, player_for
from simulator.players.play import play
from simulator.players.player import Player
from simulator.players.script import Script
from simulator.players.scripted import Scripted, players_of
from simulator.rehearsal.baselines import Cache, append_baselines
from simulator.scenario.scenario import Scenario

BOOK = "by-the-book"
SCRIPT = "script"
"""What the header calls the player of a script's seats."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A drill that has been played to its end."""

    journal: Journal
    scorecard: Scorecard


def run_drill(
    scenario: Scenario,
    seed: int,
    player: str = BOOK,
    seat: str | None = None,
    script: Script | None = None,
    with_baselines: bool = True,
    cache: Cache | None = None,
    team_only: bool = False,
) -> Finished:
    """Play a drill and score it.

    The bot plays every seat, or with *seat* that one. With *script* its seats (and *seat*) are played by it,
    whatever the bot's name. Stand-ins play the rest. Without baselines, outcomes are null; with
    *team_only* those of the trainees are.
    Raises `CallError` for a bot that does not exist.
    """
    names = who_plays(scenario, player, seat, script)
    scripted = players_of(script) if script else {}
    players = _players(scenario, seed, names, scripted)
    drill = Drill(scenario, seed, seats=header_seats(names))
    play(drill, players)
    if with_baselines:
        append_baselines(scenario, drill.journal, cache, team_only=team_only)
    return Finished(drill.journal, evaluate(scenario, drill.journal))


def who_plays(scenario: Scenario, player: str, seat: str | None, script: Script | None) -> dict[str, str]:
    """By seat: the bot's name, `script` or `stand-in`."""
    if script is not None:
        played = {timed.seat for timed in script.acts} | ({seat} if seat else set())
        return {name: SCRIPT if name in played else STAND_IN for name in scenario.seats}
    return {name: player if seat in (None, name) else STAND_IN for name in scenario.seats}


def header_seats(names: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Who sits where, as a journal's header has it."""
    return {seat: {"player": name, "name": "" if name == STAND_IN else name} for seat, name in names.items()}


def _players(
    scenario: Scenario, seed: int, names: Mapping[str, str], scripted: Mapping[str, Scripted]
) -> dict[str, Player]:
    return {
        seat: scripted.get(seat, Scripted(())) if name == SCRIPT else player_for(name, scenario, seat, seed)
        for seat, name in names.items()
    }
