"""The append-only record of a drill in memory. Whoever wants it on disk adds a writer.

No entry is ever changed or taken out: there is no verb for it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from simulator.journal.entry import Entry

Writer = Callable[[Entry], None]
"""Takes each entry as it is written; an act is on disk when this returns."""


class Journal:
    """The entries of one drill, in the order in which they were written."""

    def __init__(self, entries: list[Entry] | None = None) -> None:
        self._entries: list[Entry] = entries if entries is not None else []
        self._writer: Writer | None = None

    def write(
        self, time: int, seat: str | None, kind: str, payload: Mapping[str, Any], wall: str | None = None
    ) -> Entry:
        """Append an entry. Raises `WriteError` where a writer could not keep it; then it was not written."""
        entry = Entry(len(self._entries), time, seat, kind, payload, wall)
        if self._writer is not None:
            self._writer(entry)
        self._entries.append(entry)
        return entry

    def keep_with(self, writer: Writer) -> None:
        """Hand every entry, those so far and all to come, to a writer."""
        for entry in self._entries:
            writer(entry)
        self._writer = writer

    @property
    def header(self) -> Mapping[str, Any]:
        """The payload of the first entry."""
        return self._entries[0].payload

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, number: int) -> Entry:
        return self._entries[number]

    def of_kind(self, *kinds: str) -> list[Entry]:
        """The entries of these kinds, in order."""
        return [entry for entry in self._entries if entry.kind in kinds]

    @property
    def closing(self) -> Entry | None:
        """The entry that ends the drill; nothing while it runs or where it was cut off."""
        return next((entry for entry in reversed(self._entries) if entry.kind == "closing"), None)
