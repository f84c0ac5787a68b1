"""Which expectations have fallen due for a seat, as the seat itself can see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.engine.view import Message, View
from simulator.scenario.deeds import Due, due_of
from simulator.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Duty:
    """One instance of an expectation that fell due."""

    expectation: str
    instance: int
    """0 for the first; more only for an expectation that repeats."""
    due: int
    message: int
    """The message that made it due, by its number in the inbox; 0 for a decision."""


def triggers(scenario: Scenario, names: Iterable[str]) -> dict[str, Due]:
    """What makes each of these expectations due, in the order of the names."""
    found = {name: due_of(scenario, scenario.expectations[name]) for name in names}
    return {name: due for name, due in found.items() if due is not None}


def duties(scenario: Scenario, dues: Mapping[str, Due], view: View) -> list[Duty]:
    """The instances of these expectations that the view shows to be due, in the order of their names."""
    found: list[Duty] = []
    for name, due in dues.items():
        instances = _instances(name, due, view)
        found.extend(instances if scenario.expectations[name].repeat else instances[:1])
    return found


def _instances(name: str, due: Due, view: View) -> list[Duty]:
    if due.kind == "decision":
        put = [decision.put for decision in view.decisions if decision.decision in due.ids]
        return [Duty(name, 0, second, 0) for second in put]
    messages = [message for message in view.inbox if _makes_due(due, message)]
    return [Duty(name, number, message.time, message.number) for number, message in enumerate(messages)]


def _makes_due(due: Due, message: Message) -> bool:
    if due.kind == "inject":
        return message.inject in due.ids
    return bool(message.sender) and (not due.ids or message.about in due.ids)
