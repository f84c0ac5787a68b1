"""A small hall with one gathering, for tests of the engine: changed setting by setting."""

import copy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from simulator.engine.drill import Drill
from simulator.journal.acts import Order
from simulator.journal.entry import Entry
from simulator.scenario.scenario import Scenario

SHIPPED = Path(__file__).parents[2] / "scenarios"

LITTLE: dict[str, Any] = {
    "format": 1,
    "id": "little",
    "type": "mass",
    "title": "A small hall",
    "languages": ["en"],
    "clock": "07:40",
    "length": "4h",
    "briefing": "A hall and a square.",
    "seats": ["commander", "petition_lead", "public_security"],
    "places": {
        "hall": {"name": "Hall", "capacity": 60, "area": "120 m2"},
        "bureau": {"name": "Bureau"},
        "square": {"name": "Square", "area": "2400 m2"},
    },
    "routes": [{"between": ["bureau", "hall"], "travel": "8m..14m"}, {"between": ["hall", "square"], "travel": "2m"}],
    "units": {
        "team": {"name": "Team", "base": "bureau", "count": 3, "skills": ["reception"], "under": "petition_lead"},
    },
    "incidents": {
        "residents": {
            "kind": "gathering",
            "name": "Residents",
            "place": "hall",
            "people": 86,
            "tension": {"start": 0.30, "base": 0.20, "half_life": "25m"},
        },
    },
}


@cache
def shipped(name: str) -> Any:
    """One of the shipped catalogues, as read from its file."""
    return yaml.safe_load((SHIPPED / f"{name}.yaml").read_text(encoding="utf-8"))


def little(**changes: Any) -> Scenario:
    """The small hall with top-level settings replaced; `residents` changes settings of the gathering."""
    document = copy.deepcopy(LITTLE)
    document["incidents"]["residents"] |= changes.pop("residents", {})
    document["incidents"] |= changes.pop("incidents", {})
    document |= changes
    catalogues = {"emergency_plan": "plan", "catalogue": "orders", "conduct": "conduct"}
    return Scenario.model_validate(document | {key: shipped(name) for key, name in catalogues.items()})


def drill(seed: int = 1, **changes: Any) -> Drill:
    """A drill in the small hall."""
    return Drill(little(**changes), seed)


def run(drill: Drill, until: int) -> None:
    """Let time pass, whatever reaches whom."""
    while drill.now < until and not drill.over:
        drill.advance(until)


def play(drill: Drill, acts: list[tuple[int, str, Order]]) -> Drill:
    """Give orders at their seconds and run to the end."""
    for second, seat, order in acts:
        run(drill, second)
        drill.submit(seat, order)
    run(drill, drill.scenario.length)
    return drill


def tension(drill: Drill, second: int) -> float:
    """The gathering's tension at a second, by the journal: the last mood before it, relaxed in closed form."""
    mood = next(e for e in reversed(list(drill.journal)) if e.kind == "incident.mood" and e.time <= second)
    gathering = drill.scenario.incidents["residents"]
    half_life = gathering.tension.half_life  # type: ignore[union-attr]
    level = float(mood.payload["level"])
    return level + (float(mood.payload["tension"]) - level) * float(2 ** (-(second - mood.time) / half_life))


def kinds(drill: Drill, *wanted: str) -> list[Entry]:
    """The entries of some kinds."""
    return drill.journal.of_kind(*wanted)


def lines(drill: Drill) -> list[tuple[object, ...]]:
    """All that a replay compares."""
    return [(e.number, e.time, e.seat, e.kind, repr(e.payload)) for e in drill.journal]
