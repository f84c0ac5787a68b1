"""The full-screen program of one seat in a shared drill, from the waiting room to the hot wash."""

from collections.abc import Callable

from simulator.language.translator import Translator
from tui.app import BEATS, always
from tui.settings import Preferences
from tui.shared.joining import Taken
from tui.shared.seat.sitting import SharedSitting
from tui.sharing import SharingApp


class SeatApp(SharingApp):
    """A seat of a shared drill on a whole screen; it closes when the seat is left."""

    def __init__(
        self, taken: Taken, translator: Translator, *, beats: float | None = BEATS,
        is_there: Callable[[], bool] = always, preferences: Preferences | None = None,
    ) -> None:  # fmt: skip
        super().__init__(None, "", translator, beats=beats, is_there=is_there, preferences=preferences)
        self.sat = SharedSitting(taken, translator)
        self.sit(self.sat)
