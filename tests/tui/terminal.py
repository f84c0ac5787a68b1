"""A real terminal for tests: tmux with 80×24 cells, its keys and what stands on it."""

import os
import select
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
ATTEMPTS = 240
"""How often the screen is looked at for a text, each time after it has changed or a quarter of a second."""


class Terminal:
    """A terminal of 80×24 cells in a tmux server of its own."""

    def __init__(self, folder: Path, command: str) -> None:
        self._socket = folder / "tmux"
        changed = folder / "changed"
        os.mkfifo(changed)
        self._changed = os.open(changed, os.O_RDONLY | os.O_NONBLOCK)
        self.tmux("new-session", "-d", "-x", "80", "-y", "24", command)
        self.tmux("pipe-pane", f"cat > '{changed}'")

    def tmux(self, *arguments: str) -> str:
        call = ["tmux", "-S", str(self._socket), "-f", os.devnull, *arguments]
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
        return subprocess.run(call, capture_output=True, text=True, encoding="utf-8", env=environment).stdout

    def press(self, *keys: str) -> None:
        for key in keys:
            self.tmux("send-keys", key)

    def type(self, text: str) -> None:
        self.tmux("send-keys", "-l", text)

    @property
    def text(self) -> str:
        return self.tmux("capture-pane", "-p", "-J")

    def until(self, wanted: str) -> str:
        """The screen, once this text stands on it; fails after a bounded number of looks."""
        for _ in range(ATTEMPTS):
            shown = self.text
            if wanted in shown:
                return shown
            if select.select([self._changed], [], [], 0.25)[0]:
                os.read(self._changed, 65536)
        raise AssertionError(f"{wanted!r} never came:\n{self.text}")

    def until_not(self, passing: str) -> str:
        """The screen, once this text no longer stands on it; fails as `until` does."""
        for _ in range(ATTEMPTS):
            shown = self.text
            if passing not in shown:
                return shown
            if select.select([self._changed], [], [], 0.25)[0]:
                os.read(self._changed, 65536)
        raise AssertionError(f"{passing!r} never went:\n{self.text}")

    def close(self) -> None:
        self.tmux("kill-server")
        os.close(self._changed)
