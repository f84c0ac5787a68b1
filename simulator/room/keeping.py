"""Keeps a running drill's journal on disk, and bears a disk that fails: what happened waits."""

from collections.abc import Collection

from simulator.errors import WriteError
from simulator.journal.entry import Entry
from simulator.journal.journal import Writer


class Keeper:
    """A writer between a drill and its file.

    Where the file cannot be written, events and the acts of stand-ins wait here, since they have happened;
    a person's act is refused with the `WriteError`, since nobody may be told that it is kept. The room
    pauses on `trouble`.
    """

    def __init__(self, file: Writer, people: Collection[str]) -> None:
        """*people*: the seats in which persons sit."""
        self._file = file
        self._people = people
        self._waiting: list[Entry] = []
        self.trouble: WriteError | None = None

    def __call__(self, entry: Entry) -> None:
        if entry.is_act and entry.seat in self._people:
            self.flush()
            self._keep(entry)
        elif self._waiting:
            self._waiting.append(entry)
        else:
            self._keep_event(entry)

    def flush(self) -> None:
        """Write what waits. Raises `WriteError` where the file still cannot be written."""
        while self._waiting:
            self._keep(self._waiting[0])
            self._waiting.pop(0)
        self.trouble = None

    def _keep_event(self, entry: Entry) -> None:
        try:
            self._keep(entry)
        except WriteError:
            self._waiting.append(entry)

    def _keep(self, entry: Entry) -> None:
        try:
            self._file(entry)
        except WriteError as error:
            self.trouble = error
            raise
