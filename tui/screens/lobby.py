"""The lobby: scenarios on offer; interrupted drills; past results; help."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from simulator.language.said import Said, say
from tui.choices import prepared
from tui.lobby import Lobby
from tui.presentation.joining import JOIN, joining_item
from tui.presentation.lines import Item, item, items
from tui.presentation.lobby import about_items, left_items, result_items, scenario_items
from tui.presentation.text import wrapped
from tui.screens.before import OFFERS, LobbyPanel, LobbyScreen
from tui.screens.commands import shown_key
from tui.screens.joining import Joining
from tui.screens.numbers import Numbered
from tui.screens.preparing import Preparing
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading


class Foyer(LobbyScreen, Numbered):
    """The list of scenarios; Enter goes on to how one is played."""

    OWN: ClassVar[tuple[tuple[str, Said], ...]] = (("Enter", say("Choose")),)
    ABOUT: ClassVar[Said] = say(
        "Choose a scenario by its number or with the arrows; Enter goes on to seat, pace and language. Begin with the "
        "first: it teaches the screen. The last line joins a drill that several people share."
    )

    def body(self) -> ComposeResult:
        yield Heading(id="heading")
        yield Pane(self.lines, id="scenarios")
        with Vertical(id="details"):
            yield Heading(id="about-head")
            about = Pane(self.about, id="about-scenario")
            about.can_focus = False
            yield about

    def heading(self) -> str:
        return self.lobby.speech.say("Which scenario?")

    def reload(self) -> None:
        super().reload()
        if self.stands:
            self.query_one("#about-head", Heading).show(self.lobby.speech.say("About it"))

    def lines(self, width: int) -> list[Item]:
        lobby = self.lobby
        found = scenario_items(lobby.speech, lobby.scenarios.values(), lobby.results, width)
        if not lobby.complete:
            return [*found, item(wrapped(lobby.speech.say("Reading scenarios …"), width), "dim")]
        return [*found, joining_item(lobby.speech, len(lobby.scenarios) + 1, width)]

    def about(self, width: int) -> list[Item]:
        marked = self.query_one("#scenarios", Pane).marked
        if marked == JOIN:
            return items(wrapped(self.lobby.speech.said(Joining.ABOUT), width))
        scenario = self.lobby.scenarios.get(marked)
        return [] if scenario is None else about_items(self.lobby.speech, scenario, width)

    @on(Pane.Marked)
    def mark_moved(self) -> None:
        self.query_one("#about-scenario", Pane).reload()

    @on(Pane.Chosen, "#scenarios")
    def choose(self, chosen: Pane.Chosen) -> None:
        if chosen.key == JOIN:
            self.front.visit("join")
            return
        self.lobby.hush()
        scenario = self.lobby.scenarios[chosen.key]
        self.app.push_screen(Preparing(self.lobby, prepared(scenario, self.lobby.name)))


class TakingUp(LobbyPanel):
    """The drills that were interrupted."""

    OWN: ClassVar[tuple[tuple[str, Said], ...]] = (("Enter", say("Take up again")), ("Esc", say("Back")))
    ABOUT: ClassVar[Said] = say("Drills that were left before their end. Enter takes one up where it was, paused.")

    def heading(self) -> str:
        return self.lobby.speech.say("Take up again")

    def lines(self, width: int) -> list[Item]:
        return left_items(self.lobby.speech, self.lobby.left, width)

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.front.take_up(Path(chosen.key))


class Results(LobbyPanel):
    """The person's results over time."""

    ABOUT: ClassVar[Said] = say("Your drills, the newest first; the small curves above run from the oldest to it.")

    def heading(self) -> str:
        return self.lobby.speech.say("My results")

    def lines(self, width: int) -> list[Item]:
        return result_items(self.lobby.speech, self.lobby.results, width)


class ReadinessPage(LobbyPanel):
    """Whether the department is ready, in a few paragraphs; nothing until the records are read."""

    ABOUT: ClassVar[Said] = say(
        "Whether your people are ready, from the records: how they respond, the weakest clauses, who is due for "
        "training. drillroom readiness writes it as a report with figures."
    )

    def __init__(self, lobby: Lobby) -> None:
        super().__init__(lobby)
        self.paragraphs: tuple[str, ...] | None = None
        """In the language in which they were asked for."""

    def heading(self) -> str:
        return self.lobby.speech.say("Readiness")

    def ask(self) -> None:
        """Read the records; a trouble with them is the notice."""
        translator = self.lobby.speech.translator
        self.lobby.attempt(lambda: setattr(self, "paragraphs", self.lobby.doors.readiness(translator)))
        if self.paragraphs is None:
            self.paragraphs = ()

    def lines(self, width: int) -> list[Item]:
        if self.paragraphs is None:
            return [item(wrapped(self.lobby.speech.say("Reading the records …"), width), "dim")]
        found: list[Item] = []
        for paragraph in self.paragraphs:
            listed = paragraph.startswith("- ")
            found.append(item(wrapped(paragraph.removeprefix("- "), width, "- " if listed else "")))
            found += [] if listed else [item([""])]
        return found


class LobbyHelp(LobbyPanel):
    """What can be done at the screen below."""

    def __init__(self, lobby: Lobby, of: LobbyScreen) -> None:
        super().__init__(lobby)
        self._of = of

    def heading(self) -> str:
        return self.lobby.speech.say("Help")

    def lines(self, width: int) -> list[Item]:
        speech = self.lobby.speech
        about = item(wrapped(speech.said(self._of.ABOUT), width))
        own = [item(wrapped(f"{key}: {speech.said(does)}", width, "", "    ")) for key, does in self._of.OWN]
        shown = [
            item(wrapped(speech.say("{key} {command}: {tip}", key=shown_key(OFFERS[name].key),
                                    command=speech.said(OFFERS[name].label), tip=OFFERS[name].tip), width, "", "    "))
            for name in self._of.SHOWN
        ]  # fmt: skip
        return [about, item([""]), *own, *shown]
