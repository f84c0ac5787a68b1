"""Random scenarios made from the models: every kind of incident, with conditions, effects and expectations.

Each holds for the models; whether it makes sense is nobody's concern here.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from simulator.authoring import document as written
from simulator.authoring.resolve import own_orders
from simulator.authoring.source import Source
from simulator.scenario.scenario import Scenario
from tests.soundness.further import fairly, furthered

SHIPPED = Path(__file__).parents[2] / "scenarios"
SEATS = ("commander", "petition_lead", "duty_officer", "counsellor", "public_security")
PLACES = ("hall", "bureau", "square", "bridge")
UNITS = ("team", "medics")
CROWDS = ("residents", "drivers")
INCIDENTS = (*CROWDS, "windows", "counter", "rumour", "stairs", "man")
LENGTH = 2 * 3600

Document = dict[str, Any]
minutes = st.integers(1, 40).map(lambda number: f"{number}m")
seconds = st.integers(40, 900).map(lambda number: f"{number}s")
shares = st.integers(0, 20).map(lambda number: number / 20)
steps = st.integers(1, 10).map(lambda number: number / 20)
windows_of_time = minutes | seconds | st.integers(1, 9).map(lambda number: f"{number}m..{number * 3}m")

CONDITIONS = (
    "residents.tension > {share}", "drivers.tension < {share}", "residents.people > {count}",
    "since(early) > {time}", "since(early) < {time} and not listen().done", "windows.queue >= {count}",
    "listen(incident=residents).done", "relay_progress() or residents.heard", "team.on_scene", "hall.people > {count}",
    "medics.free and elapsed > {time}", "harm.injured > 0", "rumour.reach > {share}", "man.rapport >= {share}",
    "stairs.people > {count}", "square.density > {share}", "windows.waited > {time}", "words == listen",
    "not (residents.trust < {share} and drivers.waited > {time})", "mark > {count}",
)  # fmt: skip


@st.composite
def conditions(draw: st.DrawFn) -> str:
    """A condition over the names of these scenarios."""
    written = draw(st.sampled_from(CONDITIONS))
    one = written.format(share=draw(shares), count=draw(st.integers(0, 150)), time=draw(minutes))
    other = draw(st.sampled_from(("", "", "not team.free", "elapsed > 20m")))
    return f"({one}) {draw(st.sampled_from(('and', 'or')))} {other}" if other else one


@st.composite
def effects(draw: st.DrawFn, injects: bool = False) -> Document:
    """What an inject, a stage or an option may do."""
    found: Document = {}
    crowd = draw(st.sampled_from(CROWDS))
    match draw(st.integers(0, 7)):
        case 0:
            found["raises"] = {f"{crowd}.{draw(st.sampled_from(('tension', 'trust', 'heard')))}": draw(shares)}
        case 1:
            found["lowers"] = {f"{crowd}.{draw(st.sampled_from(('tension', 'trust', 'heard')))}": draw(shares)}
        case 2:
            found["add"] = {f"{crowd}.people": draw(st.integers(-60, 60))}
        case 3:
            found |= {"harm": {"injured": draw(st.integers(0, 9))}, "of": crowd}
        case 4:
            found["add"] = {"mark": draw(st.integers(-5, 5))}
        case 5:
            found[draw(st.sampled_from(("starts", "ends")))] = draw(st.sampled_from(INCIDENTS))
        case _:
            pass
    if injects and draw(st.booleans()):
        found["inject"] = "last"
    return found


@st.composite
def crowds(draw: st.DrawFn, place: str) -> Document:
    """A gathering."""
    high = draw(st.integers(8, 19)) / 20
    found: Document = {
        "kind": "gathering", "name": "People", "place": place, "people": draw(st.integers(0, 200)),
        "tension": {"start": draw(shares), "base": draw(shares), "half_life": draw(minutes)},
        "pressures": {
            "waiting": {"raises": draw(shares), "when": draw(conditions())},
            "heat": {"raises": draw(steps), "above": high, "until_below": high - 0.2},
        },
        "reliefs": {"talk": {"lowers": draw(shares), "when": draw(conditions())}},
        "stages": {
            "noisy": {"above": draw(st.integers(4, 11)) / 20, **draw(effects(injects=True))},
            "blocking": {"above": draw(st.integers(12, 19)) / 20, **draw(effects(injects=True))},
        },
    }  # fmt: skip
    if draw(st.booleans()):
        found["arrivals"] = {"every": draw(minutes), "people": draw(st.integers(0, 9)), "up_to": 50}
    if draw(st.booleans()):
        found["departures"] = {"every": draw(minutes), "people": draw(st.integers(0, 9)), "when": draw(conditions())}
    return found


@st.composite
def receptions(draw: st.DrawFn, source: str | None) -> Document:
    """A reception that takes people in from a gathering, or from outside."""
    found: Document = {
        "kind": "reception", "name": "Windows", "place": "hall", "at": draw(minutes),
        "windows": draw(st.integers(0, 4)), "service": draw(windows_of_time),
        "arrivals": {"every": draw(windows_of_time)} | ({"from": source} if source else {}),
        "served_go_home": draw(st.booleans()),
    }  # fmt: skip
    if draw(st.booleans()):
        found["patience"] = draw(windows_of_time)
    if draw(st.booleans()):
        found["staff"] = "reception"
    if draw(st.booleans()):
        found["needs"] = {"infant": {"share": draw(steps), "first": True}, "deaf": {"share": 0.1, "skill": "signing"}}
    return found


@st.composite
def crises(draw: st.DrawFn) -> Document:
    """A rumour, a flow and a person at risk."""
    return {
        "rumour": {
            "kind": "rumour", "name": "Rumour", "audience": 5000, "telling": draw(st.integers(1, 10)) / 20,
            "start": 0.01, "correction": draw(shares), "corrected": draw(conditions()), "denied": draw(conditions()),
            "revival": {"when": draw(conditions()), "share": draw(shares)},
        },
        "stairs": {
            "kind": "flow", "name": "Stairs", "stops_at": draw(conditions()),
            "path": [{"place": "square", "width": f"{draw(st.integers(1, 6))} metres"},
                     {"place": "bridge", "width": f"{draw(st.integers(1, 6))} metres", "relief": "2 metres"}],
            "surges": [{"ends": draw(minutes), "per_minute": draw(st.integers(0, 400))},
                       {"starts": "30m", "ends": "90m", "per_minute": draw(st.integers(0, 60))}],
        },
        "man": {
            "kind": "person", "name": "Man", "place": "bridge", "at": draw(minutes),
            "distress": {"start": draw(shares), "base": draw(shares), "half_life": draw(minutes)},
            "pressures": {"alone": {"raises": draw(shares), "when": draw(conditions())}},
            "protected": draw(conditions()), "lost": {"harm": {"injured": 1}}, "safe": {"add": {"mark": 1}},
        },
    }  # fmt: skip


@st.composite
def messages(draw: st.DrawFn) -> Document:
    """Injects and a decision."""
    seats = st.sampled_from(SEATS)
    return {
        "injects": {
            "early": {"at": draw(windows_of_time), "to": ["petition_lead", draw(seats)], "text": "They are here.",
                      "tells": {"residents.people": draw(st.integers(0, 300))}, "asks": "words"},
            "hourly": {"at": "10m", "repeat": f"{draw(st.integers(5, 40))}m", "to": draw(seats), "text": "How many?",
                       "when": draw(conditions()), **draw(effects())},
            "once": {"when": draw(conditions()), "to": draw(seats), "text": "{residents.people} now.",
                     **draw(effects(injects=True))},
            "last": {"to": draw(seats), "text": "A cry.", **draw(effects())},
        },
        "decisions": {
            "words": {"to": "petition_lead", "text": "What do you say?", "time_limit": draw(minutes),
                      "if_silent": "wait",
                      "options": {"listen": {"text": "We listen.", "quality": 1, **draw(effects())},
                                  "wait": {"text": "Wait.", "quality": draw(shares), **draw(effects())}}},
        },
    }  # fmt: skip


DUTIES: Mapping[str, tuple[str, str, str]] = {
    "first_words": ("petition_lead", "words", "words == listen"),
    "first_report": ("petition_lead", "early", "report_upward(kind=first, people=told(residents.people))"),
    "reception": ("petition_lead", "early", "open_reception(place=hall)"),
    "listening": ("petition_lead", "early", "listen(incident=residents)"),
    "team": ("petition_lead", "early", "dispatch(unit=team, place=hall)"),
}
"""Seat, what makes it due, what is to be done."""


@st.composite
def duties(draw: st.DrawFn) -> Document:
    """Expectations."""
    return {
        name: {"of": seat, "task": "Do it", "clauses": ["M3"], "due": due, "do": [deed],
               "target": f"{(target := draw(st.integers(4, 20)))}m", "limit": f"{target + draw(st.integers(10, 40))}m",
               "weight": draw(st.integers(1, 5)), "speed": draw(shares)}
        for name, (seat, due, deed) in DUTIES.items()
    }  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A scenario's file, as plain values."""
    return {
        "format": 1, "id": "made-up", "type": "mass", "title": "Made up", "languages": ["en"], "clock": "08:00",
        "length": "2h", "briefing": "A briefing.", "seats": list(SEATS),
        "places": {"hall": {"name": "Hall", "capacity": 60, "area": "120 m2"}, "bureau": {"name": "Bureau"},
                   "square": {"name": "Square", "area": "240 m2"}, "bridge": {"name": "Bridge", "area": "60 m2"}},
        "routes": [{"between": ["bureau", "hall"], "travel": draw(windows_of_time)},
                   {"between": ["hall", "square"], "travel": draw(windows_of_time)}],
        "units": {"team": {"name": "Team", "base": "bureau", "count": draw(st.integers(0, 4)), "skills": ["reception"],
                           "under": "petition_lead", "tires_after": draw(minutes)},
                  "medics": {"name": "Medics", "base": "square", "skills": ["medical", "signing"],
                             "under": "commander"}},
        "state": {"mark": {"start": 0, "min": -50, "max": 50}},
        "incidents": {"residents": draw(crowds("hall")), "drivers": draw(crowds("square")),
                      "windows": draw(receptions("residents")), "counter": draw(receptions(None)), **draw(crises())},
        "expectations": draw(duties()),
        "outcome": {"tension": {"measure": "residents.tension.mean", "per": 0.1},
                    "injured": {"measure": "harm.injured", "per": 1, "weight": 5}},
        **draw(messages()),
    }  # fmt: skip


