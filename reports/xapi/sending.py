"""Sending statements to a learning record store, safe to repeat: what is there already is left as it is."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.xapi.store import PASSWORD, Pause, Statement, Store, address_of, store_at

__all__ = ["PASSWORD", "Sent", "address_of", "send"]

NOT_COMPARED = ("stored", "authority", "timestamp", "version", "attachments", "definition", "display")
"""What a store may fill in or put in order (xAPI 1.0.3, part two, 2.3: what is immutable)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of sending."""

    accepted: int
    """Statements that are in the store now, those that were there before among them."""
    conflicts: tuple[str, ...] = ()
    """The ids under which the store holds something else: nothing was changed there."""


def wait(seconds: float) -> None:
    """Let time pass."""
    threading.Event().wait(seconds)


def send(
    statements: Sequence[Statement], url: str, user: str, password: str, *,
    batch: int = 50, timeout: float = 30.0, pause: Pause = wait, progress: Callable[[int], None] | None = None,
) -> Sent:  # fmt: skip
    """Send statements to the store at *url* (its xAPI endpoint; `/statements` is added where it is missing).

    What the store holds already is left; where it holds something else under an id, that id is a conflict, and the
    others are sent all the same. *timeout*: seconds for one answer. *pause*: how one waits between attempts.
    *progress* is told how many have been dealt with.

    Raises `CallError` for an address that is none, `WriteError` where the store cannot be reached, does not let in, or
    refuses; what was sent before that is in the store, and sending again is safe.
    """
    store = store_at(url, user, password, timeout, pause)
    conflicts: list[str] = []
    for start in range(0, len(statements), batch):
        part = statements[start : start + batch]
        if not store.takes(part):
            conflicts += [each["id"] for each in part if not _is_there(store, each)]
        if progress is not None:
            progress(start + len(part))
    return Sent(len(statements) - len(conflicts), tuple(conflicts))


def _is_there(store: Store, statement: Statement) -> bool:
    """Whether the store holds this statement, now or before: some compare what they filled in themselves too."""
    if store.takes([statement]):
        return True
    held = store.statement(statement["id"])
    return held is not None and agrees(statement, held)


def agrees(ours: Any, theirs: Any) -> bool:
    """Whether what a store holds says what we say; it may say more."""
    match ours, theirs:
        case Mapping(), Mapping():
            names = (name for name in ours if name not in NOT_COMPARED)
            return all(name in theirs and agrees(ours[name], theirs[name]) for name in names)
        case list(), list():
            return len(ours) == len(theirs) and all(map(agrees, ours, theirs))
        case _:
            return bool(ours == theirs)
