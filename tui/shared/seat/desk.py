"""A seat of a shared drill, as its screens use it: what a seat alone has, and what seats have with one another."""

from threading import Event
from typing import cast

from reports.wording import Wording
from simulator.engine.view import Message, Wanted
from simulator.journal.acts import HandOver, Order, Reply, Request
from simulator.language.translator import Translator
from simulator.room.opening import Opened
from simulator.room.shared.model import Seating
from simulator.room.shared.remote import Joined, RemoteRoom
from tui.screens.desk import Desk
from tui.shared.joining import own_first

LOOKS = 0.2
"""Seconds between two looks at whether the host has scored the drill."""


class SharedDesk(Desk):
    """What a person at one seat among others sees and does."""

    def __init__(self, joined: Joined, translator: Translator) -> None:
        self.remote: RemoteRoom = joined.room
        header = joined.room.drill.journal.header
        wording = Wording(joined.room.drill.scenario, translator, header.get("personas", {}))
        # A room on another machine does for a seat what one in this process does: see `simulator.room.seat`.
        super().__init__(cast(Opened, joined), joined.room.seat, wording)
        self.gone = Event()
        """Set when the person leaves: then nothing of this seat waits for the host any more."""

    @property
    def seating(self) -> tuple[Seating, ...]:
        """Who sits where."""
        return self.remote.seating

    @property
    def is_cut_off(self) -> bool:
        """Whether the link is broken for now: it comes back by itself."""
        link = self.remote.link
        return link.over is None and link.broken is not None

    def others(self) -> tuple[Seating, ...]:
        """Who sits in the other seats."""
        return tuple(each for each in self.seating if each.seat != self.seat)

    def score(self) -> None:
        """After the drill: wait for the whole journal and score it. The host keeps it in its records, not this seat.

        Evaluators may take their time; nobody is held who leaves meanwhile.
        """
        while not self._can_be_scored() and not self.gone.wait(LOOKS):
            pass
        if self.gone.is_set():
            return
        self.attempt(self.room.close)
        if self.remote.scorecard is not None:
            self.remote.scorecard = own_first(self.remote.scorecard, self.seat)

    def _look_at_the_disk(self) -> None:
        """What hinders the host; that a link is broken is told as long as it is."""
        if not self.is_cut_off:
            super()._look_at_the_disk()

    def _can_be_scored(self) -> bool:
        """Whether the host has scored the drill, keeps the scores to itself, or will not be heard again."""
        link = self.remote.link
        kept_back = link.welcome is not None and not link.welcome.debrief
        return link.standing.scored or kept_back or link.over is not None

    def asked_of_me(self) -> tuple[Message, ...]:
        """The requests of other seats that wait for an answer, the oldest first."""
        return tuple(message for message in self.view.inbox if self.may_answer(message))

    def may_answer(self, message: Message) -> bool:
        """Whether a message asks this seat for an order and waits for an answer; an answer of another seat does not."""
        wanted = message.wanted
        return wanted is not None and not wanted.answered and message.sender != self.seat

    def request(self, request: Request) -> bool:
        """Ask another seat for an order; answers whether that was taken on."""
        receipt = self.act(
            request,
            lambda wording: wording.say(
                "asked of {seat}: {order}",
                seat=wording.seat(request.to),
                order=wording.order(request.verb, request.arguments),
            ),
        )
        return receipt is not None and receipt.accepted

    def hand_over(self, to: str, words: str) -> bool:
        """Tell another seat everything that this one was told; answers whether that was taken on."""
        receipt = self.act(
            HandOver(to, words), lambda wording: wording.say("hand-over to {seat}", seat=wording.seat(to))
        )
        return receipt is not None and receipt.accepted

    def grant(self, wanted: Wanted) -> None:
        """Give the order that another seat asks for, and say so; where it cannot be given nothing is said."""
        receipt = self.act(
            Order(wanted.verb, wanted.arguments), lambda wording: wording.order(wanted.verb, wanted.arguments)
        )
        if receipt is not None and receipt.accepted:
            self._answer(wanted, granted=True, words="")

    def refuse(self, wanted: Wanted, words: str) -> None:
        """Answer a request with no."""
        self._answer(wanted, granted=False, words=words)

    def _answer(self, wanted: Wanted, granted: bool, words: str) -> None:
        def said(wording: Wording) -> str:
            order = wording.order(wanted.verb, wanted.arguments)
            if granted:
                return wording.say("granted: {order}", order=order)
            return wording.say("refused: {order}", order=order)

        self.act(Reply(wanted.request, granted, words), said)
