"""What stands behind a running drill: true values, which part of a condition holds, when something happens next.

For the author and the controller alone. Looking changes nothing in the drill.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.engine.drill import Drill
from simulator.language.quantity import Curve, Value
from simulator.language.tree import All, Expression, Some
from simulator.language.truth import holds, value_of


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a condition, as its author joined them."""

    depth: int
    """0 for the whole, 1 for what it is joined from, and so on."""
    joined: str
    """"and" or "or" where it is joined from the parts below it; empty for a part that is not."""
    node: Expression
    holds: bool


class Behind:
    """A drill seen from behind."""

    def __init__(self, drill: Drill) -> None:
        self._core = drill._core
        self._gate = drill._world.delivery.gate

    def value(self, path: str) -> Value:
        """The true value of a dotted name now."""
        return self._core.facts.quantity(path).at(self._core.now)

    def level(self, path: str) -> float | None:
        """Where a mood is going (`residents.tension`), 0..1; nothing for what does not relax."""
        quantity = self._core.facts.quantity(path)
        return quantity.level if isinstance(quantity, Curve) else None

    def worth(self, node: Expression) -> Value | None:
        """The present value of an expression; nothing for what was never told and time since what never happened."""
        return value_of(node, self._core.facts)

    def holds(self, node: Expression) -> bool:
        """Whether a condition holds now."""
        return holds(node, self._core.facts).holds

    def parts(self, node: Expression, depth: int = 0) -> tuple[Part, ...]:
        """A condition and the parts that it is joined from, each with its truth, in reading order."""
        match node:
            case All(of=inner):
                joined = "and"
            case Some(of=inner):
                joined = "or"
            case _:
                joined, inner = "", ()
        found = [Part(depth, joined, node, self.holds(node))]
        for each in inner:
            found.extend(self.parts(each, depth + 1))
        return tuple(found)

    @property
    def held(self) -> Mapping[str, bool]:
        """The injects that the controller holds back, and whether their time has come meanwhile."""
        return self._gate.held

    @property
    def skipped(self) -> Mapping[str, str]:
        """The injects that will not be delivered, and why."""
        return self._gate.skipped

    def has_begun(self, incident: str) -> bool:
        """Whether an incident is there, or was."""
        return incident in self._core.begun

    def next_second(self) -> int | None:
        """The next second at which the world has something to do by itself; nothing where it has nothing."""
        return self._core.clockwork.next_second()
