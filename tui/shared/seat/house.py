"""What the screens of a shared seat ask of the program that shows them."""

from typing import Protocol, cast

from tui.screens.base import DeskScreen, House
from tui.shared.seat.desk import SharedDesk


class SharedHouse(House, Protocol):
    """What the screens of a shared seat ask of the program that shows them."""

    def leave_for_good(self) -> None:
        """Give the seat up and close the program: a stand-in takes it."""
        ...


def house_of(screen: DeskScreen) -> SharedHouse:
    """The program, as the screens of a shared seat know it."""
    return cast(SharedHouse, screen.house)


def desk_of(screen: DeskScreen) -> SharedDesk:
    """The desk, as the screens of a shared seat know it."""
    assert isinstance(screen.desk, SharedDesk)
    return screen.desk
