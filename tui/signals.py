"""Signals of a terminal that goes away, and of requests to end."""

import asyncio
import signal
from collections.abc import Callable

AWAY = ("SIGHUP", "SIGTERM")
"""The terminal goes away, or somebody asks the program to end."""


def mind(names: tuple[str, ...], does: Callable[[], object]) -> tuple[signal.Signals, ...]:
    """Do something at these signals, in the running loop; answers those that this system has."""
    loop = asyncio.get_running_loop()
    minded: list[signal.Signals] = []
    for name in names:
        found = getattr(signal, name, None)
        if found is None:
            continue
        try:
            loop.add_signal_handler(found, does)
        except (RuntimeError, ValueError):
            # Loops of Windows mind no signals (theirs is a RuntimeError), and no loop does outside the main thread.
            continue
        minded.append(found)
    return tuple(minded)
