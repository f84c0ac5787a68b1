"""Takes orders from seats, lets each seat carry them out one at a time, and records what becomes of them."""

from collections.abc import Mapping

from simulator.engine.agenda import Agenda, Job
from simulator.engine.core import Core
from simulator.engine.effects import Doing
from simulator.engine.facts import GivenOrder
from simulator.engine.mechanics import Mechanics
from simulator.engine.promises import Promises
from simulator.engine.view import Result
from simulator.journal import entry
from simulator.language.quantity import Value


class Ordering:
    """The orders of one drill."""

    def __init__(self, core: Core, doing: Doing, mechanics: Mechanics, promises: Promises) -> None:
        self._core, self._doing, self._mechanics, self._promises = core, doing, mechanics, promises
        self.agendas = {seat: Agenda(core.clockwork, self._started, self._finished) for seat in core.scenario.seats}

    @property
    def next_number(self) -> int:
        """The number that the next accepted order will have, from 1."""
        return len(self._core.facts.orders) + 1

    def accept(self, seat: str, verb: str, arguments: Mapping[str, Value], written: int) -> GivenOrder:
        """An accepted order joins its seat's queue. *written* is its entry in the journal."""
        order = GivenOrder(self.next_number, written, seat, verb, self._complete(verb, arguments), self._core.now)
        self._core.facts.add_order(order)
        self.agendas[seat].add(Job(order, self._core.scenario.order(verb).takes))
        self._core.clockwork.soon(lambda: self._core.touch(verb))
        return order

    def _complete(self, verb: str, arguments: Mapping[str, Value]) -> dict[str, Value]:
        """The arguments in the catalogue's order, with the defaults of those that are not given."""
        known = self._core.scenario.order(verb).arguments
        found: dict[str, Value] = {}
        for name, argument in known.items():
            if name in arguments:
                found[name] = arguments[name]
            elif argument.default is not None:
                found[name] = argument.default
        return found

    def _started(self, job: Job) -> None:
        self._core.write(entry.STARTED, {"order": job.order.number, "verb": job.order.verb}, job.order.seat)

    def _finished(self, job: Job) -> None:
        order = job.order
        reason = self._mechanics.carry_out(order)
        if reason:
            self._fail(order, reason)
        else:
            self._done(order)
        self._core.reach(order.seat)

    def _fail(self, order: GivenOrder, reason: str) -> None:
        payload = {"order": order.number, "verb": order.verb, "reason": reason}
        self._core.write(entry.FAILED, payload, order.seat)
        self._result(order, "failed", reason)

    def _done(self, order: GivenOrder) -> None:
        order.done = self._core.now
        payload = {
            "order": order.number,
            "verb": order.verb,
            "with": dict(order.arguments),
            "act": order.entry,
        }
        self._core.write(entry.CARRIED_OUT, payload, order.seat)
        self._result(order, "carried_out")
        written = self._core.scenario.order(order.verb)
        self._doing.act(written, order.arguments, f"order/{order.number}", "")
        self._promises.carried_out(order.verb)
        self._core.touch(order.verb)

    def cancel(self, seat: str, number: int) -> bool:
        """Take a waiting order back; false where it does not wait."""
        if not self.agendas[seat].cancel(number):
            return False
        order = self._core.facts.orders[number - 1]
        self._core.facts.withdraw(order)
        self._core.write(entry.CANCELLED, {"order": number}, seat)
        self._result(order, "cancelled")
        self._core.clockwork.soon(lambda: self._core.touch(order.verb))
        return True

    def _result(self, order: GivenOrder, outcome: str, reason: str = "") -> None:
        result = Result(self._core.now, order.number, order.verb, outcome, reason)
        self._core.desks[order.seat].results.append(result)
