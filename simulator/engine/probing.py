"""Looks on while a drill runs: for how long conditions held, and between which values their quantities lay.

A probe changes nothing in the drill: with and without it the journal is the same.
"""

from collections.abc import Callable, Iterable
from typing import Any

from simulator.engine.drill import Drill
from simulator.engine.facts import Facts
from simulator.engine.watching import Watches
from simulator.language.condition import Condition
from simulator.language.quantity import Quantity, Value
from simulator.language.tree import reads


class Probe:
    """What is seen of some conditions in one drill that has just begun."""

    def __init__(self, drill: Drill, conditions: Iterable[Condition]) -> None:
        core = drill._core
        self._drill = drill
        self._seen = _Seen(core.facts)
        self._watches = Watches(core.clockwork, self._seen)
        self._since: dict[str, int] = {}
        self._held: dict[str, int] = {}
        different = {condition.source: condition for condition in conditions}
        for condition in different.values():
            self._watches.watch(condition, self._noting(condition.source))
        names = dict.fromkeys(name for condition in different.values() for name in reads(condition.tree))
        for name in names:
            core.listen(name, self._touching(name))

    def held(self) -> dict[str, int]:
        """By source, the seconds for which a condition has held; what never held is not there."""
        now = self._drill.now
        running = {source: now - since for source, since in self._since.items()}
        return {source: seconds + running.get(source, 0) for source, seconds in self._held.items()}

    def extremes(self) -> dict[str, tuple[float, float]]:
        """By dotted name, the lowest and the highest value of each number that a condition asked for.

        A number that flows moves one way between two askings, so none lies outside.
        """
        for path in tuple(self._seen.extremes):
            self._seen.quantity(path)
        return dict(self._seen.extremes)

    def _noting(self, source: str) -> Callable[[bool], None]:
        def change(holds: bool) -> None:
            if holds:
                self._held.setdefault(source, 0)
                self._since[source] = self._drill.now
            else:
                self._held[source] += self._drill.now - self._since.pop(source)

        return change

    def _touching(self, name: str) -> Callable[[], None]:
        return lambda: self._watches.touch(name)


class _Seen:
    """The facts of a drill, and the lowest and highest of every number that was asked of them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.extremes: dict[str, tuple[float, float]] = {}

    @property
    def now(self) -> int:
        return self._facts.now

    def quantity(self, path: str) -> Quantity:
        found = self._facts.quantity(path)
        value = found.at(self.now)
        if not isinstance(value, bool | str):
            low, high = self.extremes.get(path, (value, value))
            self.extremes[path] = (min(low, value), max(high, value))
        return found

    def happened(self, path: str) -> int | None:
        return self._facts.happened(path)

    def acted(self, verb: str, arguments: dict[str, Any], moment: str) -> int | None:
        return self._facts.acted(verb, arguments, moment)

    def told(self, path: str) -> Value | None:
        return self._facts.told(path)
