"""Panels in which one of a few things is chosen by number: the menu, leaving, the own queue."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from simulator.journal.acts import Act, Cancel, Reorder
from simulator.language.said import Said, say
from tui.presentation.keys import menu_line
from tui.presentation.lines import Item, item, numbered
from tui.presentation.situation import order_of
from tui.presentation.text import wrapped
from tui.screens.base import Keys, Panel
from tui.screens.commands import COMMANDS, label, shown_key, why_off
from tui.widgets.pane import Pane

MENU = (
    "decision", "orders", "queue", "log", "plan", "history", "note", "hint", "pause", "ahead", "faster", "slower",
    "rewind", "settings", "language", "help", "leave",
)  # fmt: skip


class Menu(Panel):
    """Every command by number, for keyboards whose function keys belong to somebody else."""

    OWN: ClassVar[Keys] = (("Enter", say("Do it")), ("Esc", say("Close")))
    ABOUT: ClassVar[Said] = say("Every command with its key. Type its number, or use the arrows; Enter does it.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.desk.wording.say("Menu")

    def lines(self, width: int) -> list[Item]:
        return numbered([(name, self._line(name)) for name in MENU], width)

    def _line(self, name: str) -> str:
        """A command's name with its key; where it is off, why."""
        key = shown_key(COMMANDS[name].key)
        return menu_line(self.desk.wording, label(self.desk, name), key, why_off(self.desk, name))

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.close()
        self.house.do(chosen.key)


class Leaving(Panel):
    """What to do with a drill that is left: nothing is done without Enter."""

    OWN: ClassVar[Keys] = (("Enter", say("Do it")), ("Esc", say("Back")))
    ABOUT: ClassVar[Said] = say("Leave the drill, or end it. Type a number and Enter; Esc goes back to the drill.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.desk.wording.say("Leave or end?")

    def lines(self, width: int) -> list[Item]:
        wording, room = self.desk.wording, self.desk.room
        choices = [
            ("stay", wording.say("Stay in the drill")),
            ("leave", wording.say("Leave; the journal is kept and can be taken up again")),
        ]
        if room.status != "waiting":
            left = wording.span(room.drill.scenario.length - room.drill.now)
            choices.append(("end", wording.say("End the drill now, {left} before its time, and be scored", left=left)))
        return numbered(choices, width)

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.close()
        match chosen.key:
            case "leave":
                self.house.leave()
            case "end":
                self.house.end_drill()


class Waiting(Panel):
    """The seat's own queue: an order that waits can be taken back or moved."""

    OWN: ClassVar[Keys] = (
        ("1", say("Take back")), ("2", say("Move up")), ("3", say("Move down")), ("Esc", say("Close")),
    )  # fmt: skip
    ABOUT: ClassVar[Said] = say(
        "What waits until you are free. Mark an order with the arrows; 1 takes it back, 2 and 3 move it."
    )

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="waiting")

    def heading(self) -> str:
        return self.desk.wording.say("Your queue")

    def lines(self, width: int) -> list[Item]:
        wording = self.desk.wording
        queue = self.desk.view.queue
        found = [
            item(wrapped(order_of(wording, task), width, f"#{task.order} "), key=str(task.order)) for task in queue
        ]
        return found or [item(wrapped(wording.say("Nothing waits."), width), "dim")]

    def digit(self, digit: str) -> None:
        """Take back the marked order, or move it."""
        pane = self.query_one("#waiting", Pane)
        if not pane.marked:
            return
        place, order = pane.keys.index(pane.marked), int(pane.marked)
        last = len(pane.keys) - 1
        match digit:
            case "1":
                self._act(Cancel(order), say("taking back order {number}", number=order))
            case "2":
                self._act(Reorder(order, max(place - 1, 0)), say("moving order {number}", number=order))
            case "3":
                self._act(Reorder(order, min(place + 1, last)), say("moving order {number}", number=order))

    def _act(self, act: Act, what: Said) -> None:
        self.desk.act(act, lambda wording: wording.said(what))
        self.house.refresh_all()
