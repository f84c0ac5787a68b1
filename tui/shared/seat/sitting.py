"""A seat of a shared drill in a program on the whole screen, from the waiting room to the hot wash."""

from simulator.language.said import Said, say
from simulator.language.translator import Translator
from tui.choices import Invitation
from tui.screens.base import DeskScreen
from tui.screens.deciding import Deciding
from tui.shared.calling import Call
from tui.shared.joining import Taken, go, take_seat
from tui.shared.seat.desk import SharedDesk
from tui.shared.seat.drill import LeavingRoom, SharedHelp, SharedMenu, SharedScreen, WaitingRoom
from tui.shared.seat.off import why_off
from tui.shared.seat.ordering import SharedPalette
from tui.shared.seat.people import NO_LINK
from tui.shared.seat.requesting import Others
from tui.sharing import SharingApp


def sit_down(invitation: Invitation, translator: Translator) -> "SharedSitting":
    """Take the seat that somebody is invited to, or come back to it. Nobody is asked for what is missing.

    Raises `Unproven` where the host's fingerprint is to be compared first, else `DrillroomError`.
    """
    call = Call(
        invitation.place, "seat", invitation.name, invitation.code, invitation.seat, invitation.fingerprint,
        insecure=not invitation.encrypted,
    )  # fmt: skip
    return SharedSitting(take_seat(call, asks=False), translator)


class SharedSitting:
    """A seat that was taken, on the screens of a program."""

    def __init__(self, taken: Taken, translator: Translator) -> None:
        self.taken = taken
        self.desk = SharedDesk(taken.joined, translator)
        self.for_good = False
        """Whether the person has given the seat up."""
        self._status = self.desk.room.status
        self._cut_off = False

    @property
    def noted(self) -> dict[str, str]:
        """What a page, loaded again, needs to come back."""
        call, welcome = self.taken.call, self.desk.remote.link.welcome
        assert welcome is not None
        encrypted = "" if call.insecure else "yes"
        return {
            "place": call.place, "name": welcome.name, "seat": self.desk.seat, "fingerprint": call.fingerprint,
            "encrypted": encrypted,
        }  # fmt: skip

    def enter(self, app: SharingApp) -> None:
        """To wait for the start, into the running drill, or to its end."""
        if self.desk.room.status == "waiting":
            app.push_screen(WaitingRoom(self.desk))
            return
        self._into_the_drill(app)
        self.desk.reply(say("You sit in: {seat}. The drill has begun.", seat=self.desk.wording.seat(self.desk.seat)))

    def _into_the_drill(self, app: SharingApp) -> None:
        while len(app.screen_stack) >= app.GROUND:
            app.pop_screen()
        app.push_screen(SharedScreen(self.desk))
        self.desk.unannounced()
        if self.desk.view.decisions:
            app.push_screen(Deciding(self.desk))

    def look(self, app: SharingApp) -> None:
        """One beat: what the host has told since."""
        self.desk.follow()
        self._mind_the_link()
        before, now = self._status, self.desk.room.status
        self._status = now
        if before == now:
            return
        if before == "waiting" and now != "over":
            self._into_the_drill(app)
            self.desk.reply(say("The controller has started the drill."))
        if now == "paused":
            self.desk.reply(say("The drill is paused. You can go on looking and ordering."))
        elif before == "paused" and now == "running":
            self.desk.reply(say("The drill runs on."))

    def _mind_the_link(self) -> None:
        """A link that is broken, or a seat that is lost, is told as long as it is so; so is that the link is back."""
        desk, link = self.desk, self.desk.remote.link
        before, self._cut_off = self._cut_off, desk.is_cut_off
        silent = not desk.notice(desk.wording)
        if self._cut_off and (silent or not before):
            desk.say(lambda wording: wording.said(NO_LINK), "urgent")
        elif link.over is not None and silent and desk.room.scorecard is None:
            desk.complain(link.over)
        elif before and not self._cut_off and link.over is None:
            desk.reply(say("The link stands again."))

    def do(self, app: SharingApp, name: str) -> bool:
        """Carry out a command where it is another than in a drill alone; answers whether it was.

        The clock is the controller's, and there are other people: they have the key that hints have elsewhere.
        """
        name = "others" if name == "hint" else name
        reason = why_off(self.desk, name)
        leaving = name == "leave" and self.desk.room.scorecard is None
        if reason is None and not leaving and name not in ("orders", "others", "menu"):
            return False
        self.desk.hush()
        if leaving:
            app.show(LeavingRoom(self.desk))
        elif reason is not None:
            self.desk.reply(reason)
        elif name == "others":
            app.show(Others(self.desk))
        else:
            app.show(SharedPalette(self.desk) if name == "orders" else SharedMenu(self.desk))
        app.refresh_all()
        return True

    def help(self, app: SharingApp) -> None:
        """Help for the screen in front; the same again goes away."""
        of = app.screen
        if isinstance(of, SharedHelp):
            app.pop_screen()
        elif isinstance(of, DeskScreen):
            app.push_screen(SharedHelp(self.desk, of))

    def give_up(self) -> None:
        """The person leaves for good."""
        self.for_good = True

    def close(self) -> None:
        """Nobody waits for the score any more."""
        self.desk.gone.set()

    def go(self) -> None:
        """End the link: for good, or to come back."""
        self.close()
        go(self.taken, self.for_good)

    def farewell(self) -> Said:
        """How to come back, or that the room was left."""
        room = self.desk.remote
        if room.scorecard is not None:
            return say("The journal: {path}", path=str(room.file.path))
        if self.for_good or room.lost is not None:
            return say("You have left the room.")
        if room.over:
            return say("You have left before the score. Join again to see it.")
        return say("Your seat is kept for a minute. Join again to come back.")
