"""The tutorial in a real terminal, from the lobby to the hot wash, by keys alone; time is led on by hand."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.journal.entry import ANSWER, OPEN, ORDER
from simulator.journal.reading import read_journal
from tests.tui.terminal import ROOT, Terminal

AHEAD, FASTER = ("1", "0"), ("1", "1")
"""The menu's tenth command, on to what comes next; and its eleventh."""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    assert shutil.which("tmux"), "tmux is not installed: it is the terminal of this test"
    home = f"XDG_DATA_HOME='{tmp_path}' XDG_CONFIG_HOME='{tmp_path}' DRILLROOM_RECORDS="
    call = f"env {home} {sys.executable} -m tui.main --lang en"
    found = Terminal(tmp_path, f"cd '{ROOT}' && {call}; echo status $?; exec cat")
    yield found
    found.close()


def number_of(screen: str, words: str) -> str:
    """The number that stands before these words."""
    found = re.search(rf"(\d+)\. {re.escape(words)}", screen)
    assert found is not None, screen
    return found[1]


def order(terminal: Terminal, verb: str, *arguments: tuple[str, str]) -> None:
    """Give an order by its name; then for each argument, once it is asked for, what is typed."""
    terminal.press("F2")
    terminal.until("search, or number")
    terminal.type(verb)
    terminal.press("Enter")
    for asked, typed in arguments:
        terminal.until(f"{asked}?")
        terminal.type(typed)
        terminal.press("Enter")
    terminal.until("Enter gives this order")
    terminal.press("Enter")
    terminal.until("Taken on")


def answer(terminal: Terminal, words: str) -> None:
    """Give the answer that begins with these words."""
    terminal.press(number_of(terminal.until(words), words))
    terminal.until("Taken on")


def from_menu(terminal: Terminal, number: tuple[str, ...]) -> None:
    """A command of the menu. Esc is awaited: with the next key at its heels a terminal takes it for Alt."""
    terminal.press("Escape")
    terminal.until("Ahead to what comes next")
    terminal.press(*number)
    terminal.until(f">{''.join(number)}. ")
    terminal.press("Enter")


def ahead_to(terminal: Terminal, wanted: str) -> None:
    """Lead the drill on, from one thing that reaches the seat to the next, until this text stands on the screen."""
    for _ in range(8):
        from_menu(terminal, AHEAD)
        if wanted in terminal.until("F8 Pause"):
            return
    raise AssertionError(f"{wanted!r} never came")


def run_to_the_end(terminal: Terminal) -> None:
    """Double the pace until the hour takes seconds."""
    for doubled in range(1, 10):
        from_menu(terminal, FASTER)
        terminal.until(f"  {2**doubled}x  ")
    terminal.until("Hot wash")


def test_the_tutorial_is_played_to_its_end_by_keys(terminal: Terminal, tmp_path: Path) -> None:
    terminal.until("Ten minutes at the counter")
    terminal.press("Enter")
    terminal.until("Begin")
    terminal.press("3")
    terminal.until(">3. Pace")
    terminal.press("Left")
    terminal.until("< 1 seconds")
    terminal.press("7")
    terminal.until(">7. Begin")
    terminal.press("Enter")
    terminal.until("Start the drill")
    terminal.press("Enter")
    terminal.until("Your guide")
    terminal.press("Enter")
    terminal.until("Message 1")
    terminal.press("Escape")
    terminal.until("Your task and queue")
    ahead_to(terminal, "School caretaker")
    order(terminal, "Tell another", ("to whom", "Public"), ("about", "School"), ("in your words", "for your eyes"))
    answer_first(terminal)
    order(terminal, "Open reception", ("place", "1"), ("windows", ""))
    run_to_the_end(terminal)
    terminal.until("Team:")
    terminal.press("4")
    terminal.until("would have changed")
    terminal.press("5")
    terminal.until("model answer")
    terminal.press("F10")
    terminal.until("Which scenario?")
    terminal.press("F10")
    terminal.until("status 0")
    (journal,) = (tmp_path / "drillroom" / "journals").glob("*.jsonl")
    mine = [entry.kind for entry in read_journal(journal).entries if entry.seat == "petition_lead"]
    assert [kind for kind in mine if kind in (OPEN, ORDER, ANSWER)][:1] == [OPEN]
    assert (mine.count(ORDER), mine.count(ANSWER)) == (2, 2)
    assert read_journal(journal).journal.closing is not None


def answer_first(terminal: Terminal) -> None:
    """The two questions of the parents at the counter, as the guide teaches them."""
    ahead_to(terminal, "DECISION –")
    answer(terminal, "'Not yet, but I will find out.")
    ahead_to(terminal, "DECISION –")
    answer(terminal, "'Three kilometres along the main")
