"""What the program and the server that shows it in a browser tell each other: the drill being played in a page.

A program lives as long as its page. It notes the journal of its drill, so that the page, loaded again, takes up the
same drill. Outside a browser nothing here does anything. Nothing of the server is loaded.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

NOTE = "DRILLROOM_PAGE"
"""Set in a program shown in a browser: the file in which it notes the journal of its drill."""

SERVER = "DRILLROOM_SERVER"
"""Set beside it: the process that shows the program."""


def in_page() -> bool:
    """Whether the program is shown in a browser: there is no terminal then, and the whole screen is there all the
    same.
    """
    return NOTE in os.environ


def page_is_there() -> bool:
    """Whether the server that shows this program still runs; without it nobody can see the program or end it."""
    server = os.environ.get(SERVER, "")
    return os.name == "nt" or not server.isdecimal() or os.getppid() == int(server)


def note_journal(journal: Path) -> None:
    """A drill has been opened: the page, loaded again, takes it up from this journal while it is not finished."""
    if in_page():
        Path(os.environ[NOTE]).write_text(str(journal.resolve()), encoding="utf-8")


def note_seat(seat: Mapping[str, str]) -> None:
    """A seat of a shared drill was taken: the lobby, loaded again, comes back to it."""
    if in_page():
        Path(os.environ[NOTE]).write_text(json.dumps(dict(seat)), encoding="utf-8")


def noted_seat() -> dict[str, str] | None:
    """The seat that the page had before it was loaded again; nothing where it had none."""
    if not in_page():
        return None
    try:
        found = json.loads(Path(os.environ[NOTE]).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def forget_journal() -> None:
    """The drill was left on purpose: the page, loaded again, begins anew."""
    if in_page():
        Path(os.environ[NOTE]).unlink(missing_ok=True)


def noted_journal(note: Path) -> Path | None:
    """The journal that a program noted in this file; nothing where it noted none, or a seat elsewhere."""
    try:
        noted = note.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return None if noted.startswith("{") else Path(noted)
