"""What the screens before a drill have in common: what can be done there, and panels in front of the lobby."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.choices import Preparation
from tui.lobby import Lobby
from tui.presentation.lines import Item, Tone
from tui.screens.commands import fitting, shown_key
from tui.screens.numbers import Numbered
from tui.screens.whole import Whole
from tui.speech import LANGUAGE_NAMES
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done in the lobby."""

    key: str
    label: Said
    tip: Said
    rank: int


OFFERS: Mapping[str, Offer] = {
    "help": Offer("f1", say("Help"), say("what can be done here"), 1),
    "left": Offer("f2", say("Take up again"), say("a drill that was interrupted, where it was left"), 3),
    "results": Offer("f3", say("My results"), say("what you scored, and how it has gone over time"), 3),
    "readiness": Offer("f4", say("Readiness"), say("the department's readiness, clause by clause"), 6),
    "settings": Offer("f5", say("Settings"), say("colours, borders, sound"), 5),
    "join": Offer("f6", say("Join"), say("a seat of a drill that several people share"), 4),
    "language": Offer("f9", say("Language"), say("change the language of the screen"), 2),
    "leave": Offer("f10", say("Leave"), say("close Drillroom"), 1),
}


class Front(Protocol):
    """What the lobby's screens ask of the program that shows them."""

    def begin(self, prepared: Preparation) -> None:
        """Open the drill that was settled."""
        ...

    def take_up(self, path: Path) -> None:
        """Go on with an interrupted drill."""
        ...

    def join(self) -> None:
        """Take the seat of a shared drill that was settled."""
        ...

    def visit(self, name: str) -> None:
        """Do one of the things that the lobby offers."""
        ...


class LobbyScreen(Whole):
    """A screen before a drill."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(offer.key, f"visit('{name}')", offer.label.template, id=f"lobby.{name}", tooltip=offer.tip.template,
                show=False)
        for name, offer in OFFERS.items()
    ]  # fmt: skip
    SHOWN: ClassVar[tuple[str, ...]] = tuple(OFFERS)
    OWN: ClassVar[tuple[tuple[str, Said], ...]] = ()
    ABOUT: ClassVar[Said] = say("")

    def __init__(self, lobby: Lobby) -> None:
        super().__init__()
        self.lobby = lobby

    @property
    def front(self) -> Front:
        return cast(Front, self.app)

    def status(self) -> tuple[str, str, Tone]:
        speech, left = self.lobby.speech, len(self.lobby.left)
        title = speech.say("{exercise}  Drillroom", exercise=speech.say("EXERCISE"))
        return title, speech.say("interrupted drills: {number}", number=left) if left else "", ""

    def noticed(self) -> tuple[str, Tone]:
        notice = self.lobby.notice
        return ("" if notice is None else self.lobby.speech.said(notice)), self.lobby.tone

    def keys_shown(self, width: int) -> str:
        speech = self.lobby.speech
        own = [(0, f"{key} {speech.said(does)}") for key, does in self.OWN]
        shown = [(OFFERS[name].rank, f"{shown_key(OFFERS[name].key)} {self._label(name)}") for name in self.SHOWN]
        return fitting([*own, *shown], width)

    def _label(self, name: str) -> str:
        if name == "language":
            return LANGUAGE_NAMES[self.lobby.other_language]
        return self.lobby.speech.said(OFFERS[name].label)

    def heading(self) -> str:
        """The heading over the screen's body."""
        return ""

    def reload(self) -> None:
        super().reload()
        if self.stands:
            for heading in self.query("#heading").results(Heading):
                heading.show(self.heading())

    def action_visit(self, name: str) -> None:
        self.front.visit(name)


class LobbyPanel(LobbyScreen, Numbered):
    """A screen in front of the lobby; Esc goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("Back"), id="lobby.back", tooltip=N_("back to the lobby"), show=False),
    ]
    SHOWN: ClassVar[tuple[str, ...]] = ("help", "language")
    OWN: ClassVar[tuple[tuple[str, Said], ...]] = (("Esc", say("Back")),)

    def body(self) -> ComposeResult:
        yield Heading(id="heading")
        yield Pane(self.lines, id="lines")

    def lines(self, width: int) -> list[Item]:
        """What stands in the panel."""
        return []

    def action_back(self) -> None:
        if self.is_current:
            self.app.pop_screen()
