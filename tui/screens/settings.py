"""The settings of the person at the screen: colours, borders, bell, language; applied and kept at once.

It needs no drill: the lobby shows it, and a drill too, whose first line then stays in sight.
"""

from typing import ClassVar, Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from simulator.errors import WriteError
from simulator.language.said import Said, say
from simulator.language.translator import N_, Translator
from tui.plain.words import cleaned
from tui.presentation.lines import Item, Tone
from tui.presentation.preferences import CHOICES, preference_items, sample_items, turned
from tui.screens.whole import Whole
from tui.settings import Preferences, Settings
from tui.widgets.pane import Pane
from tui.widgets.strip import Heading


class Host(Protocol):
    """What the settings ask of whoever shows them."""

    @property
    def translator(self) -> Translator:
        """The language of now."""
        ...

    def first_line(self) -> tuple[str, str, Tone]:
        """The two ends of the first line, and how it is set: the mark of the exercise, and what must not be missed."""
        ...

    def apply(self, settings: Settings) -> None:
        """Wear these settings, and speak their language, from now on."""
        ...


class SettingsScreen(Whole):
    """Every setting with what it can be. A digit turns one on; so do Enter, left and right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", N_("Close"), id="settings.close", tooltip=N_("back to where you were"), show=False),
        Binding("right", "turn(1)", N_("Next"), id="settings.next", tooltip=N_("the next value"), show=False),
        Binding("left", "turn(-1)", N_("Previous"), id="settings.previous", tooltip=N_("the value before"), show=False),
    ]
    OWN: ClassVar[tuple[tuple[str, Said], ...]] = (("Enter", say("Change")), ("Esc", say("Close")))

    def __init__(self, preferences: Preferences, host: Host) -> None:
        super().__init__()
        self._preferences = preferences
        self._host = host
        self._notice: tuple[Said, Tone] | None = None

    def body(self) -> ComposeResult:
        yield Heading(id="heading")
        yield Pane(self.lines, id="settings")
        yield Heading(id="head-sample")
        sample = Pane(self.sample, id="sample")
        sample.can_focus = False
        yield sample

    def lines(self, width: int) -> list[Item]:
        return preference_items(self._preferences.now, self._host.translator, width)

    def sample(self, width: int) -> list[Item]:
        return sample_items(self._host.translator, width)

    def status(self) -> tuple[str, str, Tone]:
        return self._host.first_line()

    def noticed(self) -> tuple[str, Tone]:
        if self._notice is None:
            return "", ""
        said, tone = self._notice
        return self._host.translator.say(said), tone

    def keys_shown(self, width: int) -> str:
        return "  ".join(f"{key} {self._host.translator.say(does)}" for key, does in self.OWN)

    def reload(self) -> None:
        super().reload()
        if self.stands:
            speaker = self._host.translator
            self.query_one("#heading", Heading).show(speaker.say(say("Settings")))
            self.query_one("#head-sample", Heading).show(speaker.say(say("How it looks")))

    def on_key(self, event: events.Key) -> None:
        """A digit, a full-width one too, turns the setting of that number on."""
        digit = cleaned(event.character or "")
        if len(digit) == 1 and digit.isdecimal():
            event.stop()
            name = dict(enumerate(CHOICES, 1)).get(int(digit))
            if name is not None:
                self.query_one("#settings", Pane).mark(name)
                self.turn(name, 1)

    @on(Pane.Chosen, "#settings")
    def choose(self, chosen: Pane.Chosen) -> None:
        self.turn(chosen.key, 1)

    def turn(self, name: str, by: int) -> None:
        """Turn a setting on by one, or back; it holds at once, and is kept."""
        preferences = self._preferences
        self._notice = None
        try:
            preferences.choose(**{name: turned(preferences.now, name, by, self._host.translator)})
        except WriteError as error:
            self._notice = (say("{message}: {remedy}.", message=error.message, remedy=error.remedy), "urgent")
        self._host.apply(preferences.now)
        self.renew()

    def action_turn(self, by: int) -> None:
        marked = self.query_one("#settings", Pane).marked
        if marked:
            self.turn(marked, by)

    def action_close(self) -> None:
        if self.is_current:
            self.app.pop_screen()
