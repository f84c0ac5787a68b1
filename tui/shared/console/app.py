"""The console's program: a controller, an evaluator or an observer before the board of a shared drill."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, assert_never

from textual.binding import Binding, BindingType

from simulator.journal.controls import Turning
from simulator.language.said import say
from simulator.language.translator import N_, Translator
from simulator.room.shared.desk import ControlDesk
from tui.app import BEATS, always
from tui.hosting import Hosting
from tui.screens.small import TooSmall, fits
from tui.screens.whole import Whole
from tui.settings import Preferences
from tui.shared.console.base import ConsolePanel, ConsoleScreen
from tui.shared.console.board import Board
from tui.shared.console.commands import why_off
from tui.shared.console.panels import (
    CodesPanel,
    ConsoleHelp,
    ConsoleLeaving,
    LogPanel,
    RemarksPanel,
    ScoresPanel,
)
from tui.shared.console.questions import noting, pacing, steering, writing
from tui.shared.console.station import Station
from tui.signals import AWAY, mind
from tui.speech import Speech

STYLES = Path(__file__).parents[2] / "styles" / "drillroom.tcss"


class ConsoleApp(Hosting):
    """The console on a whole screen."""

    CSS_PATH = STYLES
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "leave_or_end", N_("Leave"), id="app.leave", priority=True, show=False,
                tooltip=N_("leave the console, or end the drill")),
    ]  # fmt: skip

    def __init__(
        self, desk: ControlDesk, translator: Translator, *, beats: float | None = BEATS,
        is_there: Callable[[], bool] = always, preferences: Preferences | None = None,
    ) -> None:  # fmt: skip
        """*beats*: looks at the room in a second; without, `tick` is called by whoever owns the clock."""
        super().__init__(preferences, translator)
        self.station = Station(desk, translator)
        self._beats, self._is_there = beats, is_there
        self._status = self.station.now.status

    def on_mount(self) -> None:
        self.dress(self.preferences.now)
        self.push_screen(Board(self.station))
        if self._beats is not None:
            self.set_interval(1 / self._beats, self.tick)
            # A terminal that goes away, or a request to end, closes the program as leaving does.
            mind(AWAY, self.exit)
        self.call_after_refresh(self.fit)

    def tick(self) -> None:
        """One beat: what the host has told since is shown."""
        if not self._is_there():
            self.exit()
            return
        self.station.look()
        before, self._status = self._status, self.station.now.status
        if before != "over" and self._status == "over":
            self._over()
        self.refresh_all()

    def _over(self) -> None:
        evaluated = any(each.endswith("(evaluator)") for each in self.station.now.watching)
        if self.station.role == "evaluator":
            self.station.reply(say("The drill is over. Note what is left: the score waits until you leave."))
        elif self.station.role == "controller" and evaluated:
            self.station.reply(say("The drill is over. Evaluators are still noting; F8 scores it without waiting."))
        else:
            self.station.reply(say("The drill is over."))

    # -- commands ---------------------------------------------------------------------------------------------

    def do(self, name: str) -> None:
        """Carry out a command, or say why it is off."""
        station = self.station
        station.hush()
        reason = why_off(station, name)
        if reason is not None:
            station.reply(reason)
        elif name == "help":
            self._help()
        elif name in self._deeds():
            self._deeds()[name]()
        self.refresh_all()

    def _deeds(self) -> dict[str, Callable[[], None]]:
        station = self.station
        return {
            "write": lambda: self.show(writing(station)),
            "codes": lambda: self.show(CodesPanel(station)),
            "contingency": lambda: self.show(steering(station, self.show)),
            "pace": lambda: self.show(pacing(station)),
            "log": lambda: self.show(LogPanel(station)),
            "note": lambda: self.show(noting(station)),
            "clock": self.turn,
            "language": lambda: self.speak(station.other_language),
            "settings": self.set_preferences,
            "remarks": lambda: self.show(RemarksPanel(station)),
            "scores": lambda: self.show(ScoresPanel(station)),
            "leave": lambda: self.show(ConsoleLeaving(station)),
        }

    def turn(self) -> None:
        """Start the drill, halt the clock, let it run on; after the end, say that everything is noted: it is scored."""
        match self.station.now.status:
            case "waiting":
                self.station.lead(Turning("start"), lambda wording: wording.say("start the drill"))
            case "running":
                self.station.lead(Turning("pause"), lambda wording: wording.say("pause"))
            case "paused":
                self.station.lead(Turning("resume"), lambda wording: wording.say("run on"))
            case "over":
                self.station.lead(Turning("score"), lambda wording: wording.say("score the drill"))
            case _:
                assert_never(self.station.now.status)

    def leave(self) -> None:
        """Close the program; the drill goes on."""
        self.exit()

    def action_leave_or_end(self) -> None:
        self.do("leave")

    # -- screens ----------------------------------------------------------------------------------------------

    def show(self, panel: ConsolePanel) -> None:
        """Bring a panel to the front, in the place of another one; the same one again goes away."""
        there = self.screen
        if isinstance(there, ConsolePanel):
            self.pop_screen()
            if type(there) is type(panel):
                return
        self.push_screen(panel)

    def _help(self) -> None:
        of = self.screen
        if isinstance(of, ConsoleHelp):
            self.pop_screen()
        elif isinstance(of, ConsoleScreen):
            self.push_screen(ConsoleHelp(self.station, of))

    def refresh_all(self) -> None:
        """Show what has changed on the screen in front."""
        if isinstance(self.screen, Whole):
            self.screen.renew()
        elif isinstance(self.screen, TooSmall):
            self.screen.reload()

    def fit(self) -> None:
        """Hide the screens while the terminal is too small."""
        small, enough = isinstance(self.screen, TooSmall), fits(self.size.width, self.size.height)
        if not enough and not small:
            self.push_screen(TooSmall(self.speech))
        elif enough and small:
            self.pop_screen()

    def on_resize(self) -> None:
        self.call_after_refresh(self.fit)

    @property
    def speech(self) -> Speech:
        """The language of now."""
        return Speech(self.station.wording.translator)

    def speak(self, language: str) -> None:
        """Go on in another language."""
        self.station.speak(language)

    def _fatal_error(self) -> None:
        """A fault ends the program without Textual's traceback; `failed` says what it was."""
        self._close_messages_no_wait()

    @property
    def failed(self) -> Exception | None:
        """The fault that ended the program, if one did."""
        return self._exception
