"""A small scenario, whole in itself: its own plan, orders and conduct, so that no shipped file changes a test."""

from functools import cache
from typing import Any

from simulator.scenario.scenario import Scenario

CRITICAL, UNLAWFUL, HARMFUL = "U06", "U10", "U22"
"""A conduct code of each severity; U09 is the false or missing report."""

PLAN: dict[str, Any] = {
    "format": 1,
    "id": "little-plan",
    "version": "1",
    "title": "Little plan",
    "roles": {role: {"name": role} for role in ("lead", "officer", "commander")},
    "departments": {"housing": {"name": "Housing"}},
    "levels": {
        "III": {"name": "III", "people": {"from": 5, "to": 99}},
        "I": {"name": "I", "people": {"from": 100}},
    },
    "clauses": {clause: {"text": clause, "owners": "all"} for clause in ("W2", "M1", "M2", "M3", "M4", "A1")},
    "types": {"mass": {"name": "Mass petition", "clauses": ["M2", "M3"]}},
}

PLACE = {"place": {"kind": "place", "name": "place"}}
INCIDENT = {"incident": {"kind": "incident", "name": "incident"}}


def order(arguments: dict[str, Any] | None = None, **settings: Any) -> dict[str, Any]:
    """An order of the catalogue that takes two minutes."""
    return {
        "name": "order", "does": "Does it.", "group": "all", "takes": "2m", "arguments": arguments or {}, **settings,
    }  # fmt: skip


CATALOGUE: dict[str, Any] = {
    "format": 1,
    "id": "little-orders",
    "attention": {"words_per_minute": 200, "characters_per_minute": 300, "answer": "30s", "hint_costs": 3},
    "groups": {"all": "All"},
    "orders": {
        "open_reception": order(
            PLACE | {"windows": {"kind": "number", "name": "windows", "optional": True, "default": 2}},
            mechanic="open_reception",
        ),
        "register": order(INCIDENT, mechanic="register"),
        "report": order(
            {
                "kind": {"kind": "choice", "name": "kind", "one_of": {"first": "first", "follow_up": "later"}},
                "people": {"kind": "number", "name": "people"},
            }
        ),
        "activate": order({"level": {"kind": "level", "name": "level"}}, mechanic="activate"),
        "dispatch": order({"unit": {"kind": "unit", "name": "unit"}} | PLACE, mechanic="dispatch"),
        "tell": order(
            {"seat": {"kind": "seat", "name": "seat"}, "about": {"kind": "topic", "name": "about"}}, mechanic="tell"
        ),
        "ask": order({"about": {"kind": "topic", "name": "about"}}, mechanic="ask"),
        "promise": order(
            {"what": {"kind": "order", "name": "what"}, "by": {"kind": "deadline", "name": "by"}}, mechanic="promise"
        ),
        "care": order(PLACE),
        "line_up": order(PLACE, conduct=UNLAWFUL),
        "detain": order(conduct=CRITICAL),
        "scold": order(conduct=HARMFUL),
        "put_right": order(INCIDENT),
        "disclose": order(),
    },
}


def code(severity: str) -> dict[str, Any]:
    """A breach of a severity."""
    return {"severity": severity, "name": severity, "basis": [{"cites": "§ 1", "mark": "D"}]}


CONDUCT: dict[str, Any] = {
    "format": 1,
    "id": "little-conduct",
    "severities": {
        "critical": {"name": "critical", "points": 100},
        "unlawful": {"name": "unlawful", "points": 40},
        "harmful": {"name": "harmful", "points": 15},
    },
    "repair": {"within": "10m", "orders": ["put_right", "disclose"]},
    "codes": {
        CRITICAL: code("critical"), UNLAWFUL: code("unlawful"), HARMFUL: code("harmful"), "U09": code("unlawful"),
    },
}  # fmt: skip

WORLD: dict[str, Any] = {
    "places": {"hall": {"name": "Hall", "capacity": 60, "area": "120 m2"}, "square": {"name": "Square"}},
    "routes": [{"between": ["hall", "square"], "travel": "5m"}],
    "units": {"medics": {"name": "Medics", "base": "square", "skills": ["medical"], "under": "lead"}},
    "incidents": {
        "residents": {
            "kind": "gathering",
            "name": "Residents",
            "place": "hall",
            "people": 86,
            "tension": {"start": 0.3, "base": 0.2, "half_life": "25m"},
            "pressures": {"unheard": {"raises": 0.4, "when": "not register().done"}},
            "stages": {"blocking": {"above": 0.5, "inject": "gate"}},
        },
        "windows": {
            "kind": "reception",
            "name": "Windows",
            "place": "hall",
            "arrivals": {"from": "residents", "every": "90s"},
            "service": "8m",
        },
    },
    "injects": {
        "doors": {
            "at": "1m",
            "to": ["lead", "officer"],
            "text": "Eighty-six people at the door.",
            "tells": {"residents.people": 86},
            "asks": ["first_words"],
        },
        "sign": {"at": "5m", "to": "officer", "text": "An early sign."},
        "hourly": {"at": "60m", "to": "officer", "text": "How many?", "repeat": "60m"},
        "faint": {"at": "30m", "to": "lead", "text": "A man has fainted."},
        "gate": {"to": "lead", "text": "They block the gate."},
    },
    "decisions": {
        "first_words": {
            "to": "lead",
            "text": "What do you say?",
            "time_limit": "3m",
            "if_silent": "wave_off",
            "options": {
                "listen": {"text": "Tell me.", "quality": 1.0},
                "explain": {"text": "The rules are …", "quality": 0.6},
                "wave_off": {"text": "Not now.", "quality": 0.2},
                "threaten": {"text": "Or else.", "quality": 0.0, "conduct": UNLAWFUL},
            },
        }
    },
}

