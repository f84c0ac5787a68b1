"""Bots that explore, drill after drill: one takes whatever was taken least so far; one strays a little from a player
who knows the way, for what lies behind many right answers is found by no chance.
"""

from collections.abc import Sequence

from simulator.engine.view import View
from simulator.journal.acts import Act, Answer, Order
from simulator.journal.controls import Input
from simulator.language.quantity import Value
from simulator.players.chance import Chance, gap
from simulator.players.player import Player
from simulator.players.random_clicks import open_value
from simulator.scenario.names import plan_choices
from simulator.scenario.orders import Argument
from simulator.scenario.scenario import Scenario

MEAN_GAP = 240
"""Seconds between two orders, on average (exponential)."""

STRAYS = 1 / 3
"""The share of answers in which who strays does not follow."""


class Uses:
    """How often each thing has been taken in a series of drills."""

    def __init__(self) -> None:
        self._taken: dict[tuple[str, ...], int] = {}
        self._drills = 0

    def begin(self) -> int:
        """A drill begins; answers how many have begun."""
        self._drills += 1
        return self._drills

    def take(self, among: Sequence[str], chance: Chance, *where: str) -> str:
        """What has been taken least there, drawn among those alike; it counts as taken once more."""
        counts = [self._taken.get((*where, each), 0) for each in among]
        least = min(counts)
        taken = chance.choice([each for each, count in zip(among, counts, strict=True) if count == least])
        self._taken[(*where, taken)] = least + 1
        return taken


class LeastUsed:
    """A player in one seat of one drill; the counts go on from drill to drill and are shared among seats."""

    def __init__(self, scenario: Scenario, uses: Uses, chance: Chance) -> None:
        self._scenario = scenario
        self._uses = uses
        self._chance = chance
        self._answered: set[tuple[str, int]] = set()
        self._next_order = gap(chance, MEAN_GAP)

    def wakes(self) -> int | None:
        return self._next_order

    def act(self, view: View) -> list[Act]:
        acts: list[Act] = []
        for decision in view.decisions:
            if (decision.decision, decision.put) not in self._answered:
                self._answered.add((decision.decision, decision.put))
                option = self._uses.take(decision.options, self._chance, "option", decision.decision)
                acts.append(Answer(decision.decision, option))
        while self._next_order <= view.time:
            self._next_order += gap(self._chance, MEAN_GAP)
            acts += [self._order(view)] if view.orders else []
        return acts

    def _order(self, view: View) -> Order:
        verb = self._uses.take(view.orders, self._chance, "verb")
        found = self._scenario.order(verb).arguments
        wanted = {name: each for name, each in found.items() if not each.optional or self._chance.random() < 0.5}
        return Order(verb, {name: self._value(verb, name, each, view) for name, each in wanted.items()})

    def _value(self, verb: str, name: str, argument: Argument, view: View) -> Value:
        choices = plan_choices(self._scenario, argument)
        if choices:
            return self._uses.take(choices, self._chance, "value", verb, name)
        return open_value(argument, view.time, self._chance)


class Straying:
    """Follows a player in everything but some answers: there it takes the option taken least."""

    def __init__(self, followed: Player, uses: Uses, chance: Chance) -> None:
        self._followed = followed
        self._uses = uses
        self._chance = chance

    def wakes(self) -> int | None:
        return self._followed.wakes()

    def act(self, view: View) -> list[Input]:
        return [self._answer(act, view) if isinstance(act, Answer) else act for act in self._followed.act(view)]

    def _answer(self, answer: Answer, view: View) -> Answer:
        among = next((each.options for each in view.decisions if each.decision == answer.decision), ())
        if self._chance.random() >= STRAYS or not among:
            return answer
        return Answer(answer.decision, self._uses.take(among, self._chance, "option", answer.decision))
