"""How a bot answers what other seats ask it to order: after a time, with the order or with a refusal."""

from collections.abc import Callable

from simulator.engine.view import Message, View, Wanted
from simulator.journal.acts import Act, Order, Reply
from simulator.journal.controls import Input
from simulator.players.player import Player
from simulator.scenario.scenario import Scenario

AT_MOST = 120
"""Seconds that a request waits for a stand-in at most."""

Says = Callable[[Wanted], bool]
"""Whether an order that is asked for is given."""


def lawfully(scenario: Scenario) -> Says:
    """Grants what is no breach."""
    return lambda wanted: scenario.order(wanted.verb).conduct is None


def always(wanted: Wanted) -> bool:
    """Grants whatever is asked for, breaches too."""
    return True


class Answers:
    """Answers the requests that reach one seat, each so many seconds after it came. One that somebody else in the seat
    has answered meanwhile is left alone.
    """

    def __init__(self, delay: int, says: Says) -> None:
        self._delay, self._says = delay, says
        self._seen = 0
        self._waiting: list[Message] = []

    def wakes(self) -> int | None:
        return min((self._due(message) for message in self._waiting), default=None)

    def act(self, view: View) -> list[Act]:
        """The answers that are due, each granted one with its order."""
        self._waiting += [message for message in view.inbox[self._seen :] if _asks(message, view)]
        self._seen = len(view.inbox)
        due = [message for message in self._waiting if self._due(message) <= view.time]
        self._waiting = [message for message in self._waiting if self._due(message) > view.time]
        return [act for message in due for act in self._answer(view.inbox[message.number - 1].wanted)]

    def _due(self, message: Message) -> int:
        return message.time + self._delay

    def _answer(self, wanted: Wanted | None) -> list[Act]:
        if wanted is None or wanted.answered:
            return []
        if not self._says(wanted):
            return [Reply(wanted.request, granted=False)]
        return [Order(wanted.verb, wanted.arguments), Reply(wanted.request, granted=True)]


class Obliging:
    """A player that answers requests besides."""

    def __init__(self, player: Player, answers: Answers) -> None:
        self._player, self._answers = player, answers

    def wakes(self) -> int | None:
        wishes = (self._player.wakes(), self._answers.wakes())
        return min((second for second in wishes if second is not None), default=None)

    def act(self, view: View) -> list[Input]:
        return [*self._answers.act(view), *self._player.act(view)]


def _asks(message: Message, view: View) -> bool:
    wanted = message.wanted
    return wanted is not None and not wanted.answered and wanted.verb in view.orders
