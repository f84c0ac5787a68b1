"""A drill that was broken off is taken up again from its journal and goes on as if nothing had been."""

from pathlib import Path

import pytest

from simulator.errors import CallError, JournalError
from simulator.journal.acts import Answer, Note, Open, Order
from simulator.journal.entry import Entry
from simulator.journal.reading import read_journal
from simulator.room.opening import Opened, must_have_seat, reopen_room
from tests.authoring.sample import sample
from tests.room.rooms import SEAT, Clock, opened


def broken_off(folder: Path) -> Opened:
    """A drill of which the trainee has played the first twenty minutes."""
    found = opened(folder, Clock())
    room = found.room
    room.start()
    room.wait(SEAT, 3600)
    room.act(SEAT, Open(1))
    room.act(SEAT, Answer("first_words", "listen"))
    room.skip_to(300)
    room.act(SEAT, Order("open_reception", {"place": "hall"}))
    room.act(SEAT, Order("dispatch", {"unit": "reception_team", "place": "hall"}))
    room.skip_to(1200)
    room.act(SEAT, Note("the queue is long"))
    found.file.close()
    return found


def facts(entries: list[Entry]) -> list[object]:
    """Entries without their wall times."""
    return [(entry.time, entry.seat, entry.kind, entry.payload) for entry in entries]


def test_it_stands_paused_at_the_second_at_which_it_broke_off(tmp_path: Path) -> None:
    before = list(broken_off(tmp_path).room.drill.journal)
    again = reopen_room(tmp_path / "drill.jsonl", Clock(), None)
    assert (again.room.drill.now, again.room.status) == (1200, "paused")
    assert facts(list(again.room.drill.journal)) == facts(before)
    again.file.close()


def test_it_ends_as_it_would_have_ended(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    whole = broken_off(tmp_path / "whole").room
    whole.keeper = None
    whole.drill.journal.keep_with(lambda entry: None)
    whole.skip_to(whole.drill.scenario.length)
    broken_off(tmp_path)
    again = reopen_room(tmp_path / "drill.jsonl", Clock(), None)
    again.room.skip_to(whole.drill.scenario.length)
    again.file.close()
    assert facts(list(again.room.drill.journal)) == facts(list(whole.drill.journal))
    assert facts(list(read_journal(tmp_path / "drill.jsonl").entries)) == facts(list(whole.drill.journal))


def test_a_torn_last_line_is_no_hindrance(tmp_path: Path) -> None:
    broken_off(tmp_path)
    path = tmp_path / "drill.jsonl"
    path.write_bytes(path.read_bytes() + b'{"n":99,"t":"T+000:2')
    again = reopen_room(path, Clock(), None)
    assert again.room.drill.now == 1200
    again.file.close()


def test_an_altered_journal_is_not_taken_up(tmp_path: Path) -> None:
    broken_off(tmp_path)
    path = tmp_path / "drill.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[3] = lines[3].replace("T+000:00:0", "T+000:00:5")
    path.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(JournalError):
        reopen_room(path, Clock(), None)


def test_a_drill_that_has_ended_is_not_taken_up(tmp_path: Path) -> None:
    found = opened(tmp_path, Clock())
    found.room.start()
    found.room.end()
    found.file.close()
    with pytest.raises(CallError, match="has ended"):
        reopen_room(tmp_path / "drill.jsonl", Clock(), None)


def test_a_journal_that_exists_is_never_written_over(tmp_path: Path) -> None:
    broken_off(tmp_path)
    with pytest.raises(CallError, match="exists already"):
        opened(tmp_path, Clock())


def test_a_seat_that_does_not_exist_is_named_with_a_likely_one(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="no seat 'petition_leed'") as caught:
        must_have_seat(sample(tmp_path), "petition_leed")
    assert "did you mean 'petition_lead'?" in str(caught.value.remedy)
