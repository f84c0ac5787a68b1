"""Settings that few scenarios have, drawn on top of a random one, so that every setting there is comes up.

What only names, explains or introduces something is left out: nothing that happens hangs on it.
"""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

Document = dict[str, Any]
Draw = st.DrawFn

shares = st.integers(0, 20).map(lambda number: number / 20)
minutes = st.integers(1, 40).map(lambda number: f"{number}m")
grown = st.sampled_from(("elapsed > 9m", "residents.tension > 0.4", "listen().done", "early", "windows.served > 3",
                         "word == loud", "team.on_scene or drivers.people < 30"))  # fmt: skip
places = st.sampled_from(("hall", "bureau", "square", "bridge"))
codes = st.sampled_from(("U01", "U03", "U09", "U21"))
some = st.sampled_from
deeds: st.SearchStrategy[Document] = st.fixed_dictionaries({}, optional={
    "set": some(({"word": "loud"}, {"flag": True})), "tells": some(({"drivers.people": 40},)),
    "inject": some(("last", ["last", "early"])), "add": some(({"mark": 2}, {"residents.people": 9})),
    "starts": some(("drivers",)), "ends": some(("counter",)), "raises": some(({"drivers.tension": 0.2},)),
    "lowers": some(({"residents.trust": 0.3},)), "harm": some(({"injured": 2}, {"injured": "1..3"})),
    "of": some(("drivers", "residents")),
})  # fmt: skip


def begins(draw: Draw) -> Document:
    """A beginning of its own: at a time, on a condition, or on both."""
    found = {"at": draw(minutes), "when": draw(grown)}
    return {key: found[key] for key in draw(st.sampled_from((("at",), ("when",), ("at", "when"))))}


def on_gatherings(draw: Draw, document: Document) -> None:
    """Trust of its own numbers, a claim, stages that do more; the second comes later."""
    incidents = document["incidents"]
    incidents["drivers"] |= begins(draw)
    for name in ("residents", "drivers"):
        incidents[name] |= {
            "claim": "They want to be heard.",
            "trust": {"start": draw(shares), "weight": draw(shares), "kept_promise": draw(shares),
                      "broken_promise": draw(shares)},
        }  # fmt: skip
        stages = incidents[name]["stages"]
        stages["noisy"] |= {"until_below": draw(st.integers(0, 3)) / 20, "set": {"word": "loud"}}
        stages["blocking"] |= {"tells": {"residents.people": draw(st.integers(0, 99))}, "inject": "last"}


def on_receptions(draw: Draw, document: Document) -> None:
    """Tired staff, people who stay away, a queue that opens on a condition."""
    windows, counter = document["incidents"]["windows"], document["incidents"]["counter"]
    for each in (windows, counter):
        each |= {"tired": draw(st.sampled_from((1, 1.5, 5))), "unserved_lowers_trust": draw(shares)}
        each["arrivals"] = each["arrivals"] | {"up_to": draw(st.integers(0, 40))}
    counter.pop("at", None)
    counter |= begins(draw)


def on_crises(draw: Draw, document: Document) -> None:
    """A rumour, a flow and a person with every setting."""
    incidents = document["incidents"]
    incidents["rumour"] |= begins(draw) | {"doubled_for": draw(minutes)}
    incidents["stairs"] |= begins(draw) | {"counted": draw(st.booleans())}
    incidents["man"].pop("at", None)
    incidents["man"] |= begins(draw) | {
        "claim": "He wants his wages.", "second_voice": draw(shares), "crossing": draw(st.integers(4, 20)) / 20,
        "rapport": {"start": draw(shares), "per_turn": draw(shares), "calms": draw(shares)},
        "reliefs": {"talk": {"lowers": draw(shares), "when": draw(grown)}},
        "stages": {"edge": {"above": draw(st.integers(1, 19)) / 20, **draw(deeds)}},
        "resolved": draw(grown), "safe": draw(deeds), "caught": draw(deeds), "lost": draw(deeds),
    }  # fmt: skip


def on_messages(draw: Draw, document: Document) -> None:
    """Injects in another language, of little reliability, by hand; what comes of it."""
    injects = document["injects"]
    injects["once"] |= {
        "from": "A man", "by": draw(st.sampled_from(("radio", "post", "observation"))), "urgent": draw(st.booleans()),
        "reliability": draw(st.sampled_from(("likely", "doubtful"))), "set": {"flag": draw(st.booleans())},
        "original": {"language": "Uyghur", "text": "…"}, "understood": draw(grown),
    }  # fmt: skip
    injects["by_hand"] = {"to": "commander", "text": "Help.", "purpose": draw(st.sampled_from(("help", "pressure")))}
    injects["rest"] = {"at": "early + 4m", "to": "duty_officer", "text": "Later.", **draw(deeds)}


