"""What has happened and how things stand: the reader against which a running drill's conditions are read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.engine.clockwork import Clockwork
from simulator.language.quantity import Line, Quantity, Steady, Value
from simulator.scenario.orders import Argument
from simulator.scenario.scenario import Scenario

Provider = Callable[[str], Quantity]
"""Answers a part of a thing: `tension` → its curve."""


@dataclass(slots=True)
class GivenOrder:
    """An accepted order and what has become of it; seconds, or nothing while it has not happened."""

    number: int
    entry: int
    """Its sequence number in the journal."""
    seat: str
    verb: str
    arguments: Mapping[str, Value]
    accepted: int
    done: int | None = None
    kept: int | None = None
    broken: int | None = None

    def moment(self, name: str) -> int | None:
        """The second of one of its moments: "" accepted, "done", "kept", "broken"."""
        match name:
            case "":
                return self.accepted
            case "done":
                return self.done
            case "kept":
                return self.kept
            case _:
                return self.broken


class Facts:
    """The present state of a drill as conditions name it. Implements `Reader`."""

    def __init__(self, scenario: Scenario, clockwork: Clockwork) -> None:
        self._scenario = scenario
        self._clockwork = clockwork
        self._providers: dict[str, Provider] = {}
        self._happened: dict[str, int] = {}
        self.orders: list[GivenOrder] = []
        self._by_verb: dict[str, list[GivenOrder]] = {}
        self._told: dict[str, Value] = {}
        self.state: dict[str, Value] = {name: variable.start for name, variable in scenario.state.items()}
        self.harm: dict[str, int] = {}
        self.answers: dict[str, str] = {}

    @property
    def now(self) -> int:
        return self._clockwork.now

    def provide(self, name: str, provider: Provider) -> None:
        """Ask this for the parts of a thing."""
        self._providers[name] = provider

    def has(self, name: str) -> bool:
        """Whether a name stands for something with a value."""
        return name in self._providers or name in self.state or name == "harm"

    def add_order(self, order: GivenOrder) -> None:
        self.orders.append(order)
        self._by_verb.setdefault(order.verb, []).append(order)

    def mark(self, event: str) -> None:
        """Something happens at the present second: an inject, a stage, an answer."""
        self._happened[event] = self.now

    def remember_told(self, path: str, value: Value) -> None:
        self._told[path] = value

    def withdraw(self, order: GivenOrder) -> None:
        """An order was taken back before it was begun: conditions no longer see it. Its number stays."""
        self._by_verb[order.verb].remove(order)

    def quantity(self, path: str) -> Quantity:
        head, _, part = path.partition(".")
        if head in self._providers:
            return self._providers[head](part)
        if head == "elapsed":
            return Line(0.0, 1.0, 0, whole=True)
        return Steady(self._value(head, part))

    def _value(self, head: str, part: str) -> Value:
        if head == "harm":
            return self.harm.get(part, 0)
        if head in self.state:
            return self.state[head]
        if head in self._scenario.decisions:
            return self.answers.get(head, "")
        if head in self._scenario.catalogue.orders:
            return self._latest(head, part)
        return head in self._happened

    def _latest(self, verb: str, argument: str) -> Value:
        """`report_upward` alone: whether it was given; with a part: that argument of the latest."""
        given = self._by_verb.get(verb, [])
        if not argument:
            return bool(given)
        return given[-1].arguments.get(argument, "") if given else ""

    def happened(self, path: str) -> int | None:
        if path in self._scenario.catalogue.orders:
            return self.acted(path, {}, "")
        return self._happened.get(path)

    def acted(self, verb: str, arguments: dict[str, Any], moment: str) -> int | None:
        given = self._by_verb.get(verb)
        if not given:
            return None
        known, pattern = self._scenario.order(verb).arguments, tuple(arguments.items())
        moments = [order.moment(moment) for order in given if matches(order, known, pattern)]
        return max((second for second in moments if second is not None), default=None)

    def told(self, path: str) -> Value | None:
        return self._told.get(path)


def matches(order: GivenOrder, known: Mapping[str, Argument], pattern: Iterable[tuple[str, Value]]) -> bool:
    """Whether an order has the arguments of a pattern. *known*: those of its verb in the catalogue. A deadline
    matches where it is no later than asked, counted from the second the order was given.
    """
    for name, wanted in pattern:
        value = order.arguments.get(name)
        if value != wanted and not _is_in_time(order, known[name], value, wanted):
            return False
    return True


def _is_in_time(order: GivenOrder, known: Argument, value: Value | None, wanted: Value) -> bool:
    if known.kind != "deadline" or not isinstance(value, int) or not isinstance(wanted, int):
        return False
    return value - order.accepted <= wanted
