"""Says in an author's words what pydantic finds wrong: what is there, what is needed, what to write."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from simulator.authoring.diagnostics import did_you_mean
from simulator.authoring.document import KeyPath
from simulator.authoring.settings import Setting, first_accepted, holds, names_at, setting_at
from simulator.clock import Malformed
from simulator.language.condition import Condition
from simulator.language.said import Said, say
from simulator.language.text import Text


@dataclass(frozen=True, slots=True)
class Told:
    """A fault in words."""

    code: str
    message: Said
    help: Said | None = None
    span: tuple[int, int] | None = None
    """The characters of the value that are wrong, where it is not the whole."""
    at_key: bool = False
    """Whether the fault is at the key, not at the value."""
    below: str = ""
    """The entry inside the value that is wrong, where it is one."""
    near: str = ""
    """The setting that was probably meant."""


def explained(error: ErrorDetails, path: KeyPath, value: Any, model: type[BaseModel]) -> Told:
    """What to tell the author about one of pydantic's errors. *value* is what stands at *path*."""
    kind, location = error["type"], error["loc"]
    limits = error.get("ctx") or {}
    if kind == "extra_forbidden":
        return _unknown(str(location[-1]), value, names_at(model, location[:-1]))
    if kind == "missing":
        return _missing(location, setting_at(model, location[:-1]))
    if location[-1:] == ("[key]",):
        return _bad_id(str(location[-2]), setting_at(model, location))
    if kind in ("union_tag_not_found", "union_tag_invalid"):
        return _tag(kind, limits)
    if kind == "value_error":
        return _value_error(limits["error"])
    if kind in _LIMITS:
        return Told("E206", _LIMITS[kind](limits), say("write a value within the limits"))
    if kind == "string_pattern_mismatch":
        return _bad_id(str(value), setting_at(model, location))
    return _wrong_type(value, setting_at(model, location))


def _unknown(name: str, value: Any, known: list[str]) -> Told:
    near = did_you_mean(name, known)
    message = say("there is no setting '{name}' here", name=name)
    names = [each for each in known if not each.endswith("_")]
    if near:
        return Told("E201", message, say("did you mean '{near}'?", near=near), at_key=True, near=near)
    if value is None:
        return _loose_comma(name)
    return Told("E201", message, say("there can be: {names}", names=names), at_key=True)


def _loose_comma(name: str) -> Told:
    message = say("'{name}' stands here without a value", name=name)
    return Told("E204", message, say('a text or condition with a comma stands in quotes: "…"'), at_key=True)


def _missing(location: tuple[int | str, ...], parent: Setting | None) -> Told:
    name = str(location[-1])
    if isinstance(location[-1], int):
        return Told("E206", say("an entry is missing in this list"), say("write all of its entries"))
    known = parent and parent.annotation
    field = setting_at(known, (name,)) if isinstance(known, type) and issubclass(known, BaseModel) else None
    message = say("the setting '{name}' is missing", name=name)
    return Told("E202", message, say("add '{name}: {example}'", name=name, example=example(field)), at_key=True)


def _bad_id(written_id: str, setting: Setting | None) -> Told:
    pattern = _pattern(setting)
    message = say("'{name}' cannot be a name here", name=written_id[:60])
    if "-]" in pattern:
        return Told("E207", message, say("begin with a letter; then lower-case letters, digits and '-'"))
    if "\\." in pattern:
        return Told("E207", message, say("write a name with its part: residents.trust"))
    return Told("E207", message, say("begin with a letter; then lower-case letters, digits and '_'"))


def _pattern(setting: Setting | None) -> str:
    if setting is None:
        return ""
    extra = [*getattr(setting.field, "metadata", ()), *getattr(setting.annotation, "__metadata__", ())]
    return "".join(str(part) for part in extra)


def _tag(kind: str, limits: dict[str, Any]) -> Told:
    if kind == "union_tag_not_found":
        return Told("E202", say("the setting '{name}' is missing", name="kind"),
                    say("add '{name}: {example}'", name="kind", example="gathering"), at_key=True)  # fmt: skip
    known = limits["expected_tags"].replace("'", "").split(", ")
    return replace(_choice(str(limits["tag"]), known), below="kind")


def _choice(word: str, known: list[str]) -> Told:
    near = did_you_mean(word, known)
    message = say("'{word}' is not possible here", word=word[:60])
    if near:
        return Told("E205", message, say("did you mean '{near}'? it can be: {choices}", near=near, choices=known))
    return Told("E205", message, say("it can be: {choices}", choices=known))


