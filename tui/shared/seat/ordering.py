"""The order palette of a shared drill: the seat's own orders, and those it can ask other seats for."""

from typing import ClassVar

from textual.widgets import Input

from simulator.journal.acts import Order, Request
from simulator.language.said import Said, say
from tui.presentation.lines import Item, item, items
from tui.presentation.palette import Draft, does_items, draft_line
from tui.presentation.text import wrapped
from tui.screens.desk import Desk
from tui.screens.ordering import Palette
from tui.shared.seat.house import desk_of
from tui.shared.seat.people import to_be_requested
from tui.shared.seat.requesting import AskInstead
from tui.widgets.pane import Pane

ASKED = "@"
"""What the keys of other seats' orders begin with; no verb does."""


class SharedPalette(Palette):
    """What the seat may order, and below it what it may ask other seats for."""

    OFFERS: ClassVar[tuple[str, ...]] = ("help", "decision", "language")
    ABOUT: ClassVar[Said] = say(
        "Type a word to search, or an order's number; arrows move the mark, Enter takes it. Then each argument in the "
        "same way. Nothing is ordered before the last Enter. Below your own orders stand those that other seats may "
        "give: choosing one asks that seat for it."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asks = ""
        """The seat that is asked for the order in the making; empty for an order of one's own."""

    def heading(self) -> str:
        if self._draft is None or not self._asks:
            return super().heading()
        wording = self.desk.wording
        return wording.say("Ask {seat}: {order}", seat=wording.seat(self._asks), order=draft_line(wording, self._draft))

    def reload(self) -> None:
        super().reload()
        complete = self._draft is not None and self._draft.asked(self.desk.wording.scenario) is None
        if self.stands and self._asks and complete:
            self.query_one("#word", Input).placeholder = self.desk.wording.say("Enter asks, Esc goes a step back.")

    def lines(self, width: int) -> list[Item]:
        if self._draft is None:
            return [*super().lines(width), *self._of_others(width)]
        if self._asks and self._draft.asked(self.desk.wording.scenario) is None:
            return self._before_asking(self._draft, width)
        return super().lines(width)

    def about(self, width: int) -> list[Item]:
        key = "" if self._draft is not None else self._marked()
        verb = self._draft.verb if self._draft is not None else key.partition(":")[2]
        if self._asks or key.startswith(ASKED):
            return does_items(self.desk.wording, verb, width)
        return super().about(width)

    def take(self, key: str) -> None:
        if self._draft is None and key.startswith(ASKED):
            self._asks, _, verb = key.removeprefix(ASKED).partition(":")
            self._go_on(Draft(verb, {}))
            return
        super().take(key)

    def give(self, draft: Draft) -> None:
        """Ask another seat for the order, or give it; where another seat must be asked instead, offer that."""
        desk = desk_of(self)
        if self._asks:
            desk.request(Request(self._asks, draft.verb, dict(draft.arguments)))
            self.close()
        else:
            order = Order(draft.verb, dict(draft.arguments))
            receipt = desk.act(order, lambda wording: draft_line(wording, draft))
            self.close()
            others = tuple(seat for seat in receipt.ask if seat != desk.seat) if receipt is not None else ()
            if others:
                self.house.show(AskInstead(desk, order, others))
        self.house.refresh_all()

    def _go_on(self, draft: Draft | None) -> None:
        self._asks = self._asks if draft is not None else ""
        super()._go_on(draft)

    def _marked(self) -> str:
        return self.query_one("#choices", Pane).marked

    def _of_others(self, width: int) -> list[Item]:
        """The orders of other seats, those that the search word fits."""
        wording = self.desk.wording
        word = self.word.casefold() if not self.word.isdecimal() else ""
        found: list[Item] = []
        for seat, verbs in to_be_requested(wording.scenario, self.desk.seat, self.desk.view).items():
            fitting = [verb for verb in verbs if word in f"{verb} {wording.verb(verb)}".casefold()]
            head = wording.say("To be requested of: {seat}", seat=wording.seat(seat))
            found += items(wrapped(head, width), "head") if fitting else []
            for verb in fitting:
                found.append(item(wrapped(wording.verb(verb), width, "    "), key=f"{ASKED}{seat}:{verb}"))
        return found

    def _before_asking(self, draft: Draft, width: int) -> list[Item]:
        wording = self.desk.wording
        how = wording.say("Enter asks for this order; who is asked decides.")
        order = wrapped(draft_line(wording, draft), width)
        return [item(order, "strong"), *items(wrapped(how, width))]
