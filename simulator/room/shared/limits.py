"""How much one connection may say: so many messages at once, so many a second after that."""

from collections.abc import Callable

AT_ONCE = 60
"""Messages that may come in one burst: a person who types, a screen that catches up."""
A_SECOND = 20.0
"""Messages a second after it."""

USUAL = 4 * 1024
"""Bytes of a message that counts for one; a longer one counts for as many as it could have been."""
LARGEST = 64 * 1024
"""Bytes of a message that a client says."""
LARGEST_TOLD = 4 * 1024 * 1024
"""Bytes of a message that a hub says."""
QUEUED = 16
"""Messages that wait to be read from one connection; a peer that sends more is held up by its own system."""

PATIENCE = 10.0
"""Seconds for a connection to say who it is, and for a client to take what it is sent."""
CONNECTIONS = 400
"""Connections to one host at a time."""
FROM_ONE_ADDRESS = 100
"""Connections from one address at a time: a training room may share one."""


class Allowance:
    """A bucket of messages that fills with time."""

    def __init__(self, clock: Callable[[], float], at_once: int = AT_ONCE, a_second: float = A_SECOND) -> None:
        self._clock, self._most, self._a_second = clock, float(at_once), a_second
        self._left, self._since = self._most, clock()

    def take(self, size: int = 0) -> bool:
        """A message of so many bytes has come; whether it is still within what is allowed."""
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._since) * self._a_second)
        self._since = now
        counts = 1 + size // USUAL
        if self._left < counts:
            return False
        self._left -= counts
        return True
