"""What seats ask of one another: a message with its request, asking instead of ordering, the panel of the others."""

from abc import abstractmethod
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from simulator.journal.acts import Order, Request
from simulator.language.said import Said, say
from tui.plain.words import cleaned
from tui.presentation.lines import Item, items, numbered
from tui.presentation.text import wrapped
from tui.screens.base import Keys, Panel
from tui.screens.commands import key_line
from tui.screens.reading import Reader
from tui.shared.seat.desk import SharedDesk
from tui.shared.seat.house import desk_of
from tui.shared.seat.people import request_items, seating_line, wanted_line
from tui.widgets.field import Field
from tui.widgets.pane import Pane


class SharedReader(Reader):
    """A message in full; one that asks for an order is answered here."""

    OFFERS: ClassVar[tuple[str, ...]] = ("help", "orders", "decision", "language", "leave")
    ANSWERING: ClassVar[Keys] = (("Enter", say("Close")), ("1", say("Give the order")), ("2", say("Refuse")))
    ABOUT: ClassVar[Said] = say(
        "A message in full. Enter or Esc closes it; arrows scroll. Reading takes time. Where another seat asks for an "
        "order, 1 gives that order as your own and says so; 2 refuses it."
    )

    def lines(self, width: int) -> list[Item]:
        desk, message = desk_of(self), self.desk.message(self.number)
        found = super().lines(width)
        if message is None or not desk.may_see(message):
            return found
        return [*found, *request_items(desk.wording, message, desk.may_answer(message), width)]

    def keys_shown(self, width: int) -> str:
        own = self.ANSWERING if self._asks() else self.OWN
        return key_line(self.desk, self.OFFERS, width, own)

    def _asks(self) -> bool:
        """Whether the message waits for an answer that can be given here."""
        desk, message = desk_of(self), self.desk.message(self.number)
        return message is not None and desk.may_answer(message) and desk.may_see(message)

    def digit(self, digit: str) -> None:
        """Grant the request, or refuse it."""
        desk, message = desk_of(self), self.desk.message(self.number)
        if message is None or message.wanted is None or not self._asks():
            return
        if digit == "1":
            desk.grant(message.wanted)
        elif digit == "2":
            self.house.show(Refusing(desk, self.number))
        self.house.refresh_all()


class Typing(Panel):
    """A panel with one line to type in."""

    OWN: ClassVar[Keys] = (("Enter", say("Do it")), ("Esc", say("Close")))
    ON_TOP: ClassVar[bool] = True
    EXPLAINED: ClassVar[Said] = say("")

    def body(self) -> ComposeResult:
        yield Field(id="typed")
        about = Pane(self.lines, id="explained")
        about.can_focus = False
        yield about

    def lines(self, width: int) -> list[Item]:
        return items(wrapped(self.desk.wording.said(self.EXPLAINED), width))

    def digit(self, digit: str) -> None:
        """Digits are typed into the line."""

    @on(Input.Submitted)
    def take_it(self, submitted: Input.Submitted) -> None:
        self.close()
        self.does(cleaned(submitted.value))
        self.house.refresh_all()

    @abstractmethod
    def does(self, words: str) -> None:
        """What is done with the line."""


class Refusing(Typing):
    """The words with which a request is refused."""

    EXPLAINED: ClassVar[Said] = say("Why not? The other seat reads it. An empty line says nothing more than no.")
    ABOUT: ClassVar[Said] = EXPLAINED

    def __init__(self, desk: SharedDesk, number: int) -> None:
        super().__init__(desk)
        self._number = number

    def heading(self) -> str:
        return self.desk.wording.say("Refuse the request")

    def does(self, words: str) -> None:
        message = self.desk.message(self._number)
        if message is not None and message.wanted is not None:
            desk_of(self).refuse(message.wanted, words)


class HandingOver(Typing):
    """The words that go with a hand-over."""

    EXPLAINED: ClassVar[Said] = say(
        "That seat is told everything you were told. A line of your own goes with it; it may be empty."
    )
    ABOUT: ClassVar[Said] = EXPLAINED

    def __init__(self, desk: SharedDesk, to: str) -> None:
        super().__init__(desk)
        self._to = to

    def heading(self) -> str:
        wording = self.desk.wording
        return wording.say("Hand over to {seat}", seat=wording.seat(self._to))

    def does(self, words: str) -> None:
        desk_of(self).hand_over(self._to, words)


class AskInstead(Panel):
    """An order that another seat must give: ask for it."""

    OWN: ClassVar[Keys] = (("Enter", say("Ask")), ("Esc", say("Close")))
    ABOUT: ClassVar[Said] = say("The order is not yours to give. Choose whom to ask for it, or Esc to leave it.")

    def __init__(self, desk: SharedDesk, order: Order, others: tuple[str, ...]) -> None:
        super().__init__(desk)
        self._order, self._others = order, others

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        wording = self.desk.wording
        return wording.say("Ask for: {order}", order=wording.order(self._order.verb, self._order.arguments))

    def lines(self, width: int) -> list[Item]:
        seats = [each for each in desk_of(self).others() if each.seat in self._others]
        return numbered([(each.seat, seating_line(self.desk.wording, each)) for each in seats], width)

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        self.close()
        desk_of(self).request(Request(chosen.key, self._order.verb, dict(self._order.arguments)))
        self.house.refresh_all()


class Others(Panel):
    """Who sits where, what they ask of this seat, and handing over to one of them."""

    OWN: ClassVar[Keys] = (("Enter", say("Answer, hand over")), ("Esc", say("Close")))
    ABOUT: ClassVar[Said] = say(
        "The requests that wait for your answer: Enter opens one. Below, the other seats: Enter hands over to one, "
        "which tells it everything you were told. To tell one thing only, use the order for it (F2); an order that is "
        "not yours stands there too, to be requested."
    )

    def body(self) -> ComposeResult:
        yield Pane(self.lines, id="choices")

    def heading(self) -> str:
        return self.desk.wording.say("The others")

    def lines(self, width: int) -> list[Item]:
        desk, wording = desk_of(self), self.desk.wording
        asked = [
            (
                f"m{message.number}",
                wording.say(
                    "{seat} asks: {order}",
                    seat=wording.seat(message.sender),
                    order=wanted_line(wording, message.wanted),
                ),
            )
            for message in desk.asked_of_me()
            if message.wanted is not None
        ]
        seats = [
            (f"s{each.seat}", wording.say("Hand over to {who}", who=seating_line(wording, each)))
            for each in desk.others()
        ]
        return numbered([*asked, *seats], width)

    @on(Pane.Chosen)
    def choose(self, chosen: Pane.Chosen) -> None:
        desk, key = desk_of(self), chosen.key[1:]
        self.close()
        if chosen.key.startswith("s"):
            self.house.show(HandingOver(desk, key))
            return
        message = desk.message(int(key))
        if message is not None:
            desk.read(message)
            self.house.show(SharedReader(desk, message.number))
