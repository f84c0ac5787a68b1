"""A scenario that spans days: between two chapters the room's time jumps, and nothing of the world is lost."""

from simulator.engine.drill import Drill
from simulator.room.room import Room
from tests.engine.little import kinds, little
from tests.room.rooms import Clock

DAYS = little(
    length="50h",
    chapters={"thursday": {"starts": "0m", "length": "2h"}, "saturday": {"starts": "48h", "length": "2h"}},
    injects={
        "night": {"at": "20h", "to": "commander", "text": "A quiet night."},
        "morning": {"at": "48h", "to": "commander", "text": "Saturday."},
    },
)


def test_time_jumps_from_the_end_of_a_chapter_to_the_next() -> None:
    clock = Clock()
    room = Room(Drill(DAYS, 1), {}, clock)
    room.start()
    clock.now = 7200 / 12 - 1
    room.tick()
    assert room.drill.now == 7188
    clock.now += 1
    room.tick()
    assert room.drill.now == 48 * 3600
    clock.now += 10
    room.tick()
    assert room.drill.now == 48 * 3600 + 120


def test_what_happens_between_two_chapters_still_happens() -> None:
    clock = Clock()
    room = Room(Drill(DAYS, 1), {}, clock, steps=True)
    room.start()
    room.skip_to(48 * 3600 + 1)
    delivered = [(entry.payload["inject"], entry.time) for entry in kinds(room.drill, "inject.delivered")]
    assert delivered == [("night", 20 * 3600), ("morning", 48 * 3600)]


def test_a_scenario_without_chapters_never_jumps() -> None:
    assert little().jump_from(5000) is None


def test_the_time_between_two_chapters_does_not_count_for_a_mean() -> None:
    clock = Clock()
    calm = {"tension": {"start": 0.8, "base": 0.0, "half_life": "1h"}, "trust": {"weight": 0.0}}
    scenario = little(
        length="50h",
        residents=calm,
        chapters={"thursday": {"starts": "0m", "length": "2h"}, "saturday": {"starts": "48h", "length": "2h"}},
    )
    room = Room(Drill(scenario, 1), {}, clock, steps=True)
    room.start()
    room.skip_to(50 * 3600)
    measures = room.drill.journal.closing.payload["measures"]  # type: ignore[union-attr]
    # Two hours in which 0.8 halves twice, mean 0.8 · 0.75 / (2 ln 2), and two in which nothing is left of it.
    assert round(measures["residents.tension.mean"], 4) == 0.2164
