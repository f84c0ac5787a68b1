"""A journal on disk: every entry at once, nothing by halves, never over another file."""

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from simulator.errors import CallError, WriteError
from simulator.journal.file import JournalFile, write_all
from simulator.journal.journal import Journal
from simulator.journal.lines import chain, head_hash
from tests.journal.drill import END, ENTRIES

WHOLE = b"".join(line + b"\n" for line in chain((*ENTRIES, END)))


@contextmanager
def a_disk_of(size: int) -> Iterator[None]:
    """No file may grow past *size* bytes."""
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_entries_so_far_and_to_come_are_in_the_file_at_once(tmp_path: Path) -> None:
    journal, path = Journal(list(ENTRIES)), tmp_path / "drill.jsonl"
    with JournalFile(path) as file:
        journal.keep_with(file)
        assert path.read_bytes().count(b"\n") == 3
        journal.write(END.time, None, END.kind, END.payload)
        assert path.read_bytes() == WHOLE
        assert file.head == head_hash(journal)


def test_acts_header_and_closing_are_forced_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forced: list[int] = []
    with JournalFile(tmp_path / "drill.jsonl") as file:
        monkeypatch.setattr(os, "fsync", lambda _: forced.append(file._end))
        for entry in (*ENTRIES, END):
            file(entry)
    starts = [len(b"".join(line + b"\n" for line in list(chain((*ENTRIES, END)))[:n])) for n in range(4)]
    assert forced == [starts[0], starts[1], starts[3]]


def test_a_whole_journal_is_written_as_one_entry_by_entry_is(tmp_path: Path) -> None:
    path = tmp_path / "drill.jsonl"
    assert write_all((*ENTRIES, END), path) == head_hash((*ENTRIES, END))
    assert path.read_bytes() == WHOLE
    assert [file.name for file in tmp_path.iterdir()] == ["drill.jsonl"]


def test_no_journal_is_written_over_another_file(tmp_path: Path) -> None:
    path = tmp_path / "drill.jsonl"
    path.write_text("mine")
    with pytest.raises(CallError, match="exists already"):
        JournalFile(path)
    with pytest.raises(CallError, match="exists already"):
        write_all(ENTRIES, path)
    assert path.read_text() == "mine"


def test_an_empty_file_may_become_a_journal(tmp_path: Path) -> None:
    (tmp_path / "one").touch()
    (tmp_path / "two").touch()
    write_all((*ENTRIES, END), tmp_path / "one")
    with JournalFile(tmp_path / "two") as file:
        file(ENTRIES[0])
    assert (tmp_path / "one").read_bytes() == WHOLE
    assert (tmp_path / "two").read_bytes() == WHOLE.splitlines(keepends=True)[0]


def test_two_drills_do_not_write_one_file(tmp_path: Path) -> None:
    with JournalFile(tmp_path / "drill.jsonl"), pytest.raises(CallError, match="another drill"):
        JournalFile(tmp_path / "drill.jsonl")


def test_a_missing_folder_is_told_with_a_remedy(tmp_path: Path) -> None:
    for write in (JournalFile, lambda path: write_all(ENTRIES, path)):
        with pytest.raises(WriteError, match="the folder does not exist") as caught:
            write(tmp_path / "none" / "drill.jsonl")
        assert str(caught.value.remedy) == "make the folder first, or choose another one"
        assert caught.value.status == 2


def test_on_a_full_disk_nothing_of_the_refused_entry_stays(tmp_path: Path) -> None:
    path, journal = tmp_path / "drill.jsonl", Journal()
    with JournalFile(path) as file:
        journal.keep_with(file)
        journal.write(0, None, ENTRIES[0].kind, ENTRIES[0].payload, ENTRIES[0].wall)
        whole = path.read_bytes()
        with a_disk_of(len(whole) + 40), pytest.raises(WriteError, match="no space left"):
            journal.write(65, "lead", ENTRIES[1].kind, ENTRIES[1].payload)
        assert path.read_bytes() == whole
        assert len(journal) == 1
        journal.write(65, "lead", ENTRIES[1].kind, ENTRIES[1].payload, ENTRIES[1].wall)
    assert path.read_bytes() == b"".join(WHOLE.splitlines(keepends=True)[:2])


def test_on_a_full_disk_a_whole_journal_leaves_no_file(tmp_path: Path) -> None:
    with a_disk_of(100), pytest.raises(WriteError, match="no space left"):
        write_all(ENTRIES, tmp_path / "drill.jsonl")
    assert list(tmp_path.iterdir()) == []
