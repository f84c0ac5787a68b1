"""Who is where: places add up what their incidents hold."""

from collections.abc import Callable

from simulator.engine.core import Core
from simulator.language.quantity import Quantity, Steady

Heads = Callable[[], int]


class Places:
    """The places of a drill. Each incident says how many of its people are at its place."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._heads: dict[str, list[Heads]] = {place: [] for place in core.scenario.places}
        for place in core.scenario.places:
            core.facts.provide(place, lambda part, place=place: self._part(place, part))  # type: ignore[misc]

    def count(self, place: str, heads: Heads) -> None:
        """Count these people at a place from now on."""
        self._heads[place].append(heads)

    def people(self, place: str) -> int:
        """Heads at a place now."""
        total = 0
        for heads in self._heads[place]:
            total += heads()
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
                return Steady(self.people(place))
            case "density":
                return Steady(self.density(place))
            case _:
                capacity = self._core.scenario.places[place].capacity
                return Steady(capacity is not None and self.people(place) > capacity)