def _value_error(error: Exception) -> Told:
    if isinstance(error, Malformed):
        span = (error.start, error.end) if error.end is not None else None
        return Told(error.code, error.error.message, error.error.remedy, span)
    code = str(error).split("'")[1] if "'" in str(error) else str(error)
    message = say("'{code}' is not a language code such as en or zh", code=code)
    remedy = say("write each language under its code: {example}", example="{en: …, zh: …}")
    return Told("E208", message, remedy, at_key=True, below=code)


_LIMITS: dict[str, Callable[[dict[str, Any]], Said]] = {
    "greater_than_equal": lambda limits: say("this must be {limit} or more", limit=f"{limits['ge']:.15g}"),
    "less_than_equal": lambda limits: say("this must be {limit} or less", limit=f"{limits['le']:.15g}"),
    "greater_than": lambda limits: say("this must be above {limit}", limit=f"{limits['gt']:.15g}"),
    "less_than": lambda limits: say("this must be below {limit}", limit=f"{limits['lt']:.15g}"),
    "too_short": lambda limits: say("this needs at least {limit} entries", limit=limits["min_length"]),
    "too_long": lambda limits: say("this has more than {limit} entries", limit=limits["max_length"]),
    "string_too_long": lambda limits: say("this is longer than {limit} characters", limit=limits["max_length"]),
    "string_too_short": lambda limits: say("this needs at least {limit} characters", limit=limits["min_length"]),
    "finite_number": lambda limits: say("this must be a finite number"),
}


def _wrong_type(value: Any, setting: Setting | None) -> Told:
    annotation = setting.annotation if setting else None
    known = _literals(annotation)
    if known and isinstance(value, str | int) and not isinstance(value, bool):
        return _choice(str(value), [*known, *(["true", "false"] if holds(annotation, _is(bool)) else [])])
    if annotation is str and value is None:
        return Told("E204", say("nothing stands here"), say('a text or condition with a comma stands in quotes: "…"'))
    message = say("{wanted} is needed here, not {found}", wanted=wanted(annotation), found=sort_of(value))
    return Told("E203", message, _how(annotation, value, setting))


def _literals(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return [str(each) for each in get_args(annotation)]
    return [word for part in get_args(annotation) for word in _literals(part)]


def _is(*kinds: Any) -> Callable[[Any], bool]:
    return lambda annotation: annotation in kinds or get_origin(annotation) in kinds


def sort_of(value: Any) -> Said:
    """What a written value is, in words."""
    match value:
        case bool():
            return say("true or false")
        case int() | float():
            return say("a number")
        case str():
            return say("a text")
        case list():
            return say("a list")
        case dict():
            return say("a map of settings")
        case _:
            return say("nothing")


def wanted(annotation: Any) -> Said:
    """What a type wants, in words."""
    sorts: list[tuple[Callable[[Any], bool], Said]] = [
        (_is(Text), say("a text")),
        (_is(dict), say("a map of settings")),
        (_is(tuple), say("a list")),
        (_is(float), say("a number")),
        (_is(int), say("a whole number")),
        (_is(str), say("a word")),
        (_is(bool), say("true or false")),
        (_is(Condition), say("a condition")),
    ]
    found = [said for fits, said in sorts if annotation is not None and holds(annotation, fits)]
    return reduce(lambda first, other: say("{first} or {other}", first=first, other=other), found) \
        if found else say("a map of settings")  # fmt: skip


def _how(annotation: Any, value: Any, setting: Setting | None) -> Said:
    if annotation is not None and holds(annotation, _is(tuple)) and isinstance(value, str | int | float):
        return say("put it in square brackets: [{value}]", value=value)
    if annotation is not None and holds(annotation, _is(Text, str)):
        if isinstance(value, bool | int | float):
            return say('put it in quotes: "{value}"', value=str(value).lower())
        return say("write a text, or {example}", example="{en: …, zh: …}")
    return say("write it like {example}", example=example(setting))


def example(setting: Setting | None) -> str:
    """A value as it could be written."""
    if setting is None or setting.annotation is None:
        return "…"
    for fits, shown in _EXAMPLES:
        if holds(setting.annotation, fits):
            return (_literals(setting.annotation) or [shown])[0] if shown == "…" else shown
    found = first_accepted(setting, _VALUES)
    return "…" if found is None else f'"{found}"' if ":" in str(found) else str(found)


_EXAMPLES: tuple[tuple[Callable[[Any], bool], str], ...] = (
    (_is(Text), "{en: …, zh: …}"),
    (_is(dict), "{name: …}"),
    (_is(tuple), "[…, …]"),
    (_is(bool), "true"),
    (_is(Condition), "elapsed > 10m"),
    (_is(str, Literal), "…"),
)
_VALUES = ("10m", "8m..14m", "2..5", "120 m2", "12 metres", "12x", "07:40", 0.5, 10)
