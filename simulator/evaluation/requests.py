"""The requests between seats that stand in a journal, with what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.journal.entry import MESSAGE, REPLY, REQUEST, Entry
from simulator.language.quantity import Value


@dataclass(slots=True)
class Requested:
    """One request that a seat was sent."""

    number: int
    by: str
    to: str
    verb: str
    given: int
    """The entry at which it was asked for."""
    arguments: Mapping[str, Value] = field(default_factory=dict)
    reached: int | None = None
    """When it was in the other seat's inbox."""
    entry: int = 0
    """The entry that says so."""
    answered: int | None = None
    granted: bool = False
    words: str = ""
    """What the answer says besides."""


class Requests:
    """The requests of one drill, taken from its entries in their order."""

    def __init__(self) -> None:
        self.all: dict[int, Requested] = {}

    def take(self, entry: Entry) -> None:
        """Add one entry: a request, its coming, or its answer."""
        said = entry.payload
        if entry.kind == REQUEST and said.get("accepted"):
            self.all[said["request"]] = Requested(
                said["request"], entry.seat or "", said["to"], said["verb"], entry.number, said["with"]
            )
        elif entry.kind == MESSAGE and not said["wanted"].get("answered"):
            reached = self.all[said["wanted"]["request"]]
            reached.reached, reached.entry = entry.time, entry.number
        elif entry.kind == REPLY and said.get("accepted"):
            asked = self.all[said["request"]]
            asked.answered, asked.granted, asked.words = entry.time, said["granted"], said["words"]
