"""Where lines come from and go to: a pipe, read to its end, or a terminal, on which the clock runs on."""

import queue
import threading
from collections.abc import Callable
from enum import Enum
from typing import Protocol, TextIO

from tui.presentation.steering import harmless


class Nothing(Enum):
    """What may be heard instead of a line."""

    YET = "yet"
    """Nothing was typed in the meantime."""
    MORE = "more"
    """The input has ended, or Ctrl-D was typed."""
    STOP = "stop"
    """Ctrl-C was typed."""
    GONE = "gone"
    """The terminal is not there any more: nothing will be typed, and nobody reads."""


Heard = str | Nothing


class Console(Protocol):
    """What a session reads from and writes to."""

    steps: bool
    """Whether time passes only by what is typed."""

    def hear(self, prompt: str) -> Heard:
        """The next line, with its end taken off. A prompt is shown while it is awaited."""
        ...

    def write(self, line: str) -> None:
        """Show one line."""
        ...


class Pipe:
    """Lines from a file or another program: each is awaited, and shown behind its prompt."""

    steps = True

    def __init__(self, source: TextIO, write: Callable[[str], None]) -> None:
        self._source = source
        self.write = write

    def hear(self, prompt: str) -> Heard:
        try:
            line = self._source.readline()
        except KeyboardInterrupt:
            return Nothing.STOP
        if not line:
            return Nothing.MORE
        self.write(prompt + line.rstrip("\r\n"))
        return line.rstrip("\r\n")


class Terminal:
    """A person at a keyboard: lines are read in a thread, so that the drill runs on meanwhile."""

    steps = False

    def __init__(self, source: TextIO, screen: TextIO, patience: float = 0.2) -> None:
        """*patience*: for how many seconds a line is awaited before nothing is heard."""
        self._source, self._screen, self._patience = source, screen, patience
        self._lines: queue.SimpleQueue[Heard] = queue.SimpleQueue()
        self._asked = False
        self._gone = False
        self._reader: threading.Thread | None = None

    def hear(self, prompt: str) -> Heard:
        if self._reader is None:
            # A daemon: a thread that waits for a key must not keep the program from leaving.
            self._reader = threading.Thread(target=self._read, name="keyboard", daemon=True)
            self._reader.start()
        if not self._asked:
            self._show(prompt)
            self._asked = True
        if self._gone:
            return Nothing.GONE
        try:
            heard = self._lines.get(timeout=self._patience)
        except queue.Empty:
            return Nothing.YET
        except KeyboardInterrupt:
            heard = Nothing.STOP
        self._asked = False
        return heard

    def write(self, line: str) -> None:
        before = "\n" if self._asked else ""
        self._asked = False
        self._show(f"{before}{harmless(line)}\n")

    def _show(self, text: str) -> None:
        try:
            self._screen.write(text)
            self._screen.flush()
        except OSError:
            self._gone = True

    def _read(self) -> None:
        while True:
            try:
                line = self._source.readline()
            except (OSError, ValueError):
                line = ""
            self._lines.put(line.rstrip("\r\n") if line else Nothing.MORE)
            if not line and not self._source.isatty():
                self._lines.put(Nothing.GONE)
                return
