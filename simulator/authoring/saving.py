"""Writes an author's file: whole or not at all, with the state before it kept beside it."""

import os
import tempfile
from pathlib import Path

from simulator.errors import CallError, WriteError
from simulator.journal.disk import already_there, reason
from simulator.language.said import say

KEPT = ".bak"
"""What is added to the name of a file to keep the state before the last change."""


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, and the folder it stands in.

    Raises `CallError` where something of that name exists, `WriteError` where it cannot be written.
    """
    if path.exists():
        raise already_there(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise _refused(path) if path.parent.exists() and not path.parent.is_dir() else already_there(path) from error
    except OSError as error:
        raise _cannot(path, error) from error


def rewrite(path: Path, text: str) -> Path:
    """Put a text in the place of a file's, and answer where the former one is kept.

    A file with Windows line ends keeps them. Raises `WriteError` where it cannot be written; then nothing changed.
    """
    kept = path.with_name(path.name + KEPT)
    try:
        before = path.read_bytes()
        # Windows' editors of old show a file with mixed or Unix line ends as one line.
        ends = b"\r\n" if b"\r\n" in before else b"\n"
        _replace(kept, before)
        _replace(path, text.encode().replace(b"\n", ends))
    except OSError as error:
        raise _cannot(path, error) from error
    return kept


def replace_bytes(path: Path, content: bytes) -> None:
    """Put a content in the place of a file that a command makes. Raises `WriteError` where it cannot be written."""
    try:
        _replace(path, content)
    except OSError as error:
        raise _cannot(path, error) from error


def _replace(path: Path, content: bytes) -> None:
    """Whoever reads the file meanwhile sees the old content or the new one; its permissions stay."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _cannot(path: Path, error: OSError) -> WriteError:
    message = say("{path}: it cannot be written: {reason}", path=str(path), reason=reason(error))
    return WriteError(message, say("choose a folder that you may write to"))


def _refused(path: Path) -> CallError:
    return CallError(say("{path} is a file, not a folder", path=str(path.parent)), say("choose another name"))
