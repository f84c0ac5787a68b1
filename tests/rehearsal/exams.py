"""A morning with corners that nobody reaches, for the tests of rehearsals."""

from functools import cache
from pathlib import Path

from simulator.authoring.load import load_text
from simulator.rehearsal.exam.crew import Alone
from simulator.rehearsal.exam.rehearsing import Rehearsal, rehearse
from simulator.scenario.scenario import Scenario
from tests.players.sample import MORNING

CORNERS = (
    MORNING.replace(
        "blocking: {above: 0.7, inject: gate, harm: {injured: 2}}",
        "blocking: {above: 0.7, inject: gate, harm: {injured: 2}}\n      storming: {above: 1.0, inject: doors_broken}",
    )
    .replace(
        "  gate:\n",
        "  doors_broken: {to: [commander], text: The doors are broken.}\n"
        "  full: {to: [commander], when: hall.density > 0.9, text: It is very full.}\n"
        "  apart: {to: [commander], when: elapsed > 30m and elapsed < 5m, text: Late and soon.}\n"
        "  reply: {to: [commander], at: full + 5m, text: Somebody answers.}\n"
        "  gate:\n",
    )
    .replace(
        "decisions:\n",
        "decisions:\n"
        "  small_talk:\n"
        "    to: commander\n"
        "    at: 40m\n"
        "    text: Tea or water?\n"
        "    time_limit: 5m\n"
        "    if_silent: water\n"
        "    options:\n"
        "      tea: {text: Tea., quality: 1}\n"
        "      water: {text: Water., quality: 1}\n",
    )
)


@cache
def corners() -> Scenario:
    """A morning with a stage, injects and a follow-up that never come up, and a decision that decides nothing."""
    # Not through the checks: they would say beforehand of some of this that it cannot happen.
    found = load_text(CORNERS, Path("corners.yaml")).scenario
    assert found is not None
    return found


@cache
def rehearsed(players: tuple[str, ...], runs: int, seed: int = 7) -> Rehearsal:
    """A rehearsal of it in this process."""
    return rehearse(corners(), players, runs, seed, Alone())


def whys(found: Rehearsal) -> dict[str, list[str]]:
    """By path, why it never came up, in English."""
    return {each.path: [str(why) for why in each.why] for each in found.never}
