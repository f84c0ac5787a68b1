"""The floors under a drill: bare SimPy, and a bare heap with a generator, with the events of that drill.

A trace says, for each event of a drill in turn, which events were scheduled when it fired. The floors schedule the
same at the same seconds and do nothing else.
"""

import heapq
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import simpy
from simpy.events import NORMAL, URGENT, Event

from simulator.engine.drill import Drill
from simulator.journal.entry import Entry
from simulator.players.replay import feed, pass_until

Scheduled = tuple[int, int]
"""Seconds from the present, and SimPy's priority."""


@dataclass(frozen=True, slots=True)
class Trace:
    """The events of one drill."""

    steps: tuple[tuple[Scheduled, ...], ...]
    """What was scheduled before the first event, then when each fired."""
    end: int
    """The second at which the drill ended."""

    @property
    def events(self) -> int:
        """How many events fired."""
        return len(self.steps) - 1

    @property
    def timers(self) -> int:
        """How many of them the world itself had set: without those at which the drill only halts for its players."""
        return min(self.events, sum(priority == NORMAL for step in self.steps for _, priority in step))


def traced(drill: Drill, acts: Sequence[Entry]) -> Trace:
    """The events of a drill that has just been made, while it plays recorded acts to their end."""
    env: Any = drill._core.clockwork.env
    waiting = sorted(env._queue, key=lambda item: item[2])
    steps: list[list[Scheduled]] = [[(int(at), priority) for at, priority, _, _ in waiting]]
    schedule, step = env.schedule, env.step

    def noting(event: Event, priority: int = NORMAL, delay: int = 0) -> None:
        steps[-1].append((int(delay), int(priority)))
        schedule(event, priority, delay)

    def stepping() -> None:
        steps.append([])
        step()

    env.schedule, env.step = noting, stepping
    replayed(drill, acts)
    return Trace(tuple(tuple(each) for each in steps), drill.now)


def replayed(drill: Drill, acts: Sequence[Entry]) -> None:
    """Play recorded acts in a drill that has just been made: the engine alone, without players."""
    feed(drill, acts)
    pass_until(drill, drill.scenario.length)


def bare_simpy(trace: Trace) -> int:
    """The trace on SimPy: callbacks that schedule, and nothing else. Answers how many events fired."""
    env = simpy.Environment()
    steps = iter(trace.steps)
    fired = 0

    def schedule(_: Event | None) -> None:
        nonlocal fired
        fired += 1
        for delay, priority in next(steps, ()):
            if priority == NORMAL:
                event: Event = env.timeout(delay)
            else:
                event = _urgent(env, delay)
            assert event.callbacks is not None
            event.callbacks.append(schedule)

    schedule(None)
    env.run(until=trace.end)
    return fired - 1


def _urgent(env: simpy.Environment, delay: int) -> Event:
    event = Event(env)
    event._ok = True
    event._value = None
    env.schedule(event, URGENT, delay)
    return event


def bare_heap(trace: Trace) -> int:
    """The trace on a heap and one generator: the floor for Python. Answers how many events fired."""
    heap: list[tuple[int, int, int]] = []
    fired = 0

    def actor() -> Generator[None, int, None]:
        number, now = count(), 0
        for step in trace.steps:
            for delay, priority in step:
                heapq.heappush(heap, (now + delay, priority, next(number)))
            now = yield

    acting = actor()
    next(acting)
    while heap and heap[0][0] < trace.end:
        now, _, _ = heapq.heappop(heap)
        fired += 1
        try:
            acting.send(now)
        except StopIteration:
            break
    return fired
