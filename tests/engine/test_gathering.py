"""Tension of a gathering: closed form, and the ordinal checks K-… of the crowd model that bind."""

from typing import Any

import pytest

from simulator.journal.acts import Order
from tests.engine.little import drill, kinds, play, run, tension

UNHEARD = {"unheard": {"raises": 0.4, "when": "not residents.heard"}}
LISTEN = Order("listen", {"incident": "residents"})
FORCE = Order("show_of_force", {"incident": "residents"})
MINUTE = 60


def mood_after(acts: list[tuple[int, str, Order]], second: int, **residents: Any) -> float:
    return tension(play(drill(residents=residents), acts), second)


def test_tension_goes_half_of_the_way_to_its_level_in_a_half_life() -> None:
    assert mood_after([], 25 * MINUTE, pressures=UNHEARD) == pytest.approx(0.45)
    assert mood_after([], 50 * MINUTE, pressures=UNHEARD) == pytest.approx(0.525)


def test_a_stage_is_reached_at_the_second_of_the_crossing() -> None:
    # 0.6 − 0.3·2^(−t/1500) = 0.5 at t = 1500·log2(3) = 2377.44 s
    found = play(drill(residents={"pressures": UNHEARD, "stages": {"chanting": {"above": 0.5}}}), [])
    assert [(e.time, e.payload["stage"]) for e in kinds(found, "incident.stage")] == [(2378, "chanting")]


def test_a_stage_is_left_only_below_its_lower_threshold() -> None:
    stages = {"chanting": {"above": 0.5, "until_below": 0.4}}
    found = play(drill(residents={"pressures": UNHEARD, "stages": stages}), [(3600, "commander", LISTEN)])
    stage = [(e.payload["stage"], e.payload["up"]) for e in kinds(found, "incident.stage")]
    assert stage == [("chanting", True), ("calm", False)]
    left = kinds(found, "incident.stage")[1]
    assert tension(found, left.time) == pytest.approx(0.4, abs=1e-3)


def test_each_kind_of_harm_is_drawn_once_for_each_time_a_stage_is_reached() -> None:
    stages = {"scuffle": {"above": 0.5, "harm": {"injured": "2..5"}}}
    found = play(drill(residents={"pressures": UNHEARD, "stages": stages}), [])
    number = found.journal.closing.payload["harm"]["injured"]  # type: ignore[union-attr]
    assert 2 <= number <= 5
    assert kinds(found, "gathering.people")[-1].payload == {
        "incident": "residents", "people": 86 - number, "outside": 86 - number, "gone": 0, "hurt": number,
    }  # fmt: skip


def test_one_forceful_act_outweighs_ten_kind_ones() -> None:
    """K-1: what ten listening acts lower, one show of force raises."""
    kind = [(600 + 1000 * number, "commander", LISTEN) for number in range(10)]
    calm = mood_after([], 14000)
    assert mood_after([(600, "public_security", FORCE), *kind], 14000) >= calm


def test_a_line_of_officers_never_calms() -> None:
    """K-10: more officers in line, nothing else changed, never lower tension."""
    for second in (1000, 3000, 9000):
        assert mood_after([(600, "public_security", FORCE)], second) > mood_after([], second)


def test_a_broken_promise_costs_more_than_the_promise_gained() -> None:
    """K-5: and a kept one is worth more than none at all."""
    promise = Order("promise", {"what": "mediate", "by": 3600})
    kept = [(600, "commander", promise), (1200, "commander", Order("mediate", {"incident": "residents"}))]
    broken = mood_after([(600, "commander", promise)], 9000)
    assert mood_after(kept, 9000) < mood_after([], 9000) < broken


def test_waiting_raises_tension_only_past_what_was_promised_and_goes_on_doing_so() -> None:
    """K-6."""
    waiting = {"waiting": {"raises": 0.3, "when": "residents.waited > 60m"}}
    assert mood_after([], 3500, pressures=waiting) == pytest.approx(mood_after([], 3500))
    assert mood_after([], 7200, pressures=waiting) > mood_after([], 3700, pressures=waiting) > mood_after([], 3700)


def test_the_same_pressure_gives_more_tension_where_trust_is_low() -> None:
    """K-7."""
    low = mood_after([], 9000, pressures=UNHEARD, trust={"start": 0.2})
    assert low > mood_after([], 9000, pressures=UNHEARD, trust={"start": 0.8})


def test_care_calms_but_does_not_restore_trust_and_being_heard_does_both() -> None:
    """K-8."""
    reliefs = {"care": {"lowers": 0.1, "when": "provide_care"}}
    care = play(drill(residents={"reliefs": reliefs, "pressures": UNHEARD}), [(60, "petition_lead", care_order())])
    heard = play(drill(residents={"reliefs": reliefs, "pressures": UNHEARD}), [(60, "commander", LISTEN)])
    trust_after_care = kinds(care, "incident.mood")[-1].payload["trust"]
    assert tension(care, 7200) < mood_after([], 7200, pressures=UNHEARD)
    assert trust_after_care == 0.5
    assert kinds(heard, "incident.mood")[-1].payload["trust"] > trust_after_care


def care_order() -> Order:
    return Order("provide_care", {"place": "hall"})


def test_two_histories_with_the_same_kind_acts_differ_if_one_held_force() -> None:
    """K-9."""
    kind = [(2000 + 1000 * number, "commander", LISTEN) for number in range(4)]
    assert mood_after([(600, "public_security", FORCE), *kind], 10000) > mood_after(kind, 10000)


def test_fair_acts_add_up_and_a_broken_promise_takes_them_away() -> None:
    """K-11 and K-12: one act moves trust by a few hundredths; ten show; ten and a broken promise do not."""
    ten = [(60 + 1000 * number, "commander", LISTEN) for number in range(10)]
    promise = (30, "petition_lead", Order("promise", {"what": "mediate", "by": 12000}))
    one = play(drill(), ten[:1])
    many = play(drill(), ten)
    spoilt = play(drill(), [promise, *ten])
    trust = [kinds(found, "incident.mood")[-1].payload["trust"] for found in (one, many, spoilt)]
    assert 0.5 < trust[0] <= 0.55
    assert trust[1] >= 0.65
    assert trust[2] <= 0.55


def test_newcomers_have_been_neither_heard_nor_counted() -> None:
    injects = {"second_wave": {"at": "1h", "to": "petition_lead", "text": "More.", "add": {"residents.people": 86}}}
    found = drill(injects=injects)
    found.submit("commander", LISTEN)
    run(found, 3599)
    before = found.view("commander").told
    run(found, 4000)
    assert before == {}
    assert kinds(found, "incident.mood")[-1].payload["heard"] == pytest.approx(0.3)
    assert kinds(found, "gathering.people")[-1].payload["people"] == 172


def test_people_leave_a_few_at_a_time_while_the_condition_holds() -> None:
    departures = {"every": "1m", "people": 5, "when": "residents.heard"}
    found = play(drill(residents={"departures": departures}), [(0, "commander", LISTEN)])
    gone = [(e.time, e.payload["gone"]) for e in kinds(found, "gathering.people")]
    assert gone[:4] == [(0, 0), (960, 5), (1020, 10), (1080, 15)]
    assert gone[-1][1] == 86


def test_a_hundred_thousand_people_cost_as_few_entries_as_a_hundred() -> None:
    stages = {"chanting": {"above": 0.5}}
    small = play(drill(residents={"people": 100, "pressures": UNHEARD, "stages": stages}), [])
    large = play(drill(residents={"people": 100_000, "pressures": UNHEARD, "stages": stages}), [])
    assert len(large.journal) == len(small.journal)
