"""The queue: with its features off it is Erlang-A; people are conserved; who comes first is served first."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.journal.acts import Order
from simulator.journal.entry import Entry
from tests.engine.little import drill, kinds, play

# Arrivals per hour, service, patience (minutes), windows → share that leaves, mean queue.
# Steady state of M/M/n+M: `models.md` 4.1, after Mandelbaum and Zeltyn, "Service engineering in action: the
# Palm/Erlang-A queue".
ERLANG_A = [
    (30, 10, 30, 5, 0.129, 1.9),
    (30, 10, 30, 4, 0.244, 3.7),
    (60, 15, 45, 15, 0.075, 3.4),
    (60, 15, 45, 10, 0.334, 15.0),
    (120, 15, 45, 15, 0.500, 45.0),
    (120, 15, 45, 25, 0.171, 15.4),
]

HOURS = 500


def queue(seed: int = 1, length: str = "4h", **written: Any) -> list[Entry]:
    """The counts of a reception of its own, change by change."""
    reception = {"kind": "reception", "name": "Windows", "place": "square"} | written
    return kinds(play(drill(seed, length=length, incidents={"windows": reception}), []), "reception.queue")


@pytest.mark.parametrize(("an_hour", "service", "patience", "windows", "leaves", "waiting"), ERLANG_A)
def test_a_plain_queue_is_erlang_a(
    an_hour: int, service: int, patience: int, windows: int, leaves: float, waiting: float
) -> None:
    written = {"arrivals": {"every": f"{3600 // an_hour}s"}, "service": f"{service}m", "patience": f"{patience}m"}
    found = queue(seed=7, length=f"{HOURS}h", windows=windows, **written)
    last = found[-1].payload
    area = 0
    for before, after in pairwise(found):
        area += before.payload["queue"] * (after.time - before.time)
    assert last["left"] / (last["served"] + last["left"]) == pytest.approx(leaves, abs=0.02)
    assert area / (HOURS * 3600) == pytest.approx(waiting, rel=0.08)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), windows=st.integers(0, 6), patience=st.integers(1, 60))
def test_nobody_is_lost_between_gathering_and_queue(seed: int, windows: int, patience: int) -> None:
    """Q-8: arrivals = served + left + still waiting or in service, at every change."""
    reception = {
        "kind": "reception", "name": "Windows", "place": "hall", "service": "8m", "patience": f"{patience}m",
        "arrivals": {"from": "residents", "every": "1m"}, "windows": windows,
    }  # fmt: skip
    found = play(drill(seed, incidents={"windows": reception}), [])
    for entry in kinds(found, "gathering.people"):
        counts = entry.payload
        assert counts["people"] + counts["gone"] + counts["hurt"] == 86
        assert 0 <= counts["outside"] <= counts["people"]
    last = kinds(found, "reception.queue")[-1].payload if windows else {"served": 0}
    assert last["served"] == kinds(found, "gathering.people")[-1].payload["gone"]


def test_without_staff_no_window_works() -> None:
    reception = {
        "kind": "reception", "name": "Windows", "place": "hall", "service": "8m", "staff": "reception",
        "arrivals": {"from": "residents", "every": "1m"}, "windows": 2,
    }  # fmt: skip
    alone = play(drill(incidents={"windows": reception}), [])
    assert kinds(alone, "reception.queue")[-1].payload["served"] == 0
    send = Order("dispatch", {"unit": "team", "place": "hall"})
    staffed = play(drill(incidents={"windows": reception}), [(0, "petition_lead", send)])
    arrived = kinds(staffed, "unit.arrived")[0].time
    first = next(e for e in kinds(staffed, "reception.queue") if e.payload["serving"])
    assert first.time == arrived
    assert first.payload["windows"] == 2


def test_those_who_come_first_by_need_do_not_wait_behind_the_others() -> None:
    needs = {"old": {"share": 0.3, "first": True}}
    base: dict[str, Any] = {"arrivals": {"every": "1m"}, "service": "3m", "windows": 2}
    fair = queue(seed=5, needs=needs, **base)[-1].payload
    plain = queue(seed=5, **base)[-1].payload
    assert fair == plain


def test_who_waits_past_their_patience_goes_back_outside_with_less_trust() -> None:
    reception = {
        "kind": "reception", "name": "Windows", "place": "hall", "service": "8m", "patience": "5m",
        "arrivals": {"from": "residents", "every": "30s"}, "windows": 1, "unserved_lowers_trust": 0.01,
    }  # fmt: skip
    found = play(drill(incidents={"windows": reception}), [])
    left = kinds(found, "reception.queue")[-1].payload["left"]
    trust = kinds(found, "incident.mood")[-1].payload["trust"]
    assert left > 20
    assert trust == pytest.approx(max(0.0, 0.5 - 0.01 * left))
