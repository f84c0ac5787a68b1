"""Who is where: places add up what their incidents hold."""

from collections.abc import Callable

from simulator.engine.core import Core
from simulator.language.quantity import Line, Quantity, Steady

Heads = Callable[[], int]
Moving = Callable[[], Line]
"""Heads that change by the minute, as a line."""


HEADS = 1.0
"""The area over which heads are counted as heads."""


class Places:
    """The places of a drill. Each incident says how many of its people are at its place."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._heads: dict[str, list[Heads]] = {place: [] for place in core.scenario.places}
        self._moving: dict[str, list[Moving]] = {place: [] for place in core.scenario.places}
        for place in core.scenario.places:
            core.facts.provide(place, lambda part, place=place: self._part(place, part))  # type: ignore[misc]

    def count(self, place: str, heads: Heads) -> None:
        """Count these people at a place from now on."""
        self._heads[place].append(heads)

    def move(self, place: str, line: Moving) -> None:
        """Count these people, who come and go by the minute, at a place from now on."""
        self._moving[place].append(line)

    def people(self, place: str) -> int:
        """Heads at a place now."""
        total = 0
        for heads in self._heads[place]:
            total += heads()
        for line in self._moving[place]:
            total += int(line().at(self._core.now))
        return total

    def density(self, place: str) -> float:
        """People per square metre; nought where no area is declared."""
        area = self._core.scenario.places[place].area
        return self.people(place) / area if area else 0.0

    def changed(self, place: str) -> None:
        """Somebody came or went."""
        self._core.touch(place)

    def _part(self, place: str, part: str) -> Quantity:
        match part:
            case "people":
                return self._line(place, HEADS)
            case "density":
                return self._line(place, self._core.scenario.places[place].area)
            case _:
                capacity = self._core.scenario.places[place].capacity
                return Steady(capacity is not None and self.people(place) > capacity)

    def _line(self, place: str, area: float | None) -> Quantity:
        """Heads at a place over an area: steady, or a line where people flow through."""
        if not area:
            return Steady(0.0)
        slope = 0.0
        for line in self._moving[place]:
            slope += line().slope
        people = self.people(place)
        if not self._moving[place]:
            return Steady(people if area == HEADS else people / area)
        return Line(people / area, slope / area, self._core.now, whole=area == HEADS)
