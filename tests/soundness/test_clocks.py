"""Two clocks: what the machine's does to a drill when it is set back, stands still, or leaps."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.evaluation.scorecard import evaluate
from simulator.journal.acts import Note
from simulator.journal.file import JournalFile
from simulator.journal.reading import read_journal
from simulator.rehearsal.verify import verify
from simulator.room.opening import Opened, Wishes, open_room
from simulator.room.room import STEPS
from tests.players.sample import morning
from tests.room.rooms import Clock
from tests.soundness.effort import effort

SEAT = "petition_lead"
PACE = 12


def opened(path: Path, clock: Clock) -> Opened:
    path.unlink(missing_ok=True)
    return open_room(morning(), Wishes(SEAT, "Lin Qiao", 7), path, clock, None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clocks")


def test_the_clock_that_paces_a_drill_cannot_be_set() -> None:
    assert (time.get_clock_info("monotonic").monotonic, time.get_clock_info("monotonic").adjustable) == (True, False)


@effort(20)
@given(steps=st.lists(st.floats(-600, 600), max_size=20))
def test_exercise_time_never_runs_back_whatever_a_clock_does(folder: Path, steps: list[float]) -> None:
    clock = Clock()
    found = opened(folder / "drill.jsonl", clock)
    found.room.start()
    seen, furthest = [found.room.drill.now], 0.0
    for step in steps:
        clock.now += step
        furthest = max(furthest, clock.now)
        found.room.tick()
        seen.append(found.room.drill.now)
    found.file.close()
    assert seen == sorted(seen)
    assert seen[-1] <= furthest * PACE


def test_wall_times_that_step_back_change_neither_order_nor_score(tmp_path: Path) -> None:
    clock = Clock()
    stamps = ["2026-11-23T09:00Z", "2026-11-23T07:00Z", "1970-01-01T00:00Z"]
    wall = ["2026-11-23T08:00Z"]
    found = open_room(
        morning(), Wishes(SEAT, "Lin Qiao", 7), tmp_path / "drill.jsonl", clock, lambda: wall[-1]
    )  # fmt: skip
    found.room.start()
    for second, stamp in zip((10, 20, 30), stamps, strict=True):
        clock.now = second
        wall.append(stamp)
        found.room.tick()
        found.room.act(SEAT, Note("noted"))
    card = found.room.end()
    found.file.close()
    reading = read_journal(tmp_path / "drill.jsonl")
    own = [entry for entry in reading.entries if entry.is_act and entry.seat == SEAT]
    assert [(entry.time, entry.wall) for entry in own] == list(zip((120, 240, 360), stamps, strict=True))
    assert verify(tmp_path / "drill.jsonl").ok
    assert evaluate(morning(), reading.entries) == card


def test_after_a_leap_of_the_clock_each_look_does_bounded_work_and_the_record_is_the_same(tmp_path: Path) -> None:
    leaping, steady = Clock(), Clock()
    one, other = opened(tmp_path / "one.jsonl", leaping), opened(tmp_path / "other.jsonl", steady)
    for found in (one, other):
        found.room.start()
    leaping.now = 5 * 3600.0
    looks = 0
    while not one.room.over:
        before = len(one.room.drill.journal)
        one.room.tick()
        looks += 1
        assert len(one.room.drill.journal) - before < STEPS * 20
    while not other.room.over:
        steady.now += 1
        other.room.tick()
    for found in (one, other):
        found.file.close()
    assert [e.kind for e in one.room.drill.journal] == [e.kind for e in other.room.drill.journal]
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "other.jsonl").read_bytes()
    assert looks >= 1


def test_a_paused_drill_stands_however_long_the_machine_sleeps(tmp_path: Path) -> None:
    clock = Clock()
    found = opened(tmp_path / "drill.jsonl", clock)
    found.room.start()
    clock.now = 10
    found.room.tick()
    found.room.pause()
    clock.now = 90_000.0
    found.room.tick()
    found.room.resume()
    found.room.tick()
    assert found.room.drill.now == 120
    assert isinstance(found.file, JournalFile)
    found.file.close()
