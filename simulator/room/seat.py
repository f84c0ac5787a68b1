"""A room as one seat uses it, whether it runs in this process or on another machine.

Screens know this and nothing more; `Room` is one such room, `RemoteRoom` the other.
"""

from pathlib import Path
from typing import Protocol

from simulator.engine.view import Receipt, View
from simulator.errors import DrillroomError
from simulator.evaluation.scorecard import Scorecard
from simulator.journal.acts import Act
from simulator.journal.journal import Journal
from simulator.room.room import Status
from simulator.scenario.scenario import Scenario


class SeatDrill(Protocol):
    """The drill of a room, as far as a seat needs it."""

    @property
    def scenario(self) -> Scenario:
        """For a seat of a shared drill without what it may not know, until the drill is over."""
        ...

    @property
    def seed(self) -> int: ...

    @property
    def journal(self) -> Journal:
        """For a seat of a shared drill what reached it and what it did, numbered by themselves."""
        ...

    @property
    def now(self) -> int: ...

    @property
    def over(self) -> bool: ...

    def finish(self) -> None:
        """End the drill. Raises `CallError` in a shared one: its controller ends it."""
        ...


class SeatFile(Protocol):
    """Where a drill is kept on this machine."""

    @property
    def path(self) -> Path: ...

    @property
    def head(self) -> str:
        """The hash of the journal's last line; empty while a shared drill runs."""
        ...

    def close(self) -> None: ...


class SeatRoom(Protocol):
    """What a seat may do with its room. Every verb raises `DrillroomError` where it is refused."""

    @property
    def drill(self) -> SeatDrill: ...

    @property
    def status(self) -> Status: ...

    @property
    def pace(self) -> float: ...

    @property
    def practice(self) -> bool:
        """Whether a seat may pause it, hasten it, and ask for help."""
        ...

    @property
    def shared(self) -> bool:
        """Whether other people sit in it, so that a controller has the clock."""
        ...

    @property
    def steps(self) -> bool: ...

    @property
    def over(self) -> bool: ...

    @property
    def behind(self) -> bool: ...

    @property
    def trouble(self) -> DrillroomError | None:
        """What hinders the drill at present: a disk that is full, a link that is broken."""
        ...

    @property
    def scorecard(self) -> Scorecard | None: ...

    def start(self) -> None: ...

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def set_pace(self, pace: float) -> None: ...

    def tick(self) -> None: ...

    def act(self, seat: str, act: Act) -> Receipt: ...

    def view(self, seat: str) -> View: ...

    def wait(self, seat: str, seconds: int) -> None: ...

    def skip_to(self, time: int, seat: str | None = None) -> None: ...

    def end(self) -> Scorecard: ...

    def close(self) -> Scorecard: ...


class Seated(Protocol):
    """A room that is open for a seat, and where it is kept."""

    @property
    def room(self) -> SeatRoom: ...

    @property
    def file(self) -> SeatFile: ...