EXPECTATIONS: dict[str, Any] = {
    "open_doors": {
        "of": "lead",
        "task": "Open the doors",
        "clauses": ["M3"],
        "due": "doors",
        "do": ["open_reception(place=hall)", "register(incident=residents)"],
        "wrong": ["line_up(place=hall)", "scold()"],
        "target": "10m",
        "limit": "25m",
        "weight": 3,
        "critical": True,
    },
    "greet": {
        "of": "lead",
        "task": "Listen first",
        "clauses": ["M4"],
        "due": "first_words",
        "do": ["first_words == listen"],
        "wrong": ["first_words == threaten"],
        "target": "2m",
        "limit": "4m",
    },
    "medics": {
        "of": "lead",
        "task": "Send the medics",
        "clauses": ["M3"],
        "due": "faint",
        "do": ["dispatch(unit=medics, place=hall)"],
        "target": "5m",
        "limit": "15m",
        "weight": 2,
        "speed": 1.0,
    },
    "heed": {
        "of": "lead",
        "task": "Heed the sign",
        "clauses": ["W2"],
        "due": "tell(about=sign)",
        "do": ["care(place=square)"],
        "target": "10m",
        "limit": "20m",
    },
    "first_report": {
        "of": "officer",
        "task": "Report",
        "clauses": ["M2"],
        "due": "doors",
        "do": ["report(kind=first, people=told(residents.people))"],
        "quality": [
            {"is": 1.0, "when": "report.people within 10% of told(residents.people)"},
            {"is": 0.5, "when": "report.people within 30% of told(residents.people)"},
            {"is": 0.0, "conduct": "U09", "when": "otherwise"},
        ],
        "target": "15m",
        "limit": "30m",
        "weight": 2,
        "if_missed": "U09",
    },
    "hand_on": {
        "of": "officer",
        "task": "Hand the sign on",
        "clauses": ["W2"],
        "due": "sign",
        "do": ["tell(seat=lead, about=sign)"],
        "target": "5m",
        "limit": "10m",
        "coordination": True,
    },
    "keep_reporting": {
        "of": "officer",
        "task": "Report every hour",
        "clauses": ["M2"],
        "due": "hourly",
        "do": ["report(kind=follow_up, people=told(residents.people))"],
        "target": "10m",
        "limit": "20m",
        "repeat": True,
    },
    "level": {
        "of": "commander",
        "task": "Activate",
        "clauses": ["M1"],
        "due": "doors",
        "do": ["activate(level=III)"],
        "target": "10m",
        "limit": "20m",
    },
}

SCENARIO: dict[str, Any] = {
    "format": 1,
    "id": "little",
    "type": "mass",
    "title": "A little drill",
    "plan": "little-plan",
    "languages": ["en"],
    "clock": "08:00",
    "length": "4h",
    "briefing": "People have come.",
    "seats": ["lead", "officer", "commander"],
    **WORLD,
    "expectations": EXPECTATIONS,
    "allowed": ["care(place=hall)"],
    "outcome": {
        "tension": {"measure": "residents.tension.mean", "per": 0.1, "weight": 2},
        "unserved": {"measure": "windows.left", "per": 10},
        "injured": {"measure": "harm.injured", "per": 1, "weight": 5},
    },
    "emergency_plan": PLAN,
    "catalogue": CATALOGUE,
    "conduct": CONDUCT,
}


@cache
def sample_scenario() -> Scenario:
    """The little drill: lead and officer have expectations of every sort, the commander has one nobody tells him of."""
    return Scenario.model_validate(SCENARIO)


def with_expectation(name: str, **settings: Any) -> Scenario:
    """The little drill with some settings of one expectation (or a new one) otherwise."""
    expectations = EXPECTATIONS | {name: EXPECTATIONS.get(name, {}) | settings}
    return Scenario.model_validate(SCENARIO | {"expectations": expectations})
