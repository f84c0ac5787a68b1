"""Reading a journal from disk, line by line, telling all that is wrong; and going on with a torn one."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from simulator.errors import CallError, JournalError
from simulator.journal.disk import cannot_read
from simulator.journal.entry import BASELINES, CLOSING, FORMAT, HEADER, Entry
from simulator.journal.file import JournalFile, take
from simulator.journal.journal import Journal
from simulator.journal.lines import FIRST, LINE_LIMIT, decode, line_hash
from simulator.language.said import Said, say

FILE_LIMIT = 512 * 1024 * 1024
"""No journal is larger, in bytes: a day's drill of forty seats stays a hundred times below."""

MOST_PROBLEMS = 20
"""So many are told; whoever must mend a journal needs the first."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a journal."""

    line: int
    """From 1."""
    message: Said


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a journal file."""

    path: Path
    entries: tuple[Entry, ...]
    """All up to the first problem: what can be relied on."""
    problems: tuple[Problem, ...]
    head: str
    """The hash of the last line read; zeros for none."""
    torn: bool
    """Whether the last line was cut off while it was being written. It is one of the problems."""
    end: int
    """Bytes of the whole lines."""

    @property
    def usable(self) -> bool:
        """Whether all but a torn last line is as it was written."""
        return bool(self.entries) and len(self.problems) == int(self.torn)

    @property
    def journal(self) -> Journal:
        """The entries as a journal; raises `JournalError` where they cannot be relied on."""
        if not self.usable:
            first = self.problems[0]
            message = say("{path}:{line}: {problem}", path=self.path, line=first.line, problem=first.message)
            raise JournalError(message, say("drillroom verify lists all that is wrong with it"))
        return Journal(list(self.entries))


def read_journal(path: Path | str) -> Reading:
    """Read a journal file, keeping no more than one line beside its entries.

    Raises `FileError` where it is missing or cannot be opened; all that is wrong inside it is a problem.
    """
    place = Path(path)
    try:
        with place.open("rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise OSError(None, "not a file")
            return _Check(place).read(file)
    except OSError as error:
        raise cannot_read(place, error) from error


class _Check:
    """Goes through the lines once, with what is known of the line before."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.hash, self.expected, self.time, self.end = FIRST, 0, 0, 0
        self.torn = False
        self.hole: tuple[int, str] | None = None
        """The line and the hash before it, where the first fault is bytes that never reached the disk."""
        self.forced_after = False
        """Whether an entry stands after the first fault that was forced to the disk with all before it."""

    def read(self, file: BinaryIO) -> Reading:
        if os.fstat(file.fileno()).st_size > FILE_LIMIT:
            self.problem(1, say("larger than any journal may be"))
        else:
            for number, line in enumerate(_lines(file), start=1):
                if not self.line(number, line):
                    break
        if self.hole is not None and not self.forced_after:
            self.lost_power(*self.hole)
        if not self.entries and not self.problems:
            self.problem(1, say("the file is empty"))
        return Reading(self.path, tuple(self.entries), tuple(self.problems), self.hash, self.torn, self.end)

    def problem(self, line: int, message: Said) -> bool:
        self.problems.append(Problem(line, message))
        return len(self.problems) < MOST_PROBLEMS

    def line(self, number: int, line: bytes) -> bool:
        """Take one line; answers whether it is worth reading on."""
        if not line.endswith(b"\n"):
            return self.unfinished(number, line)
        body = line[:-1]
        try:
            entry, before = decode(body)
        except ValueError:
            return self.garbled(number, body)
        self.forced_after |= bool(self.problems) and (entry.is_act or entry.kind in (CLOSING, BASELINES))
        if number == 1 and not self.opens(entry):
            return False
        going_on = self.follows(number, entry, before)
        self.hash, self.expected, self.time = line_hash(body), entry.number + 1, entry.time
        if not self.problems:
            self.entries.append(entry)
            self.end += len(line)
        return going_on

    def unfinished(self, number: int, line: bytes) -> bool:
        if len(line) > LINE_LIMIT:
            self.problem(number, say("longer than any line of a journal may be"))
        elif number == 1:
            self.problem(1, say("not a journal of Drillroom"))
        else:
            self.torn = True
            self.problem(number, say("the last line was cut off while it was being written"))
        return False

    def garbled(self, number: int, body: bytes) -> bool:
        if number == 1:
            self.problem(1, say("not a journal of Drillroom"))
            return False
        if b"\0" in body and not self.problems:
            self.hole = (number, self.hash)
        self.hash, self.expected = line_hash(body), self.expected + 1
        return self.problem(number, say("the line is garbled"))

    def lost_power(self, number: int, before: str) -> None:
        """The disk kept the end of the file in another order than it was written in: all from there is cut off."""
        self.problems, self.hash, self.torn = [], before, True
        self.problem(number, say("the last line was cut off while it was being written"))

    def opens(self, entry: Entry) -> bool:
        """Whether the first line begins a journal that this program can read."""
        if entry.kind != HEADER:
            self.problem(1, say("not a journal of Drillroom: it has no header"))
        elif entry.payload.get("format") != FORMAT:
            values = {"found": entry.payload.get("format"), "known": FORMAT}
            self.problem(1, say("written in format {found}; this program reads format {known}", **values))
        return not self.problems

    def follows(self, number: int, entry: Entry, before: str) -> bool:
        """Tell where an entry does not continue what stands before it."""
        if entry.number != self.expected:
            values = {"found": entry.number, "expected": self.expected}
            return self.problem(number, say("entry {found} stands where {expected} should be", **values))
        if before != self.hash:
            return self.altered(number)
        if entry.time < self.time:
            return self.problem(number, say("time runs backwards"))
        if number > 1 and entry.kind == HEADER:
            return self.problem(number, say("a second header"))
        return True

    def altered(self, number: int) -> bool:
        """This line bears another hash than that of the line before, which cannot be relied on."""
        if not self.problems and self.entries:
            self.entries.pop()
        return self.problem(max(1, number - 1), say("altered: its hash is not the one in the next line"))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines with their ends; one that is too long comes without its end."""
    while line := file.readline(LINE_LIMIT + 1):
        yield line
        if not line.endswith(b"\n"):
            return


@dataclass(frozen=True, slots=True)
class Resumed:
    """A journal that is being gone on with."""

    journal: Journal
    """What was kept; whatever is written to it goes to the file too."""
    file: JournalFile
    """The writer, for a drill that plays the kept acts again: what the file has is compared, not written."""
    torn: bool
    """Whether an unfinished last line was cut off."""


def resume(path: Path | str) -> Resumed:
    """Go on with an unfinished journal, cutting off a torn last line.

    Raises `FileError` and `JournalError` as reading does, `CallError` where its drill has ended or another
    drill writes it, `WriteError` where it cannot be written.
    """
    place = Path(path)
    read_journal(place)  # So that a missing file is told as such, before it is opened for writing.
    descriptor = take(place, new=False)
    try:
        return _go_on(descriptor, read_journal(place))
    except BaseException:
        os.close(descriptor)
        raise


def _go_on(descriptor: int, reading: Reading) -> Resumed:
    journal = reading.journal
    if journal.closing is not None:
        message = say("{path}: this drill has ended", path=reading.path)
        raise CallError(message, say("start a new one, or look at its report"))
    file = JournalFile(reading.path, descriptor, reading.entries, reading.end)
    journal.keep_with(file)
    return Resumed(journal, file, reading.torn)
