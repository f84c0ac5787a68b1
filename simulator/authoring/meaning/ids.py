"""Ids: each stands for one thing only, and none hides a word of the conditions (E402)."""

from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import NAMED, Matter
from simulator.language.said import say
from simulator.language.tokens import KEYWORDS
from simulator.scenario.crises import Person
from simulator.scenario.incidents import Gathering

SECTIONS = ("seats", *NAMED, "cast", "expectations")
OWN_WORDS = frozenset({"elapsed", "harm", *KEYWORDS})
MOOD_PARTS = frozenset(
    {"tension", "trust", "heard", "registered", "people", "outside", "waited", "present", "stage", "calm"}
    | {"distress", "rapport", "step", "safe", "crossed", "voices"}
)
"""Parts of a gathering and of a person, which a stage may not hide."""


def id_findings(matter: Matter) -> Iterator[Finding]:
    """Ids that stand twice in a file, or that conditions would take for something else."""
    first: dict[str, KeyPath] = {}
    for path, name in _ids(matter):
        if name in first:
            remedy = say("give one of them another name")
            yield matter.at("E402", path, say("'{name}' is already the name of something else", name=name), remedy,
                            key=True, related=first[name], note=say("first declared here"))  # fmt: skip
        first.setdefault(name, path)
        if path[0] in NAMED and (name in OWN_WORDS or name in matter.scenario.catalogue.orders):
            message = say("'{name}' is a word of the conditions or an order", name=name)
            yield matter.at("E402", path, message, say("give it another name"), key=True)
    yield from _stages(matter)


def _ids(matter: Matter) -> Iterator[tuple[KeyPath, str]]:
    for section in SECTIONS:
        there = matter.document.value_at((section,))
        if isinstance(there, dict):
            yield from (((section, name), name) for name in there)
        elif isinstance(there, list):
            named = ((position, name) for position, name in enumerate(there) if isinstance(name, str))
            yield from (((section, position), name) for position, name in named)


def _stages(matter: Matter) -> Iterator[Finding]:
    for name, incident in matter.scenario.incidents.items():
        stages = incident.stages if isinstance(incident, Gathering | Person) else {}
        for stage in stages:
            if stage in MOOD_PARTS:
                message = say("'{name}' is a part that every incident of this kind has", name=stage)
                path = ("incidents", name, "stages", stage)
                yield matter.at("E402", path, message, say("give it another name"), key=True)
