"""What the author's screens ask of the program that shows them."""

from typing import Protocol, cast

from tui.preview.file import Reading
from tui.screens.base import DeskScreen, House


class Workshop(House, Protocol):
    """What the author's screens ask of the program that shows them."""

    @property
    def reading(self) -> Reading:
        """What the file held when it was last read."""
        ...

    @property
    def taken(self) -> tuple[str, ...]:
        """The seats that were played, the present one last."""
        ...

    def author(self, name: str) -> None:
        """Do one of the author's things."""
        ...

    def go_to(self, written: str) -> None:
        """Go to a time, on or back."""
        ...

    def take(self, seat: str) -> None:
        """Play another seat from now on."""
        ...

    def begin_anew(self, written: str) -> None:
        """From the start, with the seed that is written, or another."""
        ...

    def record(self, name: str) -> None:
        """Keep what was done as a playthrough."""
        ...


def workshop(of: DeskScreen) -> Workshop:
    """The program, as the author's screens know it."""
    return cast(Workshop, of.house)
