"""Killed at any write, out of power, on a full or read-only disk: what was acknowledged is kept."""

import errno
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.errors import CallError, WriteError
from simulator.journal.entry import BASELINES, CLOSING, Entry
from simulator.journal.journal import Journal
from simulator.journal.lines import chain
from simulator.journal.reading import Reading, read_journal
from simulator.rehearsal.baselines import append_baselines
from simulator.rehearsal.verify import verify
from simulator.room.opening import Wishes, open_room, reopen_room
from tests.players.sample import morning
from tests.soundness.clear import or_a_clear_error
from tests.soundness.effort import FULL
from tests.soundness.killed import ACTS, SEAT, go_on, play, still

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The journal of the drill that nothing befell."""
    path = tmp_path_factory.mktemp("whole") / "drill.jsonl"
    play(path, lambda _: None)
    return path.read_bytes()


def acts_of(entries: tuple[Entry, ...]) -> int:
    """How many of the trainee's acts are kept."""
    return sum(entry.is_act and entry.seat == SEAT for entry in entries)


def goes_on_to(path: Path) -> bytes:
    """The file after its drill was taken up again and played to its end."""
    opened = reopen_room(path, still, None, steps=True)
    go_on(opened.room, acts_of(tuple(opened.room.drill.journal)), lambda _: None)
    opened.file.close()
    return path.read_bytes()


def test_whenever_it_is_killed_nothing_acknowledged_is_lost_and_the_drill_goes_on(tmp_path: Path, whole: bytes) -> None:
    writes = whole.count(b"\n")
    points = [f"{write}-{share}" for write in range(0, writes, 1 if FULL else 29) for share in (0, 1, 2)]
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-m", "tests.soundness.killed", tmp_path, *points], cwd=root, check=True)
    for point in points:
        path = tmp_path / f"{point}.jsonl"
        acknowledged = (tmp_path / f"{point}.told").read_text(encoding="utf-8").split()
        reading = read_journal(path)
        assert len(acknowledged) <= acts_of(reading.entries) <= len(acknowledged) + 1
        assert whole.startswith(kept(reading))
        assert after(reading, path) == whole


def kept(reading: Reading) -> bytes:
    """The lines that can be relied on."""
    return b"".join(line + b"\n" for line in chain(reading.entries))


def after(reading: Reading, path: Path) -> bytes:
    """What becomes of the drill: begun anew where nothing was kept, gone on with, or over."""
    kinds = {entry.kind for entry in reading.entries}
    if not kinds:
        path.unlink()
        play(path, lambda _: None)
        return path.read_bytes()
    if CLOSING not in kinds:
        return goes_on_to(path)
    with pytest.raises(CallError, match="has ended"):
        reopen_room(path, still, None)
    rest = list(read_journal(path).entries)
    return kept(reading) if BASELINES in kinds else kept(reading) + baselines_of(rest)


def baselines_of(entries: list[Entry]) -> bytes:
    """The line that `verify` would add to a drill that ended without its baselines."""
    journal = Journal(entries)
    append_baselines(morning(), journal)
    return list(chain(journal))[-1] + b"\n"


def forced(lines: list[bytes]) -> list[int]:
    """The lines that were forced to the disk, by number: with each, all before it."""
    words = (b'"kind":"act.', b'"kind":"header"', b'"kind":"closing"', b'"kind":"baselines"')
    return [number for number, line in enumerate(lines) if any(word in line for word in words)]


