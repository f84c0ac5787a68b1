"""A shared drill in real terminals: host, two trainees and a controller play `event`, from codes to hot wash."""

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.journal.entry import DELIVER, HAND_OVER, OPEN, TURNING
from simulator.journal.reading import read_journal
from simulator.rehearsal.verify import verify
from tests.tui.terminal import ROOT, Terminal

Open = Callable[[str, str], Terminal]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """Opens a terminal of its own name in which `drillroom` is called."""
    assert shutil.which("tmux"), "tmux is not installed: it is the terminal of this test"
    terminals: list[Terminal] = []

    def start(name: str, words: str) -> Terminal:
        folder = tmp_path / name
        folder.mkdir()
        call = f"{sys.executable} -m tui.main --lang en {words}"
        terminals.append(Terminal(folder, f"cd '{ROOT}' && {call}; echo status $?; exec cat"))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()


def typed_for(shown: str, role: str) -> str:
    """What the host says somebody of a role types."""
    found = re.search(rf"^{role}: drillroom (.*)$", shown, re.MULTILINE)
    assert found is not None, shown
    return found.group(1)


def something_between_the_seats(lead: Terminal, commander: Terminal) -> None:
    """The lead reads a letter; the commander hands over to the lead."""
    lead.until("1 08:03 document")
    lead.press("Enter")
    lead.until("We leased our taxis")
    commander.press("F7")
    commander.until("Hand over to")
    commander.press("2", "Enter")
    commander.until("Hand over to Petition lead")
    commander.type("look after the letter")
    commander.press("Enter")
    commander.until("Taken on: hand-over to Petition lead")


def paused_steered_and_ended(controller: Terminal, lead: Terminal) -> None:
    """The controller halts the clock, sends an inject of their own and ends the drill."""
    controller.press("F8")
    controller.until("paused")
    lead.until("The drill is paused.")
    controller.press("F4")
    controller.until("What for?")
    controller.press("1", "Enter")
    controller.until("write one now")
    controller.press("2", "Enter")
    controller.until("Done: deliver")
    controller.press("F10")
    controller.until("End the drill now")
    controller.press("3", "Enter")


def test_three_people_play_event_from_the_codes_to_the_hot_wash(opened: Open, tmp_path: Path) -> None:
    journal = tmp_path / "drill.jsonl"
    host = opened("host", f"host event --seed 7 --pace 20 --port 0 --journal '{journal}'")
    said = host.until("The journal: ")
    lead = opened("lead", f"{typed_for(said, 'trainee')} --seat petition_lead --name 'Lin Qiao'")
    lead.until("waiting for the controller to start the drill")
    commander = opened("commander", f"{typed_for(said, 'trainee')} --seat commander --name 'He Ping'")
    lead.until("Commander: He Ping")
    controller = opened("controller", f"{typed_for(said, 'controller')} --name 'Chen Yu'")
    controller.until("not begun")

    controller.press("F8")
    controller.until("running")
    lead.until("Your task and queue")
    commander.until("Your task and queue")
    something_between_the_seats(lead, commander)
    paused_steered_and_ended(controller, lead)
    for trainee, name in ((lead, "Petition lead: Lin Qiao"), (commander, "Commander: He Ping")):
        trainee.until("Hot wash")
        trainee.until(name)
        trainee.press("F10")
        trainee.until("status 0")
    controller.press("F10")
    controller.until("Leave the console")
    controller.press("2", "Enter")
    controller.until("status 0")
    assert "The room is closed." in host.until("status 0")
    the_journal_tells_it(journal)


def the_journal_tells_it(journal: Path) -> None:
    entries = read_journal(journal).entries
    assert [entry.payload["what"] for entry in entries if entry.kind == TURNING] == ["start", "pause", "end"]
    done = [(entry.kind, entry.seat) for entry in entries if entry.kind in (OPEN, HAND_OVER, DELIVER)]
    of_people = [each for each in done if each[1] in ("petition_lead", "commander", "@control")]
    assert (OPEN, "petition_lead") in of_people
    assert (HAND_OVER, "commander") in of_people
    assert (DELIVER, "@control") in of_people
    assert verify(journal).ok
