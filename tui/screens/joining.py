"""Taking a seat of a drill that is hosted elsewhere: address, code, name, seat, and the host's fingerprint."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.plain.words import cleaned
from tui.presentation.joining import joining_items
from tui.presentation.lines import Item, items
from tui.presentation.text import wrapped
from tui.screens.rows import Rows
from tui.widgets.pane import Pane

ASKED = {
    "place": say("HOST:PORT, or the whole line that the host shows"),
    "code": say("the join code, as the host shows it"),
    "name": say("your name, as reports shall show it"),
    "seat": say("the seat as the host names it, or nothing for any free one"),
    "fingerprint": say("the host's fingerprint, as the host shows it"),
}
"""What is asked for where a row is written."""


class Joining(Rows):
    """The rows that are settled before a seat is taken; the last one takes it. What was written stays."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn", N_("Previous"), id="joining.previous", tooltip=N_("the choice before"), show=False),
        Binding("right", "turn", N_("Next"), id="joining.next", tooltip=N_("the next choice"), show=False),
    ]
    OWN: ClassVar[tuple[tuple[str, Said], ...]] = (("Enter", say("Write, take")), ("Esc", say("Back")))
    ABOUT: ClassVar[Said] = say(
        "Take a seat of a drill that several people share. Enter writes a row; the host's whole line can be pasted as "
        "the address. Enter on the last row joins. A host on another machine shows its fingerprint first: compare it "
        "with the host's own screen, and join again only if it is the same."
    )

    def heading(self) -> str:
        return self.lobby.speech.say("Join a shared drill")

    def lines(self, width: int) -> list[Item]:
        return joining_items(self.lobby.speech, self.lobby.invitation, width)

    def about(self, width: int) -> list[Item]:
        return items(wrapped(self.lobby.speech.said(self.ABOUT), width))

    @on(Pane.Chosen, "#rows")
    def choose(self, chosen: Pane.Chosen) -> None:
        """Enter on a row: join, change it, or write it."""
        self.lobby.hush()
        if chosen.key == "join":
            self.front.join()
        elif chosen.key == "encrypted":
            self.action_turn()
        else:
            row = chosen.key
            self.write(row, getattr(self.lobby.invitation, row), self.lobby.speech.said(ASKED[row]))

    def action_turn(self) -> None:
        if self.query_one("#rows", Pane).marked == "encrypted":
            lobby = self.lobby
            lobby.invitation = replace(lobby.invitation, encrypted=not lobby.invitation.encrypted)
            self.renew()

    @on(Input.Submitted)
    def written(self, submitted: Input.Submitted) -> None:
        """What was written is taken, and the mark goes on to the next row."""
        row = self._writing
        self.lobby.invitation = self.lobby.invitation.written(row, cleaned(submitted.value))
        self.put_away()
        self.query_one("#rows", Pane).action_step(1)
