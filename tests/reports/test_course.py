"""A journal on an axis of time: curves in closed form, stages, ticks on the scenario's clock, marks by seat."""

from itertools import pairwise

import pytest

from reports.course import lanes_of, runs, ticks, timelines
from reports.figures.rows import Mark, Stay, Threshold
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from tests.reports.stories import little, little_drill, wording


def mood(time: int, tension: float, level: float) -> Entry:
    return Entry(0, time, None, kinds.MOOD, {"incident": "residents", "tension": tension, "level": level})


def test_tension_goes_half_of_the_way_in_a_half_life() -> None:
    (run,) = runs([mood(0, 0.2, 0.6)], "tension", 600, (0, 1200))
    known = dict(run)
    assert (known[0], known[600], known[1200]) == pytest.approx((0.2, 0.4, 0.5))
    assert [time for time, _ in run] == list(range(0, 1201, 60))


def test_a_sudden_step_is_drawn_as_a_step() -> None:
    (run,) = runs([mood(0, 0.5, 0.5), mood(90, 0.8, 0.8)], "tension", 600, (0, 120))
    assert run == ((0, 0.5), (60, 0.5), (90, 0.5), (90, 0.8), (120, 0.8))


def test_a_gathering_that_goes_home_and_comes_back_has_two_curves() -> None:
    gone = Entry(1, 60, None, kinds.ENDED, {"incident": "residents"})
    found = runs([mood(0, 0.5, 0.5), gone, mood(240, 0.3, 0.3)], "tension", 600, (0, 300))
    assert found == (((0, 0.5), (60, 0.5)), ((240, 0.3), (300, 0.3)))


def test_a_chapter_shows_what_lies_in_it() -> None:
    assert runs([mood(0, 0.5, 0.5)], "tension", 600, (120, 180)) == (((120, 0.5), (180, 0.5)),)


def test_stages_are_thresholds_and_stays_with_the_authors_names() -> None:
    (rows,) = timelines(wording(), list(little_drill()))
    (course,) = rows.courses
    assert (course.thresholds, course.stays) == ((Threshold(0.5, "blocking"),), (Stay(1200, 3000, "blocking"),))
    assert course.highest == (1500, 0.5)


def test_a_journal_without_a_stage_has_no_stays() -> None:
    journal = [entry for entry in little_drill() if entry.kind != kinds.STAGE]
    assert timelines(wording(), journal)[0].courses[0].stays == ()


def test_ticks_are_round_times_of_the_scenarios_clock() -> None:
    odd = wording(scenario=little(clock="07:40"))
    found = ticks(odd, (0, 7 * 3600))
    assert [tick.label for tick in found] == ["08:00", "09:00", "10:00", "11:00", "12:00", "13:00", "14:00"]
    assert found[0].time == 20 * 60


def test_a_new_day_is_named_once() -> None:
    late = wording(scenario=little(clock="22:00"))
    assert [tick.label for tick in ticks(late, (0, 4 * 3600))][3:6] == ["23:30", "day 2, 00:00", "00:30"]


@pytest.mark.parametrize("length", [60, 3600, 5 * 3600, 86400, 9 * 86400])
def test_ticks_can_be_read_however_long_the_drill(length: int) -> None:
    found = ticks(wording(), (0, length))
    assert 2 <= len(found) <= 10
    assert len({after.time - before.time for before, after in pairwise(found)}) == 1


def test_each_trainee_has_a_lane_and_the_stand_ins_share_one() -> None:
    found = lanes_of(wording(), list(little_drill()))
    assert [lane.name for lane in found] == ["came in", "lead", "officer", "stand-ins"]
    assert found[0].marks == (Mark(60, "doors"),)
    assert found[1].marks[:2] == (Mark(150, "“The rules are …”"), Mark(720, "order"))
    assert found[3].marks == ()
