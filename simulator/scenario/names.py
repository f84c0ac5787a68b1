"""The vocabulary that a scenario publishes to its conditions: every name, its parts and their types."""

from typing import Any, assert_never

from simulator.language.vocabulary import (
    COUNT,
    DURATION,
    EVENT,
    NUMBER,
    SHARE,
    TRUTH,
    Thing,
    Type,
    Verb,
    Vocabulary,
)
from simulator.scenario.crises import STEPS, Flow, Person, Rumour
from simulator.scenario.incidents import Gathering, Incident, Reception
from simulator.scenario.messages import Decision
from simulator.scenario.orders import Argument, Catalogue
from simulator.scenario.scenario import ScenarioFile, StateVariable

FLOWING_SHARE = Type("share", flows=True)
FLOWING_COUNT = Type("count", flows=True)
FLOWING_TIME = Type("duration", flows=True)

HARMS = ("injured", "unwell")
"""Kinds of harm that every scenario may count."""


def vocabulary(scenario: ScenarioFile, catalogue: Catalogue) -> Vocabulary:
    """All that a condition of this scenario may name."""
    things: dict[str, Thing] = {"elapsed": Thing("time", {}, FLOWING_TIME), "harm": _harm(scenario)}
    things |= {name: Thing("place", _PLACE) for name in scenario.places}
    things |= {name: Thing("unit", _UNIT) for name in scenario.units}
    things |= {name: Thing("incident", parts_of(incident)) for name, incident in scenario.incidents.items()}
    things |= {name: Thing("inject", {}, EVENT) for name in scenario.injects}
    things |= {name: _decision(decision) for name, decision in scenario.decisions.items()}
    things |= {name: Thing("state", {}, _state(variable)) for name, variable in scenario.state.items()}
    verbs = {
        verb: Verb({name: _argument(scenario, catalogue, arg) for name, arg in order.arguments.items()})
        for verb, order in catalogue.orders.items()
        if verb not in scenario.without
    }
    return Vocabulary(things, verbs)


_PLACE = {"people": FLOWING_COUNT, "density": Type("number", flows=True), "full": TRUTH}
_UNIT = {"on_scene": TRUTH, "free": TRUTH, "travelling": TRUTH, "tired": TRUTH, "place": Type("word")}


def _harm(scenario: ScenarioFile) -> Thing:
    kinds = dict.fromkeys(HARMS)
    for effects in all_effects(scenario):
        kinds.update(dict.fromkeys(effects.harm))
    return Thing("harm", dict.fromkeys(kinds, COUNT))


def all_effects(scenario: ScenarioFile) -> list[Any]:
    """Everything in a scenario that has effects: injects, decisions, options, stages."""
    found: list[Any] = [*scenario.injects.values(), *scenario.decisions.values()]
    for decision in scenario.decisions.values():
        found.extend(decision.options.values())
    for incident in scenario.incidents.values():
        found.extend(getattr(incident, "stages", {}).values())
        if isinstance(incident, Person):
            found.extend((incident.safe, incident.caught, incident.lost))
    return found


def parts_of(incident: Incident) -> dict[str, Type]:
    """The parts that an incident publishes, with their types."""
    match incident:
        case Gathering():
            return _GATHERING | _stages(incident)
        case Reception():
            return _RECEPTION
        case Person():
            return _PERSON | _stages(incident)
        case Rumour():
            return _RUMOUR
        case Flow():
            return _FLOW
        case _:
            assert_never(incident)


def places_of(incident: Incident) -> tuple[str, ...]:
    """The places in which an incident has its people; none for a rumour."""
    match incident:
        case Rumour():
            return ()
        case Flow():
            return tuple(section.place for section in incident.path)
        case _:
            return (incident.place,)


def _stages(incident: Gathering | Person) -> dict[str, Type]:
    """The stage it stands at, and each stage as something that happens."""
    stages = tuple(incident.stages)
    return {"stage": Type("word", ("calm", *stages))} | dict.fromkeys(stages, EVENT)


_GATHERING = {
    "tension": FLOWING_SHARE, "trust": SHARE, "heard": SHARE, "registered": SHARE, "people": COUNT, "outside": COUNT,
    "waited": FLOWING_TIME, "present": TRUTH,
}  # fmt: skip
_RECEPTION = {
    "queue": COUNT, "serving": COUNT, "windows": COUNT, "open": TRUTH, "served": COUNT, "left": COUNT,
    "waited": FLOWING_TIME,
}  # fmt: skip
_PERSON = {
    "distress": FLOWING_SHARE, "rapport": SHARE, "step": Type("word", STEPS), "voices": COUNT, "safe": TRUTH,
    "crossed": TRUTH, "present": TRUTH, "ended": EVENT,
}  # fmt: skip
_RUMOUR = {"reach": SHARE, "spreaders": SHARE, "corrected": SHARE, "heard_by": COUNT, "present": TRUTH}
_FLOW = {
    "people": FLOWING_COUNT, "upstream": FLOWING_COUNT, "through": FLOWING_COUNT, "held": TRUTH, "present": TRUTH,
}  # fmt: skip


def _decision(decision: Decision) -> Thing:
    return Thing("decision", {}, Type("word", tuple(decision.options)))


def _state(variable: StateVariable) -> Type:
    if isinstance(variable.start, bool):
        return TRUTH
    if isinstance(variable.start, str):
        return Type("word", variable.one_of)
    return NUMBER


def _argument(scenario: ScenarioFile, catalogue: Catalogue, argument: Argument) -> Type:
    match argument.kind:
        case "number":
            return NUMBER
        case "deadline":
            return DURATION
        case "choice":
            return Type("word", tuple(argument.one_of))
        case _:
            return Type("word", choices(scenario, catalogue, argument))


def choices(scenario: ScenarioFile, catalogue: Catalogue, argument: Argument) -> tuple[str, ...]:
    """The values that an argument may take, in the order of their declaration; none for open ones."""
    match argument.kind:
        case "choice":
            return tuple(argument.one_of)
        case "unit":
            return tuple(scenario.units)
        case "place":
            return tuple(scenario.places)
        case "incident":
            return tuple(scenario.incidents)
        case "seat":
            return tuple(scenario.seats)
        case "order":
            return tuple(verb for verb in catalogue.orders if verb not in scenario.without)
        case "topic":
            return (*scenario.injects, *scenario.incidents)
        case "person":
            return (*scenario.cast, *scenario.seats)
        case "number" | "deadline" | "level" | "department" | "words":
            return ()
        case _:
            assert_never(argument.kind)


def plan_choices(scenario: Any, argument: Argument) -> tuple[str, ...]:
    """As `choices`, with levels and departments, which the resolved scenario's plan declares."""
    if argument.kind == "level":
        return tuple(scenario.emergency_plan.levels)
    if argument.kind == "department":
        return tuple(scenario.emergency_plan.departments)
    return choices(scenario, scenario.catalogue, argument)
