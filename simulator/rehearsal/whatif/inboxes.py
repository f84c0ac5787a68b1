"""Messages by what they are, whatever their numbers: so that what was read in one world is found in another."""

from collections.abc import Iterable

from simulator.journal.entry import DELIVERED, MESSAGE, Entry

Key = tuple[str, str, str, str, int]
"""Seat, inject, sender, topic, and which of those alike it is, from 0."""


class Inboxes:
    """The messages that have reached each seat."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._keys: dict[tuple[str, int], Key] = {}
        self._numbers: dict[Key, int] = {}
        self._alike: dict[tuple[str, str, str, str], int] = {}
        for entry in entries:
            self.take(entry)

    def take(self, entry: Entry) -> None:
        """Add what an entry delivers."""
        payload = entry.payload
        if entry.kind == DELIVERED:
            for seat, number in payload["numbers"].items():
                self._add(number, (seat, payload["inject"], "", ""))
        elif entry.kind == MESSAGE:
            self._add(payload["number"], (entry.seat or "", "", payload["from"], payload["about"]))

    def key(self, seat: str, number: int) -> Key | None:
        """Which message bears a number; nothing where none does."""
        return self._keys.get((seat, number))

    def number(self, key: Key | None) -> int | None:
        """The number of a message; nothing where it has not come."""
        return None if key is None else self._numbers.get(key)

    def _add(self, number: int, same: tuple[str, str, str, str]) -> None:
        which = self._alike[same] = self._alike.get(same, -1) + 1
        key = (*same, which)
        self._keys[same[0], number] = key
        self._numbers[key] = number
