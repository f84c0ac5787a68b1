"""A panel of rows that are settled one by one, some of them written on a line below."""

from textual.app import ComposeResult

from tui.lobby import Lobby
from tui.presentation.lines import Item
from tui.screens.before import LobbyPanel
from tui.widgets.field import Field
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading


class Rows(LobbyPanel):
    """The rows, the line on which one of them is written, and below what they are about."""

    def __init__(self, lobby: Lobby) -> None:
        super().__init__(lobby)
        self._writing = ""
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

    def lines(self, width: int) -> list[Item]:
        """The rows as they stand."""
        return []

    def about(self, width: int) -> list[Item]:
        """What stands below them."""
        return []

    def reload(self) -> None:
        super().reload()
        if self.stands:
            self.query_one("#about-head", Heading).show(self.lobby.speech.say("About it"))

    def write(self, row: str, text: str, asked: str) -> None:
        """Open the line for a row, with what stands there and what is asked for."""
        self._writing = row
        field = self.query_one("#written", Field)
        field.hold(text)
        field.placeholder = asked
        field.display = True
        self.set_focus(field)

    def put_away(self) -> None:
        """Close the line; the rows have the keys again."""
        self._writing = ""
        self.query_one("#written", Field).display = False
        self.set_focus(self.query_one("#rows", Pane))
        self.renew()

    def action_back(self) -> None:
        if self._writing:
            self.put_away()
        else:
            super().action_back()

    def digit(self, digit: str) -> None:
        if not self._writing:
            super().digit(digit)
