"""Values as an author would write them in YAML: in one line where they fit, in blocks where they do not.

Every scalar is read back before it is handed out, so that what is written is what is meant. Where it goes in a file
is `splicing`'s matter.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from wcwidth import wcswidth

from simulator.authoring.yaml_scalars import meaning_of

WIDEST = 120
"""Cells of a line; a Chinese character takes two."""

STEP = 2
"""Columns of one step inwards."""


def inline(value: Any, flow: bool = True) -> str:
    """A value on one line. *flow*: inside `{ }` or `[ ]`, where a comma ends a word."""
    match value:
        case None | bool():
            return {None: "null", True: "true", False: "false"}[value]
        case int() | float():
            return repr(value)
        case str():
            return _word(value, flow)
        case Mapping():
            return "{" + ", ".join(f"{inline(key)}: {inline(each)}" for key, each in value.items()) + "}"
        case _:
            return "[" + ", ".join(inline(each) for each in value) + "]"


def block(value: Any, column: int, before: int, folded: bool = False) -> str:
    """A value after a key and its colon (or a dash), with the blank or line end that goes before it.

    *column* is where that key stands, *before* the cells of the line that are taken. *folded*: a text goes on over
    several lines although it would fit.
    """
    line = inline(value, flow=False)
    room = WIDEST - before - 1
    if isinstance(value, str):
        wide = _cells(line) > room and " " in value
        return f" {_folded(value, column + STEP)}" if (folded or wide) and _folds(value) else f" {line}"
    if not isinstance(value, Mapping | list | tuple) or not value or (_shallow(value) and _cells(line) <= room):
        return f" {line}"
    return "\n" + "\n".join(lines(value, column + STEP))


def lines(value: Any, column: int) -> Iterator[str]:
    """The entries of a map or list, each at a column, without the last line end."""
    margin = " " * column
    if isinstance(value, Mapping):
        for key, each in value.items():
            head = f"{margin}{inline(key, flow=False)}:"
            yield head + block(each, column, _cells(head))
    else:
        for each in value:
            if isinstance(each, Mapping) and not _shallow(each):
                first, *rest = lines(each, column + STEP)
                yield "\n".join([f"{margin}- {first.lstrip()}", *rest])
            else:
                yield f"{margin}-" + block(each, column, column + 1)


def _shallow(value: Any) -> bool:
    """Whether a map or list holds no further one, so that it reads well on one line."""
    entries = value.values() if isinstance(value, Mapping) else value
    return not any(isinstance(each, Mapping | list | tuple) for each in entries)


def _word(text: str, flow: bool) -> str:
    """A text without quotes where it stays the same text, else in double quotes."""
    if text and "\n" not in text and meaning_of(text) == text and text == text.strip():
        written = f"{{k: {text}}}" if flow else f"k: {text}"
        if _read(written) == text:
            return text
    return json.dumps(text, ensure_ascii=False)


def _read(written: str) -> Any:
    try:
        node = yaml.compose(written, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(node, yaml.MappingNode) or len(node.value) != 1:
        return None
    value = node.value[0][1]
    return value.value if isinstance(value, yaml.ScalarNode) and not value.style else None


def _folds(text: str) -> bool:
    """Whether a text can stand in a folded block: plain lines, none of them beginning or ending with a blank."""
    whole = text.removesuffix("\n")
    parts = whole.split("\n")
    return all(part and part == part.strip() and "  " not in part for part in parts) and "\r" not in text


def _folded(text: str, column: int) -> str:
    """A text as a folded block: a line end in it stands as a blank line."""
    margin = " " * column
    sign = ">" if text.endswith("\n") else ">-"
    parts = text.removesuffix("\n").split("\n")
    paragraphs = ["\n".join(f"{margin}{line}" for line in _wrapped(part, WIDEST - column)) for part in parts]
    return f"{sign}\n" + "\n\n".join(paragraphs)


def _wrapped(text: str, room: int) -> Iterator[str]:
    """A text broken at its blanks, which is where folding joins it again; Chinese has none and stays whole."""
    line = ""
    for word in text.split(" "):
        wider = f"{line} {word}" if line else word
        if line and _cells(wider) > room:
            yield line
            line = word
        else:
            line = wider
    yield line


def _cells(text: str) -> int:
    return max(wcswidth(text), len(text))
