"""Fills in for what is wrongly shaped, so that the rest of a file can be checked for its meaning at once.

What comes of it is never run: it only serves to find further faults.
"""

import copy
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from simulator.authoring.document import KeyPath
from simulator.authoring.settings import Location, Setting, first_accepted, setting_at
from simulator.authoring.shape import MOST_FAULTS, M, written_path

ROUNDS = 4
"""A value that was filled in may bring up a fault behind it; then the file is left alone."""

_FILLINGS: tuple[Any, ...] = (
    True, "1m", "x", 0.5, 1, "12x", "07:00", "1 m2", "1 metre", [True], ["x"], {},
)  # fmt: skip


def mended(value: Any, model: type[M]) -> tuple[M, frozenset[KeyPath]] | None:
    """The model of a value with its faults filled in, and the paths of what was filled in or taken out.

    Nothing where a fault is too large for that (a section that is unknown or has no entries), or there are too many.
    """
    value = copy.deepcopy(value)
    concerned: set[KeyPath] = set()
    for _ in range(ROUNDS):
        try:
            return model.model_validate(value), frozenset(concerned)
        except ValidationError as errors:
            if errors.error_count() > MOST_FAULTS:
                return None
            for error in errors.errors(include_url=False):
                path = _mend(value, model, error)
                if path is None:
                    return None
                concerned.add(path)
    return None


def _mend(value: Any, model: type[BaseModel], error: ErrorDetails) -> KeyPath | None:
    """Fills in for one fault. Answers where, or nothing where that is not possible."""
    location = error["loc"]
    path = written_path(value, location)
    if location[-1:] == ("[key]",) or error["type"].startswith("union_tag"):
        return None
    if error["type"] == "missing":
        path = (*path, location[-1])
    if len(path) < 2:
        return None if error["type"] == "extra_forbidden" else _put(value, path, setting_at(model, location))
    if error["type"] == "extra_forbidden" or _may_go(model, location, path):
        return _take_out(value, path)
    return _put(value, path, setting_at(model, location))


def _may_go(model: type[BaseModel], location: Location, path: KeyPath) -> bool:
    found = setting_at(model, location)
    return isinstance(path[-1], str) and bool(found and found.optional)


def _take_out(value: Any, path: KeyPath) -> KeyPath | None:
    holder = _holder(value, path)
    if isinstance(holder, dict):
        holder.pop(path[-1], None)
        return path
    return None


def _put(value: Any, path: KeyPath, setting: Setting | None) -> KeyPath | None:
    filling = copy.deepcopy(first_accepted(setting, _FILLINGS)) if setting else None
    holder = _holder(value, path)
    step = path[-1] if path else None
    fits = isinstance(holder, dict) or (isinstance(holder, list) and isinstance(step, int) and step < len(holder))
    if filling is None or not fits:
        return None
    holder[step] = filling
    return path


def _holder(value: Any, path: KeyPath) -> Any:
    for step in path[:-1]:
        value = value[step]
    return value
