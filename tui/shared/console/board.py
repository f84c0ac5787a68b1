"""The board of the console: seats, injects, the true world, what is expected, all at once."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical

from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.presentation.lines import Item
from tui.shared.console.base import ConsoleScreen, Keys
from tui.shared.console.deeds import InjectPanel, SeatPanel
from tui.shared.console.items import expected_items, inject_items, seat_items, world_items
from tui.shared.console.panels import ConsoleMenu
from tui.shared.console.questions import noting
from tui.widgets.pane import Pane, Source
from tui.widgets.strip import Heading

OFFERED = ("help", "write", "codes", "contingency", "pace", "log", "note", "clock", "language", "leave")

EVERY = 5
"""Exercise seconds after which what is expected is worked out anew."""


class Board(ConsoleScreen):
    """Everything at a glance."""

    CSS = """
    #board-console { height: 1fr; layout: grid; grid-size: 2 2; grid-columns: 1fr 1fr; grid-rows: 1fr 1fr;
        grid-gutter: 0 1; }
    .-wide #board-console { grid-size: 2 2; grid-gutter: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "menu", N_("Menu"), id="board.menu", tooltip=N_("all commands by number"), show=False),
        Binding("left", "app.focus_previous", N_("Left"), id="board.left",
                tooltip=N_("to the pane before"), show=False),
        Binding("right", "app.focus_next", N_("Right"), id="board.right",
                tooltip=N_("to the next pane"), show=False),
    ]  # fmt: skip
    OFFERS: ClassVar[tuple[str, ...]] = OFFERED
    OWN: ClassVar[Keys] = (("Esc", say("Menu")),)
    ABOUT: ClassVar[Said] = say(
        "Left and right go from pane to pane, arrows mark, Enter opens what can be done: with a seat, an inject, an "
        "expectation. Injects: [ ] to come, [x] delivered, [=] held, [!] held and its time has come, [-] skipped. "
        "The values of the world are the true ones, which no trainee sees."
    )

    def body(self) -> ComposeResult:
        with Container(id="board-console"):
            for name, source in self._panes():
                with Vertical():
                    yield Heading(id=f"head-{name}")
                    # Nothing is marked before a key moves the mark: what comes must not drag the sight away.
                    yield Pane(source, id=name, eager=False, depends=self._depends(name))

    def _panes(self) -> tuple[tuple[str, Source], ...]:
        return (("seats", self.seats), ("injects", self.injects), ("world", self.world), ("expected", self.expected))

    def _depends(self, name: str) -> Callable[[], object]:
        return self.expected_of if name == "expected" else self.station.made_of

    def reload(self) -> None:
        super().reload()
        if not self.stands:
            return
        wording = self.station.wording
        heads = {
            "seats": wording.say("Seats"), "injects": wording.say("Injects"),
            "world": wording.say("The world as it is"), "expected": wording.say("Expected"),
        }  # fmt: skip
        for name, head in heads.items():
            self.query_one(f"#head-{name}", Heading).show(head)

    def seats(self, width: int) -> list[Item]:
        return seat_items(self.station.wording, self.station.now, width)

    def injects(self, width: int) -> list[Item]:
        return inject_items(self.station.wording, self.station.now, width)

    def world(self, width: int) -> list[Item]:
        return world_items(self.station.wording, self.station.now, width)

    def expected_of(self) -> object:
        """What the expectations are made of; they move with every entry, and slowly with time."""
        station = self.station
        return len(station.desk.entries), station.now.time // EVERY, station.wording

    def expected(self, width: int) -> list[Item]:
        station = self.station
        return expected_items(station.wording, list(station.desk.entries), station.now.time, width)

    @on(Pane.Chosen, "#seats")
    def open_seat(self, chosen: Pane.Chosen) -> None:
        self.house.show(SeatPanel(self.station, chosen.key))

    @on(Pane.Chosen, "#injects")
    def open_inject(self, chosen: Pane.Chosen) -> None:
        self.house.show(InjectPanel(self.station, chosen.key))

    @on(Pane.Chosen, "#expected")
    def rate(self, chosen: Pane.Chosen) -> None:
        """Note and rate how an expectation was met."""
        if self.station.role == "observer":
            self.station.reply(say("your role may not do this"))
            self.renew()
        else:
            self.house.show(noting(self.station, expectation=chosen.key))

    def action_menu(self) -> None:
        self.house.show(ConsoleMenu(self.station))
