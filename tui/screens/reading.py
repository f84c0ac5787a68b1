"""A message in full."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from simulator.engine.view import Message
from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.presentation.lines import Item, item, items
from tui.presentation.messages import headline, message_lines
from tui.presentation.text import wrapped
from tui.screens.base import EVERYWHERE, Keys, Panel
from tui.screens.desk import Desk
from tui.widgets.pane import Pane


class Reader(Panel):
    """One message: its sender, channel and reliability, its text, the values that it tells."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", N_("Close"), id="reader.close", tooltip=N_("back to the drill"), show=False),
    ]
    OFFERS: ClassVar[tuple[str, ...]] = EVERYWHERE
    ABOUT: ClassVar[Said] = say("A message in full. Enter or Esc closes it; arrows scroll. Reading takes time.")
    OWN: ClassVar[Keys] = (("Enter", say("Close")),)

    def __init__(self, desk: Desk, number: int) -> None:
        super().__init__(desk)
        self.number = number

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="text")

    def heading(self) -> str:
        return self.desk.wording.say("Message {number}", number=self.number)

    def lines(self, width: int) -> list[Item]:
        """The text, once it lies before the person."""
        wording, message = self.desk.wording, self.desk.message(self.number)
        if message is None:
            return []
        if not self.desk.may_see(message):
            waits = wording.say("It waits in your queue, and opens when you are free to read it.")
            return [*items(wrapped(headline(wording, message), width), "strong"), item(wrapped(waits, width), "dim")]
        first, *rest = message_lines(wording, message, width)
        return [item([first], "strong"), *items(rest), *self._being_read(message, width)]

    def _being_read(self, message: Message, width: int) -> list[Item]:
        view, wording = self.desk.view, self.desk.wording
        if message.opened is not None or view.busy_until <= view.time:
            return []
        until = wording.say("You are reading until {clock}.", clock=wording.clock(view.busy_until))
        return [item([""]), item(wrapped(until, width), "dim")]
