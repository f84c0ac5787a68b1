"""The hot wash: the scorecard explained, right after the drill."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from simulator.language.said import Said, say
from tui.presentation.lines import Item, item, items
from tui.presentation.scorecard import scorecard_sections
from tui.presentation.text import wrapped
from tui.screens.base import DeskScreen
from tui.screens.commands import bindings
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading


class HotWash(DeskScreen, inherit_bindings=False):
    """What was due, what was done when, what it earned, by which clause, and why."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("help", "save", "plan", "log", "language", "leave")
    OFFERS: ClassVar[tuple[str, ...]] = ("help", "save", "plan", "log", "language", "leave")
    ABOUT: ClassVar[Said] = say("Your score and where each point comes from. Arrows and page keys scroll.")

    def body(self) -> ComposeResult:
        yield Heading(id="heading")
        yield Pane(self.lines, id="scorecard")

    def reload(self) -> None:
        super().reload()
        if self.stands:
            self.query_one("#heading", Heading).show(self.desk.wording.say("Hot wash"))

    def lines(self, width: int) -> list[Item]:
        """The scorecard, once it is worked out, then where the journal lies."""
        wording, room = self.desk.wording, self.desk.room
        if room.scorecard is None:
            return items(wrapped(wording.say("The drill is over. Working out the score …"), width))
        found: list[Item] = []
        drill, card = room.drill, room.scorecard
        for section in scorecard_sections(drill.scenario, drill.journal, card, wording.translator, width):
            found += [*items(wrapped(section.title, width), "head"), *items(section.lines), item([""])]
        path = str(self.desk.path)
        kept = wording.say("The journal: {path}", path=path)
        report = wording.say("A report of it: drillroom report {path}", path=path)
        return [*found, *items(wrapped(kept, width)), *items(wrapped(report, width))]
