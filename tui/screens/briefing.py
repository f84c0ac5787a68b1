"""The briefing: situation, role, units, places and clauses, before the clock runs."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.presentation.lines import Item
from tui.presentation.plan import briefing_items
from tui.screens.base import DeskScreen, Keys
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading


class Briefing(DeskScreen):
    """What a trainee knows before it begins; Enter starts the drill."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", N_("Start"), id="briefing.start", tooltip=N_("start the drill"), show=False),
    ]
    OFFERS: ClassVar[tuple[str, ...]] = ("help", "plan", "language", "leave")
    OWN: ClassVar[Keys] = (("Enter", say("Start the drill")),)
    ABOUT: ClassVar[Said] = say("Read the briefing; arrows scroll. The clock runs from the moment you press Enter.")

    def body(self) -> ComposeResult:
        yield Heading(id="heading")
        yield Pane(self.lines, id="briefing")

    def reload(self) -> None:
        super().reload()
        if self.stands:
            self.query_one("#heading", Heading).show(self.desk.wording.say("Briefing"))

    def lines(self, width: int) -> list[Item]:
        return briefing_items(self.desk.wording, self.desk.seat, width)

    def action_start(self) -> None:
        self.house.do("start")
