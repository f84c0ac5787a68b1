"""Writing a journal to disk: entry by entry for a live drill, or whole for one without a screen.

What a person was told is kept is on disk by then; a file that stands there already is never written over.
"""

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from simulator.errors import JournalError
from simulator.journal.disk import already_there, cannot_write, lock
from simulator.journal.entry import BASELINES, CLOSING, HEADER, Entry
from simulator.journal.lines import FIRST, canonical, chain, encode, head_hash, line_hash
from simulator.language.said import say

_SAFE = frozenset({HEADER, CLOSING, BASELINES})
_BINARY = getattr(os, "O_BINARY", 0)


class JournalFile:
    """A writer for `Journal.keep_with`: an entry is in the file on return, an act also on the disk.

    Raises `CallError` where the file exists already (an empty one may) or another drill writes it,
    `WriteError` where it cannot be written; then no part of the entry is left in it.
    """

    def __init__(
        self, path: Path | str, descriptor: int | None = None, kept: Iterable[Entry] = (), end: int = 0
    ) -> None:
        """For going on with a file: its descriptor (`take`), what it has, and where new lines go (bytes)."""
        self.path = Path(path)
        self._kept = list(kept)
        self._head = head_hash(self._kept)
        self._descriptor = take(self.path, new=True) if descriptor is None else descriptor
        self._end = end
        self._cut()

    def __call__(self, entry: Entry) -> None:
        """Keep an entry. Raises `JournalError` where another than this stands in the file already."""
        if entry.number < len(self._kept):
            self._must_be_same(entry)
            return
        line = encode(entry, self._head)
        try:
            self._append(line + b"\n", safe=entry.is_act or entry.kind in _SAFE)
        except OSError as error:
            self._cut()
            raise cannot_write(self.path, error) from error
        self._head = line_hash(line)
        self._end += len(line) + 1

    def _append(self, line: bytes, safe: bool) -> None:
        os.lseek(self._descriptor, self._end, os.SEEK_SET)
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]
        if safe:
            os.fsync(self._descriptor)

    def _must_be_same(self, entry: Entry) -> None:
        kept = self._kept[entry.number]
        if (kept.time, kept.seat, kept.kind) == (entry.time, entry.seat, entry.kind) and (
            canonical(kept.payload) == canonical(entry.payload)
        ):
            return
        place = {"path": self.path, "line": entry.number + 1}
        message = say("{path}:{line}: the drill cannot go on: it now runs otherwise", **place)
        raise JournalError(message, say("verify the journal; another version may have written it"))

    def _cut(self) -> None:
        """Leave nothing of an unfinished line. Where even that fails, the tail is cut when it is read."""
        with contextlib.suppress(OSError):
            os.ftruncate(self._descriptor, self._end)

    @property
    def head(self) -> str:
        """The hash of the last line in the file."""
        return self._head

    def close(self) -> None:
        """Let the file go. Calling it twice does no harm."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def take(path: Path, new: bool) -> int:
    """Open a journal for writing and lock it; a new one may not be there yet. Raises as `JournalFile`."""
    create = os.O_CREAT if new else 0
    try:
        if new and _is_taken(path):
            raise already_there(path)
        descriptor = os.open(path, os.O_RDWR | create | _BINARY, 0o666)
    except OSError as error:
        raise cannot_write(path, error) from error
    try:
        lock(descriptor, path)
        if new and os.fstat(descriptor).st_size:
            raise already_there(path)
    except BaseException:
        os.close(descriptor)
        raise
    if new:
        _keep_name(path.parent)
    return descriptor


def _is_taken(path: Path) -> bool:
    """Whether something stands there that a journal must not replace: anything but an empty file."""
    return path.is_symlink() or (path.exists() and not (path.is_file() and path.stat().st_size == 0))


def _keep_name(folder: Path) -> None:
    """Make the new file's name survive a power cut, where the system lets a folder be synchronised."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_all(entries: Iterable[Entry], path: Path | str) -> str:
    """Write a whole journal at once: the file is there complete or not at all. Answers the last line's hash.

    Raises `CallError` where something stands there already, `WriteError` where it cannot be written.
    """
    target = Path(path)
    if _is_taken(target):
        raise already_there(target)
    try:
        return _write_beside(entries, target)
    except OSError as error:
        raise cannot_write(target, error) from error


def _write_beside(entries: Iterable[Entry], target: Path) -> str:
    head = FIRST
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with open(descriptor, "wb") as file:
            for line in chain(entries):
                file.write(line + b"\n")
                head = line_hash(line)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return head


def _umask() -> int:
    """What the user's new files may not permit; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