def on_decisions(draw: Draw, document: Document) -> None:
    """A conversation of several turns, with consequences, and a decision that comes by itself."""
    words = document["decisions"]["words"]
    words["options"]["listen"] |= {
        "takes": draw(minutes), "why": "It calms.", "reply": "Good.", "then": "more", "set": {"word": "calm"},
        "tells": {"residents.people": 7}, "inject": "last",
    }  # fmt: skip
    words["options"]["wait"] |= {"conduct": draw(codes)}
    document["decisions"]["more"] = {
        "to": draw(st.sampled_from(("petition_lead", "commander"))), "from": "A woman", "by": "phone", "text": "And?",
        "time_limit": draw(minutes), "if_silent": "no", **begins(draw), **draw(deeds),
        "options": {"no": {"text": "No.", **draw(deeds)}, "yes": {"text": "Yes.", "quality": 1, **draw(deeds)}},
    }  # fmt: skip


def on_expectations(draw: Draw, document: Document) -> None:
    """Graded, critical, repeated, bound by law, spoilt by a wrong order; due by a stage and by another seat."""
    duties = document["expectations"]
    duties["first_report"] |= {"if_missed": "U09", "law": {"source": "A law, article 1", "conduct": "U09"},
                               "critical": draw(st.sampled_from((True, "team")))}  # fmt: skip
    duties["listening"] |= {"due": "hourly", "repeat": True, "of": "petition_lead"}
    duties["team"] |= {"coordination": True, "wrong": ["dispatch(unit=medics, place=hall)"], "speed": 1}
    duties["reception"] |= {
        "met": "open_reception(place=hall).done or suspend_reception(place=hall)",
        "quality": [{"is": draw(shares), "when": "open_reception(place=hall, windows=2).done"},
                    {"is": 0.2, "when": "elapsed > 1m", "conduct": draw(codes)}],
    }  # fmt: skip
    document["injects"]["hourly"]["to"] = "petition_lead"


def on_people(draw: Draw, document: Document) -> None:
    """Seats with a view and a delay of their own, a cast of drawn names."""
    document["seats"] = {
        seat: {"sees": [draw(places)], "delay": draw(minutes), "name": seat.title()} for seat in document["seats"]
    }
    document["seats"]["second_lead"] = {"role": "petition_lead"}
    document["cast"] = {"wang": {"part": "A resident"}, "guest": {"locale": "fr_FR"}, "lin": {"name": "Lin"}}
    document["injects"]["early"]["text"] = "{wang} and {guest} are here, says {lin}."


def on_rules(draw: Draw, document: Document) -> None:
    """Orders of its own, others left out, some that cost nothing; another pace."""
    document["orders"] = {
        "listen": {"takes": draw(minutes)},
        "ring": {"name": "Ring", "does": "Rings a bell.", "group": "command", "takes": "30s", **draw(deeds)},
    }
    document["without"] = ["study_class", "call_bluff"]
    document["allowed"] = ["ring()", "ask()"]
    document["pace"] = draw(st.sampled_from(("1x", "60x")))


def on_time(draw: Draw, document: Document) -> None:
    """Two chapters, with a jump between them."""
    pause = draw(st.integers(31, 90))
    document["chapters"] = {"day": {"starts": "0m", "length": "30m"},
                            "night": {"starts": f"{pause}m", "length": f"{120 - pause}m"}}  # fmt: skip


Layer = Callable[[Draw, Document], None]
LAYERS: tuple[Layer, ...] = (
    on_gatherings, on_receptions, on_crises, on_messages, on_decisions, on_expectations, on_people, on_rules, on_time,
)  # fmt: skip


FAIR: tuple[Layer, ...] = (on_gatherings, on_receptions, on_crises, on_messages, on_people)
"""Layers that leave a book which can be followed to the letter."""


@st.composite
def fairly(draw: Draw, documents: st.SearchStrategy[Document]) -> Document:
    """A random scenario that asks of a seat no more than it has time for, and of a unit what it can do."""
    document = draw(documents)
    document["state"] |= {"word": {"start": "calm", "one_of": ["calm", "loud"]}, "flag": {"start": False}}
    for layer in FAIR:
        if draw(st.booleans()):
            layer(draw, document)
    document["orders"] = {"listen": {"takes": "1m"}}
    document["units"]["team"]["count"] = 1
    for duty in document["expectations"].values():
        target = draw(st.integers(12, 25))
        duty |= {"target": f"{target}m", "limit": f"{target + draw(st.integers(10, 30))}m"}
    return document


@st.composite
def furthered(draw: Draw, documents: st.SearchStrategy[Document]) -> Document:
    """A random scenario, plain or with some of the layers laid on it."""
    document = draw(documents)
    document["state"] |= {"word": {"start": "calm", "one_of": ["calm", "loud"]}, "flag": {"start": False}}
    for layer in LAYERS:
        if draw(st.booleans()):
            layer(draw, document)
    return document
