"""The shipped scenarios and what bots make of them, played once for all tests that ask."""

from functools import cache

from simulator.authoring.library import find_scenario, shipped_ids
from simulator.authoring.load import scenario_or_raise
from simulator.rehearsal.run import Finished, run_drill
from simulator.scenario.scenario import Scenario

SCENARIOS = tuple(shipped_ids())

SEEDS = (20261, 733)
"""Two of any: nothing is tuned to them, and what holds must hold on every other."""


@cache
def scenario(name: str) -> Scenario:
    """A shipped scenario, loaded once."""
    return scenario_or_raise(find_scenario(name))


@cache
def played(name: str, bot: str, seed: int, team_only: bool = True) -> Finished:
    """A drill of it that a bot plays in every seat; the outcomes of its trainees only where asked for."""
    return run_drill(scenario(name), seed, bot, team_only=team_only)


def overall(name: str, bot: str, seed: int) -> float:
    """The team's overall."""
    found = played(name, bot, seed).scorecard.team.overall
    assert found is not None
    return found


def loss(name: str, bot: str, seed: int) -> float:
    """What the drill cost in the world: the sum of weight × measure ÷ per."""
    measures = played(name, bot, seed).scorecard.measures
    total = 0.0
    for written in scenario(name).outcome.values():
        value = measures.get(written.measure, measures.get(f"{written.measure}.end", 0.0))
        total += written.weight * value / written.per
    return total
