"""The JSON Schema of one scenario: the same shape, which also completes this file's own ids, orders and conditions.

Names are offered, never demanded: a new one is no fault in the editor, `check` judges it.
"""

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.authoring.load import Loaded
from simulator.authoring.schema import Schema, schema
from simulator.language.vocabulary import Thing, Vocabulary
from simulator.scenario.names import plan_choices
from simulator.scenario.scenario import Scenario

Names = Mapping[str, tuple[str, ...]]
"""By what they name (`places`, `orders` …)."""

MOST_PATTERNS = 12
"""So many forms of one order are offered; beyond that its first."""

OFFERED: Mapping[tuple[str, str], str] = {
    ("ScenarioFile", "type"): "types",
    ("ScenarioFile", "without"): "orders",
    ("ScenarioFile", "allowed"): "patterns",
    ("Seat", "role"): "roles",
    ("Seat", "sees"): "places",
    ("Route", "between"): "places",
    ("Unit", "base"): "places",
    ("Unit", "under"): "seats",
    ("Unit", "skills"): "skills",
    ("Gathering", "place"): "places",
    ("Reception", "place"): "places",
    ("Reception", "staff"): "skills",
    ("Need", "skill"): "skills",
    ("Person", "place"): "places",
    ("Section", "place"): "places",
    ("Intake", "from"): "incidents",
    ("Inject", "to"): "seats",
    ("Inject", "asks"): "decisions",
    ("Decision", "to"): "seats",
    ("Decision", "if_silent"): "options",
    ("Option", "then"): "decisions",
    ("Expectation", "of"): "seats",
    ("Expectation", "clauses"): "clauses",
    ("Expectation", "due"): "triggers",
    ("Expectation", "do"): "deeds",
    ("Expectation", "wrong"): "patterns",
    ("Measure", "measure"): "measures",
    ("Playthrough", "seat"): "seats",
    ("Playthrough", "expect"): "results",
}
"""What is offered where, by model and setting."""

ANYWHERE: Mapping[str, str] = {
    "of": "incidents",
    "inject": "injects",
    "starts": "incidents",
    "ends": "incidents",
    "conduct": "codes",
    "if_missed": "codes",
    "at": "moments",
    "when": "conditions",
    "met": "conditions",
    "protected": "conditions",
    "resolved": "conditions",
    "corrected": "conditions",
    "denied": "conditions",
    "stops_at": "conditions",
    "understood": "conditions",
}
"""The same for settings that mean one thing wherever they stand."""

KEYS: Mapping[str, str] = {
    "raises": "shares",
    "lowers": "shares",
    "add": "counts",
    "set": "state",
    "tells": "facts",
    "harm": "harms",
}
"""The names that are offered as keys of the maps of effects."""

RESULTS = ("overall > 90", "overall < 20", "rating == P", "rating != P")


def schema_for(loaded: Loaded) -> Schema:
    """The schema of one scenario, as far as its file can be read."""
    made = schema()
    offer = _Offer({**_declared(loaded.document.value), **(_meant(loaded) if loaded.matter else {})})
    for model, home in {"ScenarioFile": made, **made["definitions"]}.items():
        for setting, found in home.get("properties", {}).items():
            home["properties"][setting] = offer.at(model, setting, found)
    made["definitions"] |= offer.lists
    return made


@dataclass(frozen=True, slots=True)
class _Offer:
    """Names, and the schemas that offer them: each once, since conditions may stand in fifty places."""

    names: Names
    lists: dict[str, Schema] = field(default_factory=dict)

    def at(self, model: str, setting: str, found: Schema) -> Schema:
        """The schema of a setting, offering what can be named there."""
        sort = OFFERED.get((model, setting), ANYWHERE.get(setting, ""))
        if self.names.get(sort):
            return self._offering(found, sort)
        keys = self.names.get(KEYS.get(setting, ""), ())
        if keys and "patternProperties" in found:
            each = next(iter(found["patternProperties"].values()))
            return {**found, "properties": dict.fromkeys(keys, each)}
        return found

    def _offering(self, found: Schema, sort: str) -> Schema:
        """A schema of a word, or of one word or several, that completes these names."""
        made = copy.deepcopy(found)
        if made.get("type") == "array":
            items = made["items"]
            several = isinstance(items, list)
            made["items"] = [self._offering(each, sort) for each in items] if several else self._offering(items, sort)
        elif "anyOf" in made:
            made["anyOf"] = [self._offering(each, sort) for each in made["anyOf"]]
        elif "string" in _types(made):
            words = made.pop("description", "")
            reference = {"allOf": [{"$ref": f"#/definitions/{self._listed(made, sort)}"}]}
            return {"description": words, **reference} if words else reference
        return made

    def _listed(self, found: Schema, sort: str) -> str:
        """The definition of a word that completes these names."""
        wanted = {**found, "examples": [*self.names[sort]]}
        for name, known in self.lists.items():
            if known == wanted:
                return name
        name = f"{sort}{len(self.lists) + 1}"
        self.lists[name] = wanted
        return name


