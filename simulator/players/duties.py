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
    came: dict[str, list[Message]] = {}
    for message in view.inbox:
        came.setdefault(message.inject, []).append(message)
    for name, due in dues.items():
        instances = _instances(name, due, view, came)
        found.extend(instances if scenario.expectations[name].repeat else instances[:1])
    return found


def _instances(name: str, due: Due, view: View, came: Mapping[str, list[Message]]) -> list[Duty]:
    """*came*: the inbox by inject; what is from a seat stands under an empty id."""
    if due.kind == "decision":
        put = [decision.put for decision in view.decisions if decision.decision in due.ids]
        return [Duty(name, 0, second, 0) for second in put]
    if due.kind == "inject":
        messages = sorted(
            (each for id in dict.fromkeys(due.ids) for each in came.get(id, ())), key=lambda each: each.number
        )
    else:
        messages = [message for message in came.get("", ()) if _is_asked_for(due, message)]
    return [Duty(name, number, message.time, message.number) for number, message in enumerate(messages)]


def _is_asked_for(due: Due, message: Message) -> bool:
    """Whether a message of another seat makes something due."""
    return bool(message.sender) and message.wanted is None and (not due.ids or message.about in due.ids)
