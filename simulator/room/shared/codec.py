"""Writes what goes over the net as JSON and reads it back, strictly: known kinds, known fields, their types, bounds.

Nothing here trusts what it reads; whatever is not exactly as expected is a ValueError.
"""

import json
import math
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal

from simulator.journal import acts, controls
from simulator.room.shared import model

MOST_TEXT = 2000
"""Characters of one text that a client says."""
MOST_ITEMS = 200
"""Items of one list or mapping that a client says."""

TAG = "is"
"""The key under which an object says what it is, where it could be several things."""

SAID = typing.get_args(model.FromClient)
HEARD = typing.get_args(model.FromHub)
TAGGED = (*SAID, *HEARD, *typing.get_args(acts.Act), *typing.get_args(controls.Doing))

# A line that a terminal would obey, or that hides how it reads, is no text: other people see it on their screens.
_FORBIDDEN = frozenset(
    chr(sign)
    for start, end in (
        (0x00, 0x09), (0x0B, 0x20), (0x7F, 0xA0), (0x200B, 0x200C), (0x200E, 0x2010), (0x2028, 0x202F),
        (0x2066, 0x206A), (0xFEFF, 0xFF00),
    )
    for sign in range(start, end)
)  # fmt: skip


def encode(message: object) -> str:
    """A message, or a part of one, as one line of JSON; a dataclass bears its tag where it could be several things."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_opened)


def _opened(value: Any) -> Any:
    """One layer of what JSON does not have: the encoder, which is quick, goes on from there."""
    if is_dataclass(value) and not isinstance(value, type):
        found = {name: getattr(value, name) for name in _names(type(value))}
        return {TAG: _tag(type(value)), **found} if type(value) in _tagged() else found
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


def said(text: str | bytes) -> model.FromClient:
    """What a client says. Raises ValueError where it is nothing that a client can say."""
    found = _Reader(MOST_TEXT, MOST_ITEMS).union(SAID, _parsed(text))
    assert isinstance(found, SAID)
    return typing.cast(model.FromClient, found)


def heard(text: str | bytes) -> model.FromHub:
    """What a hub says. Raises ValueError where it is nothing that a hub can say."""
    found = _Reader(None, None).union(HEARD, _parsed(text))
    return typing.cast(model.FromHub, found)


def made(kind: type, value: Any) -> Any:
    """A dataclass out of what stands for it in JSON. Raises ValueError for others."""
    return _Reader(None, None).value(kind, value)


def _parsed(text: str | bytes) -> Any:
    if isinstance(text, bytes):
        raise ValueError("no text")
    try:
        return json.loads(text, parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _refuse(constant: str) -> None:
    raise ValueError(constant)


@cache
def _tagged() -> frozenset[type]:
    return frozenset(TAGGED)


@cache
def _tag(kind: type) -> str:
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in kind.__name__).lstrip("_")


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _shape(kind: type) -> Mapping[str, tuple[Any, bool]]:
    """The fields of a dataclass: the type of each, and whether it must be given."""
    hints = typing.get_type_hints(kind)
    needed = {each.name: each.default is MISSING and each.default_factory is MISSING for each in fields(kind)}
    return {name: (hints[name], must) for name, must in needed.items()}


class _Reader:
    """Reads one message, within bounds."""

    def __init__(self, most_text: int | None, most_items: int | None) -> None:
        self._most_text, self._most_items = most_text, most_items

    def value(self, kind: Any, value: Any) -> Any:
        """A value of a type. Raises ValueError where it is none."""
        origin = typing.get_origin(kind)
        if origin is Literal:
            return self._one_of(typing.get_args(kind), value)
        if origin in (typing.Union, types.UnionType):
            return self.union(typing.get_args(kind), value)
        if origin is tuple:
            return self._items(typing.get_args(kind)[0], value)
        if origin is not None:
            return self._mapping(typing.get_args(kind)[1], value)
        if is_dataclass(kind):
            return self._object(typing.cast(type, kind), value)
        return self._scalar(kind, value)

    def union(self, kinds: tuple[Any, ...], value: Any) -> Any:
        if isinstance(value, dict) and TAG in value:
            rest = {key: each for key, each in value.items() if key != TAG}
            return self._object(self._one_of_kinds(kinds, value[TAG]), rest)
        for kind in kinds:
            if kind is type(None) or not is_dataclass(kind):
                if (value is None) if kind is type(None) else _is_exactly(kind, value):
                    return None if value is None else self._scalar(kind, value)
            elif isinstance(value, dict):
                return self._object(typing.cast(type, kind), value)
        raise ValueError("of no kind that may stand here")

    def _one_of_kinds(self, kinds: tuple[Any, ...], tag: Any) -> type:
        for kind in kinds:
            if isinstance(kind, type) and kind in _tagged() and _tag(kind) == tag:
                return kind
        raise ValueError("of no kind that may stand here")

    def _one_of(self, choices: tuple[Any, ...], value: Any) -> Any:
        if not isinstance(value, str) or value not in choices:
            raise ValueError("none of the words that may stand here")
        return value

    def _object(self, kind: type, value: Any) -> Any:
        shape = _shape(kind)
        if not isinstance(value, dict) or not value.keys() <= shape.keys():
            raise ValueError("other fields than it has")
        if any(must and name not in value for name, (_, must) in shape.items()):
            raise ValueError("a field is missing")
        return kind(**{name: self.value(shape[name][0], each) for name, each in value.items()})

    def _items(self, kind: Any, value: Any) -> tuple[Any, ...]:
        self._bounded(list, value)
        return tuple(self.value(kind, each) for each in value)

    def _mapping(self, kind: Any, value: Any) -> dict[str, Any]:
        self._bounded(dict, value)
        return {self._text(key): self.value(kind, each) for key, each in value.items()}

    def _bounded(self, kind: type, value: Any) -> None:
        if type(value) is not kind or not isinstance(value, list | dict):
            raise ValueError("no list or mapping where one must stand")
        if self._most_items is not None and len(value) > self._most_items:
            raise ValueError("too long a list or mapping")

    def _scalar(self, kind: Any, value: Any) -> Any:
        if kind is Any:
            return self._anything(value)
        if not _is_exactly(kind, value):
            raise ValueError("a value of another type")
        return self._checked(value)

    def _anything(self, value: Any) -> Any:
        """What a hub says of a scenario is not looked into; a client says numbers and words only."""
        if self._most_text is not None and not isinstance(value, str | int | float | bool):
            raise ValueError("neither a number nor a word")
        return self._checked(value)

    def _checked(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError("no finite number")
        if type(value) is int and abs(value) > 2**53:
            raise ValueError("too large a number")
        return value

    def _text(self, text: str) -> str:
        if self._most_text is not None and (len(text) > self._most_text or not _FORBIDDEN.isdisjoint(text)):
            raise ValueError("a text that is too long, or holds signs that no text has")
        text.encode("utf-8")  # Half a surrogate pair is a ValueError too.
        return text


_EXACTLY: Mapping[Any, Callable[[Any], bool]] = {
    str: lambda value: type(value) is str,
    bool: lambda value: type(value) is bool,
    int: lambda value: type(value) is int,
    # A whole number is a float's value too: JSON writes 12.0 and 12 alike in some languages.
    float: lambda value: type(value) in (float, int),
}


def _is_exactly(kind: Any, value: Any) -> bool:
    check = _EXACTLY.get(kind)
    return check is not None and check(value)
