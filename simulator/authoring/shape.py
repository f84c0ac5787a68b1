"""Whether a file has the shape of its model: every setting known, none missing, every value of its type.

Every fault that pydantic names becomes a finding at the key or value of the file, in an author's words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from simulator.authoring.diagnostics import Finding, found
from simulator.authoring.document import Document, KeyPath
from simulator.authoring.settings import Location
from simulator.authoring.shape_commas import Cut, cuts
from simulator.authoring.shape_words import Told, explained
from simulator.authoring.source import Place

M = TypeVar("M", bound=BaseModel)

_BRACKETED = "[key]"

MOST_FAULTS = 400
"""So many are explained; the others show once these are mended."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of the shape, with where it is in the file and what the model wanted there."""

    kind: str
    """pydantic's name of it."""
    path: KeyPath
    location: Location
    told: Told
    place: Place


def read_shape(
    document: Document, model: type[M], value: Any = None, prefix: KeyPath = ()
) -> tuple[M | None, list[Fault]]:
    """The model of a document's value, or else its faults.

    With *value*, that is read in its stead, as if it stood at *prefix* of the document.
    """
    given = document.value if value is None else value
    try:
        return model.model_validate(given), []
    except ValidationError as errors:
        details = errors.errors(include_url=False)[:MOST_FAULTS]
        faults = [_fault(document, model, error, prefix) for error in details]
        return None, _told_once(document, faults)


def as_findings(document: Document, faults: Iterable[Fault]) -> list[Finding]:
    """The faults as findings."""
    return [
        found(fault.told.code, document.source.file, fault.place, fault.told.message, fault.told.help)
        for fault in faults
    ]


def _fault(document: Document, model: type[BaseModel], error: ErrorDetails, prefix: KeyPath) -> Fault:
    location = error["loc"]
    path = written_path(document.value, (*prefix, *location))
    told = explained(error, path, document.value_at(path), model)
    return Fault(error["type"], path, location, told, _place(document, path, location, told))


def written_path(value: Any, location: Location) -> KeyPath:
    """The keys in a file's value that lead to a place as pydantic names it, as far as they exist."""
    path: KeyPath = ()
    for step in location:
        there = _next(value, step)
        if there is not None:
            path, value = (*path, there), value[there]
    return path


def _next(value: Any, step: str | int) -> str | int | None:
    """The key or position of a step in a value; the entry itself names it where a list stands for a map."""
    if isinstance(value, dict):
        return step if step in value else None
    if isinstance(value, list) and isinstance(step, int):
        return step if step < len(value) else None
    return value.index(step) if isinstance(value, list) and step in value else None


def _place(document: Document, path: KeyPath, location: Location, told: Told) -> Place:
    if told.below in _entries(document.value_at(path)):
        path = (*path, told.below)
    if told.at_key or location[-1:] == (_BRACKETED,) or document.value_at(path) is None:
        return document.key_place(path)
    if told.span:
        return document.place_within(path, *told.span)
    return document.place(path)


def _entries(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _told_once(document: Document, faults: list[Fault]) -> list[Fault]:
    """Without what only follows from another fault: variants of a union, a list cut short, a text cut in two."""
    kept: list[Fault] = []
    places: set[tuple[KeyPath, str]] = set()
    for fault in [*_after_cuts(document, faults)]:
        key = _identity(fault)
        if key not in places and not _follows(document, fault, faults):
            places.add(key)
            kept.append(fault)
    return kept


def _identity(fault: Fault) -> tuple[KeyPath, str]:
    """What makes two faults the same for an author: a text that two commas cut is told of once."""
    if fault.kind == "missing":
        return fault.path, str(fault.location)
    return (fault.path[:-1] if fault.told.code == "E204" else fault.path), fault.told.code


def _follows(document: Document, fault: Fault, faults: list[Fault]) -> bool:
    deeper = [other for other in faults if len(other.path) > len(fault.path)]
    below = [other for other in deeper if other.path[: len(fault.path)] == fault.path]
    if fault.kind == "missing":
        return any(_meant(other, fault) for other in faults)
    if fault.kind == "too_short" or _is_variant(fault):
        return bool(below) and bool(document.value_at(fault.path))
    return False


def _meant(other: Fault, missing: Fault) -> bool:
    """Whether an unknown setting is a missing one, misspelt."""
    beside = other.kind == "extra_forbidden" and other.location[:-1] == missing.location[:-1]
    return beside and other.told.near == missing.location[-1]


def _is_variant(fault: Fault) -> bool:
    return len(fault.location) > len(fault.path) and fault.kind.endswith(("_type", "_error"))


def _after_cuts(document: Document, faults: list[Fault]) -> list[Fault]:
    """Faults with each value that an unquoted comma cut in two told as that."""
    cut_values = {fault.path: cut for fault in faults for cut in cuts(document, fault.path)}
    if not cut_values:
        return faults
    told: dict[KeyPath, Fault] = {}
    for path, cut in cut_values.items():
        told[path] = Fault("cut", path, path, cut.told, cut.place)
    rest = [fault for fault in faults if not _swallowed(fault, cut_values.values())]
    return [*told.values(), *rest]


def _swallowed(fault: Fault, every: Iterable[Cut]) -> bool:
    return any(cut.covers(fault.place) for cut in every)
