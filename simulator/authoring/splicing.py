"""Changes single values of an author's file and leaves everything else as it stands: comments, order, blank lines.

The result is read again and must hold exactly the values that were asked for. What a change means is not decided
here, nor is anything written to disk.
"""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from simulator.authoring.document import KeyPath
from simulator.authoring.yaml_reader import read_yaml
from simulator.authoring.yaml_text import BYTE_ORDER_MARK
from simulator.authoring.yaml_writing import block, inline, lines
from simulator.errors import ContentError
from simulator.language.said import say


@dataclass(frozen=True, slots=True)
class Change:
    """One value to write: in the place of the one at its path, or as a new entry of the map that holds it."""

    path: KeyPath
    value: Any
    """Text, number, truth, or maps and lists of them."""
    comment: tuple[str, ...] = ()
    """Lines to stand above a new entry, each without its `#`."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A node of the file and how it stands there."""

    node: Any
    key: Any
    column: int
    """Where its key stands, or the dash before it."""
    flow: bool
    """Whether it stands inside `{ }` or `[ ]`."""


@dataclass(frozen=True, slots=True)
class _Splice:
    start: int
    end: int
    text: str


def spliced(text: str, changes: Sequence[Change]) -> str:
    """The file's text with the changes made, line ends as `\\n`.

    No path may lie inside another's. Raises `ContentError` where the text does not hold as YAML, a change has no
    place in it, or it cannot be written there without touching more.
    """
    text = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    wanted = _changed(text, changes)
    spots = dict(_spots(text))
    splices = [_splice(text, spots, change) for change in _joined(spots, changes)]
    made = text
    for _, splice in sorted(enumerate(splices), key=lambda each: (each[1].start, each[0]), reverse=True):
        made = made[: splice.start] + splice.text + made[splice.end :]
    after = read_yaml(made, "")
    if not after.holds or after.value != wanted:
        message = say("the change cannot be written without touching more of the file")
        raise ContentError(message, say("make it by hand at: {places}", places=[_named(each.path) for each in changes]))
    return made


def _named(path: KeyPath) -> str:
    return ".".join(str(step) for step in path)


def _changed(text: str, changes: Sequence[Change]) -> Any:
    """The file's value as it shall be. Raises `ContentError` for a file that does not hold."""
    document = read_yaml(text, "")
    if not document.holds or not isinstance(document.value, dict):
        raise ContentError(say("the file does not hold as YAML"), say("'drillroom check' says where"))
    value = copy.deepcopy(document.value)
    for change in changes:
        _enter(value, change)
    return value


def _enter(value: Any, change: Change) -> None:
    *way, last = change.path
    for depth, step in enumerate(way, 1):
        if depth == len(way) and isinstance(value, dict) and value.get(step) is None:
            value[step] = {}
        value = _inside(value, step, change)
    _inside(value, last, change, new=True)
    value[last] = change.value


def _inside(value: Any, step: Any, change: Change, new: bool = False) -> Any:
    """What stands at a step. Raises `ContentError` where nothing can stand there."""
    if isinstance(value, dict) and isinstance(step, str) and (new or step in value):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    raise ContentError(say("there is no place for {path}", path=_named(change.path)))


def _joined(spots: dict[KeyPath, _Spot], changes: Sequence[Change]) -> Iterator[Change]:
    """The changes that are any, those of a map that is missing or empty as one of that map."""
    made: dict[KeyPath, dict[str | int, Any]] = {}
    for change in changes:
        home = change.path[:-1]
        if change.path in spots or (home in spots and _entries(spots[home].node)):
            yield change
        else:
            made.setdefault(home, {})[change.path[-1]] = change.value
    for path, entries in made.items():
        yield Change(path, entries)


def _entries(node: Any) -> bool:
    return isinstance(node, yaml.MappingNode) and bool(node.value)


def _spots(text: str) -> Iterator[tuple[KeyPath, _Spot]]:
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    yield from _below(_Spot(node, None, 0, False), ())


def _below(spot: _Spot, path: KeyPath) -> Iterator[tuple[KeyPath, _Spot]]:
    yield path, spot
    node = spot.node
    flow = spot.flow or bool(getattr(node, "flow_style", False))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _below(_Spot(value, key, key.start_mark.column, flow), (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            yield from _below(_Spot(value, None, node.start_mark.column, flow), (*path, position))


def _splice(text: str, spots: dict[KeyPath, _Spot], change: Change) -> _Splice:
    spot = spots.get(change.path)
    if spot is not None:
        return _replacement(text, spot, change.value)
    home = spots[change.path[:-1]]
    return _flow_entry(text, home, change) if home.node.flow_style else _block_entry(text, home, change)


def _replacement(text: str, spot: _Spot, value: Any) -> _Splice:
    start, end = spot.node.start_mark.index, end_of(text, spot.node)
    rest = text[end : _line_end(text, end)]
    if spot.flow or rest.strip() or "\n" in text[_key_end(spot) : start]:
        return _Splice(start, end, inline(value, spot.flow))
    opening = _key_end(spot)
    folded = getattr(spot.node, "style", None) in (">", "|")
    return _Splice(opening, end, block(value, spot.column, spot.node.start_mark.column, folded))


def _key_end(spot: _Spot) -> int:
    """The character after the key's colon, or after the dash."""
    if spot.key is None:
        return int(spot.node.start_mark.index - spot.node.start_mark.column + spot.column + 1)
    return int(spot.key.end_mark.index + 1)


def _flow_entry(text: str, home: _Spot, change: Change) -> _Splice:
    close = home.node.end_mark.index - 1
    before = text[:close].rstrip()
    entry = f"{inline(change.path[-1])}: {inline(change.value)}"
    return _Splice(len(before), len(before), entry if before.endswith(("{", ",")) else f", {entry}")


def _block_entry(text: str, home: _Spot, change: Change) -> _Splice:
    column = home.node.start_mark.column
    at = _line_end(text, end_of(text, home.node))
    margin = "\n" + " " * column
    comment = "".join(f"{margin}# {line}" for line in change.comment)
    return _Splice(at, at, comment + "\n" + "\n".join(lines({change.path[-1]: change.value}, column)))


def end_of(text: str, node: Any) -> int:
    """The character after a node's own text: blanks, line ends and comments behind it left out."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        end = node.end_mark.index
        return len(text[:end].rstrip()) if getattr(node, "style", None) in (">", "|") else int(end)
    last = node.value[-1]
    if not isinstance(last, tuple):
        return end_of(text, last)
    key, value = last
    # A key with nothing after it: its value stands where the next thing begins.
    return int(key.end_mark.index + 1) if value.start_mark.index == value.end_mark.index else end_of(text, value)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
