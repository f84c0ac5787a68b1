"""Reading a journal back: what is told where it is torn, altered or no journal, and going on with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.errors import CallError, FileError, JournalError
from simulator.journal.entry import FORMAT, Entry
from simulator.journal.file import JournalFile, write_all
from simulator.journal.lines import FIRST, LINE_LIMIT, chain, encode, head_hash
from simulator.journal.reading import Reading, read_journal, resume
from tests.journal.drill import END, ENTRIES

DRILL = (*ENTRIES, END)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_all(DRILL, tmp_path / "drill.jsonl")
    return tmp_path / "drill.jsonl"


def told(reading: Reading) -> list[tuple[int, str]]:
    return [(problem.line, str(problem.message)) for problem in reading.problems]


def test_a_whole_journal_comes_back_without_problems(path: Path) -> None:
    reading = read_journal(path)
    assert (reading.entries, told(reading), reading.torn, reading.usable) == (DRILL, [], False, True)
    assert reading.head == head_hash(DRILL)
    assert reading.end == path.stat().st_size


def test_a_missing_file_and_a_folder_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="it does not exist"):
        read_journal(tmp_path / "none.jsonl")
    with pytest.raises(FileError, match="cannot be opened"):
        read_journal(tmp_path)


LATER = encode(Entry(0, 0, None, "header", {"format": FORMAT + 1}), FIRST) + b"\n"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n", "not a journal of Drillroom"),
        (b"hello", "not a journal of Drillroom"),
        (b'{"n":0}\n', "not a journal of Drillroom"),
        (encode(END, FIRST) + b"\n", "not a journal of Drillroom: it has no header"),
        (LATER, f"written in format {FORMAT + 1}; this program reads format {FORMAT}"),
        (b"x" * (LINE_LIMIT + 2), "longer than any line of a journal may be"),
    ],
)
def test_what_is_no_journal_is_told_at_line_one(tmp_path: Path, content: bytes, problem: str) -> None:
    (tmp_path / "file").write_bytes(content)
    reading = read_journal(tmp_path / "file")
    assert (told(reading), reading.entries, reading.usable) == ([(1, problem)], (), False)


ALTERED = "altered: its hash is not the one in the next line"


def without(number: int) -> Callable[[list[bytes]], list[bytes]]:
    return lambda lines: lines[:number] + lines[number + 1 :]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda lines: [lines[0], lines[1].replace(b"register", b"activate"), *lines[2:]], (2, ALTERED)),
        (lambda lines: [lines[0].replace(b"person", b"silent"), *lines[1:]], (1, ALTERED)),
        (lambda lines: [lines[0], b"garbled\n", *lines[2:]], (2, "the line is garbled")),
        (without(1), (2, "entry 2 stands where 1 should be")),
        (lambda lines: [lines[0], lines[2], lines[1], lines[3]], (2, "entry 2 stands where 1 should be")),
        (lambda lines: [*lines[:2], *lines[1:]], (3, "entry 1 stands where 2 should be")),
    ],
)
def test_whatever_is_altered_is_told_with_its_line(
    path: Path, change: Callable[[list[bytes]], list[bytes]], problem: tuple[int, str]
) -> None:
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))
    reading = read_journal(path)
    assert told(reading)[0] == problem
    assert not reading.usable
    with pytest.raises(JournalError, match=f":{problem[0]}: "):
        reading.journal  # noqa: B018


def test_only_what_stands_before_the_first_fault_is_relied_on(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"residents", b"onlookers"))
    assert read_journal(path).entries == DRILL[:2]


def test_time_does_not_run_backwards(tmp_path: Path) -> None:
    back = Entry(3, 3599, None, END.kind, END.payload)
    (tmp_path / "file").write_bytes(b"".join(line + b"\n" for line in chain((*ENTRIES, back))))
    assert told(read_journal(tmp_path / "file")) == [(4, "time runs backwards")]


@pytest.mark.parametrize("cut", [1, 2, 30])
def test_a_torn_last_line_is_left_off_and_the_rest_is_usable(path: Path, cut: int) -> None:
    path.write_bytes(path.read_bytes()[:-cut])
    reading = read_journal(path)
    assert told(reading) == [(4, "the last line was cut off while it was being written")]
    assert (reading.torn, reading.usable, reading.entries) == (True, True, ENTRIES)
    assert list(reading.journal) == list(ENTRIES)


def test_a_torn_journal_is_gone_on_with(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-10])
    resumed = resume(path)
    assert resumed.torn
    resumed.journal.write(END.time, None, END.kind, END.payload)
    resumed.file.close()
    assert path.read_bytes() == whole


def test_a_drill_that_plays_its_acts_again_goes_on_in_the_same_file(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-10])
    with resume(path).file as file:
        for entry in DRILL:
            file(entry)
    assert path.read_bytes() == whole


def test_a_drill_that_now_runs_otherwise_does_not_go_on(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-10])
    with resume(path).file as file, pytest.raises(JournalError, match=":2: the drill cannot go on"):
        file(Entry(1, 65, "lead", ENTRIES[1].kind, {"order": 1, "verb": "activate", "accepted": True}))


def test_an_ended_drill_and_one_being_written_are_not_gone_on_with(path: Path, tmp_path: Path) -> None:
    with pytest.raises(CallError, match="has ended"):
        resume(path)
    with JournalFile(tmp_path / "live") as file:
        file(ENTRIES[0])
        with pytest.raises(CallError, match="another drill"):
            resume(tmp_path / "live")


def test_an_altered_journal_is_not_gone_on_with(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"register", b"activate"))
    with pytest.raises(JournalError, match="altered"):
        resume(path)
