"""Who does the work of a rehearsal: this process, a pool of processes on this machine, or a Dask cluster.

Each takes the same tasks. In which order results are ready hangs on who works; what they are does not.
"""

import importlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import Any, Protocol, TypeVar

from simulator.errors import CallError
from simulator.language.said import say

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4
"""So many tasks a worker are handed out in advance, so that the largest rehearsal needs little memory."""

PATIENCE = "10s"
"""How long a cluster may take to answer."""


class Crew(Protocol):
    """Does tasks."""

    width: int
    """How many are done at once."""

    def each(self, task: Callable[[str, Item], Result], text: str, items: Iterable[Item]) -> Iterator[Result]:
        """The result of a task for each item, as they are ready; every call is also given *text*."""
        ...

    def in_order(self, task: Callable[[str, Item], Result], text: str, items: Sequence[Item]) -> list[Result]:
        """The results of a few tasks in the order of their items."""
        ...


class Alone:
    """This process."""

    width = 1

    def each(self, task: Callable[[str, Item], Result], text: str, items: Iterable[Item]) -> Iterator[Result]:
        return (task(text, item) for item in items)

    def in_order(self, task: Callable[[str, Item], Result], text: str, items: Sequence[Item]) -> list[Result]:
        return list(self.each(task, text, items))


class Many:
    """The workers of an executor."""

    def __init__(self, executor: Executor, width: int) -> None:
        self._executor = executor
        self.width = width
        self.broken_off = False
        """Whether whoever asked stopped waiting."""

    def each(self, task: Callable[[str, Item], Result], text: str, items: Iterable[Item]) -> Iterator[Result]:
        """Raises `CallError` where a worker has gone."""
        waiting = iter(items)
        submit = self._executor.submit
        handed = {submit(task, text, item) for item in islice(waiting, AHEAD * self.width)}
        with self._watched():
            while handed:
                done, handed = wait(handed, return_when=FIRST_COMPLETED)
                handed |= {submit(task, text, item) for item in islice(waiting, len(done))}
                yield from (future.result() for future in done)

    def in_order(self, task: Callable[[str, Item], Result], text: str, items: Sequence[Item]) -> list[Result]:
        """Raises `CallError` where a worker has gone."""
        with self._watched():
            return [future.result() for future in [self._executor.submit(task, text, item) for item in items]]

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """While results are waited for."""
        try:
            yield
        except BrokenProcessPool as broken:
            message = say("a worker has stopped")
            raise CallError(message, say("there may be too little memory: use --workers 1")) from broken
        except KeyboardInterrupt:
            self.broken_off = True
            raise


def cores() -> int:
    """How many processes this one may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def crew(workers: int, scheduler: str | None = None) -> Iterator[Crew]:
    """The crew of a rehearsal: a cluster where its scheduler's address is given, else so many processes.

    Raises `CallError` where the cluster cannot be reached or Dask is not installed.
    """
    if scheduler is not None:
        with _cluster(scheduler) as found:
            yield found
    elif workers == 1:
        yield Alone()
    else:
        with _pool(workers) as found:
            yield found


@contextmanager
def _pool(workers: int) -> Iterator[Crew]:
    # Spawned, not forked: a fork copies the threads of whoever asks half-way.
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts)
    others = multiprocessing.active_children()
    many = Many(executor, workers)
    try:
        yield many
    finally:
        if many.broken_off:
            # What they are playing nobody waits for any more.
            for worker in multiprocessing.active_children():
                if worker not in others:
                    worker.terminate()
        executor.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal: only the one that asked is to hear it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _cluster(address: str) -> Iterator[Crew]:
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as error:
        raise CallError(say("Dask is not installed"), say("install drillroom[cluster]")) from error
    try:
        client: Any = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        message = say("the scheduler {address} does not answer: {reason}", address=address, reason=_first_line(error))
        raise CallError(message, say("give the address that the scheduler printed, as tcp://scheduler:8786")) from error
    with client:
        width = len(client.scheduler_info()["workers"])
        if not width:
            raise CallError(say("the scheduler {address} has no workers", address=address), say("start some first"))
        # Two equal calls are not the same call: with `pure` a cluster would answer one from the other.
        yield Many(client.get_executor(pure=False), width)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:120] or type(error).__name__
