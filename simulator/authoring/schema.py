"""The JSON Schema of scenario files, for editors: made from the models, with their docstrings as help.

Draft 7, which every editor's YAML plug-in reads. It knows the shape alone; whether names and conditions mean anything
is `check`'s matter. One file's own ids are added by `schema_names`.
"""

import copy
import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from simulator.authoring.schema_words import described
from simulator.scenario.crises import Flow, Person, Rumour
from simulator.scenario.effects import Ids
from simulator.scenario.incidents import Gathering, Reception
from simulator.scenario.scenario import ScenarioFile
from simulator.scenario.values import Area, ClockTime, Metres, Moment, Pace, Range, Seconds, Window

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
FILE = "scenario.schema.json"
"""Under this name it is published, and written beside a scenario."""

_TIME = r"(\d+d)?(\d+h)?(\d+m)?(\d+s)?"
_SPAN = rf"{_TIME}(\.\.{_TIME})?"
_ID = r"^[a-z][a-z0-9_]*$"

_WRITTEN: Mapping[Any, Schema] = {
    Seconds: {"type": "string", "pattern": rf"^(?!$){_TIME}$", "examples": ["90s", "10m", "1h30m", "15d"]},
    Area: {"type": "string", "pattern": r"^\d+(\.\d+)? ?m2$", "examples": ["120 m2"]},
    Metres: {
        "anyOf": [{"type": "string", "pattern": r"^\d+(\.\d+)? ?metres?$"}, {"const": 0}],
        "examples": ["8 metres"],
    },
    Pace: {"type": "string", "pattern": r"^[1-9]\d{0,3}x$", "examples": ["6x", "12x", "30x"]},
    ClockTime: {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$", "examples": ["08:30"]},
    Ids: {
        "anyOf": [{"type": "string", "pattern": _ID}, {"type": "array", "items": {"type": "string", "pattern": _ID}}]
    },
    Window: {"type": "string", "pattern": rf"^(?!$){_SPAN}$", "examples": ["10m", "8m..14m"]},
    Range: {
        "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\d+\.\.\d+$"}],
        "examples": ["2..5"],
    },
    Moment: {
        "type": "string",
        "examples": ["12m", "12m..16m", "11:00"],
        "pattern": rf"^(\d\d:\d\d|(?!$){_SPAN}|[a-z][a-z0-9_.]*( ?\+ ?{_SPAN})?)$",
    },
}
"""How values with a form of their own are written."""

KINDS: Mapping[str, type[BaseModel]] = {
    "gathering": Gathering,
    "reception": Reception,
    "person": Person,
    "rumour": Rumour,
    "flow": Flow,
}
"""The kinds of incident by the word that a file has for them."""


def schema() -> Schema:
    """The schema of every scenario file."""
    made = ScenarioFile.model_json_schema()
    models = {each.__name__: each for each in _models(ScenarioFile)}
    for name, model in models.items():
        home = made if model is ScenarioFile else made["$defs"][name]
        for setting, field in model.model_fields.items():
            written = field.alias or setting
            home["properties"][written] = _property(home["properties"][written], field.annotation, field.metadata)
            if words := described(model, setting):
                home["properties"][written]["description"] = words
    _seats_as_list(made["properties"])
    made["properties"]["incidents"] |= _incidents()
    whole: Schema = _plain(made)
    whole["definitions"] = whole.pop("$defs")
    whole["additionalProperties"] = False
    return {"$schema": DRAFT, "title": "Drillroom scenario", **whole}


def as_text(found: Schema) -> str:
    """A schema as a file's text."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and those inside it, each once."""
    seen: dict[str, type[BaseModel]] = {}
    waiting = [model]
    while waiting:
        each = waiting.pop()
        if each.__name__ not in seen and each.model_fields.keys() != {"root"}:
            seen[each.__name__] = each
            waiting += [inner for field in each.model_fields.values() for inner in _inside(field.annotation)]
    yield from seen.values()


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


def _property(found: Schema, annotation: Any, metadata: list[Any]) -> Schema:
    """A property with the form of its values as authors write them."""
    for form, written in _WRITTEN.items():
        if _is(form, annotation, metadata):
            words = {key: value for key, value in found.items() if key == "description"}
            return {**words, **copy.deepcopy(written)}
    if get_origin(annotation) is dict and "patternProperties" in found:
        inner = get_args(annotation)[1]
        below = {key: _property(each, inner, []) for key, each in found["patternProperties"].items()}
        return {**found, "patternProperties": below}
    return found


def _is(form: Any, annotation: Any, metadata: list[Any]) -> bool:
    """Whether a field is of a form, or may be left out."""
    reader = next((each for each in getattr(form, "__metadata__", ())), None)
    if reader is not None and reader in metadata:
        return True
    return form in (annotation, *(part for part in get_args(annotation) if type(None) in get_args(annotation)))


def _seats_as_list(properties: Schema) -> None:
    by_id = {key: value for key, value in properties["seats"].items() if key != "description"}
    listed = {"type": "array", "items": {"type": "string", "pattern": _ID}, "minItems": 1}
    properties["seats"] = {"description": properties["seats"].get("description", ""), "anyOf": [listed, by_id]}


def _incidents() -> Schema:
    """Incidents by their kind, told apart so that a fault in one is not told as five."""
    choices = [
        {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
         "then": {"$ref": f"#/$defs/{model.__name__}"}}
        for kind, model in KINDS.items()
    ]  # fmt: skip
    one = {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": [*KINDS]}}, "allOf": choices}
    return {"patternProperties": {_ID: one}, "additionalProperties": False}


def _plain(found: Any) -> Any:
    """A schema without what only programs need: titles made of names, empty defaults, nulls, newer keywords."""
    if isinstance(found, list):
        return [_plain(each) for each in found]
    if not isinstance(found, dict):
        return found
    made = {key: _plain(value) for key, value in found.items() if not _spare(key, value)}
    if "prefixItems" in made:
        made["items"] = made.pop("prefixItems")
    if "anyOf" in made:
        choices = [each for each in made["anyOf"] if each != {"type": "null"}]
        if len(choices) == 1:
            del made["anyOf"]
            made = {**choices[0], **made}
        else:
            made["anyOf"] = choices
    if str(made.get("$ref", "")).startswith("#/$defs/"):
        ref = {"$ref": made.pop("$ref").replace("$defs", "definitions")}
        # What stands beside a reference is not read in this draft.
        made = {**made, "allOf": [ref]} if made else ref
    return made


def _spare(key: str, value: Any) -> bool:
    return (
        (key == "title" and isinstance(value, str))
        or (key == "default" and value in (None, {}, []))
        or (key == "discriminator")
    )
