"""The full-screen program of one seat in a shared drill, from the waiting room to the hot wash."""

from collections.abc import Callable

from simulator.language.said import say
from simulator.language.translator import Translator
from simulator.room.shared.remote import Joined
from tui.app import BEATS, DrillroomApp, always
from tui.screens.base import DeskScreen
from tui.screens.deciding import Deciding
from tui.settings import Preferences
from tui.shared.seat.desk import SharedDesk
from tui.shared.seat.drill import LeavingRoom, SharedHelp, SharedMenu, SharedScreen, WaitingRoom
from tui.shared.seat.off import NOT_SHARED, why_off
from tui.shared.seat.ordering import SharedPalette
from tui.shared.seat.requesting import Others


class SeatApp(DrillroomApp):
    """A seat of a shared drill on a whole screen."""

    def __init__(
        self, joined: Joined, translator: Translator, *, beats: float | None = BEATS,
        is_there: Callable[[], bool] = always, preferences: Preferences | None = None,
    ) -> None:  # fmt: skip
        super().__init__(None, "", translator, beats=beats, is_there=is_there, preferences=preferences)
        self._shared = SharedDesk(joined, translator)
        self.seated = self._shared
        self.for_good = False
        """Whether the person has given the seat up."""
        self._status = self._shared.room.status

    def enter(self) -> None:
        """Into the room: to wait for the start, into the running drill, or to its end."""
        if self.desk.room.status == "waiting":
            self.push_screen(WaitingRoom(self.desk))
            return
        self._into_the_drill()
        self.desk.reply(say("You sit in: {seat}. The drill has begun.", seat=self._seat()))

    def _into_the_drill(self) -> None:
        while len(self.screen_stack) >= self.GROUND:
            self.pop_screen()
        self.push_screen(SharedScreen(self.desk))
        self.desk.unannounced()
        if self.desk.view.decisions:
            self.push_screen(Deciding(self.desk))

    def _seat(self) -> str:
        return self.desk.wording.seat(self.desk.seat)

    def tick(self) -> None:
        """One beat: what the host has told since is shown."""
        if not self._is_there():
            self.exit()
            return
        self.desk.follow()
        self._mind_the_status()
        self.announce()
        self.refresh_all()
        if self.desk.room.over and not self._scoring():
            self.score()

    def _mind_the_status(self) -> None:
        """From the waiting room into the drill; that it was paused or runs on is told."""
        before, now = self._status, self.desk.room.status
        self._status = now
        if before == now:
            return
        if before == "waiting" and now != "over":
            self._into_the_drill()
            self.desk.reply(say("The controller has started the drill."))
        if now == "paused":
            self.desk.reply(say("The controller has paused the drill. You can go on looking and ordering."))
        elif before == "paused" and now == "running":
            self.desk.reply(say("The drill runs on."))

    def do(self, name: str) -> None:
        """As in a drill alone; but the clock is the controller's, and there are other people."""
        self.desk.hush()
        reason = why_off(self.desk, name)
        if reason is not None:
            self.desk.reply(reason)
        elif name in ("orders", "others", "menu"):
            panels = {"orders": SharedPalette, "menu": SharedMenu}
            self.show(Others(self._shared) if name == "others" else panels[name](self._shared))
        elif name == "leave" and not self.desk.room.over:
            self.show(LeavingRoom(self.desk))
        elif name not in NOT_SHARED:
            super().do(name)
            return
        self.refresh_all()

    def leave_for_good(self) -> None:
        """Give the seat up and close the program."""
        self.for_good = True
        self.leave()

    def _help(self) -> None:
        of = self.screen
        if isinstance(of, SharedHelp):
            self.pop_screen()
        elif isinstance(of, DeskScreen):
            self.push_screen(SharedHelp(self.desk, of))
