"""Which number a client's next act bears: its place among the acts of its sitting, which is the act's identity."""

from collections.abc import Iterable

from simulator.journal.entry import SIT, Entry
from simulator.room.shared.model import Standing


class Numbers:
    """Counts on this side too: what the host last told of its own count may be older than its last receipt."""

    def __init__(self) -> None:
        self._counted: dict[tuple[str, int], int] = {}

    def count(self, seat: str, sitting: int, number: int) -> None:
        """An act has been answered."""
        self._counted[seat, sitting] = max(number, self._counted.get((seat, sitting), 0))

    def following(self, seat: str, own: Standing | None, entries: Iterable[Entry]) -> tuple[int, int]:
        """The sitting and the number of its next act; of a seat that was taken over (*own* empty) by the *entries*."""
        sitting, acts = _taken_over(seat, entries) if own is None else (own.sitting, own.acts)
        return sitting, max(acts, self._counted.get((seat, sitting), 0)) + 1


def _taken_over(seat: str, entries: Iterable[Entry]) -> tuple[int, int]:
    sitting, acts = 0, 0
    for entry in entries:
        if entry.kind == SIT and entry.payload.get("accepted") and entry.payload.get("seat") == seat:
            sitting, acts = sitting + 1, 0
        elif entry.is_act and entry.seat == seat:
            acts += 1
    return sitting, acts
