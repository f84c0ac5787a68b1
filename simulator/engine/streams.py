"""Chance, in named streams: each derived from the drill's seed and a name, so that one draw more in one
place shifts no other. Nothing else in the engine may draw.
"""

import hashlib
import math
import random

from simulator.scenario.values import Range, Window


class Streams:
    """The streams of one drill."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._streams: dict[str, random.Random] = {}

    def of(self, *names: str | int) -> random.Random:
        """The stream of this name; the same object each time it is asked for."""
        name = "/".join(str(part) for part in names)
        if name not in self._streams:
            digest = hashlib.sha256(f"{self._seed}/{name}".encode()).digest()
            self._streams[name] = random.Random(int.from_bytes(digest[:16], "big"))
        return self._streams[name]


def draw_window(window: Window, stream: random.Random) -> int:
    """Whole seconds of a duration, uniform over a range; a fixed one draws nothing."""
    return window.low if window.fixed else stream.randint(window.low, window.high)


def draw_mean(window: Window, stream: random.Random) -> int:
    """Whole seconds: exponential with this mean, or uniform over `a..b`; at least one second."""
    if not window.fixed:
        return max(1, stream.randint(window.low, window.high))
    return max(1, round(-math.log(1.0 - stream.random()) * window.low))


def draw_range(written: Range, stream: random.Random) -> int:
    """A whole number, uniform over a range; a fixed one draws nothing."""
    return written.low if written.low == written.high else stream.randint(written.low, written.high)
