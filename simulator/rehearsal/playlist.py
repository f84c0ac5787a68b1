"""Adding an entry under `playthroughs` to a scenario's file as text: every other line stays as its author wrote it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

BLOCK = "playthroughs"


def with_entry(text: str, name: str, settings: Mapping[str, Any], expect: Sequence[str]) -> str:
    """The text with a playthrough more. Where its YAML cannot be read, or the block is no map, the text as it was."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return text
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return text
    found = next((pair for pair in root.value if pair[0].value == BLOCK), None)
    end = "\r\n" if "\r\n" in text else "\n"
    if found is None:
        return _at_the_end(text, end) + end.join([f"{BLOCK}:", *_block(name, settings, expect, 2), ""])
    return _into(text, found[1], end, name, settings, expect)


def _block(name: str, settings: Mapping[str, Any], expect: Sequence[str], indent: int) -> list[str]:
    """The entry, a setting a line."""
    margin = " " * indent
    lines = [f"{margin}{name}:"]
    lines += [f"{margin}  {setting}: {value}" for setting, value in settings.items()]
    return [*lines, f"{margin}  expect: [{', '.join(expect)}]"]


def _at_the_end(text: str, end: str) -> str:
    """The text, its last line ended and a blank line after it."""
    return text.rstrip() + end + end if text.strip() else ""


def _into(
    text: str, node: yaml.Node, end: str, name: str, settings: Mapping[str, Any], expect: Sequence[str]
) -> str:  # fmt: skip
    lines = re.split("\r\n|\r|\n", text)
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        last = _last_line(node)
        indent = node.value[0][0].start_mark.column
        return end.join([*lines[: last + 1], *_block(name, settings, expect, indent), *lines[last + 1 :]])
    if isinstance(node, yaml.MappingNode) and node.value:
        return _into_braces(lines, node, end, name, settings, expect)
    return _in_place_of_nothing(lines, node, end, name, settings, expect)


def _last_line(node: yaml.Node) -> int:
    """The last line on which something of a node stands; the mark of a block's end lies beyond comments and blanks."""
    match node:
        case yaml.MappingNode() if node.value and not node.flow_style:
            return max(_last_line(value) for _, value in node.value)
        case yaml.SequenceNode() if node.value and not node.flow_style:
            return max(_last_line(value) for value in node.value)
        case yaml.ScalarNode() if node.style in ("|", ">"):
            return node.start_mark.line + len(node.value.splitlines())
        case _:
            line: int = node.end_mark.line
            return line


def _into_braces(
    lines: Sequence[str], node: yaml.MappingNode, end: str, name: str, settings: Mapping[str, Any],
    expect: Sequence[str],
) -> str:  # fmt: skip
    """A map in braces gets the entry as its last."""
    inner = [f"{setting}: {value}" for setting, value in settings.items()] + [f"expect: [{', '.join(expect)}]"]
    mark = node.value[-1][1].end_mark
    line = lines[mark.line]
    changed = f"{line[: mark.column]}, {name}: {{{', '.join(inner)}}}{line[mark.column :]}"
    return end.join([*lines[: mark.line], changed, *lines[mark.line + 1 :]])


def _in_place_of_nothing(
    lines: Sequence[str], node: yaml.Node, end: str, name: str, settings: Mapping[str, Any], expect: Sequence[str]
) -> str:  # fmt: skip
    """`playthroughs:` with nothing in it, or `{}`, becomes a block."""
    key = next(number for number, line in enumerate(lines) if re.match(rf"{BLOCK}\s*:", line))
    head, _, comment = lines[key].partition("#")
    kept = f"{BLOCK}:" + (f"  # {comment.strip()}" if comment else "")
    empty = not head.split(":", 1)[1].strip(" {}~").removeprefix("null").strip()
    if not empty or node.end_mark.line > key + 1:
        return end.join(lines)
    return end.join([*lines[:key], kept, *_block(name, settings, expect, 2), *lines[key + 1 :]])
