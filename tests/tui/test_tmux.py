"""The program in a real terminal: started, played by keys, ended, scored, with tmux as the terminal of 80×24."""

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.journal.entry import ANSWER, CLOSING, OPEN, ORDER
from simulator.journal.reading import read_journal

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

    def close(self) -> None:
        self.tmux("kill-server")
        os.close(self._changed)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    assert shutil.which("tmux"), "tmux is not installed: it is the terminal of this test"
    play = f"{sys.executable} -m tui.main play mass --seat petition_lead --seed 7 --pace 60 --lang en"
    journal = tmp_path / "drill.jsonl"
    found = Terminal(tmp_path, f"cd '{ROOT}' && {play} --journal '{journal}'; echo status $?; exec cat")
    yield found
    found.close()


def test_a_drill_is_played_by_keys_in_a_terminal_of_80_by_24(terminal: Terminal, tmp_path: Path) -> None:
    briefing = terminal.until("Start the drill")
    assert briefing.startswith("EXERCISE  07:40")
    terminal.press("Enter")
    terminal.until("1 07:43 post")
    terminal.press("F8")
    terminal.until("PAUSED")
    terminal.press("Enter")
    terminal.until("Seven months is enough.")
    terminal.press("Escape")
    terminal.until("Your task and queue")
    terminal.press("F2")
    terminal.until("search, or number")
    terminal.type("open_reception")
    terminal.until("Open windows at the place")
    terminal.press("Enter")
    terminal.until("place?")
    terminal.press("1", "Enter")
    terminal.until("leave it out")
    terminal.press("Enter")
    terminal.until("It takes 2 min of your time.")
    terminal.press("Enter")
    terminal.until("Taken on: #1 Open reception (place Reception hall)")
    terminal.press("F9")
    assert "演练" in terminal.until("你的任务和队列")
    terminal.press("F8")
    terminal.until("进行中")
    terminal.press("F10")
    terminal.until("离开还是结束？")
    terminal.press("3", "Enter")
    terminal.until("应做事项")
    terminal.press("F10")
    assert "drill.jsonl" in terminal.until("status 0")
    reading = read_journal(tmp_path / "drill.jsonl")
    kinds = [entry.kind for entry in reading.entries if entry.seat in ("petition_lead", None)]
    assert [kind for kind in kinds if kind in (OPEN, ORDER, ANSWER, CLOSING)] == [OPEN, ORDER, CLOSING]
    assert reading.problems == ()