def _types(found: Schema) -> tuple[str, ...]:
    written = found.get("type", ())
    return (written,) if isinstance(written, str) else tuple(written)


def _declared(value: Any) -> dict[str, tuple[str, ...]]:
    """The ids that a file declares, even where it cannot be read whole."""
    sections = value if isinstance(value, dict) else {}
    found = {name: _keys(sections.get(name)) for name in ("seats", "places", "units", "incidents", "injects",
                                                          "decisions", "state", "cast")}  # fmt: skip
    decisions = _map(sections.get("decisions")).values()
    units = _map(sections.get("units")).values()
    found["options"] = _once(key for each in decisions for key in _keys(_map(each).get("options")))
    found["skills"] = _once(skill for each in units for skill in _keys(_map(each).get("skills")))
    found["moments"] = ("12m", "12m..16m", "11:00", *(f"{each} + 5m" for each in found["injects"]))
    found["triggers"] = (*found["injects"], *found["decisions"])
    found["results"] = RESULTS
    return found


def _map(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _keys(value: Any) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, dict | list | tuple) else ()


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _meant(loaded: Loaded) -> dict[str, tuple[str, ...]]:
    """What a file that can be read whole means: its conditions, and what plan and catalogues have."""
    if loaded.matter is None:
        return {}
    scenario, words = loaded.matter.scenario, loaded.matter.words
    plan = scenario.emergency_plan
    incidents = {name: each for name, each in words.things.items() if each.sort == "incident"}
    stages = [f"{name}.{part}" for name, each in incidents.items() for part, kind in each.parts.items()
              if kind.kind == "event"]  # fmt: skip
    patterns = tuple(pattern for verb in words.verbs for pattern in _patterns(scenario, verb))
    answers = _answers(scenario)
    counted = tuple(_parts(incidents, ("count", "number")))
    return {
        "types": tuple(plan.types),
        "roles": tuple(plan.roles),
        "clauses": tuple(plan.clauses),
        "codes": tuple(scenario.conduct.codes),
        "orders": tuple(words.verbs),
        "patterns": (*(f"{verb}()" for verb in words.verbs), *patterns),
        "deeds": (*answers, *patterns),
        "triggers": (*scenario.injects, *scenario.decisions, *stages),
        "moments": ("12m", "12m..16m", "11:00", *(f"{each} + 5m" for each in (*scenario.injects, *stages))),
        "shares": tuple(_parts(incidents, ("share",))),
        "counts": (*counted, *scenario.state),
        "state": tuple(scenario.state),
        "facts": (*counted, *_parts(incidents, ("share",)), *scenario.state),
        "harms": tuple(words.things["harm"].parts),
        "measures": (*_measures(incidents), *(f"harm.{each}" for each in words.things["harm"].parts)),
        "conditions": (*_conditions(words), *answers, *(f"{verb}().done" for verb in words.verbs)),
    }


def _parts(things: Mapping[str, Thing], kinds: tuple[str, ...]) -> Iterator[str]:
    for name, thing in things.items():
        yield from (f"{name}.{part}" for part, kind in thing.parts.items() if kind.kind in kinds)


def _measures(things: Mapping[str, Thing]) -> Iterator[str]:
    for path in _parts(things, ("share", "count")):
        yield from (f"{path}.mean", path)


def _conditions(words: Vocabulary) -> Iterator[str]:
    """For everything that a condition may name, one condition that holds of it now and then."""
    for name, thing in words.things.items():
        for part, kind in (*(((f"{name}.{part}"), kind) for part, kind in thing.parts.items()), (name, thing.alone)):
            match kind.kind if kind else "":
                case "share":
                    yield f"{part} > 0.5"
                case "count" | "number":
                    yield f"{part} > 10"
                case "duration":
                    yield f"{part} > 10m"
                case "truth":
                    yield from (part, f"not {part}")
                case "event":
                    yield from (part, f"{part} and since({part}) > 10m")
                case "word":
                    yield from (f"{part} == {word}" for word in (kind.words if kind else ()))


def _answers(scenario: Scenario) -> tuple[str, ...]:
    return tuple(f"{name} == {option}" for name, each in scenario.decisions.items() for option in each.options)


def _patterns(scenario: Scenario, verb: str) -> Iterator[str]:
    """An order with the arguments that it needs, each choice of the first once."""
    needed = {name: each for name, each in scenario.order(verb).arguments.items() if not each.optional}
    values = {name: plan_choices(scenario, each) or (_OPEN.get(each.kind, "…"),) for name, each in needed.items()}
    first = next(iter(values), "")
    for choice in values.get(first, ("",))[:MOST_PATTERNS]:
        rest = [f"{name}={choice if name == first else choices[0]}" for name, choices in values.items()]
        yield f"{verb}({', '.join(rest)})"


_OPEN = {"number": "10", "deadline": "10d"}
"""Values for arguments that take any."""
