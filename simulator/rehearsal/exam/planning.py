"""Which drills a rehearsal consists of: who plays run *i* on which seed, and which runs are played in one go.

Nothing here depends on how many workers there are.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.errors import CallError
from simulator.language.said import say
from simulator.players.bots import BOTS, player_for
from simulator.scenario.scenario import Scenario

LEAST_USED = "least-used"
"""The explorer's name. It is no bot of a single drill: it knows what was taken in the drills before."""

PLAYERS = (*BOTS, "everything:lawful", LEAST_USED)
"""Who plays where nobody says who."""

RUNS = 200
"""So many drills in all where nobody says how many."""

LARGEST = 50
"""So many drills are played in one go, at most (measured: with more nothing is gained)."""

PARTS = 40
"""Into so many parts the drills are split at least, where there are enough of them: for a steady progress bar."""


@dataclass(frozen=True, slots=True)
class Run:
    """One drill of a rehearsal."""

    number: int
    """From 0; results are added up in this order."""
    player: str
    seed: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """Runs that one worker plays one after the other; those on the same seed stand together."""

    runs: tuple[Run, ...]


def seed_of(base: int, turn: int) -> int:
    """The seed of a turn, derived from the base: every player plays its *turn*-th drill (from 0) on this one.

    So players meet the same chance, and leaving one out changes nothing for the others.
    """
    digest = hashlib.sha256(f"{base}/run/{turn}".encode()).digest()
    return int.from_bytes(digest[:6], "big")


def runs_of(players: Sequence[str], number: int, base: int) -> list[Run]:
    """So many runs in all, the players taking turns."""
    return [Run(i, players[i % len(players)], seed_of(base, i // len(players))) for i in range(number)]


def chunks_of(runs: Sequence[Run]) -> list[Chunk]:
    """The runs in chunks: the explorer's apart, each of its chunks being one series; the others by seeds."""
    explorers = [run for run in runs if run.player == LEAST_USED]
    others = [run for run in runs if run.player != LEAST_USED]
    series = [Chunk(tuple(explorers[at : at + LARGEST])) for at in range(0, len(explorers), LARGEST)]
    return series + _by_seeds(others)


def _by_seeds(runs: Sequence[Run]) -> list[Chunk]:
    turns: dict[int, list[Run]] = {}
    for run in runs:
        turns.setdefault(run.seed, []).append(run)
    wanted = min(LARGEST, len(runs) // PARTS)
    found: list[list[Run]] = []
    for turn in turns.values():
        if found and len(found[-1]) + len(turn) <= wanted:
            found[-1].extend(turn)
        else:
            found.append(list(turn))
    return [Chunk(tuple(chunk)) for chunk in found]


def players_named(scenario: Scenario, names: Sequence[str]) -> tuple[str, ...]:
    """The players of a call, each once. Raises `CallError` for one that does not exist, and where none is named."""
    found = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    if not found:
        raise CallError(say("nobody is named to play"), say("write --players by-the-book,random"))
    for name in found:
        if name != LEAST_USED:
            player_for(name, scenario, next(iter(scenario.seats)), 0)
    return found
