"""Going back in a practice: the moments of the drill, and playing on from one of them in a new journal."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from simulator.language.said import Said, say
from simulator.room.rewinding import Point, points
from tui.presentation.lines import Item, item
from tui.presentation.text import wrapped
from tui.presentation.timeline import point_line
from tui.screens.base import Keys, Panel
from tui.screens.desk import Desk
from tui.widgets.pane import Pane


class GoingBack(Panel):
    """The decisions that were put to the seat and what it did, the latest first."""

    OWN: ClassVar[Keys] = (("Enter", say("Play on from there")), ("Esc", say("Close")))
    ABOUT: ClassVar[Said] = say(
        "Moments of the drill, the latest first. Enter goes back to one: a new journal begins with what was done "
        "before it, and stands paused there. The journal of now stays as it is and can be taken up again."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._points: tuple[Point, ...] = tuple(reversed(points(desk.room.drill.journal, desk.seat)))

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="points")

    def heading(self) -> str:
        return self.desk.wording.say("Go back to")

    def lines(self, width: int) -> list[Item]:
        wording, journal = self.desk.wording, self.desk.room.drill.journal
        kept = [point for point in self._points if point.kind != "message"]
        found = [
            item(wrapped(point_line(wording, journal, point), width, f"{place:>2}. "), key=str(point.entry))
            for place, point in enumerate(kept, 1)
        ]
        return found or [item(wrapped(wording.say("There is nothing to go back to yet."), width), "dim")]

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.house.go_back(next(point for point in self._points if point.entry == int(chosen.key)))
