"""What every screen of the console has: the status above, a notice and the keys below, and the console's commands."""

from typing import ClassVar, Protocol, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.presentation.lines import Tone
from tui.screens.numbers import Numbered
from tui.screens.whole import Whole
from tui.shared.console.commands import COMMANDS, bindings, key_line
from tui.shared.console.station import Station
from tui.shared.door import STANDS
from tui.widgets.strip import Heading, KeyLine, OneLine

Keys = tuple[tuple[str, Said], ...]
"""Keys of a screen's own with what they do, for the last line."""


DO_IT: Keys = (("Enter", say("Do it")), ("Esc", say("Close")))
"""The keys of a panel in which one of a few things is chosen."""


class ConsoleHouse(Protocol):
    """What the console's screens ask of the program that shows them."""

    @property
    def station(self) -> Station: ...

    def do(self, name: str) -> None:
        """Carry out a command, or say why it is off."""
        ...

    def show(self, panel: "ConsolePanel") -> None:
        """Bring a panel to the front."""
        ...

    def refresh_all(self) -> None:
        """Show what has changed."""
        ...

    def leave(self) -> None:
        """Close the program; the drill goes on."""
        ...


class ConsoleScreen(Whole):
    """A whole screen of the console."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(*COMMANDS)
    OFFERS: ClassVar[tuple[str, ...]] = ("help",)
    """The commands named on the last line, for those whose role has them."""
    OWN: ClassVar[Keys] = ()
    ABOUT: ClassVar[Said] = say("")
    """What help says of this screen."""

    def __init__(self, station: Station) -> None:
        super().__init__()
        self.station = station

    @property
    def house(self) -> ConsoleHouse:
        return cast(ConsoleHouse, self.app)

    def status(self) -> tuple[str, str, Tone]:
        """The mark of the exercise, the clock, the pace, how the drill stands; at the right what waits."""
        now, wording = self.station.now, self.station.wording
        line = wording.say(
            "{exercise}  {clock}  {pace}x  {state}",
            exercise=wording.exercise(), clock=wording.clock(now.time), pace=f"{now.pace:g}", state=STANDS[now.status],
        )  # fmt: skip
        due = len([each for each in now.injects if each.status == "due"]) if now.status != "over" else 0
        if self.station.is_cut_off:
            return line, wording.say("! NO LINK"), "urgent"
        if self.station.desk.trouble is not None:
            return line, wording.say("! TROUBLE"), "urgent"
        if due:
            return line, wording.say("! injects held past their time: {number}", number=due), "urgent"
        return line, wording.said(ROLE_NAMES[self.station.role]), ""

    def noticed(self) -> tuple[str, Tone]:
        return self.station.notice(self.station.wording), self.station.tone

    def offers(self) -> tuple[str, ...]:
        """What this person is offered here."""
        return tuple(name for name in self.OFFERS if self.station.role in COMMANDS[name].roles)

    def keys_shown(self, width: int) -> str:
        return key_line(self.station, self.offers(), width, self.OWN)

    def action_do(self, name: str) -> None:
        self.house.do(name)


ROLE_NAMES = {"controller": say("controller"), "evaluator": say("evaluator"), "observer": say("observer")}


class ConsolePanel(Numbered, ConsoleScreen):
    """A panel in front of the board; Esc closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("Close"), id="panel.close", tooltip=N_("back to the console"), show=False),
    ]
    OWN: ClassVar[Keys] = (("Esc", say("Close")),)

    def compose(self) -> ComposeResult:
        yield OneLine(id="status")
        with Vertical(id="whole"):
            yield Heading(id="heading")
            yield from self.body()
        yield OneLine(id="notice")
        yield KeyLine(id="keys")

    def heading(self) -> str:
        """The panel's title now."""
        return ""

    def reload(self) -> None:
        super().reload()
        if self.stands:
            self.query_one("#heading", Heading).show(self.heading())

    def action_back(self) -> None:
        self.close()

    def close(self) -> None:
        """Go away, if it is in front."""
        if self.is_current:
            self.app.pop_screen()
