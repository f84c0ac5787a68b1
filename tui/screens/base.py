"""What every screen of a drill has: the status above, a notice and the keys below, and the drill's commands."""

from collections.abc import Callable
from typing import ClassVar, Protocol, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical

from simulator.language.said import Said, say
from simulator.language.translator import N_
from simulator.room.rewinding import Point
from tui.presentation.board import alert_line, latest_items, status_line
from tui.presentation.lines import Item, Tone
from tui.screens.commands import bindings, key_line
from tui.screens.desk import Desk
from tui.screens.numbers import Numbered
from tui.screens.whole import Whole
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading, KeyLine, OneLine

Keys = tuple[tuple[str, Said], ...]
"""Keys of a screen's own with what they do, for the last line."""

EVERYWHERE = ("help", "orders", "plan", "decision", "queue", "log", "hint", "pause", "language", "leave")


class House(Protocol):
    """What screens ask of the program that shows them."""

    @property
    def desk(self) -> Desk:
        """The seat that is played."""
        ...

    def do(self, name: str) -> None:
        """Carry out a command, or say why it is off."""
        ...

    def show(self, panel: "Panel") -> None:
        """Bring a panel to the front; the same one again goes away."""
        ...

    def refresh_all(self) -> None:
        """Show what has changed."""
        ...

    def end_drill(self) -> None:
        """End the drill and go on to its score."""
        ...

    def set_preferences(self) -> None:
        """Show the settings."""
        ...

    def go_back(self, point: Point) -> None:
        """Play on from a moment of the drill, in a new journal."""
        ...

    def leave(self) -> None:
        """Close the program; the journal stays."""
        ...

    def work(self, deed: Callable[[], object]) -> None:
        """Do something lengthy beside the screen, then show what came of it."""
        ...


class DeskScreen(Whole):
    """A whole screen of one seat."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(*EVERYWHERE)
    OFFERS: ClassVar[tuple[str, ...]] = EVERYWHERE
    """The commands named on the last line."""
    OWN: ClassVar[Keys] = ()
    ABOUT: ClassVar[Said] = say("")
    """What help says of this screen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    @property
    def house(self) -> House:
        return cast(House, self.app)

    def status(self) -> tuple[str, str, Tone]:
        left = status_line(self.desk.wording, self.desk.room, self.desk.view.time)
        right = alert_line(self.desk.wording, self.desk.view)
        return left, right, "urgent" if self.desk.view.decisions else ""

    def noticed(self) -> tuple[str, Tone]:
        return self.desk.notice(self.desk.wording), self.desk.tone

    def keys_shown(self, width: int) -> str:
        return key_line(self.desk, self.OFFERS, width, self.OWN)

    def latest(self, width: int) -> list[Item]:
        """What has reached the seat, newest first."""
        return latest_items(self.desk.wording, self.desk.told, width)

    def latest_of(self) -> object:
        """What the latest news is made of."""
        return len(self.desk.told), self.desk.wording

    def action_do(self, name: str) -> None:
        self.house.do(name)


class Panel(Numbered, DeskScreen):
    """A panel in front of the drill screen; Esc closes it. Where there is room, the latest news stands beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("Close"), id="panel.close", tooltip=N_("back to the drill"), show=False),
    ]
    OFFERS: ClassVar[tuple[str, ...]] = ("help",)
    OWN: ClassVar[Keys] = (("Esc", say("Close")),)
    ON_TOP: ClassVar[bool] = False
    """Whether it opens over another panel, instead of taking its place."""

    def compose(self) -> ComposeResult:
        yield OneLine(id="status")
        with Container(id="split"):
            with Vertical(id="panel"):
                yield Heading(id="heading")
                yield from self.body()
            with Vertical(id="side"):
                yield Heading(id="head-side")
                side = Pane(self.latest, id="latest", depends=self.latest_of)
                side.can_focus = False
                yield side
        yield OneLine(id="notice")
        yield KeyLine(id="keys")

    def heading(self) -> str:
        """The panel's title now."""
        return ""

    def reload(self) -> None:
        super().reload()
        if self.stands:
            self.query_one("#heading", Heading).show(self.heading())
            self.query_one("#head-side", Heading).show(self.desk.wording.say("Latest"))

    def action_back(self) -> None:
        self.close()

    def close(self) -> None:
        """Go away, if it is in front."""
        if self.is_current:
            self.app.pop_screen()