@cache
def grounds() -> Document:
    """The shipped plan, orders and conduct."""
    files = {"emergency_plan": "plan", "catalogue": "orders", "conduct": "conduct"}
    return {key: yaml.safe_load((SHIPPED / f"{name}.yaml").read_text("utf-8")) for key, name in files.items()}


@cache
def _read_grounds() -> Document:
    """The same, read once: that costs more than a drill."""
    whole = Scenario.model_validate(PLAINEST | grounds())
    return {key: getattr(whole, key) for key in grounds()}


class World(Scenario):
    """A made-up scenario, which a failing test shows without the shipped files."""

    def __repr__(self) -> str:
        own = {key: value for key, value in self.as_json().items() if key not in grounds()}
        return json.dumps(own, ensure_ascii=False)


PLAINEST: Document = {
    "format": 1, "id": "plainest", "type": "mass", "title": "Plainest", "languages": ["en"], "clock": "08:00",
    "length": "1h", "briefing": "Nothing.", "seats": ["commander"], "places": {"hall": {"name": "Hall"}},
    "incidents": {"crowd": {"kind": "gathering", "name": "Crowd", "place": "hall", "people": 1,
                            "tension": {"start": 0.1, "base": 0.1, "half_life": "10m"}}},
}  # fmt: skip
"""The least that is a scenario."""


def resolved(document: Document) -> Scenario:
    """The scenario of a document, on the shipped plan, orders and conduct."""
    found = document | _read_grounds()
    if "orders" in document:
        file = written.Document(Source("made-up", ""), document, {}, ())
        found["catalogue"], faults = own_orders(file, found["catalogue"])
        assert faults == []
    return World.model_validate(found)


worlds = furthered(documents()).map(resolved)
fair_worlds = fairly(documents()).map(resolved)
