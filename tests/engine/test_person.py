"""A person at risk: the stairway has no short cut, one voice is better than two, safety decides what a crossing is."""

from typing import Any

import pytest

from simulator.engine.drill import Drill
from simulator.journal.acts import Order
from tests.engine.little import drill, kinds, play

LUO: dict[str, Any] = {
    "kind": "person",
    "name": "Luo",
    "place": "square",
    "distress": {"start": 0.7, "base": 0.6, "half_life": "20m"},
    "rapport": {"per_turn": 0.1},
}
SEATS: dict[str, Any] = {
    "commander": {}, "petition_lead": {"role": "counsellor"}, "public_security": {"role": "counsellor"},
}  # fmt: skip
TURN = Order("talk_with", {"incident": "luo"})


def crisis(acts: list[tuple[int, str, Order]], **luo: Any) -> Drill:
    return play(drill(seats=SEATS, units={}, incidents={"luo": LUO | luo}), acts)


def turns(number: int, seat: str = "petition_lead", start: int = 60) -> list[tuple[int, str, Order]]:
    return [(start + 200 * each, seat, TURN) for each in range(number)]


def steps(found: Drill) -> list[str]:
    return [entry.payload["step"] for entry in kinds(found, "person.step")]


def distress(found: Drill) -> float:
    return float(found.journal.closing.payload["measures"]["luo.distress.mean"])  # type: ignore[union-attr]


def test_the_stairway_is_climbed_step_by_step() -> None:
    assert steps(crisis(turns(10))) == ["listening", "empathy", "rapport", "influence", "change"]


def test_no_single_act_skips_a_step() -> None:
    """Each step stands on the one before, however much is offered at once."""
    assert steps(crisis(turns(2), rapport={"per_turn": 0.9})) == ["listening", "empathy"]


def test_at_the_last_step_and_with_what_was_asked_for_the_person_comes_to_safety() -> None:
    found = crisis(turns(10))
    assert len(kinds(found, "person.safe")) == 1
    waiting = crisis(turns(10), resolved="offer_remedy(incident=luo).done")
    assert kinds(waiting, "person.safe") == []
    remedy = Order("offer_remedy", {"incident": "luo", "terms": "open"})
    offered = crisis([*turns(10), (4000, "commander", remedy)], resolved="offer_remedy(incident=luo).done")
    assert len(kinds(offered, "person.safe")) == 1


def test_one_talker_calms_and_silence_does_not() -> None:
    assert distress(crisis(turns(6))) < distress(crisis([]))


def test_a_second_voice_raises_distress_and_builds_nothing() -> None:
    one = crisis(turns(4))
    two = crisis([*turns(4), *turns(4, "public_security", 120)])
    assert distress(two) > distress(one)
    assert steps(two) == steps(one)


@pytest.mark.parametrize(("protected", "harmed"), [("false", 1), ("true", 0)])
def test_a_crossing_is_harm_only_where_no_rescue_stands_ready(protected: str, harmed: int) -> None:
    rushed = {
        "pressures": {"rushed": {"raises": 0.4, "when": "elapsed > 30m"}},
        "crossing": 0.9,
        "protected": protected,
        "lost": {"harm": {"gravely_hurt": 1}},
    }
    found = crisis([], **rushed)
    [crossed] = kinds(found, "person.crossed")
    assert crossed.payload["protected"] is (protected == "true")
    assert found.journal.closing.payload["harm"].get("gravely_hurt", 0) == harmed  # type: ignore[union-attr]


def test_after_a_crossing_nothing_is_built_any_more() -> None:
    found = crisis(turns(10, start=3600), pressures={"rushed": {"raises": 0.4, "when": "true"}}, crossing=0.8)
    assert steps(found) == []
    assert kinds(found, "person.safe") == []
