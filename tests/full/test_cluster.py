"""A rehearsal on a Dask cluster of this machine counts what it counts in one process. Needs `drillroom[cluster]`."""

import importlib
from typing import Any

import pytest

from simulator.errors import CallError
from simulator.rehearsal.exam.as_json import as_json
from simulator.rehearsal.exam.crew import Alone, crew
from simulator.rehearsal.exam.rehearsing import rehearse
from tests.rehearsal.exams import corners, rehearsed

PLAYERS = ("by-the-book", "random", "silent", "least-used")

# Dask closes its own sockets late.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


def test_a_cluster_counts_what_one_process_counts() -> None:
    distributed: Any = importlib.import_module("distributed")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        crew(1, cluster.scheduler_address) as hands,
    ):
        assert hands.width == 2
        by_cluster = as_json(rehearse(corners(), PLAYERS, 24, 7, hands), str)
    alone = as_json(rehearse(corners(), PLAYERS, 24, 7, Alone()), str)
    assert {key for key in alone if alone[key] != by_cluster[key]} <= {"runs_per_second"}
    assert alone["players"] == as_json(rehearsed(PLAYERS, 24), str)["players"]


def test_a_scheduler_that_is_not_there_is_named() -> None:
    with (
        pytest.raises(CallError, match="does not answer: Timed out"),
        crew(1, "tcp://127.0.0.1:1"),
    ):
        pass
