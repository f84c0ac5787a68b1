"""A reception: a queue with windows, staff and patience, on timer callbacks and a queue of its own.

With its further features unused it is M/M/n+M (Erlang-A): Poisson arrivals, exponential service and
patience, first come first served. Reference values: `models.md` 4.1 (Mandelbaum and Zeltyn).
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass

from simulator.engine.clockwork import Timer
from simulator.engine.core import Core
from simulator.engine.gathering import LiveGathering
from simulator.engine.people import Places
from simulator.engine.streams import draw_mean
from simulator.engine.units import Units
from simulator.journal import entry
from simulator.language.quantity import Line, Quantity, Steady
from simulator.scenario.incidents import Need, Reception

NO_NEED = ""


@dataclass(slots=True)
class Visitor:
    """One person who waits or is served."""

    number: int
    came: int
    """When they joined the queue."""
    since: int
    """Since when they have waited, outside included."""
    need: str = NO_NEED
    gone: bool = False
    patience: Timer | None = None


class LiveReception:
    """One reception in a running drill."""

    def __init__(
        self,
        core: Core,
        places: Places,
        units: Units,
        name: str,
        written: Reception,
        source: LiveGathering | None,
    ) -> None:
        self._core, self._places, self._units = core, places, units
        self.name, self.written, self._source = name, written, source
        self.present = False
        self.windows = written.windows
        self.queue = self.serving = self.served = self.left = self.arrived = 0
        self._heaps: dict[str, list[tuple[int, int, Visitor]]] = {need: [] for need in (NO_NEED, *written.needs)}
        self._arrival: Timer | None = None
        self._recorded: tuple[int, ...] = ()
        core.facts.provide(name, self.part)
        for part in ("queue", "serving", "served", "left", "windows"):
            core.tracks.declare(f"{name}.{part}")
        if source is None:
            places.count(written.place, lambda: self.people)

    @property
    def people(self) -> int:
        """Heads in the queue and at the windows."""
        return self.queue + self.serving

    @property
    def working(self) -> int:
        """Windows that work: those open, as far as there is staff for them."""
        if self.written.staff is None:
            return self.windows
        return min(self.windows, self._units.staff(self.written.place, self.written.staff))

    def part(self, name: str) -> Quantity:
        """A part as conditions name it."""
        match name:
            case "open":
                return Steady(self.present and self.windows > 0)
            case "windows":
                return Steady(self.working if self.present else 0)
            case "waited":
                return self._waited()
            case _:
                return Steady(getattr(self, name))

    def _waited(self) -> Quantity:
        heads = [heap[0][2].since for heap in self._heaps.values() if self._drop_gone(heap)]
        return Line(0.0, 1.0, min(heads), whole=True) if heads else Steady(0)

    # -- its life -----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """From now on people may come."""
        if self.present:
            return
        self.present = True
        self._core.begin(self.name)
        for unit in self._core.scenario.units:
            self._core.listen(unit, self._look_again)
        if self._source is not None:
            self._core.listen(self._source.name, self._invite)
        self._invite()

    def end(self) -> None:
        """The windows close for good; who waits goes back."""
        self.close()
        for heap in self._heaps.values():
            for _, _, visitor in sorted(heap, key=lambda item: item[1]):
                self._lose_patience(visitor)

    def open(self, windows: int) -> None:
        """So many windows are open from now on."""
        self.windows = windows
        self._changed()
        self._invite()
        self._look_again()

    def close(self) -> None:
        """No window is open; who is being served is served to the end."""
        self.windows = 0
        self._changed()

    def step(self, part: str, by: float) -> None:
        """A reception has no shares to move."""

    def come(self, number: int) -> int:
        """People join the queue at once."""
        for _ in range(number):
            self._join(self._core.now)
        return number

    def leave(self, number: int) -> int:
        return 0

    def lose(self, number: int) -> int:
        return number

    # -- arrivals -----------------------------------------------------------------------------------------

    def _invite(self) -> None:
        """Wait for the next arrival, where there is somebody to come."""
        if self._arrival is None and self._can_come():
            gap = draw_mean(self.written.arrivals.every, self._core.streams.of(self.name, "arrivals"))
            self._arrival = self._core.clockwork.at(self._core.now + gap, self._arrive)

    def _can_come(self) -> bool:
        most = self.written.arrivals.up_to
        if not self.present or (most is not None and self.arrived >= most):
            return False
        return self._source is None or (self.windows > 0 and self._source.outside > 0)

    def _arrive(self) -> None:
        self._arrival = None
        if self._can_come():
            since = self._core.now if self._source is None else self._source.take_in()
            if since is not None:
                self._join(since)
        self._invite()

    def _join(self, since: int) -> None:
        self.arrived += 1
        visitor = Visitor(self.arrived, self._core.now, since, self._draw_need())
        self.queue += 1
        first = 0 if self._need(visitor) and self._need(visitor).first else 1  # type: ignore[union-attr]
        heapq.heappush(self._heaps[visitor.need], (first, visitor.number, visitor))
        if self.written.patience is not None:
            wait = draw_mean(self.written.patience, self._core.streams.of(self.name, "patience"))
            leave: Callable[[], None] = lambda: self._lose_patience(visitor)  # noqa: E731
            visitor.patience = self._core.clockwork.at(self._core.now + wait, leave)
        self._look_again()
        self._changed()

    def _draw_need(self) -> str:
        if not self.written.needs:
            return NO_NEED
        drawn, edge = self._core.streams.of(self.name, "needs").random(), 0.0
        for name, need in self.written.needs.items():
            edge += need.share
            if drawn < edge:
                return name
        return NO_NEED

    def _need(self, visitor: Visitor) -> Need | None:
        return self.written.needs.get(visitor.need)

    # -- windows ------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        self._core.clockwork.put_off(f"windows of {self.name}", self._serve)

    def _serve(self) -> None:
        while self.present and self.serving < self.working:
            visitor = self._next()
            if visitor is None:
                return
            self._begin_service(visitor)

    def _next(self) -> Visitor | None:
        """The next to be served: who comes first, then who came first, among those whose skill is there."""
        heads = [(heap[0], need) for need, heap in self._heaps.items() if self._drop_gone(heap) and self._skilled(need)]
        if not heads:
            return None
        _, need = min(heads, key=lambda head: head[0][:2])
        return heapq.heappop(self._heaps[need])[2]

    def _drop_gone(self, heap: list[tuple[int, int, Visitor]]) -> bool:
        while heap and heap[0][2].gone:
            heapq.heappop(heap)
        return bool(heap)

    def _skilled(self, need: str) -> bool:
        written = self.written.needs.get(need)
        if written is None or written.skill is None:
            return True
        return self._units.staff(self.written.place, written.skill) > 0

    def _begin_service(self, visitor: Visitor) -> None:
        if visitor.patience:
            visitor.patience.stop()
        self.queue -= 1
        self.serving += 1
        takes = draw_mean(self.written.service, self._core.streams.of(self.name, "service"))
        if self.written.staff and self._units.tired_staff(self.written.place, self.written.staff):
            takes = round(takes * self.written.tired)
        self._core.clockwork.at(self._core.now + takes, lambda: self._end_service(visitor))
        self._changed()

    def _end_service(self, visitor: Visitor) -> None:
        self.serving -= 1
        self.served += 1
        if self._source is not None:
            self._source.served(visitor.since, self.written.served_go_home)
        self._look_again()
        self._changed()

    def _lose_patience(self, visitor: Visitor) -> None:
        if visitor.gone:
            return
        visitor.gone = True
        self._drop_gone(self._heaps[visitor.need])
        self.queue -= 1
        self.left += 1
        if self._source is not None:
            self._source.give_back(visitor.since, self.written.unserved_lowers_trust)
        self._changed()

    # -- record -------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._core.touch(self.name)
        self._places.changed(self.written.place)
        self._core.clockwork.put_off(f"queue of {self.name}", self._record)

    def _record(self) -> None:
        counts = (self.queue, self.serving, self.working, self.served, self.left)
        if counts == self._recorded:
            return
        self._recorded = counts
        parts = dict(zip(("queue", "serving", "windows", "served", "left"), counts, strict=True))
        for part, value in parts.items():
            self._core.tracks.follow(f"{self.name}.{part}", Steady(value))
        self._core.write(entry.QUEUE, {"incident": self.name, **parts})
