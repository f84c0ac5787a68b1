"""A bot that orders all there is, at once: what doing everything is worth compared with the right things."""

from collections.abc import Iterator
from itertools import islice, product

from simulator.engine.view import View
from simulator.journal.acts import Act, Order
from simulator.language.quantity import Value
from simulator.players.onlookers import FirstOption
from simulator.scenario.names import plan_choices
from simulator.scenario.orders import Argument
from simulator.scenario.scenario import Scenario

MOST = 64
"""Orders of one verb, at most."""

DEADLINE = 3600
"""Seconds from now, wherever a deadline is asked for."""


class Everything:
    """Gives every order of its seat with every argument, in catalogue order, and takes first options."""

    def __init__(self, scenario: Scenario, lawful: bool = False) -> None:
        """With *lawful* it leaves out the orders and options that bear a conduct code."""
        self._scenario = scenario
        self._lawful = lawful
        self._has_ordered = False
        self._answers = FirstOption(_breaches(scenario) if lawful else ())

    def wakes(self) -> int | None:
        return None

    def act(self, view: View) -> list[Act]:
        acts = self._answers.act(view)
        if not self._has_ordered:
            self._has_ordered = True
            acts += self._orders(view)
        return acts

    def _orders(self, view: View) -> Iterator[Order]:
        for verb, order in self._scenario.catalogue.orders.items():
            if verb in view.orders and not (self._lawful and order.conduct):
                asked = {name: each for name, each in order.arguments.items() if each.kind != "words"}
                values = [self._values(argument, view) for argument in asked.values()]
                for chosen in islice(product(*values), MOST):
                    yield Order(verb, dict(zip(asked, chosen, strict=True)))

    def _values(self, argument: Argument, view: View) -> tuple[Value, ...]:
        match argument.kind:
            case "number":
                told = [value for path, value in view.told.items() if path.endswith(".people")]
                given = (argument.default, *told, argument.min, 1)
                return (next(value for value in given if value is not None),)
            case "deadline":
                return (view.time + DEADLINE,)
            case _:
                return plan_choices(self._scenario, argument)


def _breaches(scenario: Scenario) -> list[tuple[str, str]]:
    """The options that are breaches, by decision and option."""
    return [
        (name, choice)
        for name, decision in scenario.decisions.items()
        for choice, option in decision.options.items()
        if option.conduct is not None
    ]
