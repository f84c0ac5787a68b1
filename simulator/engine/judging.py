"""Whether an order is accepted: authority, arguments, and what the seat can know or command."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.engine.core import Core
from simulator.scenario.arguments import MOST_WORDS
from simulator.scenario.names import plan_choices
from simulator.scenario.orders import Argument
from simulator.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an order is refused: a code (see `Receipt.refused`), and whom to ask."""

    code: str
    ask: tuple[str, ...] = ()


def judge(core: Core, seat: str, verb: str, arguments: Mapping[str, Any]) -> Refusal | None:
    """Nothing where the order is accepted, else the first reason against it."""
    scenario = core.scenario
    if verb not in scenario.catalogue.orders or verb in scenario.without:
        return Refusal("unknown")
    if not scenario.may_order(seat, verb):
        return Refusal("authority", tuple(other for other in scenario.seats if scenario.may_order(other, verb)))
    if not _fitting(scenario, verb, arguments):
        return Refusal("arguments")
    return _within_reach(core, seat, verb, arguments)


def _fitting(scenario: Scenario, verb: str, arguments: Mapping[str, Any]) -> bool:
    known = scenario.order(verb).arguments
    if any(name not in known for name in arguments):
        return False
    return all(
        _fits(scenario, argument, arguments[name]) if name in arguments else argument.optional
        for name, argument in known.items()
    )


def _fits(scenario: Scenario, argument: Argument, value: object) -> bool:
    match argument.kind:
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool) and _in_range(argument, value)
        case "words":
            return isinstance(value, str) and len(value) <= MOST_WORDS
        case "deadline":
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case _:
            return isinstance(value, str) and value in plan_choices(scenario, argument)


def _in_range(argument: Argument, value: float) -> bool:
    low = argument.min is None or value >= argument.min
    return low and (argument.max is None or value <= argument.max)


def _within_reach(core: Core, seat: str, verb: str, arguments: Mapping[str, Any]) -> Refusal | None:
    """What the engine carries out itself is bound to what the seat commands and knows."""
    scenario = core.scenario
    match scenario.order(verb).mechanic:
        case "dispatch" | "relieve" | "release":
            under = scenario.units[str(arguments["unit"])].under
            if seat != under and scenario.role_of(seat) != "commander":
                return Refusal("not_yours", (under,))
        case "tell":
            if not core.desks[seat].has_heard_of(str(arguments["about"])):
                return Refusal("not_known")
        case "ask":
            about = str(arguments["about"])
            if about in scenario.injects and not core.desks[seat].has_heard_of(about):
                return Refusal("not_known")
        case _:
            pass
    return None
