"""The scenario as far as one seat may know it: names and texts, nothing of what is to come or how it is judged.

What a seat may not know is left out, not hidden: it never leaves the host. What reaches the seat later (the text of
an inject, a decision, an incident) is given to it then, thing by thing.
"""

from collections.abc import Mapping
from typing import Any

from simulator.engine.view import View
from simulator.scenario.placeholders import placeholders
from simulator.scenario.scenario import Scenario

Json = dict[str, Any]

OPEN = (
    "format", "id", "type", "title", "summary", "plan", "languages", "clock", "length", "chapters", "pace",
    "difficulty", "briefing", "places", "routes", "units", "without", "emergency_plan",
)  # fmt: skip
"""The settings that everybody in the command post knows."""

NOTHING = "nothing"
"""The incident that stands in a scenario of which no incident is known: a scenario has at least one."""

_ORDER = ("name", "does", "group", "arguments", "by", "takes", "mark")
_INJECT = ("from", "by", "urgent", "reliability")
_DECISION = ("from", "by", "text", "time_limit")
_MOOD = {"start": 0.0, "base": 0.0, "half_life": "1m"}


def what_a_seat_knows(scenario: Scenario, seat: str) -> Json:
    """The scenario for a seat before anything has reached it; `Scenario.model_validate` reads it."""
    whole = scenario.as_json()
    known = {name: whole[name] for name in OPEN if name in whole}
    return known | {
        "seats": {name: _seat(each, own=name == seat) for name, each in whole["seats"].items()},
        "cast": {name: _only(each, "name") for name, each in whole.get("cast", {}).items()},
        "incidents": {NOTHING: _unknown_incident(scenario)},
        "catalogue": _catalogue(whole["catalogue"]),
        "conduct": {
            "format": 1, "id": whole["conduct"]["id"], "severities": {}, "repair": {"within": "1m", "orders": []},
            "codes": {},
        },
    }  # fmt: skip


def _seat(written: Mapping[str, Any], own: bool) -> Json:
    open_to_all = ("role", "name", "sees") if own else ("role", "name")
    return {name: written[name] for name in open_to_all if name in written}


def _unknown_incident(scenario: Scenario) -> Json:
    return {"kind": "gathering", "name": NOTHING, "place": next(iter(scenario.places)), "people": 0, "tension": _MOOD}


def _catalogue(written: Mapping[str, Any]) -> Json:
    orders = {
        verb: {name: order[name] for name in _ORDER if name in order} for verb, order in written["orders"].items()
    }
    for order in orders.values():
        arguments = order.get("arguments", {})
        order["arguments"] = {name: _without(each, "graded") for name, each in arguments.items()}
    return {**written, "orders": orders}


def _without(written: Mapping[str, Any], *names: str) -> Json:
    return {name: value for name, value in written.items() if name not in names}


# -- what reaches a seat -----------------------------------------------------------------------------------


def things_known(scenario: Scenario, view: View) -> dict[str, Json]:
    """By `injects.doors`, `decisions.first_words`, `incidents.residents`, `state.notified`: what the view speaks of."""
    whole = scenario.as_json()
    found: dict[str, Json] = {}
    for message in view.inbox:
        for name in (message.inject, message.about):
            if name in scenario.injects:
                text = message.understood or found.get(f"injects.{name}", {}).get("understood") is True
                found[f"injects.{name}"] = _inject(whole["injects"][name], view.seat, text)
    for name in (*(each.decision for each in view.decisions), *view.answers):
        found[f"decisions.{name}"] = _decision(whole["decisions"][name], view.seat, view.answers.get(name))
    for name in _incidents(scenario, view):
        found[f"incidents.{name}"] = _incident(whole["incidents"][name], _stages(name, view))
    for name in _facts(scenario, view):
        found[f"state.{name}"] = {"start": 0} | _only(whole["state"][name], "name")
    return found


def _only(written: Mapping[str, Any], *names: str) -> Json:
    return {name: written[name] for name in names if name in written}


def _inject(written: Mapping[str, Any], seat: str, understood: bool) -> Json:
    shown = _only(written, *_INJECT) | {"to": [seat], "text": written["text"] if understood else ""}
    if "original" in written:
        shown["original"] = written["original"]
        if understood:
            shown["understood"] = True
    return shown


def _decision(written: Mapping[str, Any], seat: str, answer: str | None) -> Json:
    options = {name: _only(option, "text") for name, option in written["options"].items()}
    if answer is not None:
        options[answer] |= _only(written["options"][answer], "reply")
    # Any option may stand for silence here: which one truly does is not for the seat to know.
    return _only(written, *_DECISION) | {"to": seat, "options": options, "if_silent": min(options)}


def _incidents(scenario: Scenario, view: View) -> tuple[str, ...]:
    heard = {message.about for message in view.inbox} | {path.partition(".")[0] for path in view.known}
    return tuple(name for name in scenario.incidents if name in view.incidents or name in heard)


def _stages(incident: str, view: View) -> tuple[str, ...]:
    """The stages of an incident that the seat has ever been told of, or sees now."""
    path = f"{incident}.stage"
    told = [message.tells[path] for message in view.inbox if path in message.tells]
    seen = [view.known[path].value] if path in view.known else []
    return tuple(dict.fromkeys(str(stage) for stage in (*told, *seen)))


def _incident(written: Mapping[str, Any], stages: tuple[str, ...]) -> Json:
    """Its kind, name and places, with nothing of how it moves."""
    shown = _only(written, "kind", "name", "place")
    known = {name: {"above": 0.5} | _only(each, "name") for name, each in written.get("stages", {}).items()}
    named = {"stages": {name: each for name, each in known.items() if name in stages}}
    match written["kind"]:
        case "gathering":
            return shown | {"people": 0, "tension": _MOOD} | named
        case "reception":
            return shown | {"arrivals": {"every": "1m"}, "service": "1m"}
        case "person":
            return shown | {"distress": _MOOD} | named
        case "rumour":
            return shown | {"audience": 1}
        case _:
            path = [{"place": section["place"], "width": "1 metres"} for section in written["path"]]
            return shown | {"path": path, "surges": [{"ends": "1m", "per_minute": 0}]}


def _facts(scenario: Scenario, view: View) -> tuple[str, ...]:
    """The facts of the story that the seat was told, or that stand in a text that it may read."""
    named = {path.partition(".")[0] for path in view.known}
    for message in view.inbox:
        if message.inject and message.understood:
            named.update(placeholders(scenario.injects[message.inject].text))
    return tuple(name for name in scenario.state if name in named)
