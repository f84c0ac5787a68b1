"""Three days in one drill: nothing piles up but the record."""

import tracemalloc
from typing import Any

from simulator.engine.drill import Drill
from simulator.journal.acts import Order
from tests.engine.little import little
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
