"""A bot that clicks around: random answers, and random orders at random times."""

from simulator.engine.view import View
from simulator.journal.acts import Act, Answer, Order
from simulator.language.quantity import Value
from simulator.players.chance import Chance, gap
from simulator.scenario.names import plan_choices
from simulator.scenario.orders import Argument
from simulator.scenario.scenario import Scenario

MEAN_GAP = 600
"""Seconds between two orders, on average (exponential)."""

DEADLINES = (900, 1800, 3600, 7200, 86400)
"""Seconds from now that it may promise."""

LARGEST = 100
"""The largest number it names where an argument has no upper limit of its own."""


class RandomClicks:
    """A player whose every choice is drawn, uniformly among what the seat is offered."""

    def __init__(self, scenario: Scenario, chance: Chance) -> None:
        self._scenario = scenario
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
                acts.append(Answer(decision.decision, self._chance.choice(decision.options)))
        while self._next_order <= view.time:
            self._next_order += gap(self._chance, MEAN_GAP)
            acts += [self._order(view)] if view.orders else []
        return acts

    def _order(self, view: View) -> Order:
        verb = self._chance.choice(view.orders)
        arguments = self._scenario.order(verb).arguments
        wanted = {name: found for name, found in arguments.items() if not found.optional or self._chance.random() < 0.5}
        return Order(verb, {name: self._value(argument, view.time) for name, argument in wanted.items()})

    def _value(self, argument: Argument, now: int) -> Value:
        choices = plan_choices(self._scenario, argument)
        return self._chance.choice(choices) if choices else open_value(argument, now, self._chance)


def open_value(argument: Argument, now: int, chance: Chance) -> Value:
    """A value drawn for an argument without choices: a number, a deadline; no words where it is neither."""
    match argument.kind:
        case "number":
            low = int(argument.min or 0)
            return chance.randint(low, min(int(argument.max or LARGEST), low + LARGEST))
        case "deadline":
            return now + chance.choice(DEADLINES)
        case _:
            return ""
