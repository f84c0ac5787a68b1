"""Units: who can be sent. A unit is in one place only, travels, works until it is released, and tires."""

import heapq
from dataclasses import dataclass

from simulator.engine.clockwork import Timer
from simulator.engine.core import Core
from simulator.engine.people import Places
from simulator.engine.streams import draw_window
from simulator.journal import entry
from simulator.language.quantity import Quantity, Steady
from simulator.scenario.scenario import Unit
from simulator.scenario.values import Window

CROWDED = 4.0
"""People per m² at which a way takes half as long again: a design value, in step with the danger band."""

NO_ROUTE = Window(1800, 1800)
"""Where no route is declared: half an hour, a design value; `check` warns of it."""


@dataclass(slots=True)
class LiveUnit:
    """One unit in a running drill."""

    name: str
    written: Unit
    place: str
    status: str = "free"
    arrives: int | None = None
    trip: int = 0
    tired: bool = False
    tires: Timer | None = None


class Units:
    """The units of one drill."""

    def __init__(self, core: Core, places: Places) -> None:
        self._core, self._places = core, places
        self.all = {name: LiveUnit(name, unit, unit.base) for name, unit in core.scenario.units.items()}
        self._ways = _ways(core)
        for name in self.all:
            core.facts.provide(name, lambda part, name=name: self._part(self.all[name], part))  # type: ignore[misc]

    def _part(self, unit: LiveUnit, part: str) -> Quantity:
        match part:
            case "on_scene":
                return Steady(unit.status == "working")
            case "free":
                return Steady(unit.status == "free")
            case "travelling":
                return Steady(unit.status in ("travelling", "returning"))
            case "tired":
                return Steady(unit.tired)
            case _:
                return Steady(unit.place)

    def staff(self, place: str, skill: str) -> int:
        """How many people with a skill work at a place."""
        total = 0
        for unit in self._working(place, skill):
            total += unit.written.count
        return total

    def tired_staff(self, place: str, skill: str) -> bool:
        """Whether all who work there with this skill are tired."""
        working = self._working(place, skill)
        return bool(working) and all(unit.tired for unit in working)

    def _working(self, place: str, skill: str) -> list[LiveUnit]:
        return [
            unit
            for unit in self.all.values()
            if unit.status == "working" and unit.place == place and skill in unit.written.skills
        ]

    def why_not(self, name: str) -> str:
        """Why a unit cannot be sent now, as a code; empty where it can."""
        return "travelling" if self.all[name].status in ("travelling", "returning") else ""

    def send(self, name: str, place: str, order: int) -> None:
        """The unit leaves for a place and will work there."""
        unit = self.all[name]
        self._travel(unit, place, "travelling", order)

    def release(self, name: str, order: int) -> None:
        """The unit goes back to its base and is free there."""
        self._travel(self.all[name], self.all[name].written.base, "returning", order)

    def relieve(self, name: str) -> None:
        """A fresh crew takes over where the unit works; one that does not work needs none."""
        unit = self.all[name]
        if unit.status != "working":
            return
        unit.tired = False
        self._start_tiring(unit)
        self._core.touch(name)

    def _travel(self, unit: LiveUnit, place: str, status: str, order: int) -> None:
        origin = unit.place
        unit.trip += 1
        unit.arrives = self._core.now + self._travel_time(unit, origin, place)
        unit.place, unit.status = place, status
        if unit.tires:
            unit.tires.stop()
        payload = {
            "unit": unit.name,
            "trip": unit.trip,
            "origin": origin,
            "place": place,
            "arrives": unit.arrives,
        }
        self._core.write(entry.LEFT, payload | {"order": order})
        self._core.clockwork.at(unit.arrives, lambda: self._arrive(unit))
        self._core.touch(unit.name)

    def _travel_time(self, unit: LiveUnit, origin: str, place: str) -> int:
        """Seconds, drawn from the trip's own stream; slower the denser the crowd at the far end."""
        stream = self._core.streams.of("travel", unit.name, unit.trip)
        total = 0
        for leg in _legs(self._ways, origin, place):
            total += draw_window(leg, stream)
        crowd = min(1.0, self._places.density(place) / CROWDED)
        return round(total * (1 + crowd / 2))

    def _arrive(self, unit: LiveUnit) -> None:
        unit.status = "free" if unit.status == "returning" else "working"
        unit.arrives = None
        self._core.write(entry.ARRIVED, {"unit": unit.name, "trip": unit.trip, "place": unit.place}, unit.written.under)
        if unit.status == "free":
            unit.tired = False
        else:
            self._start_tiring(unit)
        self._core.touch(unit.name)
        self._core.reach(unit.written.under)

    def _start_tiring(self, unit: LiveUnit) -> None:
        if unit.tires:
            unit.tires.stop()
        unit.tires = self._core.clockwork.at(self._core.now + unit.written.tires_after, lambda: self._tire(unit))

    def _tire(self, unit: LiveUnit) -> None:
        unit.tired = True
        self._core.write(entry.TIRED, {"unit": unit.name}, unit.written.under)
        self._core.touch(unit.name)


def _ways(core: Core) -> dict[str, list[tuple[str, Window]]]:
    ways: dict[str, list[tuple[str, Window]]] = {place: [] for place in core.scenario.places}
    for route in core.scenario.routes:
        first, second = route.between
        ways[first].append((second, route.travel))
        ways[second].append((first, route.travel))
    return ways


def _legs(ways: dict[str, list[tuple[str, Window]]], origin: str, place: str) -> list[Window]:
    """The legs of the way that is shortest on the average (Dijkstra); half an hour where there is none."""
    if origin == place:
        return []
    # The count settles ties: ways of the same length are taken in the order in which they were found.
    front: list[tuple[int, int, str, list[Window]]] = [(0, 0, origin, [])]
    count = 0
    seen: dict[str, bool] = {}
    while front:
        length, _, here, legs = heapq.heappop(front)
        if here == place:
            return legs
        if here in seen:
            continue
        seen[here] = True
        for there, travel in ways[here]:
            if there not in seen:
                count += 1
                heapq.heappush(front, (length + travel.low + travel.high, count, there, [*legs, travel]))
    return [NO_ROUTE]
