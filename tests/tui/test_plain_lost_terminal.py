"""A terminal that is lost in the middle of a drill in lines: all that was done is kept, and is gone on with."""

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.journal.entry import ANSWER, NOTE
from simulator.journal.reading import read_journal
from simulator.room.opening import reopen_room
from tests.authoring.sample import sample_yaml
from tests.room.rooms import SEAT, Clock

ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds for which the program may be silent before a test gives up on it."""


class Remote:
    """`drillroom play --plain` on a terminal that a test can take away."""

    def __init__(self, folder: Path) -> None:
        self._own, terminal = pty.openpty()
        scenario = folder / "scenario.yaml"
        scenario.write_text(sample_yaml(), encoding="utf-8")
        call = [sys.executable, "-m", "tui.main", "--lang", "en", "play", str(scenario), "--plain", "--seat", SEAT]
        call += ["--seed", "7", "--journal", str(folder / "drill.jsonl")]
        self.process = subprocess.Popen(
            call, cwd=ROOT, stdin=terminal, stdout=terminal, stderr=subprocess.PIPE, start_new_session=True
        )
        os.close(terminal)

    def type(self, line: str) -> None:
        os.write(self._own, line.encode() + b"\n")

    def until(self, wanted: str) -> None:
        """Wait until the program has said something."""
        heard = b""
        while wanted.encode() not in heard:
            assert select.select([self._own], [], [], PATIENCE)[0], f"{wanted!r} never came: {heard!r}"
            heard += os.read(self._own, 65536)

    def hang_up(self) -> None:
        """Close the other end: nothing can be read or written any more."""
        if self._own >= 0:
            os.close(self._own)
            self._own = -1

    def ended(self) -> tuple[int, bytes]:
        """The status it left with, and what it said beside the terminal."""
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors


@pytest.fixture
def remote(tmp_path: Path) -> Iterator[Remote]:
    found = Remote(tmp_path)
    found.until("DECISION")
    found.type("note someone has fainted")
    found.until("Noted.")
    found.type("answer first_words listen")
    found.until("Taken on: Listen.")
    yield found
    found.hang_up()
    found.process.kill()
    found.process.wait()


def test_hung_up_upon_it_has_kept_every_act_and_is_taken_up_again(remote: Remote, tmp_path: Path) -> None:
    remote.process.send_signal(signal.SIGHUP)
    assert remote.ended() == (-signal.SIGHUP, b"")
    journal = tmp_path / "drill.jsonl"
    assert [entry.kind for entry in read_journal(journal).entries if entry.seat == SEAT and entry.is_act] == [
        NOTE, ANSWER,
    ]  # fmt: skip
    again = reopen_room(journal, Clock(), None)
    assert again.room.view(SEAT).answers == {"first_words": "listen"}
    again.file.close()


def test_a_terminal_that_goes_without_a_signal_is_left_without_a_word(remote: Remote, tmp_path: Path) -> None:
    remote.hang_up()
    assert remote.ended() == (0, b"")
    again = reopen_room(tmp_path / "drill.jsonl", Clock(), None)
    assert not again.room.over
    again.file.close()
