"""A panel that asks one thing after another: chosen by number or typed; Esc goes a step back, nothing is done before.

What is asked, and what is done with the answers, is handed in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.plain.words import cleaned, number
from tui.presentation.lines import Item, item, items
from tui.presentation.text import wrapped
from tui.shared.console.base import ConsolePanel, Keys
from tui.shared.console.station import Station
from tui.widgets.field import Field
from tui.widgets.pane import Pane

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked."""

    name: str
    asked: Said
    choices: tuple[tuple[str, str], ...] = ()
    """What can be chosen: a key and how it is shown."""
    written: bool = False
    """Whether a line may be typed; beside choices, a line that is none of their numbers."""
    optional: bool = False
    """Whether an empty line is an answer."""
    several: bool = False
    """Whether several choices may be named, as `1 3`."""

    def taken(self, line: str, marked: str) -> str | None:
        """The answer that a typed line and a marked choice make; nothing where they make none."""
        numbers = [number(each) for each in line.replace(",", " ").split()]
        keys = [self.choices[each - 1][0] for each in numbers if each is not None and 1 <= each <= len(self.choices)]
        if keys and len(keys) == len(numbers) and (self.several or len(keys) == 1):
            return " ".join(dict.fromkeys(keys))
        if line:
            return line if self.written else None
        if self.choices and marked:
            return marked
        return "" if self.optional else None

    def shown(self, answer: str) -> list[str]:
        """An answer as it was chosen, or typed."""
        names = dict(self.choices)
        keys = answer.split() if self.several else [answer]
        return [names.get(key, key) for key in keys]


Ask = Callable[[Answers], Question | None]
"""The next question by the answers so far; nothing when all is known."""


class Form(ConsolePanel):
    """Asks until all is known, then does it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", N_("Up"), id="form.up", tooltip=N_("one up"), show=False),
        Binding("down", "step(1)", N_("Down"), id="form.down", tooltip=N_("one down"), show=False),
        Binding("pageup", "page(-1)", N_("Page up"), id="form.page_up", tooltip=N_("a page up"), show=False),
        Binding("pagedown", "page(1)", N_("Page down"), id="form.page_down", tooltip=N_("a page down"), show=False),
    ]
    OWN: ClassVar[Keys] = (("Enter", say("Take")), ("Esc", say("Back")))
    ABOUT: ClassVar[Said] = say(
        "One question after another. Type a number or use the arrows, or type a line where one is asked for; Enter "
        "takes it, Esc goes a step back. Nothing is done before the last answer."
    )

    def __init__(self, station: Station, title: Said, ask: Ask, does: Callable[[Answers], None]) -> None:
        super().__init__(station)
        self._title, self._ask, self._does = title, ask, does
        self._answers: dict[str, str] = {}

    def body(self) -> ComposeResult:
        yield Field(id="typed")
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.station.wording.said(self._title)

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return self._ask(self._answers)

    def lines(self, width: int) -> list[Item]:
        question, wording = self.question, self.station.wording
        if question is None:
            return []
        found = [item(wrapped(line, width, "", "  "), "dim") for line in self._answered()]
        found += items(wrapped(wording.said(question.asked), width), "strong")
        for place, (key, shown) in enumerate(question.choices, 1):
            found.append(item(wrapped(shown, width, f"{place:>2}. "), key=key))
        hints = [
            wording.say("Several numbers may be typed: 1 3.") if question.several else "",
            wording.say("Type it, then Enter.") if question.written and not question.choices else "",
            wording.say("Or type it.") if question.written and question.choices else "",
            wording.say("An empty line is an answer too.") if question.optional and not question.choices else "",
        ]
        return [*found, *items((hint for hint in hints if hint), "dim")]

    def _answered(self) -> list[str]:
        """What was answered so far, question by question."""
        wording, lines = self.station.wording, list[str]()
        for place, (name, answer) in enumerate(self._answers.items()):
            question = self._ask(dict(list(self._answers.items())[:place]))
            if question is not None and question.name == name:
                said = wording.said(question.asked)
                lines.append(wording.say("{asked} {answer}", asked=said, answer=question.shown(answer)))
        return lines

    def digit(self, digit: str) -> None:
        """Digits are typed into the line."""

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self._take(chosen.key)

    @on(Input.Submitted)
    def submit(self) -> None:
        question = self.question
        if question is None:
            return
        line = cleaned(self.query_one("#typed", Input).value)
        taken = question.taken(line, self.query_one("#choices", Pane).marked)
        if taken is None:
            self.station.reply(say("That is no answer here: type a number of the list, or what is asked for."))
            self.renew()
        else:
            self._take(taken)

    def _take(self, answer: str) -> None:
        question = self.question
        if question is None:
            return
        self.station.hush()
        self._answers[question.name] = answer
        if self.question is None:
            self.close()
            self._does(self._answers)
            self.house.refresh_all()
        else:
            self._go_on()

    def action_back(self) -> None:
        if self._answers:
            self._answers.popitem()
            self._go_on()
        else:
            self.close()

    def action_step(self, by: int) -> None:
        self.query_one("#choices", Pane).action_step(by)

    def action_page(self, by: int) -> None:
        self.query_one("#choices", Pane).action_page(by)

    def _go_on(self) -> None:
        self.query_one("#typed", Input).value = ""
        pane = self.query_one("#choices", Pane)
        pane.marked = ""
        pane.scroll_home(animate=False)
        self.renew()


def in_turn(*questions: Question) -> Ask:
    """Questions that are asked one after another, whatever the answers are."""
    return lambda answers: next((each for each in questions if each.name not in answers), None)
