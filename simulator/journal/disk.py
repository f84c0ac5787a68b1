"""Why a journal could not be opened or written, in words with a remedy, and the lock on its file."""

import errno
import os
import sys
from pathlib import Path

from simulator.errors import CallError, FileError, WriteError
from simulator.language.said import Said, say

_NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM)


def reason(error: OSError) -> Said:
    """What the operating system says, in words that can be translated."""
    if error.errno in _NO_SPACE:
        return say("there is no space left")
    if error.errno in _FORBIDDEN:
        return say("you have no permission")
    if error.errno == errno.EROFS:
        return say("the disk can only be read")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return say("it does not exist")
    return say("the system says: {reason}", reason=error.strerror or type(error).__name__)


def cannot_write(path: Path, error: OSError) -> WriteError:
    """The failure to write a journal, with what to do about it."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        message = say("{path}: the folder does not exist", path=path)
        return WriteError(message, say("make the folder first, or choose another one"))
    message = say("{path}: the journal cannot be written: {reason}", path=path, reason=reason(error))
    if error.errno in _NO_SPACE:
        return WriteError(message, say("free some space"))
    return WriteError(message, say("choose a folder that you may write to"))


def cannot_read(path: Path, error: OSError) -> FileError:
    """The failure to open a journal."""
    message = say("{path}: the journal cannot be opened: {reason}", path=path, reason=reason(error))
    return FileError(message, say("check the name and your permission"))


def already_there(path: Path) -> CallError:
    """The refusal to write over something."""
    remedy = say("choose another name, or move the old file away")
    return CallError(say("{path} exists already", path=path), remedy)


def lock(descriptor: int, path: Path) -> None:
    """Take the file for this process until it is closed. Raises `CallError` where another drill writes it."""
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return  # Some network disks have no locks; a drill must run there too.
        message = say("{path}: another drill is writing this journal", path=path)
        raise CallError(message, say("end that drill first, or choose another name")) from error


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, 1 << 40, os.SEEK_SET)  # A lock there leaves the file readable.
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
