"""Panels to look things up in: the plan, the log, help; and the line one writes for oneself."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from simulator.authoring.glossary import load_glossary
from simulator.journal.acts import Note
from simulator.journal.entry import NOTE
from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.plain.words import cleaned
from tui.presentation.history import BLOCKS, history_lines
from tui.presentation.lines import Item, item, items
from tui.presentation.log import log_lines
from tui.presentation.lookup import look_up, lookup_items
from tui.presentation.text import wrapped
from tui.screens.base import DeskScreen, Keys, Panel
from tui.screens.commands import COMMANDS, label, shown_key, why_off
from tui.screens.desk import Desk
from tui.widgets.field import Field
from tui.widgets.pane import Pane


class Log(Panel):
    """What the seat has done and what came of it, the newest last."""

    ABOUT: ClassVar[Said] = say("What you have done and what came of it. Arrows scroll.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="log")

    def heading(self) -> str:
        return self.desk.wording.say("Your log")

    def lines(self, width: int) -> list[Item]:
        return items(log_lines(self.desk.wording, self.desk.room.drill.journal, self.desk.seat, width))

    def on_mount(self) -> None:
        super().on_mount()
        self.call_after_refresh(self.query_one("#log", Pane).action_edge, 1)


class Plan(Panel):
    """The clauses of the plan, with a search in every language it is written in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", N_("Up"), id="plan.up", tooltip=N_("one up"), show=False),
        Binding("down", "step(1)", N_("Down"), id="plan.down", tooltip=N_("one down"), show=False),
        Binding("pageup", "page(-1)", N_("Page up"), id="plan.page_up", tooltip=N_("a page up"), show=False),
        Binding("pagedown", "page(1)", N_("Page down"), id="plan.page_down", tooltip=N_("a page down"), show=False),
    ]
    ABOUT: ClassVar[Said] = say(
        "The plan, and the words of the field. Type a word in either language, or a clause's number; arrows scroll."
    )

    def body(self) -> ComposeResult:
        yield Field(id="word")
        yield Pane(self.lines, id="clauses")

    def heading(self) -> str:
        return self.desk.wording.say("The plan: {title}", title=self.desk.wording.scenario.emergency_plan.title)

    def lines(self, width: int) -> list[Item]:
        wording, word = self.desk.wording, cleaned(self.query_one("#word", Input).value)
        glossary = load_glossary() if word else None
        return lookup_items(wording, look_up(wording.scenario.emergency_plan, glossary, word), word, width)

    def reload(self) -> None:
        super().reload()
        if self.stands:
            self.query_one("#word", Input).placeholder = self.desk.wording.say("a word, or a clause's number")

    @on(Input.Changed)
    def search(self) -> None:
        self.reload()

    def action_step(self, by: int) -> None:
        self.query_one("#clauses", Pane).action_step(by)

    def action_page(self, by: int) -> None:
        self.query_one("#clauses", Pane).action_page(by)


class Curves(Panel):
    """What the seat has known of tension and waiting over time."""

    ABOUT: ClassVar[Said] = say("What you have known of tension and waiting, from the start until now; arrows scroll.")

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="curves")

    def heading(self) -> str:
        return self.desk.wording.say("Tension and waiting")

    def lines(self, width: int) -> list[Item]:
        desk = self.desk
        return items(history_lines(desk.wording, desk.history, desk.view.time, "", width, BLOCKS))


class Noting(Panel):
    """A line for oneself; it stands in the log and is never scored."""

    OWN: ClassVar[Keys] = (("Enter", say("Note it")), ("Esc", say("Close")))
    ABOUT: ClassVar[Said] = say("A line for yourself. Enter keeps it in the log.")

    def body(self) -> ComposeResult:
        yield Field(id="note")
        notes = Pane(self.lines, id="notes")
        notes.can_focus = False
        yield notes

    def heading(self) -> str:
        return self.desk.wording.say("A note for yourself")

    def lines(self, width: int) -> list[Item]:
        """What was noted so far."""
        own = [entry for entry in self.desk.room.drill.journal.of_kind(NOTE) if entry.seat == self.desk.seat]
        return items(log_lines(self.desk.wording, own, self.desk.seat, width)) if own else []

    @on(Input.Submitted)
    def keep(self, submitted: Input.Submitted) -> None:
        text = cleaned(submitted.value)
        if text:
            self.desk.act(Note(text), lambda wording: wording.say("note: {text}", text=text))
        self.close()
        self.house.refresh_all()


class Help(Panel):
    """What the screen below is for, and every key of it, with the reason where it is off."""

    ON_TOP: ClassVar[bool] = True
    ABOUT: ClassVar[Said] = say("Help for the screen you came from.")

    def __init__(self, desk: Desk, of: DeskScreen) -> None:
        super().__init__(desk)
        self._of = of

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="help")

    def heading(self) -> str:
        return self.desk.wording.say("Help")

    def lines(self, width: int) -> list[Item]:
        wording = self.desk.wording
        about = items(wrapped(wording.said(self._of.ABOUT), width))
        own = [item(wrapped(f"{key}: {wording.said(does)}", width, "", "    ")) for key, does in self._of.OWN]
        commands = [item(wrapped(self._line(name), width, "", "    ")) for name in self._offered()]
        return [*about, item([""]), *own, *commands]

    def _offered(self) -> Sequence[str]:
        return [name for name in self._of.OFFERS if COMMANDS[name].key]

    def _line(self, name: str) -> str:
        wording, command = self.desk.wording, COMMANDS[name]
        values = {"key": shown_key(command.key), "command": label(self.desk, name), "tip": command.tip}
        line = wording.say("{key} {command}: {tip}", **values)
        reason = why_off(self.desk, name)
        return line if reason is None else wording.say("{line} (now off: {reason})", line=line, reason=reason)