def power_cut(lines: list[bytes], safe: int, chance: random.Random) -> bytes:
    """What may stand on a disk whose power failed when *safe* lines had been forced to it: of each page written
    later the new bytes, none of them, or the file's end.
    """
    data, start = b"".join(lines), len(b"".join(lines[:safe]))
    end = start + chance.randint(0, len(data) - start)
    found = bytearray(data[:end])
    for page in range(start // PAGE, end // PAGE + 1):
        if chance.random() < 0.5:
            low, high = max(start, page * PAGE), min(end, (page + 1) * PAGE)
            found[low:high] = bytes(high - low)
    return bytes(found)


@pytest.mark.parametrize("seed", range(400 if FULL else 20))
def test_a_power_cut_in_any_order_of_writes_loses_nothing_acknowledged(tmp_path: Path, whole: bytes, seed: int) -> None:
    chance, path = random.Random(seed), tmp_path / "drill.jsonl"
    lines = whole.splitlines(keepends=True)
    points = forced(lines)[:-2]
    place = chance.randrange(len(points))
    safe, following = points[place] + 1, forced(lines)[place + 1]
    path.write_bytes(power_cut(lines[:following], safe, chance))
    reading = read_journal(path)
    assert len(reading.entries) >= safe
    assert whole.startswith(kept(reading))
    assert goes_on_to(path) == whole


def test_a_hole_before_something_that_was_forced_to_the_disk_is_no_power_cut(tmp_path: Path, whole: bytes) -> None:
    lines = whole.splitlines(keepends=True)
    lines[3] = bytes(len(lines[3]) - 1) + b"\n"
    (tmp_path / "drill.jsonl").write_bytes(b"".join(lines))
    reading = read_journal(tmp_path / "drill.jsonl")
    assert (len(reading.entries), reading.usable) == (3, False)
    assert str(reading.problems[0].message) == "the line is garbled"


class Failing:
    """A system call that fails once, at its turn, after part of its work."""

    def __init__(self, call: Callable[..., int | None], turn: int, number: int, part: bool = False) -> None:
        self.call, self.turn, self.number, self.part = call, turn, number, part
        self.calls = 0

    def __call__(self, descriptor: int, *data: memoryview) -> int | None:
        self.calls += 1
        if self.calls - 1 == self.turn:
            if self.part:
                self.call(descriptor, data[0][: len(data[0]) // 2])
            raise OSError(self.number, os.strerror(self.number))
        return self.call(descriptor, *data)


@pytest.mark.parametrize("turn", range(1, 60, 1 if FULL else 9))
@pytest.mark.parametrize(
    ("call", "number"),
    [
        ("write", errno.ENOSPC),
        ("write", errno.EROFS),
        ("write", errno.EIO),
        ("fsync", errno.EIO),
        ("fsync", errno.EDQUOT),
    ],
)
def test_a_disk_that_fails_once_costs_a_pause_and_nothing_else(
    tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch, call: str, number: int, turn: int
) -> None:
    path = tmp_path / "drill.jsonl"
    opened = open_room(morning(), Wishes(SEAT, "Lin Qiao", 7, steps=True), path, still, None)
    monkeypatch.setattr(os, call, Failing(getattr(os, call), turn, number, part=call == "write"))
    opened.room.start()
    with or_a_clear_error(WriteError):
        go_on(opened.room, acts_of(tuple(opened.room.drill.journal)), lambda _: None)
    if opened.room.drill.journal.closing is None:
        go_on(opened.room, acts_of(tuple(opened.room.drill.journal)), lambda _: None)
    opened.file.close()
    assert path.read_bytes() == whole


def test_a_file_on_a_disk_that_can_only_be_read_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(WriteError, match="the disk can only be read"):
        open_room(morning(), Wishes(SEAT, "", 7), tmp_path / "drill.jsonl", still, None)


def test_what_was_not_acknowledged_is_not_scored(tmp_path: Path, whole: bytes) -> None:
    lines = whole.splitlines(keepends=True)
    last = next(number for number, line in enumerate(lines) if b'"verb":"listen"' in line and b"act.order" in line)
    (tmp_path / "drill.jsonl").write_bytes(b"".join(lines[:last]) + lines[last][:-1])
    found = verify(tmp_path / "drill.jsonl")
    assert (found.ok, found.entries) == (False, last)
    assert acts_of(read_journal(tmp_path / "drill.jsonl").entries) == [act for _, act in ACTS].index(ACTS[4][1])
