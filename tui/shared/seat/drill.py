"""The screens of a running drill that differ where other people are in it: the board, the menu, help, leaving."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.presentation.briefing import briefing_lines
from tui.presentation.lines import Item, item, items, numbered
from tui.presentation.text import wrapped
from tui.screens.base import DeskScreen, Keys, Panel
from tui.screens.choosing import Menu
from tui.screens.commands import COMMANDS, label, shown_key
from tui.screens.drill import DrillScreen
from tui.screens.looking import Help
from tui.shared.seat.house import desk_of, house_of
from tui.shared.seat.off import why_off
from tui.shared.seat.people import seating_items
from tui.shared.seat.requesting import SharedReader
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading

OFFERED = ("help", "orders", "plan", "decision", "queue", "log", "language", "leave")

OTHERS = say("Others")

LEAVE_TIP = say("close this screen and come back, or give the seat up")

MENU = (
    "decision", "orders", "queue", "log", "plan", "history", "note", "settings", "language", "help", "leave",
)  # fmt: skip


class WaitingRoom(DeskScreen):
    """The briefing, and who is there already, until the controller starts the drill."""

    OFFERS: ClassVar[tuple[str, ...]] = ("help", "plan", "language", "leave")
    ABOUT: ClassVar[Said] = say(
        "Read the briefing; arrows scroll. The controller starts the drill for everybody at once, and the screen of "
        "the drill opens by itself."
    )

    def body(self) -> ComposeResult:
        yield Heading(id="heading")
        yield Pane(self.lines, id="briefing", depends=self.made_of)

    def reload(self) -> None:
        super().reload()
        if self.stands:
            shown = self.desk.wording.say("Briefing – waiting for the controller to start the drill")
            self.query_one("#heading", Heading).show(shown)

    def made_of(self) -> object:
        return desk_of(self).seating, self.desk.wording

    def lines(self, width: int) -> list[Item]:
        desk, wording = desk_of(self), self.desk.wording
        return [
            *items(wrapped(wording.say("Who sits where"), width), "head"),
            *seating_items(wording, desk.seating, desk.seat, width),
            item([""]),
            *items(briefing_lines(wording, desk.seat, width)[:-1]),
        ]


class SharedScreen(DrillScreen):
    """What a seat has before it while the clock runs for everybody."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "do('others')", N_("Others"), id="drill.others",
                tooltip=N_("who sits where, requests, hand-overs"), show=False),
    ]  # fmt: skip
    OFFERS: ClassVar[tuple[str, ...]] = OFFERED
    OWN: ClassVar[Keys] = (("Esc", say("Menu")), ("F7", OTHERS))
    ABOUT: ClassVar[Said] = say(
        "Inbox: arrows and Enter open a message; reading takes time. * is not read yet, ! is urgent, ? is not "
        "confirmed, = is answered, ~ is overdue. + stands before what has changed since your last key. "
        "A decision opens by itself; F4 brings it back. Left and right go from pane to pane. "
        "F7 shows who sits where and what other seats ask of you. The controller runs the clock."
    )

    @on(Pane.Chosen, "#inbox")
    def open_message(self, chosen: Pane.Chosen) -> None:
        """Begin to read a message and show it."""
        chosen.prevent_default()
        message = self.desk.message(int(chosen.key))
        if message is not None:
            self.desk.read(message)
            self.house.show(SharedReader(self.desk, message.number))

    def action_menu(self) -> None:
        self.house.show(SharedMenu(self.desk))


class SharedMenu(Menu):
    """Every command of a shared drill by number."""

    def lines(self, width: int) -> list[Item]:
        wording = self.desk.wording
        others = wording.say("{command} ({key})", command=wording.said(OTHERS), key="F7")
        choices = [(name, self._line(name)) for name in MENU]
        return numbered([*choices[:3], ("others", others), *choices[3:]], width)

    def _line(self, name: str) -> str:
        wording, key = self.desk.wording, COMMANDS[name].key
        line = f"{label(self.desk, name)} ({shown_key(key)})" if key else label(self.desk, name)
        reason = why_off(self.desk, name)
        return line if reason is None else wording.say("{command}: {reason}", command=line, reason=reason)


class SharedHelp(Help):
    """Help, with the reasons that a shared drill has."""

    def _line(self, name: str) -> str:
        wording, command = self.desk.wording, COMMANDS[name]
        tip = LEAVE_TIP if name == "leave" else command.tip
        values = {"key": shown_key(command.key), "command": label(self.desk, name), "tip": tip}
        line = wording.say("{key} {command}: {tip}", **values)
        reason = why_off(self.desk, name)
        return line if reason is None else wording.say("{line} (now off: {reason})", line=line, reason=reason)


class LeavingRoom(Panel):
    """What to do with a seat that is left: nothing is done without Enter."""

    OWN: ClassVar[Keys] = (("Enter", say("Do it")), ("Esc", say("Back")))
    ABOUT: ClassVar[Said] = say("Leave the drill. Type a number and Enter; Esc goes back to the drill.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.desk.wording.say("Leave?")

    def lines(self, width: int) -> list[Item]:
        wording = self.desk.wording
        choices = [(key, wording.said(said)) for key, said in self._choices().items()]
        return numbered(choices, width)

    def _choices(self) -> dict[str, Said]:
        """What can be done, as the drill and the link stand."""
        desk = desk_of(self)
        if desk.remote.lost is not None:
            return {"stay": say("Stay and look"), "close": say("Leave")}
        if desk.room.over:
            return {"stay": say("Stay, and wait for the score"), "close": say("Leave; join again to see the score")}
        return {
            "stay": say("Stay in the drill"),
            "close": say("Close this screen and come back; the seat is kept for a minute"),
            "leave": say("Give the seat up: a stand-in takes it at once"),
        }

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.close()
        match chosen.key:
            case "close":
                self.house.leave()
            case "leave":
                house_of(self).leave_for_good()
