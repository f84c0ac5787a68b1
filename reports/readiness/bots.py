"""People beside the bots: what by-the-book, late, partial, random and silent earn in the same seats, same seeds."""

from collections.abc import Callable, Iterable, Sequence
from itertools import count, product

from reports.readiness.model import Bot, Compared
from reports.readiness.people import grouped
from reports.readiness.played import Played
from reports.readiness.statistics import spread
from reports.records.rows import PlayedDrill, PlayedSeat
from simulator.rehearsal.run import run_drill
from simulator.scenario.scenario import Scenario

BOTS = ("by-the-book", "late", "partial", "random", "silent")
SEEDS = 3
"""So many of the people's own seeds each bot plays (design value)."""
MOST = 8
"""So many seats are compared, those that people played most often (design value)."""

Progress = Callable[[int, int], None]
"""Told how many drills are done, and of how many."""


def compared(
    drills: Sequence[PlayedDrill],
    seats: Iterable[PlayedSeat],
    played: Played,
    progress: Progress = lambda done, of: None,
    seeds: int = SEEDS,
) -> tuple[tuple[Compared, ...], tuple[str, ...]]:
    """The seats played most, each beside the bots, and the ids of the scenarios that could not be had.

    A bot sits where the people sat, stand-ins in all other seats, on seeds that the people had; only drills of
    one version of a scenario are compared.
    """
    chosen = [(each, _seeds(drills, each, seeds)) for each in _chosen(drills, seats, played)]
    of = sum(len(own) for _, own in chosen) * len(BOTS)
    done = count(1)
    found = []
    for each, own in chosen:
        scenario, seat = played.scenarios[each[0].scenario], each[0].seat
        numbers = []
        for bot, seed in product(BOTS, own):
            numbers.append((bot, _overall(scenario, seat, bot, seed)))
            progress(next(done), of)
        found.append(_compared(each, numbers))
    missing = {drill.scenario for drill in drills} - set(played.scenarios)
    return tuple(found), tuple(sorted(missing))


def _chosen(drills: Iterable[PlayedDrill], seats: Iterable[PlayedSeat], played: Played) -> list[list[PlayedSeat]]:
    """People's seats by scenario and seat, the most played first."""
    of_version = {drill.number for drill in drills if played.digests.get(drill.scenario) == drill.digest}
    scored = [seat for seat in seats if seat.drill in of_version and seat.overall is not None]
    found = grouped(scored, lambda seat: f"{seat.scenario}/{seat.seat}").values()
    return sorted(found, key=lambda each: (-len(each), each[0].scenario, each[0].seat))[:MOST]


def _seeds(drills: Iterable[PlayedDrill], seats: Iterable[PlayedSeat], most: int) -> list[int]:
    """The first seeds that these people had, each once."""
    wanted = {seat.drill for seat in seats}
    return list(dict.fromkeys(drill.seed for drill in drills if drill.number in wanted))[:most]


def _overall(scenario: Scenario, seat: str, bot: str, seed: int) -> float:
    card = run_drill(scenario, seed, bot, seat).scorecard
    return next(trainee.overall or 0.0 for trainee in card.trainees if trainee.seat == seat)


def _compared(seats: Sequence[PlayedSeat], numbers: Iterable[tuple[str, float]]) -> Compared:
    people = spread(seat.overall for seat in seats if seat.overall is not None)
    assert people is not None
    of_bot = grouped(numbers, lambda each: each[0])
    bots = [Bot(name, known) for name, own in of_bot.items() if (known := spread(n for _, n in own)) is not None]
    return Compared(seats[0].scenario, seats[0].seat, people, tuple(sorted(bots, key=lambda bot: -bot.overall.median)))
