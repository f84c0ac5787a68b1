"""Who keeps an empty seat of a shared drill: by the book, also from the middle of a drill, and obliging.

What was done in the seat before is not done again, and what other seats ask for is granted where it is lawful.
"""

from collections.abc import Iterable

from simulator.engine.view import Message, View
from simulator.journal.acts import Act, Order, Reply
from simulator.journal.controls import Input
from simulator.journal.entry import ORDER, Entry
from simulator.players.bots import stand_in
from simulator.scenario.deeds import identity
from simulator.scenario.scenario import Scenario

AT_MOST = 120
"""Seconds that a request waits for a stand-in at most."""


class Keeping:
    """A stand-in who takes a seat, at whatever second."""

    def __init__(self, scenario: Scenario, seat: str, before: Iterable[Entry]) -> None:
        """*before*: the journal so far."""
        self._scenario, self._seat = scenario, seat
        self._follows = stand_in(scenario, seat)
        self._begun = False
        self._done = [_identity(scenario, entry.payload) for entry in before if _was_given(entry, seat)]
        self._answered: set[int] = set()
        self._requests: int | None = None

    def wakes(self) -> int | None:
        if not self._begun:
            return 0
        wishes = (self._follows.wakes(), self._requests)
        return min((second for second in wishes if second is not None), default=None)

    def act(self, view: View) -> list[Input]:
        self._begun = True
        acts: list[Input] = [*self._granted(view)]
        acts += [act for act in self._follows.act(view) if not self._was_done(act)]
        return acts

    def _was_done(self, act: Input) -> bool:
        """Whether an order was given before; each that was counts once."""
        if not isinstance(act, Order):
            return False
        same = (act.verb, identity(self._scenario, act.verb, act.arguments))
        if same not in self._done:
            return False
        self._done.remove(same)
        return True

    def _granted(self, view: View) -> list[Act]:
        waiting = [message for message in view.inbox if self._waits(message, view)]
        acts: list[Act] = []
        for message in waiting:
            if self._due(message) <= view.time:
                acts += self._answer(message)
        left = [self._due(message) for message in waiting if self._due(message) > view.time]
        self._requests = min(left, default=None)
        return acts

    def _waits(self, message: Message, view: View) -> bool:
        wanted = message.wanted
        if wanted is None or wanted.answered or wanted.request in self._answered:
            return False
        return wanted.verb in view.orders

    def _due(self, message: Message) -> int:
        return message.time + min(self._scenario.seats[self._seat].delay, AT_MOST)

    def _answer(self, message: Message) -> list[Act]:
        wanted = message.wanted
        assert wanted is not None
        self._answered.add(wanted.request)
        if self._scenario.order(wanted.verb).conduct is not None:
            return [Reply(wanted.request, granted=False)]
        return [Order(wanted.verb, wanted.arguments), Reply(wanted.request, granted=True)]


def _was_given(entry: Entry, seat: str) -> bool:
    return entry.kind == ORDER and entry.seat == seat and bool(entry.payload["accepted"])


def _identity(scenario: Scenario, payload: object) -> tuple[str, dict[str, object]]:
    assert isinstance(payload, dict)
    return payload["verb"], identity(scenario, payload["verb"], payload["with"])
