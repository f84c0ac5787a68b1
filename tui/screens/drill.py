"""The screen of a running drill: inbox, situation, the latest, the own task, all at once."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical

from simulator.language.quantity import Value
from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.presentation.board import board_items, inbox_items, standing, task_items
from tui.presentation.lines import Item, freshened, item, texts
from tui.presentation.text import wrapped
from tui.screens.base import EVERYWHERE, DeskScreen, Keys
from tui.screens.choosing import Menu
from tui.screens.desk import Desk
from tui.screens.reading import Reader
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading

CURVED = 30
"""Exercise seconds after which the small curves are drawn anew."""


class DrillScreen(DeskScreen):
    """What a seat has before it while the clock runs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "menu", N_("Menu"), id="drill.menu", tooltip=N_("all commands by number"), show=False),
        Binding(
            "left", "app.focus_previous", N_("Left"), id="drill.left", tooltip=N_("to the pane before"), show=False
        ),
        Binding("right", "app.focus_next", N_("Right"), id="drill.right", tooltip=N_("to the next pane"), show=False),
    ]  # fmt: skip
    OFFERS: ClassVar[tuple[str, ...]] = EVERYWHERE
    OWN: ClassVar[Keys] = (("Esc", say("Menu")),)
    ABOUT: ClassVar[Said] = say(
        "Inbox: arrows and Enter open a message; reading takes time. * is not read yet, ! is urgent, ? is not "
        "confirmed, = is answered, ~ is overdue. + stands before what has changed since your last key. "
        "A decision opens by itself; F4 brings it back. Left and right go from pane to pane."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: frozenset[str] = frozenset()

    def body(self) -> ComposeResult:
        with Container(id="board"):
            with Vertical(id="box-inbox"):
                yield Heading(id="head-inbox")
                yield Pane(self.inbox, id="inbox", depends=self.inbox_of)
            with Vertical(id="box-situation"):
                yield Heading(id="head-situation")
                yield Pane(self.situation, id="situation", depends=self.situation_of)
                yield Heading(id="head-task")
                yield Pane(self.own_task, id="task")
            with Vertical(id="box-latest"):
                yield Heading(id="head-latest")
                yield Pane(self.latest, id="latest", depends=self.latest_of)

    def reload(self) -> None:
        super().reload()
        if not self.stands:
            return
        wording = self.desk.wording
        heads = {
            "inbox": wording.say("Inbox"),
            "situation": wording.say("Situation: {seat}", seat=wording.seat(self.desk.seat)),
            "latest": wording.say("Latest"),
            "task": wording.say("Your task and queue"),
        }
        for name, head in heads.items():
            self.query_one(f"#head-{name}", Heading).show(head)

    def inbox(self, width: int) -> list[Item]:
        wording = self.desk.wording
        found = inbox_items(wording, self.desk.view, width)
        return found or [item(wrapped(wording.say("The inbox is empty."), width), "dim")]

    def inbox_of(self) -> object:
        """What the inbox is made of."""
        view = self.desk.view
        marks = [standing(self.desk.wording, view, message) for message in view.inbox]
        return view.inbox, marks, self.desk.wording

    def situation_of(self) -> object:
        """What the situation is made of; values move all the time, and show in hundredths at most."""
        view = self.desk.view
        known = [(path, _rounded(each.value), None if each.seen else each.time) for path, each in view.known.items()]
        minutes = view.time // CURVED
        return known, view.units, minutes, self.desk.looked.get("situation"), self.desk.wording

    def situation(self, width: int) -> list[Item]:
        """What the seat knows; what has changed since the last key bears a mark."""
        desk = self.desk
        found = board_items(desk.wording, desk.view, width)
        self._shown = texts(found)
        fresh = freshened(found, desk.looked.get("situation", frozenset()))
        curved = board_items(desk.wording, desk.view, width, desk.history)
        return [replace(item, fresh=each.fresh) for item, each in zip(curved, fresh, strict=True)]

    def on_key(self) -> None:
        """Whoever presses a key has looked: marks go from what has changed until now."""
        self.desk.looked["situation"] = self._shown
        self.query_one("#situation", Pane).reload()

    def own_task(self, width: int) -> list[Item]:
        return task_items(self.desk.wording, self.desk.view, width)

    @on(Pane.Chosen, "#inbox")
    def open_message(self, chosen: Pane.Chosen) -> None:
        """Begin to read a message and show it."""
        message = self.desk.message(int(chosen.key))
        if message is not None:
            self.desk.read(message)
            self.house.show(Reader(self.desk, message.number))

    def action_menu(self) -> None:
        self.house.show(Menu(self.desk))


def _rounded(value: Value) -> Value:
    return value if isinstance(value, str) else round(value, 2)
