"""The author's screen and panels: the menu, what stands behind the drill, findings, another seat, leaving."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from simulator.authoring.diagnostics import render
from simulator.engine.behind import Behind
from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.presentation.lines import Item, item, items, numbered
from tui.presentation.plan import briefing_items
from tui.presentation.text import wrapped
from tui.preview.asking import GoPanel, RecordPanel, SeedPanel
from tui.preview.hidden import hidden_items
from tui.preview.workshop import workshop
from tui.screens.base import Keys, Panel
from tui.screens.choosing import Menu
from tui.screens.desk import Desk
from tui.screens.drill import DrillScreen
from tui.widgets.pane import Pane

HIDDEN_EVERY = 5
"""Exercise seconds after which what stands behind the drill is shown anew while the clock runs."""


DEEDS: Mapping[str, Said] = {
    "step": say("To the next event (F11)"),
    "behind": say("Behind the drill (F12)"),
    "go": say("Go to a time, on or back"),
    "findings": say("What is wrong in the file"),
    "seat": say("Take another seat"),
    "anew": say("Begin anew, with this or another seed"),
    "record": say("Record what was done as a playthrough"),
    "briefing": say("The briefing of this seat"),
    "menu": say("All commands of a drill"),
    "leave": say("Leave"),
}
"""What an author can do, in the order of the menu."""


class AuthorScreen(DrillScreen):
    """The screen of a drill as its trainee sees it, with the author's menu on Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f11", "author('step')", N_("Next event"), id="author.step",
                tooltip=N_("to the next event"), show=False),
        Binding("f12", "author('behind')", N_("Behind"), id="author.behind",
                tooltip=N_("what stands behind the drill"), show=False),
    ]  # fmt: skip
    OWN: ClassVar[Keys] = (("Esc", say("Author's menu")), ("F11", say("Next event")), ("F12", say("Behind")))
    ABOUT: ClassVar[Said] = say(
        "The drill as its trainee sees it. Save your file, and it goes on from the same second with the same seed and "
        "the same acts. Esc opens the author's menu, F11 goes to the next event, F12 shows what trainees do not see."
    )

    def action_menu(self) -> None:
        self.house.show(AuthorMenu(self.desk))

    def action_author(self, name: str) -> None:
        workshop(self).author(name)


class AuthorMenu(Panel):
    """What an author can do, by number."""

    OWN: ClassVar[Keys] = (("Enter", say("Do it")), ("Esc", say("Close")))
    ABOUT: ClassVar[Said] = say("The author's menu. Type a number, or use the arrows; Enter does it.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.desk.wording.say("Author's menu")

    def lines(self, width: int) -> list[Item]:
        return numbered([(name, self.desk.wording.said(said)) for name, said in DEEDS.items()], width)

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.close()
        workshop(self).author(chosen.key)


class BehindPanel(Panel):
    """What trainees do not see: true values, conditions part by part, expectations as they stand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f11", "author('step')", N_("Next event"), id="behind.step",
                tooltip=N_("to the next event"), show=False),
        Binding("f12", "back", N_("Close"), id="behind.close", tooltip=N_("back to the drill"), show=False),
        Binding("f8", "do('pause')", N_("Pause"), id="behind.pause",
                tooltip=N_("halt the clock, and let it run on"), show=False),
    ]  # fmt: skip
    OWN: ClassVar[Keys] = (("F11", say("Next event")), ("F8", say("Pause")), ("Esc", say("Close")))
    ABOUT: ClassVar[Said] = say(
        "[x] holds or is reached, [ ] is not. Names stand as in your file, with what they are worth now in brackets; "
        "behind -> stands where a mood is going. Arrows scroll."
    )

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="behind", depends=self.made_of)

    def heading(self) -> str:
        return self.desk.wording.say("Behind the drill")

    def made_of(self) -> object:
        """What the panel is made of, as far as it moves."""
        journal = self.desk.room.drill.journal
        return len(journal), self.desk.room.drill.now // HIDDEN_EVERY, self.desk.wording

    def lines(self, width: int) -> list[Item]:
        drill = self.desk.room.drill
        return hidden_items(self.desk.wording, Behind(drill), tuple(drill.journal), drill.now, width)

    def action_author(self, name: str) -> None:
        workshop(self).author(name)


class FindingsPanel(Panel):
    """What `check` says of the file as it was last saved."""

    ABOUT: ClassVar[Said] = say("What is wrong in the file as it was last saved, errors first. Arrows scroll.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="findings")

    def heading(self) -> str:
        return self.desk.wording.say("What is wrong in the file")

    def lines(self, width: int) -> list[Item]:
        wording, reading = self.desk.wording, workshop(self).reading
        found: list[Item] = []
        for finding in reading.findings:
            shown = render(finding, reading.sources[finding.file], wording.translator).split("\n")
            found += [
                item([line[:width] for line in shown], "urgent" if finding.severity == "error" else ""),
                item([""]),
            ]
        return found or items(
            wrapped(wording.say("Nothing. 'drillroom check' looks at the texts and plays it too."), width)
        )


class SeatBriefing(Panel):
    """The briefing as the trainee of this seat gets it."""

    ABOUT: ClassVar[Said] = say("What the trainee of this seat is told before the clock runs. Arrows scroll.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="briefing")

    def heading(self) -> str:
        return self.desk.wording.say("Briefing")

    def lines(self, width: int) -> list[Item]:
        return briefing_items(self.desk.wording, self.desk.seat, width)


class SeatPanel(Panel):
    """Which seat to play from now on."""

    OWN: ClassVar[Keys] = (("Enter", say("Take it")), ("Esc", say("Close")))
    ABOUT: ClassVar[Said] = say(
        "Play another seat from now on. The one you leave does nothing until you come back; stand-ins play the rest."
    )

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.desk.wording.say("Take another seat")

    def lines(self, width: int) -> list[Item]:
        wording = self.desk.wording
        return numbered([(seat, f"{wording.seat(seat)} ({seat})") for seat in wording.scenario.seats], width)

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.close()
        workshop(self).take(chosen.key)


class LeavingPanel(Panel):
    """What to do with a preview that is left."""

    OWN: ClassVar[Keys] = (("Enter", say("Do it")), ("Esc", say("Back")))
    ABOUT: ClassVar[Said] = say("Leave the preview, or end the drill and see its score.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.desk.wording.say("Leave or end?")

    def lines(self, width: int) -> list[Item]:
        wording = self.desk.wording
        choices = [
            ("stay", wording.say("Stay")),
            ("record", wording.said(DEEDS["record"])),
            ("leave", wording.say("Leave; what was played and not recorded is gone")),
        ]
        if not self.desk.room.over:
            choices.append(("end", wording.say("End the drill here and see its score")))
        return numbered(choices, width)

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.close()
        match chosen.key:
            case "leave":
                self.house.leave()
            case "end":
                self.house.end_drill()
            case "record":
                workshop(self).author("record")


PANELS: Mapping[str, Callable[[Desk], Panel]] = {
    "behind": BehindPanel, "go": GoPanel, "findings": FindingsPanel, "seat": SeatPanel, "anew": SeedPanel,
    "record": RecordPanel, "briefing": SeatBriefing, "menu": Menu,
}  # fmt: skip
"""The panels that the author's menu opens."""
