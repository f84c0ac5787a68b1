"""Promises: kept when what was promised is carried out in time, broken when not; trust remembers both.

A promise beyond the drill's end is a commitment: neither kept nor broken.
"""

from simulator.engine.core import Core
from simulator.engine.facts import GivenOrder
from simulator.engine.gathering import LiveGathering
from simulator.engine.view import Result
from simulator.journal import entry


class Promises:
    """The open promises of one drill."""

    def __init__(self, core: Core, gatherings: dict[str, LiveGathering]) -> None:
        self._core, self._gatherings = core, gatherings
        self._open: list[GivenOrder] = []

    def give(self, order: GivenOrder) -> None:
        """A promise is given; its day of reckoning is its deadline."""
        by = order.arguments.get("by")
        if not isinstance(by, int) or by >= self._core.scenario.length:
            return
        self._open.append(order)
        self._core.clockwork.at(by + 1, lambda: self._reckon(order))

    def carried_out(self, verb: str) -> None:
        """An order was carried out: promises of it are kept."""
        for order in [promise for promise in self._open if promise.arguments.get("what") == verb]:
            order.kept = self._core.now
            self._settle(order, entry.KEPT, "kept")

    def _reckon(self, order: GivenOrder) -> None:
        if order in self._open:
            order.broken = self._core.now
            self._settle(order, entry.BROKEN, "broken")

    def _settle(self, order: GivenOrder, kind: str, outcome: str) -> None:
        self._open.remove(order)
        self._core.write(kind, {"order": order.number, "what": order.arguments["what"]}, order.seat)
        self._core.desks[order.seat].results.append(Result(self._core.now, order.number, order.verb, outcome))
        for gathering in self._to_whom(order):
            trust = gathering.written.trust
            gathering.step("trust", trust.kept_promise if outcome == "kept" else -trust.broken_promise)
        self._core.touch(order.verb)
        self._core.reach(order.seat)

    def _to_whom(self, order: GivenOrder) -> list[LiveGathering]:
        """The gathering it was given to; every one that is present where none was named."""
        named = order.arguments.get("incident")
        if named is not None:
            return [self._gatherings[str(named)]] if named in self._gatherings else []
        return [gathering for gathering in self._gatherings.values() if gathering.present]
