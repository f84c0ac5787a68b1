"""Scenarios that grow: so many halls, each with a gathering and a reception, and nobody who has to do anything."""

from typing import Any

from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.scenario.scenario import Scenario

HOUR = 3600


def shipped(name: str) -> Scenario:
    """A shipped scenario by its id."""
    return scenario_or_raise(find_scenario(name))


def halls(number: int, people: int, hours: int, seats: int = 1, every: str = "2m") -> Scenario:
    """So many halls, each with a gathering of so many people and a reception that draws from it, for so many hours.

    Who is served goes back outside, so that no hall runs empty and the work in it does not hang on how many wait.
    """
    return Scenario.model_validate(document(number, people, hours, seats, every))


def document(number: int, people: int, hours: int, seats: int = 1, every: str = "2m") -> dict[str, Any]:
    """The same as a scenario file holds it, with the shipped plan, orders and conduct resolved."""
    names = [f"hall_{place}" for place in range(number)]
    incidents: dict[str, Any] = {}
    for place, name in enumerate(names):
        incidents |= _incidents(place, name, people, every)
    resolved = shipped("tutorial").as_json()
    return {
        "format": 1, "id": "halls", "type": "mass", "title": "Halls", "languages": ["en"], "clock": "08:00",
        "length": f"{hours}h", "briefing": "Halls.", "seats": _seats(seats),
        "places": {"office": {"name": "Office"}} | {name: {"name": name, "area": "200 m2"} for name in names},
        "routes": [{"between": ["office", name], "travel": "10m"} for name in names],
        "incidents": incidents, **{part: resolved[part] for part in ("emergency_plan", "catalogue", "conduct")},
    }  # fmt: skip


def _seats(number: int) -> dict[str, Any]:
    return {f"lead_{place}": {"role": "petition_lead", "sees": ["hall_0"]} for place in range(number)}


def _incidents(place: int, hall: str, people: int, every: str) -> dict[str, Any]:
    gathering, reception = f"people_{place}", f"desk_{place}"
    return {
        gathering: {
            "kind": "gathering", "name": "People", "place": hall, "people": people,
            "tension": {"start": 0.3, "base": 0.3, "half_life": "25m"},
            "pressures": {"waiting": {"raises": 0.3, "when": f"{gathering}.waited > 30m and {reception}.queue > 3"}},
            "stages": {"loud": {"above": 0.5}},
        },
        reception: {
            "kind": "reception", "name": "Desk", "place": hall, "windows": 2,
            "arrivals": {"from": gathering, "every": every}, "service": "4m", "patience": "20m",
            "served_go_home": False,
        },
    }  # fmt: skip
