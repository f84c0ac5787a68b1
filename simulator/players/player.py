"""What acts in a seat: a bot, a script or a replay. A person plays through the room, by the same acts."""

from collections.abc import Iterable
from typing import Protocol

from simulator.engine.view import View
from simulator.journal.controls import Input


class Player(Protocol):
    """Sits in one seat for one drill and keeps in mind what it has done there."""

    def act(self, view: View) -> Iterable[Input]:
        """What it does now; asked at the start, when something reached its seat, and when it wakes."""
        ...

    def wakes(self) -> int | None:
        """The exercise second at which it wants to be asked by itself; nothing while it waits for news."""
        ...
