"""The program in a real terminal: started, played by keys, ended, scored, with tmux as the terminal of 80×24."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.journal.entry import ANSWER, CLOSING, OPEN, ORDER
from simulator.journal.reading import read_journal
from tests.tui.terminal import ROOT, Terminal


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
