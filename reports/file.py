"""Where a report is put: its name, and writing it so that nothing else is lost."""

import os
import tempfile
import zipfile
from pathlib import Path

from simulator.errors import WriteError
from simulator.journal.disk import reason
from simulator.language.said import say

MOST = 1000
"""So many files of one name are looked at."""

_PROPERTIES = "docProps/core.xml"
"""Where documents of offices, which are compressed, keep their keywords; the head stands among these."""


def folder_for(wished: Path | None, journal: Path) -> Path:
    """The folder of a journal's report: the wished one, made if it is missing, else the journal's own.

    Raises `WriteError` where it cannot be made.
    """
    if wished is None:
        return journal.resolve().parent
    try:
        wished.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise WriteError(say("{path} is a file, not a folder", path=str(wished)), say("choose another name")) from error
    except OSError as error:
        message = say("{path}: the folder cannot be made: {reason}", path=str(wished), reason=reason(error))
        raise WriteError(message, say("choose a folder that you may write to")) from error
    return wished


def write_report(folder: Path, name: str, ending: str, content: str | bytes, head: str) -> Path:
    """Write a report and answer its path. *head*, the hash of its journal's last line, stands in the content.

    A file of the same name is replaced if it is a report of the same journal; else the name gets a number, so
    that no other file is lost. Raises `WriteError` where it cannot be written.
    """
    whole = content.encode() if isinstance(content, str) else content
    try:
        path = next(path for path in _names(folder, name, ending) if not path.exists() or bears(path, head))
        _replace(path, whole)
    except (OSError, StopIteration) as error:
        why = reason(error) if isinstance(error, OSError) else say("too many reports of that name")
        message = say(
            "{path}: the report cannot be written: {reason}", path=str(folder / f"{name}{ending}"), reason=why
        )
        raise WriteError(message, say("choose a folder that you may write to with --out")) from error
    return path


def bears(path: Path, head: str) -> bool:
    """Whether a file is a report on the journal with this head (or on the journals with this seal).

    Raises `OSError` where the file cannot be read.
    """
    if not head or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return head.encode() in archive.read(_PROPERTIES)
    except (zipfile.BadZipFile, KeyError):
        return head.encode() in path.read_bytes()


def _names(folder: Path, name: str, ending: str) -> list[Path]:
    return [folder / f"{name}{f'-{number}' if number > 1 else ''}{ending}" for number in range(1, MOST)]


def _replace(path: Path, content: bytes) -> None:
    """Put the whole content in the place of a file at once: whoever reads it sees the old one or the new one."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
