"""Conditions that are waited on. A condition is asked again only when something it reads has changed,
or at the second at which it said it could change by itself.
"""

from collections.abc import Callable
from heapq import heappop, heappush

from simulator.engine.clockwork import Clockwork, Timer
from simulator.language.condition import Condition
from simulator.language.tree import reads
from simulator.language.truth import Reader, holds

OnChange = Callable[[bool], None]


class Watch:
    """One condition and what to do when its truth changes."""

    __slots__ = ("condition", "dirty", "holds", "names", "number", "on_change", "timer")

    def __init__(self, number: int, condition: Condition, on_change: OnChange) -> None:
        self.number = number
        self.condition = condition
        self.names = reads(condition.tree)
        self.on_change = on_change
        self.holds = False
        self.dirty = False
        self.timer: Timer | None = None


class Watches:
    """All that is waited on in one drill. New watches start as not holding."""

    def __init__(self, clockwork: Clockwork, reader: Reader) -> None:
        self._clockwork = clockwork
        self._reader = reader
        self._by_name: dict[str, list[Watch]] = {}
        self._dirty: list[tuple[int, Watch]] = []
        """A heap: they are asked in the order in which they were first waited on."""
        self._count = 0
        clockwork.settle_with(self._ask_one)

    def watch(self, condition: Condition, on_change: OnChange) -> Watch:
        """Wait on a condition. It is asked for the first time when the present callback has ended."""
        watch = Watch(self._count, condition, on_change)
        self._count += 1
        for name in watch.names:
            self._by_name.setdefault(name, []).append(watch)
        self._mark(watch)
        return watch

    def forget(self, watch: Watch) -> None:
        """Wait on it no longer."""
        for name in watch.names:
            self._by_name[name].remove(watch)
        watch.dirty = False
        if watch.timer:
            watch.timer.stop()

    def touch(self, name: str) -> None:
        """Something about this name has changed."""
        for watch in self._by_name.get(name, ()):
            self._mark(watch)

    def _mark(self, watch: Watch) -> None:
        if not watch.dirty:
            watch.dirty = True
            heappush(self._dirty, (watch.number, watch))

    def _ask_one(self) -> bool:
        watch = self._next()
        if watch is None:
            return False
        watch.dirty = False
        answer = holds(watch.condition.tree, self._reader)
        self._arm(watch, answer.until)
        if answer.holds is not watch.holds:
            watch.holds = answer.holds
            watch.on_change(answer.holds)
        return True

    def _next(self) -> Watch | None:
        """The first that is to be asked again; those forgotten meanwhile are passed over."""
        while self._dirty:
            watch = heappop(self._dirty)[1]
            if watch.dirty:
                return watch
        return None

    def _arm(self, watch: Watch, until: int | None) -> None:
        if watch.timer and watch.timer.live and watch.timer.at == until:
            return
        if watch.timer:
            watch.timer.stop()
        watch.timer = None if until is None else self._clockwork.at(until, lambda: self._mark(watch))
