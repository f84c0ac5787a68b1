"""A seat's desk in a running drill: what reached it, what it was told, what it is doing, what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.engine.view import Message, OpenDecision, Result
from simulator.language.quantity import Value


@dataclass(slots=True)
class Desk:
    """One seat. Only its own seat, and who runs the drill, ever sees it."""

    seat: str
    inbox: list[Message] = field(default_factory=list)
    told: dict[str, tuple[Value, int]] = field(default_factory=dict)
    """Name → last value that reached the seat, and when."""
    decisions: dict[str, OpenDecision] = field(default_factory=dict)
    answered: dict[str, str] = field(default_factory=dict)
    results: list[Result] = field(default_factory=list)
    acted: bool = False

    def receive(self, message: Message) -> None:
        """A message comes in; what it tells is known from now on."""
        self.inbox.append(message)
        self._learn(message.tells, message.time)

    def understand(self, number: int, tells: Mapping[str, Value], time: int) -> None:
        """A message in another language has been interpreted: what it tells is known from now on."""
        self.inbox[number - 1] = replace(self.inbox[number - 1], understood=True, tells=tells)
        self._learn(tells, time)

    def _learn(self, tells: Mapping[str, Value], time: int) -> None:
        for path, value in tells.items():
            self.told[path] = (value, time)

    def opened(self, number: int, time: int) -> None:
        """A message has been read to its end."""
        self.inbox[number - 1] = replace(self.inbox[number - 1], opened=time)

    def knows(self, topic: str) -> dict[str, Value]:
        """What the seat was told in an inject, or about an incident, a place or a fact of the story."""
        found: dict[str, Value] = {}
        for message in self.inbox:
            if topic in (message.inject, message.about):
                found |= message.tells
        for path, (value, _) in self.told.items():
            if path.partition(".")[0] == topic:
                found[path] = value
        return found

    def has_heard_of(self, topic: str) -> bool:
        """Whether anything on a topic has reached the seat."""
        return bool(self.knows(topic)) or any(topic in (message.inject, message.about) for message in self.inbox)
