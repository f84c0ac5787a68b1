"""Three days in one drill, a day in one room, alone and shared: nothing piles up but the record."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from simulator.engine.drill import Drill
from simulator.journal.acts import Note, Order
from simulator.journal.controls import Turning
from simulator.journal.journal import Journal
from simulator.room.opening import Wishes, open_room
from simulator.room.shared.hub import Hub
from simulator.room.shared.keys import Keys
from simulator.room.shared.opening import open_shared
from tests.engine.little import little
from tests.room.rooms import Clock
from tests.room.shared.rooms import Office
from tests.soundness.acting import pass_to

HOUR = 3600
DAYS: dict[str, Any] = {
    "length": "72h",
    "incidents": {
        "windows": {"kind": "reception", "name": "Windows", "place": "hall", "service": "4m", "patience": "20m",
                    "windows": 2, "arrivals": {"every": "2m"}},
        "shut": {"kind": "reception", "name": "Shut", "place": "hall", "service": "4m", "patience": "5m..30m",
                 "arrivals": {"every": "3m"}, "needs": {"infant": {"share": 0.2, "first": True}}},
        "drawn": {"kind": "reception", "name": "Drawn", "place": "hall", "service": "5m", "patience": "15m",
                  "windows": 1, "served_go_home": False, "arrivals": {"from": "residents", "every": "6m"}},
        "rumour": {"kind": "rumour", "name": "Rumour", "audience": 9000, "denied": "elapsed > 4h"},
        "stairs": {"kind": "flow", "name": "Stairs", "path": [{"place": "square", "width": "2 metres"}],
                   "surges": [{"ends": "72h", "per_minute": 30}]},
    },
    "residents": {
        "arrivals": {"every": "20m", "people": 3}, "departures": {"every": "20m", "people": 3},
        "pressures": {"unheard": {"raises": 0.4, "when": "not since(hourly) < 30m"}},
        "stages": {"chanting": {"above": 0.4}, "blocking": {"above": 0.6}},
    },
    "injects": {"hourly": {"at": "10m", "repeat": "1h", "to": "petition_lead", "text": "How many?"}},
}  # fmt: skip


def pending(drill: Drill) -> int:
    """All that the engine keeps for later: timers, people who wait, conditions to ask again."""
    clockwork, world = drill._core.clockwork, drill._world
    found = len(clockwork.env._queue) + len(clockwork._seconds) + len(clockwork._put_off)
    found += sum(len(heap) for each in world.receptions.values() for heap in each._heaps.values())
    return found + sum(len(each._waiting) + len(each._oldest_inside) for each in world.gatherings.values())


def test_three_days_keep_no_more_in_mind_than_one_and_the_record_grows_evenly() -> None:
    drill = Drill(little(**DAYS), 5)
    tracemalloc.start()
    kept: list[tuple[int, int, int]] = []
    for hour in range(1, 73):
        if hour % 2:
            drill.submit("petition_lead", Order("listen", {"incident": "residents"}))
        pass_to(drill, hour * HOUR)
        if hour in (12, 24, 72):
            kept.append((pending(drill), len(drill.journal), tracemalloc.get_traced_memory()[0]))
    tracemalloc.stop()
    (_, _, _), (day, entries, size), (end, all_entries, whole) = kept
    assert drill.over
    assert end <= 2 * day + 20
    assert 2 * entries < all_entries < 4 * entries
    assert (whole - size) / (all_entries - entries) < 2500, "bytes for each entry of the record"


SEAT = "petition_lead"


def grown(journal: Journal, hours: Iterator[int]) -> tuple[float, float]:
    """Bytes that were kept for each entry of the record, in the second and in the last third of a day."""
    kept: list[tuple[int, int]] = []
    tracemalloc.start()
    for hour in hours:
        if hour in (8, 16, 24):
            kept.append((tracemalloc.get_traced_memory()[0], len(journal)))
    tracemalloc.stop()
    (first, few), (second, more), (third, most) = kept
    return (second - first) / (more - few), (third - second) / (most - more)


def test_a_room_that_is_open_for_a_day_keeps_its_record_and_nothing_else(tmp_path: Path) -> None:
    clock = Clock()
    opened = open_room(
        little(**DAYS | {"length": "24h"}), Wishes(SEAT, "Lin", 5), tmp_path / "drill.jsonl", clock, None
    )
    room = opened.room

    def day() -> Iterator[int]:
        room.start()
        room.set_pace(600)
        for hour in range(1, 25):
            while room.drill.now < hour * HOUR:
                clock.now += 1
                room.tick()
                room.view(SEAT)
            room.act(SEAT, Note("an hour"))
            yield hour

    assert [each < 1500 for each in grown(room.drill.journal, day())] == [True, True]
    assert room.over
    opened.file.close()


def test_a_shared_room_in_which_people_come_and_go_for_a_day_keeps_their_sittings_and_nothing_else(
    tmp_path: Path,
) -> None:
    clock = Clock()
    shared = open_shared(little(**DAYS | {"length": "24h"}), 5, tmp_path / "drill.jsonl", clock, None)
    found = Office(tmp_path, clock, Hub("one", shared, Keys(tmp_path / "keys", clock), clock))
    hub, controller = found.hub, found.begin()
    found.lead(controller, Turning("pace", 600.0))

    def day() -> Iterator[int]:
        for hour in range(1, 25):
            while hub.room.drill.now < hour * HOUR and not hub.room.over:
                if clock.now % 4 == 1:
                    come_and_go(found, clock.now)
                clock.now += 1
                hub.tick()
            yield hour

    assert [each < 2500 for each in grown(hub.room.drill.journal, day())] == [True, True]
    assert (hub.room.over, list(hub.chairs.members.values())) == (True, [controller])
    shared.file.close()


def come_and_go(found: Office, number: float) -> None:
    """Somebody takes a seat, acts and leaves; somebody else looks in and loses the link."""
    trainee = found.enter(seat=SEAT, name=f"Trainee {number:.0f}")
    found.act(trainee, Note("here"))
    found.hub.picture(trainee)
    found.hub.leave(trainee)
    watcher = found.enter("observer", name=f"Watcher {number:.0f}")
    found.hub.picture(watcher)
    found.hub.lose(watcher)
