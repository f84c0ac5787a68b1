"""Time and the order of things within one second, over SimPy.

Every callback runs to its end and is then *settled*: conditions that read what it changed are asked
again, and what was put off until then is done, until nothing is left. So no order of causes within
a second hangs on how often the drill was ticked.
"""

import heapq
from collections.abc import Callable

import simpy
from simpy.events import URGENT, Event

from simulator.errors import ContentError
from simulator.language.said import say

ROUNDS = 10_000
"""Settling rounds within one second before a scenario is said to go in circles."""

Step = Callable[[], None]


class Timer:
    """A callback at a second to come, which can be called off."""

    __slots__ = ("at", "live")

    def __init__(self, at: int) -> None:
        self.at = at
        self.live = True

    def stop(self) -> None:
        self.live = False


class Clockwork:
    """The environment of one drill."""

    def __init__(self) -> None:
        self.env = simpy.Environment()
        self.now = 0
        """The present exercise second; SimPy has the same, but every part asks again and again."""
        self._seconds: list[int] = []
        self._put_off: dict[str, Step] = {}
        self._settlers: list[Callable[[], bool]] = []

    def settle_with(self, settler: Callable[[], bool]) -> None:
        """Ask this after every callback; it answers whether it did anything."""
        self._settlers.append(settler)

    def put_off(self, name: str, step: Step) -> None:
        """Do this once, when the present callback has ended and no condition is left to ask."""
        self._put_off.setdefault(name, step)

    def at(self, second: int, step: Step) -> Timer:
        """Do something at a second, now or later."""
        timer = Timer(max(second, self.now))
        heapq.heappush(self._seconds, timer.at)
        event = self.env.timeout(timer.at - self.now)
        self._attach(event, timer, step)
        return timer

    def soon(self, step: Step) -> None:
        """Do something at the present second, before the world's own events of it: what follows from an act."""
        heapq.heappush(self._seconds, self.now)
        event = Event(self.env)
        event._ok = True
        event._value = None
        self._attach(event, Timer(self.now), step)
        self.env.schedule(event, priority=URGENT)

    def _attach(self, event: Event, timer: Timer, step: Step) -> None:
        def run(_: Event) -> None:
            self.now = timer.at
            if timer.live:
                timer.live = False
                step()
                self.settle()

        assert event.callbacks is not None
        event.callbacks.append(run)

    def settle(self) -> None:
        """Bring everything that waits on conditions to rest."""
        for _ in range(ROUNDS):
            if self._settled_something():
                continue
            if not self._put_off:
                return
            name = next(iter(self._put_off))
            self._put_off.pop(name)()
        raise ContentError(
            say("conditions change one another without end at {second} s", second=self.now),
            say("look for a pressure or inject that undoes its own condition"),
        )

    def _settled_something(self) -> bool:
        """Ask every settler, not only the first that did something."""
        did = False
        for settler in self._settlers:
            did = settler() or did
        return did

    def next_second(self) -> int | None:
        """The second of the next timer, called off or not; nothing where there is none.

        `peek` of SimPy 4.1.2 answers the present second after every `run(until=)`, so it is kept here.
        """
        while self._seconds and self._seconds[0] < self.now:
            heapq.heappop(self._seconds)
        return self._seconds[0] if self._seconds else None

    def run_to(self, second: int) -> None:
        """All before *second* happens. SimPy refuses to run to the present: then nothing is left to do."""
        if second > self.now:
            self.env.run(until=second)
            self.now = second
