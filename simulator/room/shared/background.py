"""A loop of its own in a thread of its own: what a program without one, or with another, runs links in."""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import TimeoutError as TookTooLong
from typing import Any, TypeVar

from simulator.errors import CallError
from simulator.language.said import say

T = TypeVar("T")

LONGEST = 30.0
"""Seconds that anything may take whose caller says nothing else."""


class Background:
    """An asyncio loop in a thread. Ends with the program."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="shared-room", daemon=True)
        self._thread.start()

    def run(self, doing: Coroutine[Any, Any, T], longest: float | None = LONGEST) -> T:
        """Do something in the loop and wait for it. Raises what it raises, and `CallError` where it takes too long."""
        future = asyncio.run_coroutine_threadsafe(doing, self._loop)
        try:
            return future.result(longest)
        except TookTooLong as error:
            future.cancel()
            raise CallError(say("the host does not answer"), say("check the network, then try again")) from error

    def close(self) -> None:
        """End the loop and its thread. Calling it twice does no harm."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(LONGEST)
        if not self._loop.is_running() and not self._loop.is_closed():
            self._loop.close()
