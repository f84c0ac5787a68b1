"""Taking a seat of a drill that is hosted elsewhere: address, code, name, seat, and the host's fingerprint."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.plain.words import cleaned
from tui.presentation.joining import joining_items
from tui.presentation.lines import Item, items
from tui.presentation.text import wrapped
from tui.screens.before import LobbyPanel
from tui.widgets.field import Field
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading

ASKED = {
    "place": say("HOST:PORT, or the whole line that the host shows"),
    "code": say("the join code, as the host shows it"),
    "name": say("your name, as reports shall show it"),
    "seat": say("the seat as the host names it, or nothing for any free one"),
    "fingerprint": say("the host's fingerprint, as the host shows it"),
}
"""What is asked for where a row is written."""


class Joining(LobbyPanel):
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

    _writing = ""
    """The row that is being written."""

    def body(self) -> ComposeResult:
        yield Heading(id="heading")
        yield Pane(self.lines, id="rows")
        field = Field(id="written")
        field.display = False
        yield field
        yield Heading(id="about-head")
        about = Pane(self.about, id="about-drill")
        about.can_focus = False
        yield about

    def heading(self) -> str:
        return self.lobby.speech.say("Join a shared drill")

    def reload(self) -> None:
        super().reload()
        if self.stands:
            self.query_one("#about-head", Heading).show(self.lobby.speech.say("About it"))

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
            self._write(chosen.key)

    def action_turn(self) -> None:
        if self.query_one("#rows", Pane).marked == "encrypted":
            lobby = self.lobby
            lobby.invitation = replace(lobby.invitation, encrypted=not lobby.invitation.encrypted)
            self.renew()

    def _write(self, row: str) -> None:
        self._writing = row
        field = self.query_one("#written", Field)
        field.hold(getattr(self.lobby.invitation, row))
        field.placeholder = self.lobby.speech.said(ASKED[row])
        field.display = True
        self.set_focus(field)

    @on(Input.Submitted)
    def written(self, submitted: Input.Submitted) -> None:
        """What was written is taken, and the mark goes on to the next row."""
        row = self._writing
        self.lobby.invitation = self.lobby.invitation.written(row, cleaned(submitted.value))
        self._put_away()
        self.query_one("#rows", Pane).action_step(1)

    def action_back(self) -> None:
        if self._writing:
            self._put_away()
        else:
            super().action_back()

    def digit(self, digit: str) -> None:
        if not self._writing:
            super().digit(digit)

    def _put_away(self) -> None:
        self._writing = ""
        self.query_one("#written", Field).display = False
        self.set_focus(self.query_one("#rows", Pane))
        self.renew()
