"""A program on the whole screen in which a seat of a shared drill can be played.

What such a seat shows and does stands in `tui.shared.seat`; nothing of the net is loaded here.
"""

from typing import Protocol

from simulator.language.said import Said
from tui.app import DrillroomApp
from tui.screens.desk import Desk


class Sitting(Protocol):
    """A seat of a shared drill that was taken, as the program knows it."""

    @property
    def desk(self) -> Desk: ...

    @property
    def for_good(self) -> bool:
        """Whether the person has given the seat up."""
        ...

    @property
    def noted(self) -> dict[str, str]:
        """What a page, loaded again, needs to come back: place, name, seat."""
        ...

    def enter(self, app: "SharingApp") -> None:
        """Show the waiting room, or the running drill."""
        ...

    def look(self, app: "SharingApp") -> None:
        """One beat: what the host has told since is shown."""
        ...

    def do(self, app: "SharingApp", name: str) -> bool:
        """Carry out a command; answers whether it is one that a shared drill has otherwise."""
        ...

    def help(self, app: "SharingApp") -> None:
        """Help for the screen in front; the same again goes away."""
        ...

    def give_up(self) -> None:
        """The person leaves for good: a stand-in shall take the seat."""
        ...

    def close(self) -> None:
        """Nobody waits for the score any more."""
        ...

    def go(self) -> None:
        """End the link."""
        ...

    def farewell(self) -> Said:
        """How to come back, or that the room was left."""
        ...


class SharingApp(DrillroomApp):
    """A drill on a whole screen, alone or, once somebody sits, among others."""

    sitting: Sitting | None = None

    def sit(self, sitting: Sitting) -> None:
        """From now on the screen shows this seat."""
        self.sitting, self.seated = sitting, sitting.desk

    def enter(self) -> None:
        if self.sitting is None:
            super().enter()
        else:
            self.sitting.enter(self)

    def tick(self) -> None:
        if self.sitting is None or not self._is_there():
            super().tick()
            return
        self.sitting.look(self)
        self.announce()
        self.refresh_all()
        if self.desk.room.over and not self._scoring():
            self.score()

    def do(self, name: str) -> None:
        if self.sitting is None or not self.sitting.do(self, name):
            super().do(name)

    def leave_for_good(self) -> None:
        """Give the seat up, and leave."""
        if self.sitting is not None:
            self.sitting.give_up()
        self.leave()

    def on_unmount(self) -> None:
        if self.sitting is not None:
            self.sitting.close()

    def _help(self) -> None:
        if self.sitting is None:
            super()._help()
        else:
            self.sitting.help(self)
