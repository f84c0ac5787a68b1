"""Many drills: how fast one worker plays and scores them, and what a second one, or a cluster, adds."""

import importlib
import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from simulator.language.said import say
from simulator.rehearsal.exam.crew import Crew, cores, crew
from simulator.rehearsal.exam.planning import PLAYERS
from simulator.rehearsal.exam.rehearsing import rehearse
from simulator.scenario.scenario import Scenario
from tui.bench.model import Kit, Ratio, Row, Task, left_out
from tui.bench.world import shipped

SEED = 1

ALONE = say("one worker")


def rehearsal(kit: Kit) -> list[Task]:
    """Drills a second on one worker, on two, and on a cluster of two on this machine."""
    names = ("tutorial",) if kit.quick else ("mass", "sudden")
    return [Task("rehearsal", say("{scenario}", scenario=name), 40.0, partial(_rehearsed, kit, name)) for name in names]


def _rehearsed(kit: Kit, name: str) -> list[Row]:
    scenario, number = shipped(name), 20 if kit.quick else 40
    with crew(1) as hands:
        alone = _rate(scenario, number, hands)
    what = say("{scenario}: drills of all players, one worker", scenario=name)
    return [
        Row(f"rehearsal/{name}/one", what, alone, "/s"),
        _two(scenario, name, number, alone),
        _cluster(scenario, name, number, alone),
    ]


def _rate(scenario: Scenario, number: int, hands: Crew) -> float:
    """Drills a second, once the workers have started and read the scenario."""
    if hands.width > 1:
        rehearse(scenario, ("silent",), 4 * hands.width, SEED, hands)
    return rehearse(scenario, PLAYERS, number, SEED, hands).runs_per_second


def _two(scenario: Scenario, name: str, number: int, alone: float) -> Row:
    id, what = f"rehearsal/{name}/two", say("{scenario}: two workers", scenario=name)
    if cores() < 2:
        return left_out(id, what, say("this machine has one core"))
    with crew(2) as hands:
        rate = _rate(scenario, number, hands)
    return Row(id, what, rate, "/s", (Ratio(rate / alone, ALONE),))


def _cluster(scenario: Scenario, name: str, number: int, alone: float) -> Row:
    id, what = f"rehearsal/{name}/dask", say("{scenario}: two Dask workers", scenario=name)
    if importlib.util.find_spec("distributed") is None:
        return left_out(id, what, say("Dask is not installed"))
    with _local_cluster() as address, crew(1, address) as hands:
        rate = _rate(scenario, number, hands)
    return Row(id, what, rate, "/s", (Ratio(rate / alone, ALONE),))


@contextmanager
def _local_cluster() -> Iterator[str]:
    distributed: Any = importlib.import_module("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster.scheduler_address
