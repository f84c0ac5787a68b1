"""A program in a pseudo-terminal of 80×24 cells: keys go in, and what it draws comes out."""

import contextlib
import os
import select
import struct
import subprocess
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

PATIENCE = 60.0
"""Seconds after which a text that does not come is given up."""


def has_terminals() -> bool:
    """Whether this system has pseudo-terminals; Windows has none."""
    return hasattr(os, "openpty")


class Terminal:
    """One program in a terminal of its own. Use it as `with`; it ends when the block does."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        import fcntl
        import termios

        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._process = subprocess.Popen(
            list(command), stdin=slave, stdout=slave, stderr=slave, env=dict(environment), start_new_session=True
        )
        os.close(slave)

    def press(self, keys: bytes) -> None:
        """Send keys as a terminal does."""
        os.write(self._master, keys)

    def until(self, wanted: bytes) -> float:
        """Read what is drawn until this text has come; answers the moment, by `time.perf_counter`.

        Raises `TimeoutError` where it does not come, or the program ends first.
        """
        drawn = b""
        begun = time.perf_counter()
        while time.perf_counter() - begun < PATIENCE:
            part = self._part(1.0)
            if part is None:
                break
            drawn = drawn[-4096:] + part
            if wanted in drawn:
                return time.perf_counter()
        raise TimeoutError(wanted.decode(errors="replace"))

    def now(self) -> float:
        """The present moment on the same clock."""
        return time.perf_counter()

    def quiet(self, seconds: float) -> None:
        """Read what is drawn for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if self._part(left) is None:
                return

    def _part(self, seconds: float) -> bytes | None:
        """What comes within so many seconds; nothing where the program has gone."""
        if not select.select([self._master], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._master, 65536) or None
        except OSError:
            return None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            # What it still draws must be read, or it waits for ever.
            self.quiet(0.2)
            self._process.wait(5)
        self._process.kill()
        self._process.wait()
        os.close(self._master)
