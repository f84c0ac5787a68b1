"""The ground that every part of a running drill stands on: its clockwork, its facts, its record."""

from collections.abc import Mapping
from typing import Any

from simulator.engine.clockwork import Clockwork
from simulator.engine.desk import Desk
from simulator.engine.facts import Facts
from simulator.engine.streams import Streams
from simulator.engine.tracks import Tracks
from simulator.engine.watching import Watches
from simulator.journal import entry
from simulator.journal.journal import Journal
from simulator.language.condition import Condition
from simulator.language.truth import holds
from simulator.scenario.scenario import Scenario


class Core:
    """One drill's ground. Parts change the world through it and tell it what they changed."""

    def __init__(self, scenario: Scenario, seed: int, journal: Journal) -> None:
        self.scenario = scenario
        self.journal = journal
        self.clockwork = Clockwork()
        self.streams = Streams(seed)
        self.facts = Facts(scenario, self.clockwork)
        self.watches = Watches(self.clockwork, self.facts)
        self.tracks = Tracks(lambda: self.clockwork.now)
        self.desks = {seat: Desk(seat) for seat in scenario.seats}
        self.reached: dict[str, bool] = {}
        """Seats that something has reached since the drill was last asked, in the order in which it did."""
        self.begun: dict[str, bool] = {}
        """The incidents that have begun."""
        self._listeners: dict[str, list[Any]] = {}

    @property
    def now(self) -> int:
        return self.clockwork.now

    def write(self, kind: str, payload: Mapping[str, Any], seat: str | None = None) -> int:
        """Write an event into the journal; answers its sequence number."""
        return self.journal.write(self.now, seat, kind, payload).number

    def holds(self, condition: Condition) -> bool:
        """Whether a condition holds now."""
        return holds(condition.tree, self.facts).holds

    def is_name(self, word: str) -> bool:
        """Whether a word names something whose value can be asked."""
        head, _, part = word.partition(".")
        return self.facts.has(head) and (bool(part) or head in self.facts.state)

    def touch(self, name: str) -> None:
        """Something about this name has changed: conditions that read it are asked again."""
        self.watches.touch(name)
        for listener in self._listeners.get(name, ()):
            listener()

    def listen(self, name: str, listener: Any) -> None:
        """Call this at once whenever something about a name has changed."""
        self._listeners.setdefault(name, []).append(listener)

    def begin(self, incident: str) -> None:
        """An incident begins."""
        self.begun[incident] = True
        self.write(entry.BEGAN, {"incident": incident})

    def reach(self, seat: str) -> None:
        """Something has reached a seat: whoever sits there may want to act."""
        self.reached[seat] = True

    def happen(self, event: str, *names: str) -> None:
        """An event that conditions may count from: `doors`, `residents.blocking`, `first_words=listen`."""
        self.facts.mark(event)
        for name in names or (event.partition(".")[0].partition("=")[0],):
            self.touch(name)
