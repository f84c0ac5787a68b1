"""How a drill is going to be played: seat, practice or assessed, pace, name, seed, language."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from reports.wording import Wording
from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.choices import Preparation, cannot_be_a_seed, seed_written
from tui.lobby import Lobby
from tui.plain.words import cleaned
from tui.presentation.lines import Item
from tui.presentation.lobby import about_items, preparation_items
from tui.screens.rows import Rows
from tui.widgets.pane import Pane

WRITTEN = ("name", "seed")
"""The rows that are written."""


class Preparing(Rows):
    """The rows that are settled before a drill; the last one begins it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", N_("Previous"), id="preparing.previous", tooltip=N_("the choice before"),
                show=False),
        Binding("right", "turn(1)", N_("Next"), id="preparing.next", tooltip=N_("the next choice"), show=False),
    ]  # fmt: skip
    OWN: ClassVar[tuple[tuple[str, Said], ...]] = (
        ("←→", say("Change")), ("Enter", say("Take")), ("Esc", say("Back")),
    )  # fmt: skip
    ABOUT: ClassVar[Said] = say(
        "Arrows up and down, or a number, go to a row; left and right change it. Enter changes a row too, writes a "
        "name or a seed, and begins the drill on the last row."
    )

    def __init__(self, lobby: Lobby, preparation: Preparation) -> None:
        super().__init__(lobby)
        self.preparation = preparation

    def heading(self) -> str:
        scenario = self.preparation.scenario
        return Wording(scenario, self.lobby.speech.translator).said(scenario.title)

    def lines(self, width: int) -> list[Item]:
        return preparation_items(self.lobby.speech, self.preparation, width)

    def about(self, width: int) -> list[Item]:
        return about_items(self.lobby.speech, self.preparation.scenario, width)

    @on(Pane.Chosen, "#rows")
    def choose(self, chosen: Pane.Chosen) -> None:
        """Enter on a row: begin, write, or change it."""
        if chosen.key == "start":
            self.lobby.name = self.preparation.name
            self.front.begin(self.preparation)
        elif chosen.key in WRITTEN:
            self._ask(chosen.key)
        else:
            self.action_turn(1)

    def action_turn(self, by: int) -> None:
        row = self.query_one("#rows", Pane).marked
        if row == "language":
            self.front.visit("language")
        else:
            self.preparation = self.preparation.turned(row, by)
        self.renew()

    def _ask(self, row: str) -> None:
        speech, prepared = self.lobby.speech, self.preparation
        if row == "name":
            self.write(row, prepared.name, speech.say("your name, as reports shall show it"))
        else:
            seed = "" if prepared.seed is None else str(prepared.seed)
            self.write(row, seed, speech.say("a whole number, or nothing"))

    @on(Input.Submitted)
    def written(self, submitted: Input.Submitted) -> None:
        """What was written is taken; a seed that is none is told, and the line stays."""
        text = cleaned(submitted.value)
        self.lobby.hush()
        if self._writing == "name":
            self.preparation = self.preparation.named(text)
        else:
            try:
                self.preparation = self.preparation.seeded(seed_written(text))
            except ValueError:
                self.lobby.reply(cannot_be_a_seed(text))
                self.renew()
                return
        self.put_away()
