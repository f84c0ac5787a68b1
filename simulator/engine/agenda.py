"""A seat's attention: one order at a time, the others wait; answering and reading come in between and
push the present order's end back.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.engine.clockwork import Clockwork, Timer
from simulator.engine.facts import GivenOrder
from simulator.engine.view import Task


@dataclass(slots=True)
class Job:
    """An order on a seat's agenda."""

    order: GivenOrder
    takes: int
    ends: int | None = None
    waiting: Task = field(init=False)
    """How the seat sees it while it waits; made once, for bots ask often and may queue thousands."""

    def __post_init__(self) -> None:
        self.waiting = task_of(self)


class Agenda:
    """What one seat is doing and what it will do next."""

    def __init__(self, clockwork: Clockwork, started: Callable[[Job], None], finished: Callable[[Job], None]) -> None:
        self._clockwork = clockwork
        self._started, self._finished = started, finished
        self.current: Job | None = None
        self.queue: list[Job] = []
        self._between_until = 0
        self._timer: Timer | None = None
        self._seen: list[Task] = []
        """The queue as the seat sees it, in step with it: bots ask often and may queue thousands."""

    @property
    def busy_until(self) -> int:
        """The second from which the seat is free, its queue not counted."""
        ends = self.current.ends if self.current and self.current.ends is not None else 0
        return max(ends, self._between_until)

    @property
    def waiting(self) -> tuple[Task, ...]:
        """The queue as the seat sees it."""
        return tuple(self._seen)

    def add(self, job: Job) -> None:
        """An order joins the queue; it starts at once where nothing else is being done."""
        self.queue.append(job)
        self._seen.append(job.waiting)
        self._clockwork.soon(self._next)

    def between(self, takes: int, done: Callable[[], None]) -> None:
        """Something that cannot wait: the present order is interrupted for so many seconds."""
        start = max(self._clockwork.now, self._between_until)
        self._between_until = start + takes
        if self.current and self.current.ends is not None:
            self.current.ends += takes
            self._arm(self.current.ends)
        self._clockwork.at(self._between_until, lambda: self._after(done))

    def _after(self, done: Callable[[], None]) -> None:
        done()
        self._next()

    def cancel(self, number: int) -> bool:
        """Take a waiting order out; false where it does not wait."""
        for job in self.queue:
            if job.order.number == number:
                self._take_out(job)
                return True
        return False

    def move(self, number: int, to: int) -> bool:
        """Put a waiting order at another place of the queue; false where it does not wait."""
        for job in self.queue:
            if job.order.number == number:
                self._take_out(job)
                self.queue.insert(to, job)
                self._seen.insert(to, job.waiting)
                return True
        return False

    def _take_out(self, job: Job) -> None:
        place = self.queue.index(job)
        del self.queue[place], self._seen[place]

    def _next(self) -> None:
        if self.current or not self.queue or self._clockwork.now < self._between_until:
            return
        self.current = self.queue.pop(0)
        del self._seen[0]
        self.current.ends = self._clockwork.now + self.current.takes
        self._started(self.current)
        self._arm(self.current.ends)

    def _arm(self, second: int) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self._clockwork.at(second, self._finish)

    def _finish(self) -> None:
        job = self.current
        self.current = None
        if job is not None:
            self._finished(job)
        self._next()


def task_of(job: Job) -> Task:
    """A job as its seat sees it."""
    order = job.order
    return Task(order.number, order.verb, order.arguments, order.accepted, job.ends)
