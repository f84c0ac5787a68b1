"""Whether a scenario is a good exam: does competence show, how hard is each expectation, what is clicking worth."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from simulator.evaluation.rating import LETTERS
from simulator.rehearsal.exam.statistics import Spread, auc, correlation, spread
from simulator.rehearsal.exam.tally import Drilled
from simulator.scenario.scenario import Scenario

LADDER = ("by-the-book", "late", "partial", "random", "silent")
"""Steps of competence, the best first."""

CLEAR = 0.9
"""From this AUC on a step of competence shows clearly (design value)."""

TELLS = 0.2
"""From this discrimination on an expectation tells good from bad.

R. L. Ebel and D. A. Frisbie, Essentials of Educational Measurement, 5th ed., 1991, ch. 13.
"""


@dataclass(frozen=True, slots=True)
class Earned:
    """What one player earned in its drills."""

    overall: Spread
    outcome: Spread | None
    ratings: Mapping[str, int]
    """By letter, how many drills."""


@dataclass(frozen=True, slots=True)
class Step:
    """How clearly one player shows as better than another."""

    better: str
    worse: str
    auc: float

    @property
    def clear(self) -> bool:
        return self.auc >= CLEAR


@dataclass(frozen=True, slots=True)
class Item:
    """One expectation as a question of an exam, over the drills of the ladder in which it fell due."""

    id: str
    due: int
    """So many drills."""
    earned: float | None
    """The mean share of its credit, 0..1: the higher, the easier."""
    discrimination: float | None
    """How its share goes with the share of all other credit in the same drill, -1..1; nothing where one never differs.

    The corrected item-total correlation.
    """
    by_player: Mapping[str, float]
    """The mean share of its credit by player."""

    @property
    def tells(self) -> bool:
        return self.discrimination is not None and self.discrimination >= TELLS


def earnings(drills: Iterable[Drilled]) -> dict[str, Earned]:
    """By player, in the order in which they first played."""
    found: dict[str, Earned] = {}
    for player, own in _by_player(drills).items():
        overall = spread([drill.overall for drill in own])
        assert overall is not None
        outcomes = spread([drill.outcome for drill in own if drill.outcome is not None])
        ratings = Counter(drill.rating for drill in own)
        found[player] = Earned(overall, outcomes, {letter: ratings[letter] for letter in LETTERS})
    return found


def separation(drills: Iterable[Drilled]) -> tuple[Step, ...]:
    """Each step down the ladder, and the whole ladder at once, for the players that played."""
    overall = {player: [drill.overall for drill in own] for player, own in _by_player(drills).items()}
    steps = [player for rung in LADDER for player in overall if rung_of(player) == rung]
    pairs = [*pairwise(steps), *([(steps[0], steps[-1])] if len(steps) > 2 else [])]
    found = ((better, worse, auc(overall[better], overall[worse])) for better, worse in pairs)
    return tuple(Step(better, worse, area) for better, worse, area in found if area is not None)


def items(scenario: Scenario, drills: Sequence[Drilled]) -> tuple[Item, ...]:
    """The expectations in the scenario's order. Without players of the ladder, all drills count."""
    counted = [drill for drill in drills if rung_of(drill.player)] or list(drills)
    return tuple(_item(name, place, counted) for place, name in enumerate(scenario.expectations))


def blind_share(earned: Mapping[str, Earned], player: str) -> float | None:
    """What a player without any knowledge earns, as a share of what the book earns; 0..1."""
    if player not in earned or LADDER[0] not in earned or not earned[LADDER[0]].overall.mean:
        return None
    return earned[player].overall.mean / earned[LADDER[0]].overall.mean


def rung_of(player: str) -> str:
    """The step of the ladder on which a player stands, whatever its setting; empty for none."""
    name = player.partition(":")[0]
    return name if name in LADDER else ""


def _by_player(drills: Iterable[Drilled]) -> dict[str, list[Drilled]]:
    found: dict[str, list[Drilled]] = {}
    for drill in drills:
        found.setdefault(drill.player, []).append(drill)
    return found


def _item(name: str, place: int, drills: Sequence[Drilled]) -> Item:
    seen: list[tuple[float, float]] = []
    shares: dict[str, list[float]] = {}
    for drill in drills:
        own = drill.credits[place]
        if own is None:
            continue
        share = own[0] / own[1]
        shares.setdefault(drill.player, []).append(share)
        others = [each for at, each in enumerate(drill.credits) if at != place and each is not None]
        of = math.fsum(each[1] for each in others)
        if of:
            seen.append((share, math.fsum(each[0] for each in others) / of))
    every = [share for own in shares.values() for share in own]
    earned = math.fsum(every) / len(every) if every else None
    means = {player: math.fsum(own) / len(own) for player, own in shares.items()}
    return Item(name, len(every), earned, correlation(seen), means)
