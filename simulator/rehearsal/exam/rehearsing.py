"""A rehearsal: bots play a scenario many times; what they reach, what they earn, and what never comes up."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from simulator.rehearsal.exam.crew import Crew
from simulator.rehearsal.exam.options import Trial, Tried, Worth, try_options, worths
from simulator.rehearsal.exam.planning import chunks_of, runs_of, seed_of
from simulator.rehearsal.exam.playing import play_chunk
from simulator.rehearsal.exam.quality import Earned, Item, Step, blind_share, earnings, items, separation
from simulator.rehearsal.exam.tally import Tally
from simulator.rehearsal.exam.things import things
from simulator.rehearsal.exam.why import Never, never
from simulator.scenario.scenario import Scenario

TRIALS = 2
"""On so many seeds every option is tried in the place of the book's, at most."""

TURNS = 5
"""Only where each player plays so many drills are options tried, once for each so many."""

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much; counted in drills, a trial of options as one more."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How much of one kind of thing came up."""

    counts: Mapping[str, int]
    """By path, in how many drills."""

    @property
    def reached(self) -> int:
        return len([number for number in self.counts.values() if number])

    @property
    def share(self) -> float:
        """0..1; 1 where there is nothing of the kind."""
        return self.reached / len(self.counts) if self.counts else 1.0


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of it."""

    scenario: str
    base: int
    """The seed from which those of the drills are derived."""
    wanted: int
    runs: int
    """So many drills were played and scored: fewer than wanted where it was broken off."""
    players: Mapping[str, Earned]
    separation: tuple[Step, ...]
    blind: Mapping[str, float]
    """By player without knowledge, its share of what the book earns."""
    items: tuple[Item, ...]
    options: tuple[Worth, ...]
    coverage: Mapping[str, Reached]
    never: tuple[Never, ...]
    seconds: float
    """Wall time."""

    @property
    def runs_per_second(self) -> float:
        """Drills, scored, by wall time."""
        return self.runs / self.seconds if self.seconds else 0.0


def rehearse(
    scenario: Scenario, players: Sequence[str], number: int, base: int, crew: Crew, progress: Progress | None = None
) -> Rehearsal:
    """Let the players take turns for so many drills. The same figures come out whoever works.

    An interruption (Ctrl-C) ends it; what was counted so far is answered.
    """
    text = scenario_text(scenario)
    runs = runs_of(players, number, base)
    trials = [Trial(seed_of(base, turn)) for turn in range(min(TRIALS, number // len(players) // TURNS))]
    tally, tried = Tally(), list[Tried]()
    begun = time.monotonic()
    seconds = 0.0
    try:
        for seen in crew.each(play_chunk, text, chunks_of(runs)):
            for each in seen:
                tally.add(each)
            seconds = time.monotonic() - begun
            if progress is not None:
                progress(tally.runs, number + len(trials))
        for place, found in enumerate(crew.in_order(try_options, text, trials)):
            tried += found
            if progress is not None:
                progress(tally.runs + place + 1, number + len(trials))
    except KeyboardInterrupt:
        # What was counted is worth having: the caller sees in `runs` that it is less than was wanted.
        seconds = time.monotonic() - begun
    return _added_up(scenario, base, number, tally, tried, seconds)


def scenario_text(scenario: Scenario) -> str:
    """The scenario as it is handed to workers."""
    return json.dumps(scenario.as_json(), ensure_ascii=False)


def _added_up(
    scenario: Scenario, base: int, wanted: int, tally: Tally, tried: list[Tried], seconds: float
) -> Rehearsal:
    drills = tally.in_order()
    earned = earnings(drills)
    blind = {player: blind_share(earned, player) for player in ("random", "first-option")}
    counted = {
        kind: Reached({path: tally.paths[path] for path in paths}) for kind, paths in things(scenario).items()
    }  # fmt: skip
    return Rehearsal(
        scenario.id, base, wanted, tally.runs, earned, separation(drills),
        {player: share for player, share in blind.items() if share is not None},
        items(scenario, drills), worths(scenario, tried, tally.answers), counted,
        never(scenario, tally) if tally.runs else (), seconds,
    )  # fmt: skip
