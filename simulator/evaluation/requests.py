"""The requests between seats that stand in a journal, with what became of them."""

from dataclasses import dataclass

from simulator.journal.entry import MESSAGE, REPLY, REQUEST, Entry


@dataclass(slots=True)
class Requested:
    """One request that a seat was sent."""

    number: int
    by: str
    to: str
    verb: str
    reached: int | None = None
    """When it was in the other seat's inbox."""
    entry: int = 0
    """The entry that says so."""
    answered: int | None = None
    granted: bool = False


class Requests:
    """The requests of one drill, taken from its entries in their order."""

    def __init__(self) -> None:
        self.all: dict[int, Requested] = {}

    def take(self, entry: Entry) -> None:
        """Add one entry: a request, its coming, or its answer."""
        said = entry.payload
        if entry.kind == REQUEST and said.get("accepted"):
            self.all[said["request"]] = Requested(said["request"], entry.seat or "", said["to"], said["verb"])
        elif entry.kind == MESSAGE and not said["wanted"].get("answered"):
            reached = self.all[said["wanted"]["request"]]
            reached.reached, reached.entry = entry.time, entry.number
        elif entry.kind == REPLY and said.get("accepted"):
            self.all[said["request"]].answered, self.all[said["request"]].granted = entry.time, said["granted"]
