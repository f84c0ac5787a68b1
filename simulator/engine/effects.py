"""Carries out what orders, options, injects and stages do to the world, in one place and one order."""

from collections.abc import Callable, Mapping
from typing import Protocol

from simulator.engine.core import Core
from simulator.engine.streams import draw_range
from simulator.journal import entry
from simulator.language.quantity import Value
from simulator.scenario.effects import Effects

Act = Callable[[Effects, Mapping[str, Value], str, str], None]
"""Effects, the arguments of the order that has them, the name of their stream, their own incident (or none)."""


class LiveIncident(Protocol):
    """An incident as effects know it."""

    present: bool

    @property
    def people(self) -> int: ...

    def begin(self) -> None: ...

    def end(self) -> None: ...

    def step(self, part: str, by: float) -> None:
        """A sudden change of a share; a part that this kind does not have is passed over."""

    def come(self, number: int) -> int: ...

    def leave(self, number: int) -> int: ...

    def lose(self, number: int) -> int: ...


class Doing:
    """The effects of one drill."""

    def __init__(self, core: Core, deliver: Callable[[str], None]) -> None:
        self._core = core
        self._deliver = deliver
        self.incidents: dict[str, LiveIncident] = {}

    def act(self, effects: Effects, arguments: Mapping[str, Value], stream: str, own: str) -> None:
        """Carry out effects at the present second."""
        for name, value in effects.set.items():
            self._set(name, value)
        for path, amount in effects.add.items():
            self._add(path, amount)
        for path, by in effects.raises.items():
            self._step(path, by, arguments)
        for path, by in effects.lowers.items():
            self._step(path, -by, arguments)
        for number, (harm, written) in enumerate(effects.harm.items()):
            drawn = draw_range(written, self._core.streams.of("harm", stream, number))
            self._harm(harm, drawn, effects.of or own)
        for name in effects.ends:
            self.incidents[name].end()
        for name in effects.starts:
            self.incidents[name].begin()
        for name in effects.inject:
            self._deliver(name)

    def _set(self, name: str, value: Value) -> None:
        facts = self._core.facts
        if facts.state.get(name) == value:
            return
        facts.state[name] = value
        self._core.write(entry.STATE, {"name": name, "value": value})
        self._core.touch(name)

    def _add(self, path: str, amount: float) -> None:
        head, _, part = path.partition(".")
        if head in self._core.facts.state:
            self._set(head, self._within(head, amount))
        elif head in self.incidents and part == "people":
            incident = self.incidents[head]
            if amount >= 0:
                incident.come(int(amount))
            else:
                incident.leave(int(-amount))

    def _within(self, name: str, amount: float) -> Value:
        variable = self._core.scenario.state[name]
        present = self._core.facts.state[name]
        value = (present if isinstance(present, int | float) else 0) + amount
        if variable.min is not None:
            value = max(variable.min, value)
        if variable.max is not None:
            value = min(variable.max, value)
        return int(value) if float(value).is_integer() else value

    def _step(self, path: str, by: float, arguments: Mapping[str, Value]) -> None:
        head, _, part = path.partition(".")
        name = str(arguments.get(head, head))
        if name in self.incidents:
            self.incidents[name].step(part, by)

    def _harm(self, harm: str, number: int, incident: str) -> None:
        if incident in self.incidents:
            number = self.incidents[incident].lose(number)
        if number <= 0:
            return
        facts = self._core.facts
        facts.harm[harm] = facts.harm.get(harm, 0) + number
        self._core.write(entry.HARM, {"harm": harm, "number": number, "incident": incident or None})
        self._core.touch("harm")
