"""All that can come up in a drill of a scenario, by kind and path, and what of it came up in one drill."""

from collections.abc import Iterator, Mapping

from simulator.evaluation.scorecard import Scorecard
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.journal.journal import Journal
from simulator.scenario.scenario import Scenario

KINDS = ("injects", "decisions", "options", "orders", "incidents", "stages", "expectations", "met")
"""What is counted; `expectations` counts those that fell due, `met` those that were met in time and well."""


def things(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """By kind the paths of all there is, without what only a controller's hand brings."""
    return {
        "injects": tuple(f"injects.{name}" for name, inject in scenario.injects.items() if inject.purpose is None),
        "decisions": tuple(f"decisions.{name}" for name in scenario.decisions),
        "options": tuple(
            option_path(name, option) for name, decision in scenario.decisions.items() for option in decision.options
        ),
        "orders": tuple(f"orders.{verb}" for verb in offered(scenario)),
        "incidents": tuple(f"incidents.{name}" for name in scenario.incidents),
        "stages": tuple(stage_path(name, stage) for name, stage in _stages(scenario)),
        "expectations": tuple(f"expectations.{name}" for name in scenario.expectations),
        "met": tuple(f"expectations.{name}.met" for name in scenario.expectations),
    }


def offered(scenario: Scenario) -> tuple[str, ...]:
    """The orders that some seat may give."""
    verbs = (verb for verb in scenario.catalogue.orders if verb not in scenario.without)
    return tuple(verb for verb in verbs if any(scenario.may_order(seat, verb) for seat in scenario.seats))


def option_path(decision: str, option: str) -> str:
    return f"decisions.{decision}.options.{option}"


def stage_path(incident: str, stage: str) -> str:
    return f"incidents.{incident}.stages.{stage}"


def came_up(journal: Journal, scorecard: Scorecard) -> tuple[str, ...]:
    """The paths of what came up in a drill, each once."""
    found = dict.fromkeys(path for entry in journal for path in _paths(entry))
    for trainee in scorecard.trainees:
        for judged in trainee.judged:
            if judged.observed:
                found[f"expectations.{judged.id}"] = None
            if judged.status == "met":
                found[f"expectations.{judged.id}.met"] = None
    return tuple(found)


def taken(journal: Journal) -> tuple[tuple[str, str], ...]:
    """The answers that seats gave and that were accepted: decision and option."""
    return tuple(
        (entry.payload["decision"], entry.payload["option"])
        for entry in journal
        if entry.kind == kinds.ANSWER and entry.payload["accepted"]
    )


def _stages(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for name, incident in scenario.incidents.items():
        stages: Mapping[str, object] = getattr(incident, "stages", {})
        for stage in stages:
            yield name, stage


def _paths(entry: Entry) -> tuple[str, ...]:
    payload = entry.payload
    match entry.kind:
        case kinds.DELIVERED:
            return (f"injects.{payload['inject']}",)
        case kinds.PUT:
            return (f"decisions.{payload['decision']}",)
        case kinds.ANSWERED:
            return (option_path(payload["decision"], payload["option"]),)
        case kinds.CARRIED_OUT:
            return (f"orders.{payload['verb']}",)
        case kinds.BEGAN:
            return (f"incidents.{payload['incident']}",)
        case kinds.STAGE if payload["up"]:
            return (stage_path(payload["incident"], payload["stage"]),)
        case _:
            return ()
