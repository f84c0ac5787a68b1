"""A flow: people through places by the minute, in the density bands of `models.md` 3."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine.drill import Drill
from simulator.engine.flow import BANDS
from simulator.journal.acts import Order
from simulator.language.quantity import Line
from tests.engine.little import drill, kinds, play, run

PLACES: dict[str, Any] = {
    "hall": {"name": "Hall"}, "bureau": {"name": "Bureau"}, "square": {"name": "Square"},
    "gate": {"name": "North gate", "area": "200 m2"}, "start": {"name": "Start area", "area": "2000 m2"},
}  # fmt: skip
STOP, RELIEF = Order("stop_inflow", {"place": "gate"}), Order("open_relief", {"place": "gate"})
AGAIN = Order("resume_inflow", {"place": "gate"})


def runners(
    width: str = "4 metres", minutes: int = 60, per_minute: int = 200, relief: str = "0 metres"
) -> dict[str, Any]:
    path = [{"place": "gate", "width": width, "relief": relief}, {"place": "start", "width": "40 metres"}]
    surges = [{"ends": f"{minutes}m", "per_minute": per_minute}]
    return {"runners": {"kind": "flow", "name": "Runners", "path": path, "surges": surges}}


def race(acts: list[tuple[int, str, Order]], **flow: Any) -> Drill:
    return play(drill(places=PLACES, incidents=runners(**flow)), acts)


def density(found: Drill, second: int) -> float:
    """People per m² at the gate, by the journal."""
    entries = [entry for entry in kinds(found, "flow.moved") if entry.time <= second]
    return float(entries[-1].payload["places"]["gate"]) / 200


def test_flow_rises_with_density_up_to_the_band_of_two_to_three_and_falls_after_it() -> None:
    """D-1."""
    rates = [rate for _, rate in BANDS]
    peak = rates.index(max(rates))
    assert BANDS[peak][0] == 3.0
    assert rates[: peak + 1] == sorted(rates[: peak + 1])
    assert rates[peak:] == sorted(rates[peak:], reverse=True)


def test_doubling_the_width_halves_the_time_to_pass_at_best() -> None:
    """D-2: t = N / (width · 82); here 1,640 people queue before a gate at its peak flow."""
    best = [1640 / (width * 82) for width in (4, 8)]
    assert best[0] == 2 * best[1]
    ends = []
    for width in ("4 metres", "8 metres"):
        found = race([], width=width, minutes=2, per_minute=820)
        ends.append(next(e.time for e in kinds(found, "flow.moved") if e.payload["through"] > 1500))
    assert ends[1] < ends[0]


@settings(max_examples=25, deadline=None)
@given(
    per_minute=st.integers(0, 900), minutes=st.integers(1, 120), metres=st.integers(1, 12),
    stops=st.lists(st.tuples(st.integers(0, 14000), st.sampled_from([STOP, AGAIN, RELIEF])), max_size=6),
)  # fmt: skip
def test_nobody_vanishes_and_nobody_is_made(
    per_minute: int, minutes: int, metres: int, stops: list[tuple[int, Order]]
) -> None:
    acts = [(second, "public_security", order) for second, order in sorted(stops, key=lambda stop: stop[0])]
    found = race(acts, width=f"{metres} metres", minutes=minutes, per_minute=per_minute)
    came = per_minute * minutes
    for entry in kinds(found, "flow.moved"):
        inside = entry.payload["upstream"] + entry.payload["through"]
        for people in entry.payload["places"].values():
            inside += people
        arrived = min(came, per_minute * entry.time / 60)
        assert inside == pytest.approx(arrived, abs=0.05)


def test_stopping_the_inflow_holds_people_upstream_and_density_falls_while_the_way_out_is_open() -> None:
    """D-4."""
    free = race([])
    stopped = race([(600, "public_security", STOP)])
    held = [entry.payload["upstream"] for entry in kinds(stopped, "flow.moved")]
    assert max(held) > 1000
    assert density(stopped, 3000) < density(free, 3000)


def test_a_wider_way_out_empties_a_place_sooner() -> None:
    narrow = race([(600, "public_security", STOP)], per_minute=500)
    wide = race([(600, "public_security", STOP), (600, "public_security", RELIEF)], per_minute=500, relief="6 metres")
    assert density(wide, 900) < density(narrow, 900)


def test_the_same_people_in_half_the_area_never_stand_less_densely() -> None:
    """D-6."""
    half = PLACES | {"gate": {"name": "North gate", "area": "100 m2"}}
    small = play(drill(places=half, incidents=runners(per_minute=500)), [])
    large = race([], per_minute=500)
    for second in (300, 1200, 3000):
        assert density(small, second) * 200 / 100 >= density(large, second)


def test_a_gathering_in_the_way_adds_heads_and_blocks_width() -> None:
    sitting = {"place": "gate", "people": 300}
    blocked = play(drill(places=PLACES, incidents=runners(), residents=sitting), [])
    assert kinds(blocked, "flow.moved")[-1].payload["through"] <= kinds(race([]), "flow.moved")[-1].payload["through"]
    assert density(blocked, 1800) > density(race([]), 1800)


def test_a_condition_on_density_is_told_of_at_its_crossing() -> None:
    alarm = {"alarm": {"when": "gate.density > 3", "to": "public_security", "text": "Dense at the gate."}}
    found = drill(places=PLACES, incidents=runners(per_minute=600), injects=alarm)
    run(found, 14400)
    [entry] = kinds(found, "inject.delivered")
    before = [moved for moved in kinds(found, "flow.moved") if moved.time <= entry.time]
    line = Line(before[-2].payload["places"]["gate"], 600 / 60 - 4 * 82 / 60, before[-2].time)
    assert float(line.at(entry.time)) / 200 == pytest.approx(3.0, abs=0.05)


def test_a_hundred_thousand_runners_cost_as_few_entries_as_a_thousand() -> None:
    few, many = race([], per_minute=20), race([], per_minute=2000, width="400 metres")
    assert len(many.journal) <= len(few.journal) + 20
