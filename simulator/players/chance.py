"""Chance for players: one stream a bot, derived from the drill's seed and its seat."""

import hashlib
import math
import random

Chance = random.Random
"""A stream of chance; whoever draws is handed one."""


def chance(seed: int, seat: str) -> Chance:
    """The stream of the bot in a seat. It shares nothing with the streams of the simulated world."""
    digest = hashlib.sha256(f"{seed}/bot/{seat}".encode()).digest()
    return Chance(int.from_bytes(digest[:16], "big"))


def gap(stream: Chance, mean: int) -> int:
    """Whole seconds to the next of events that come at random, *mean* seconds apart; at least one."""
    return max(1, round(-math.log(1.0 - stream.random()) * mean))
