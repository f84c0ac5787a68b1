"""The order palette: find a verb, settle its arguments one after another, see what it costs, give it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from simulator.clock import Malformed
from simulator.journal.acts import Order
from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.plain.values import value_typed
from tui.plain.words import cleaned, number
from tui.presentation.lines import Item
from tui.presentation.palette import (
    AGAIN,
    LEAVE_OUT,
    Draft,
    asked_line,
    best_match,
    choice_items,
    does_items,
    draft_line,
    drafted,
    is_written,
    order_items,
    order_numbered,
    preview_items,
    recent_items,
    recent_orders,
)
from tui.screens.base import Keys, Panel
from tui.screens.desk import Desk
from tui.widgets.field import Field
from tui.widgets.pane import Pane


class Palette(Panel):
    """What the seat may order. Typing searches, a number marks, Enter takes, Esc goes a step back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", N_("Up"), id="palette.up", tooltip=N_("one up"), show=False),
        Binding("down", "step(1)", N_("Down"), id="palette.down", tooltip=N_("one down"), show=False),
        Binding("pageup", "page(-1)", N_("Page up"), id="palette.page_up", tooltip=N_("a page up"), show=False),
        Binding("pagedown", "page(1)", N_("Page down"), id="palette.page_down", tooltip=N_("a page down"), show=False),
    ]
    OFFERS: ClassVar[tuple[str, ...]] = ("help", "decision", "pause", "language")
    OWN: ClassVar[Keys] = (("Enter", say("Take")), ("Esc", say("Back")))
    ABOUT: ClassVar[Said] = say(
        "Type a word to search, or an order's number; arrows move the mark, Enter takes it. Then each argument in the "
        "same way. Nothing is ordered before the last Enter."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._draft: Draft | None = None
        self._recent = recent_orders(desk.room.drill.journal, desk.seat)

    def body(self) -> ComposeResult:
        yield Field(id="word")
        yield Pane(self.lines, id="choices")
        about = Pane(self.about, id="about")
        about.can_focus = False
        yield about

    def heading(self) -> str:
        wording = self.desk.wording
        if self._draft is None:
            return wording.say("Orders")
        return wording.say("Order: {order}", order=draft_line(wording, self._draft))

    @property
    def word(self) -> str:
        """What is typed."""
        return cleaned(self.query_one("#word", Input).value)

    def lines(self, width: int) -> list[Item]:
        wording, view, draft = self.desk.wording, self.desk.view, self._draft
        search = "" if number(self.word) is not None else self.word
        if draft is None:
            recent = [] if self.word else recent_items(wording, self._recent, width)
            return [*recent, *order_items(wording, view, search, width)]
        if draft.asked(wording.scenario) is None:
            return preview_items(wording, view, draft, width)
        return choice_items(wording, view, draft, search, width)

    def about(self, width: int) -> list[Item]:
        """What the marked order does, or the order in the making."""
        key = self.query_one("#choices", Pane).marked if self._draft is None else self._draft.verb
        verb = self._begun(key).verb if key.startswith(AGAIN) else key
        return does_items(self.desk.wording, verb, width) if verb in self.desk.view.orders else []

    def reload(self) -> None:
        super().reload()
        if self.stands:
            wording, field = self.desk.wording, self.query_one("#word", Input)
            asks = wording.say("search, or number") if self._draft is None else asked_line(wording, self._draft)
            field.placeholder = asks

    @on(Pane.Marked)
    def mark_moved(self) -> None:
        self.query_one("#about", Pane).reload()

    @on(Input.Changed)
    def search(self) -> None:
        """A number puts the mark on its order or choice; a word leaves what it fits."""
        self.reload()
        pane, place = self.query_one("#choices", Pane), number(self.word)
        if self._draft is None:
            view = self.desk.view
            key = best_match(self.desk.wording, view, self.word) if place is None else order_numbered(view, place)
        elif place is None or self._is_written(self._draft):
            return
        else:
            numbered = [key for key in pane.keys if key != LEAVE_OUT]
            key = LEAVE_OUT if place == 0 else next(iter(numbered[place - 1 : place]), "")
        if key in pane.keys:
            pane.mark(key)

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.take(chosen.key)

    @on(Input.Submitted)
    def submit(self) -> None:
        """Enter in the line: what is marked, or what is typed where nothing can be marked."""
        marked = self.query_one("#choices", Pane).marked
        written = self._draft is not None and self._is_written(self._draft)
        self.take(self.word if written and self.word else marked)

    def take(self, key: str) -> None:
        """Go a step on with what was taken."""
        scenario, draft = self.desk.wording.scenario, self._draft
        if draft is None:
            if key:
                self._go_on(self._begun(key))
            return
        name = draft.asked(scenario)
        if name is None:
            self.give(draft)
        elif key == LEAVE_OUT and scenario.order(draft.verb).arguments[name].optional:
            self._go_on(draft.settled(name, None))
        else:
            self._settle(draft, name, key)

    def give(self, draft: Draft) -> None:
        """Submit the order; what the drill answers is the notice."""
        order = Order(draft.verb, dict(draft.arguments))
        self.desk.act(order, lambda wording: draft_line(wording, draft))
        self.close()
        self.house.refresh_all()

    def digit(self, digit: str) -> None:
        """Digits are typed into the line."""

    def action_back(self) -> None:
        if self._draft is None:
            self.close()
        else:
            self._go_on(self._draft.back())

    def action_step(self, by: int) -> None:
        self.query_one("#choices", Pane).action_step(by)

    def action_page(self, by: int) -> None:
        self.query_one("#choices", Pane).action_page(by)

    def _begun(self, key: str) -> Draft:
        """The draft of an order that was taken from the list: a recent one is whole."""
        if key.startswith(AGAIN):
            return drafted(self.desk.wording.scenario, self._recent[int(key.removeprefix(AGAIN))])
        return Draft(key, {})

    def _settle(self, draft: Draft, name: str, written: str) -> None:
        try:
            value = value_typed(self.desk.wording, self.desk.view, draft.verb, name, written)
        except Malformed as error:
            self.desk.complain(error.error)
            self.reload()
        else:
            self._go_on(draft.settled(name, value))

    def _is_written(self, draft: Draft) -> bool:
        """Whether the asked argument is written, not chosen."""
        name = draft.asked(self.desk.wording.scenario)
        return name is not None and is_written(self.desk.wording.scenario.order(draft.verb).arguments[name])

    def _go_on(self, draft: Draft | None) -> None:
        self._draft = draft
        self.query_one("#word", Input).value = ""
        pane = self.query_one("#choices", Pane)
        pane.marked = ""
        pane.scroll_home(animate=False)
        self.reload()
