"""A scenario on a client's side, which holds what has reached its seat and grows with it.

Screens hold the one scenario from the beginning to the end, so it grows in place.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from simulator.room.shared.knowing import NOTHING
from simulator.scenario.incidents import Incident
from simulator.scenario.messages import Decision, Inject
from simulator.scenario.scenario import Scenario, StateVariable


def fresh(resolved: Mapping[str, Any]) -> Scenario:
    """The scenario as the host gave it. Raises ValueError where it is none."""
    scenario = Scenario.model_validate(resolved)
    scenario.incidents.pop(NOTHING, None)
    return scenario


def grow(scenario: Scenario, parts: Mapping[str, Any]) -> None:
    """Take in what a picture says of things that have reached the seat; what cannot be read is left out."""
    for name, written in parts.items():
        sort, _, thing = name.removeprefix("thing.").partition(".")
        if name.startswith("thing.") and sort in _SORTS:
            _put(getattr(scenario, sort), thing, sort, written)


def become(scenario: Scenario, whole: Scenario) -> None:
    """After the end: the scenario, whole, for all who hold it."""
    scenario.__dict__.clear()
    scenario.__dict__.update(whole.__dict__)


_SORTS: Mapping[str, Any] = {
    "injects": Inject, "decisions": Decision, "incidents": Incident, "state": StateVariable,
}  # fmt: skip


@cache
def _adapter(sort: str) -> TypeAdapter[Any]:
    return TypeAdapter(_SORTS[sort])


def _put(things: dict[str, Any], thing: str, sort: str, written: Any) -> None:
    try:
        read = _adapter(sort).validate_python(written)
    except ValidationError:
        return
    if things.get(thing) != read:
        things[thing] = read
