"""Who keeps an empty seat of a shared drill: by the book, also from the middle of a drill, and obliging.

What was done in the seat before is not done again, and what other seats ask for is granted where it is lawful.
"""

from collections.abc import Iterable

from simulator.engine.view import View
from simulator.journal.acts import Order
from simulator.journal.controls import Input
from simulator.journal.entry import ORDER, Entry
from simulator.players.bots import answers_of_stand_in, keeper
from simulator.scenario.deeds import identity
from simulator.scenario.scenario import Scenario


class Keeping:
    """A stand-in who takes a seat, at whatever second."""

    def __init__(self, scenario: Scenario, seat: str, before: Iterable[Entry]) -> None:
        """*before*: the journal so far."""
        self._scenario = scenario
        self._follows, self._answers = keeper(scenario, seat), answers_of_stand_in(scenario, seat)
        self._begun = False
        self._done = [_identity(scenario, entry.payload) for entry in before if _was_given(entry, seat)]

    def wakes(self) -> int | None:
        if not self._begun:
            return 0
        wishes = (self._follows.wakes(), self._answers.wakes())
        return min((second for second in wishes if second is not None), default=None)

    def act(self, view: View) -> list[Input]:
        self._begun = True
        return [*self._answers.act(view), *(act for act in self._follows.act(view) if not self._was_done(act))]

    def _was_done(self, act: Input) -> bool:
        """Whether an order was given before; each that was counts once."""
        if not isinstance(act, Order):
            return False
        same = (act.verb, identity(self._scenario, act.verb, act.arguments))
        if same not in self._done:
            return False
        self._done.remove(same)
        return True


def _was_given(entry: Entry, seat: str) -> bool:
    return entry.kind == ORDER and entry.seat == seat and bool(entry.payload["accepted"])


def _identity(scenario: Scenario, payload: object) -> tuple[str, dict[str, object]]:
    assert isinstance(payload, dict)
    return payload["verb"], identity(scenario, payload["verb"], payload["with"])
