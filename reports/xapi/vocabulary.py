"""The words of statements: verbs and kinds of activities as learning systems know them, and our own addresses.

Verbs and kinds come from ADL's vocabulary where it has them (xAPI 1.0.3, "Verbs" and "Activity Types").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.language.said import Said, say
from simulator.language.translator import LANGUAGES, translator_for

VERSION = "1.0.3"
"""The version of xAPI that is spoken."""

HOME = "https://drillroom.example/"
"""Where our names live: it leads nowhere, and names nobody's machine."""

ADL = "http://adlnet.gov/expapi/"

SIMULATION, QUESTION, ORDER, TASK, CLAUSE, CATEGORY = (
    f"{ADL}activities/{kind}"
    for kind in ("simulation", "cmi.interaction", "interaction", "performance", "objective", "profile")
)
"""Kinds of activities: a drill's scenario, a decision, an order, an expectation, a clause, and what all belong to."""

LANGUAGE_TAGS = {"zh": "zh-CN"}


@dataclass(frozen=True, slots=True)
class Verb:
    """What somebody did."""

    iri: str
    said: Said


BEGAN = Verb(f"{ADL}verbs/initialized", say("began"))
ANSWERED = Verb(f"{ADL}verbs/answered", say("answered"))
SILENT = Verb("http://id.tincanapi.com/verb/skipped", say("left unanswered"))
RESPONDED = Verb(f"{ADL}verbs/responded", say("carried out"))
COMPLETED = Verb(f"{ADL}verbs/completed", say("completed"))
FAILED = Verb(f"{ADL}verbs/failed", say("did not do"))
ENDED = Verb(f"{ADL}verbs/terminated", say("ended"))


def verb(meant: Verb) -> dict[str, Any]:
    """A verb as a statement has it."""
    return {"id": meant.iri, "display": in_every_language(meant.said)}


def in_every_language(said: Said) -> dict[str, str]:
    """A message of ours by language."""
    return {LANGUAGE_TAGS.get(each, each): translator_for(each).say(said) for each in LANGUAGES}


def extension(name: str) -> str:
    """The address of something that xAPI has no word for."""
    return f"{HOME}xapi/{name}"


def extensions(**values: Any) -> dict[str, Any]:
    """Values by their addresses, without those that are nothing."""
    return {extension(name.replace("_", "-")): value for name, value in values.items() if value is not None}


def exercise() -> dict[str, Any]:
    """The category of every statement: an exercise, no emergency."""
    definition = {"type": CATEGORY, "name": in_every_language(say("EXERCISE"))}
    return {"id": extension("exercise"), "objectType": "Activity", "definition": definition}


def duration(seconds: int) -> str:
    """Seconds as ISO 8601 writes them: `PT1H30M`."""
    hours, rest = divmod(seconds, 3600)
    parts = zip((hours, *divmod(rest, 60)), "HMS", strict=True)
    return "PT" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0S")


def score(part: float, whole: float) -> dict[str, float] | None:
    """What was earned of what could be, from 0; nothing where nothing could be."""
    if whole <= 0:
        return None
    earned = min(max(part, 0.0), whole)
    return {"scaled": round(earned / whole, 4), "raw": round(earned, 2), "min": 0, "max": round(whole, 2)}


def without_empty(statement: Mapping[str, Any]) -> dict[str, Any]:
    """The same without what is nothing or empty, which no statement may hold."""
    found: dict[str, Any] = {}
    for name, value in statement.items():
        kept = without_empty(value) if isinstance(value, Mapping) and name != "extensions" else value
        if kept is not None and kept != "" and kept != {} and kept != []:
            found[name] = kept
    return found
