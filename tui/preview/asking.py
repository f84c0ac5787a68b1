"""The author's panels with a line to type in: a time to go to, a seed to begin anew with, a name for a recording."""

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from simulator.language.said import Said, say
from tui.plain.words import cleaned
from tui.presentation.lines import Item, items
from tui.presentation.text import wrapped
from tui.preview.workshop import workshop
from tui.screens.base import Keys, Panel
from tui.widgets.field import Field
from tui.widgets.pane import Pane


class Asking(Panel):
    """A panel with one line to type in."""

    OWN: ClassVar[Keys] = (("Enter", say("Do it")), ("Esc", say("Close")))
    TITLE_SAID: ClassVar[Said] = say("")
    EXPLAINED: ClassVar[Said] = say("")
    """What may be typed."""

    def body(self) -> ComposeResult:
        yield Field(id="typed")
        about = Pane(self.lines, id="explained")
        about.can_focus = False
        yield about

    def heading(self) -> str:
        return self.desk.wording.said(self.TITLE_SAID)

    def lines(self, width: int) -> list[Item]:
        return items(wrapped(self.desk.wording.said(self.EXPLAINED), width))

    @on(Input.Submitted)
    def take_it(self, submitted: Input.Submitted) -> None:
        self.close()
        self.does()(cleaned(submitted.value))

    @abstractmethod
    def does(self) -> Callable[[str], None]:
        """What is done with the line."""


class GoPanel(Asking):
    """A time to go to."""

    TITLE_SAID: ClassVar[Said] = say("Go to a time, on or back")
    EXPLAINED: ClassVar[Said] = say(
        "A time of the scenario's clock (09:10), of the exercise (90m), or from now (+20m, -5m). On the way on your "
        "seat does nothing. Going back, what you did after that time is undone."
    )
    ABOUT: ClassVar[Said] = EXPLAINED

    def does(self) -> Callable[[str], None]:
        return workshop(self).go_to


class SeedPanel(Asking):
    """A seed to begin anew with."""

    TITLE_SAID: ClassVar[Said] = say("Begin anew")
    EXPLAINED: ClassVar[Said] = say(
        "A seed: a whole number from 0. An empty line keeps the present one; a dash draws one."
    )
    ABOUT: ClassVar[Said] = EXPLAINED

    def does(self) -> Callable[[str], None]:
        return workshop(self).begin_anew


class RecordPanel(Asking):
    """A name for what was done."""

    TITLE_SAID: ClassVar[Said] = say("Record what was done as a playthrough")
    EXPLAINED: ClassVar[Said] = say(
        "A name of small letters, digits and underscores: calm_morning. What the seats you took have done becomes a "
        "script in the folder 'plays' beside your file. It is played to the end, and an entry under 'playthroughs' in "
        "your file says what came out; from then on 'drillroom check' says when it comes out otherwise."
    )
    ABOUT: ClassVar[Said] = EXPLAINED

    def does(self) -> Callable[[str], None]:
        return workshop(self).record
