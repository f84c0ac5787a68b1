"""A room follows the clock it is given, pauses and leads ahead where that is allowed, and scores at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.engine.drill import Drill
from simulator.errors import CallError
from simulator.journal.acts import Order
from simulator.journal.entry import BASELINES, CLOSING
from simulator.players.bots import stand_in
from simulator.room import room as room_module
from simulator.room.opening import Opened
from simulator.room.room import Room
from tests.authoring.sample import sample
from tests.room.rooms import SEAT, Clock, opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def practice(tmp_path: Path, clock: Clock) -> Iterator[Opened]:
    found = opened(tmp_path, clock)
    yield found
    found.file.close()


def test_time_passes_at_the_pace_of_the_scenario(practice: Opened, clock: Clock) -> None:
    practice.room.start()
    clock.now = 10
    practice.room.tick()
    assert practice.room.drill.now == 120


def test_nothing_passes_before_the_start(practice: Opened, clock: Clock) -> None:
    clock.now = 100
    practice.room.tick()
    assert (practice.room.drill.now, practice.room.status) == (0, "waiting")


def test_a_pause_takes_no_exercise_time(practice: Opened, clock: Clock) -> None:
    room = practice.room
    room.start()
    clock.now = 10
    room.tick()
    room.pause()
    clock.now = 500
    room.tick()
    assert (room.drill.now, room.status) == (120, "paused")
    room.resume()
    clock.now = 501
    room.tick()
    assert room.drill.now == 132


def test_another_pace_counts_from_where_the_drill_stands(practice: Opened, clock: Clock) -> None:
    practice.room.start()
    clock.now = 10
    practice.room.tick()
    practice.room.set_pace(60)
    clock.now = 11
    practice.room.tick()
    assert practice.room.drill.now == 180


@pytest.mark.parametrize("pace", [0, -1, 601])
def test_an_impossible_pace_is_refused(practice: Opened, pace: float) -> None:
    with pytest.raises(CallError):
        practice.room.set_pace(pace)


def test_an_assessed_drill_is_neither_paused_nor_slowed_nor_led_ahead(tmp_path: Path, clock: Clock) -> None:
    found = opened(tmp_path, clock, assessed=True)
    found.room.start()
    for forbidden in (found.room.pause, lambda: found.room.set_pace(1), lambda: found.room.wait(SEAT, 60)):
        with pytest.raises(CallError):
            forbidden()
    found.file.close()


def test_waiting_ends_when_something_reaches_the_seat(practice: Opened) -> None:
    practice.room.start()
    practice.room.wait(SEAT, 3600)
    assert practice.room.drill.now == 1
    assert [message.inject for message in practice.room.view(SEAT).inbox] == ["doors"]


def test_waiting_does_not_make_the_clock_jump_back(practice: Opened, clock: Clock) -> None:
    practice.room.start()
    practice.room.skip_to(600)
    clock.now = 1
    practice.room.tick()
    assert practice.room.drill.now == 612


def test_one_tick_does_bounded_work_and_says_that_more_is_left(
    practice: Opened, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_module, "STEPS", 2)
    practice.room.start()
    clock.now = 60
    practice.room.tick()
    assert practice.room.behind
    while practice.room.behind:
        practice.room.tick()
    assert practice.room.drill.now == 720


def test_stand_ins_play_the_other_seats(practice: Opened) -> None:
    practice.room.start()
    practice.room.skip_to(1800)
    acted = {entry.seat for entry in practice.room.drill.journal if entry.is_act}
    assert acted == {"duty_officer"}


def test_at_its_end_the_drill_is_closed_with_baselines_and_a_score(practice: Opened, clock: Clock) -> None:
    room = practice.room
    room.start()
    room.skip_to(room.drill.scenario.length)
    assert room.over
    assert room.close() is room.close()
    assert [entry.kind for entry in room.drill.journal][-2:] == [CLOSING, BASELINES]


def test_a_drill_that_is_ended_early_says_so(practice: Opened) -> None:
    practice.room.start()
    practice.room.skip_to(600)
    practice.room.end()
    closing = practice.room.drill.journal.closing
    assert closing is not None
    assert (closing.time, closing.payload["early"]) == (600, True)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 450), min_size=1, max_size=30))
def test_how_often_the_room_ticks_changes_nothing(tmp_path: Path, ticks: list[int]) -> None:
    often, once = _bare_room(tmp_path), _bare_room(tmp_path)
    for seconds in ticks:
        often.skip_to(often.drill.now + seconds)
    for room in (often, once):
        room.skip_to(sum(ticks))
        assert room.act(SEAT, Order("open_reception", {"place": "hall"})).accepted
        room.skip_to(14400)
    assert list(often.drill.journal) == list(once.drill.journal)


def _bare_room(folder: Path) -> Room:
    scenario = sample(folder)
    drill = Drill(scenario, 3, mode="practice")
    players = {seat: stand_in(scenario, seat) for seat in scenario.seats if seat != SEAT}
    room = Room(drill, players, Clock())
    room.start()
    return room
