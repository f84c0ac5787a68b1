"""The engine against its floors, in each shipped scenario."""

from collections.abc import Sequence
from functools import partial

from simulator.authoring.library import shipped_ids
from simulator.engine.drill import Drill
from simulator.language.said import say
from simulator.players.bots import player_for
from simulator.players.play import play
from simulator.rehearsal.run import BOOK, header_seats
from simulator.scenario.scenario import Scenario
from tui.bench.bare import bare_heap, bare_simpy, replayed, traced
from tui.bench.model import Kit, Ratio, Row, Task
from tui.bench.timing import cpu_seconds
from tui.bench.world import shipped

SEED = 1

SIMPY, HEAP = say("bare SimPy"), say("bare heap")


def engine(kit: Kit) -> list[Task]:
    """A drill by the book of each scenario, against its own events on SimPy and on a heap."""
    names = ("tutorial",) if kit.quick else tuple(shipped_ids())
    return [Task("engine", say("{scenario}", scenario=name), 4.0, partial(_scenario, kit, name)) for name in names]


def by_the_book(scenario: Scenario) -> Drill:
    """A drill that the by-the-book player has played to its end in every seat."""
    drill = _fresh(scenario)
    play(drill, {seat: player_for(BOOK, scenario, seat, SEED) for seat in scenario.seats})
    return drill


def _fresh(scenario: Scenario) -> Drill:
    return Drill(scenario, SEED, seats=header_seats(dict.fromkeys(scenario.seats, BOOK)))


def _scenario(kit: Kit, name: str) -> Sequence[Row]:
    scenario = shipped(name)
    acts = tuple(by_the_book(scenario).journal)
    trace = traced(_fresh(scenario), acts)
    whole, alone, on_simpy, on_heap = cpu_seconds(
        [
            lambda: by_the_book(scenario), lambda: replayed(_fresh(scenario), acts),
            lambda: bare_simpy(trace), lambda: bare_heap(trace),
        ],
        kit.repeats,
    )  # fmt: skip
    told = {
        "played": (say("{scenario}: by the book, players included", scenario=name), whole),
        "engine": (say("{scenario}: the engine alone", scenario=name), alone),
    }
    return [
        Row(f"engine/{name}/{part}", what, seconds * 1000, "ms",
            (Ratio(seconds / on_simpy, SIMPY), Ratio(seconds / on_heap, HEAP)), trace.events, kit.repeats)
        for part, (what, seconds) in told.items()
    ]  # fmt: skip
