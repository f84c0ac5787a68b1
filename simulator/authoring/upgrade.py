"""Brings a scenario's file to the present format and tidies it: indentation, blank lines, line ends, nothing else.

Comments stay where they stand, values what they are: the tidied text is read again and must hold the same. The order
of settings, the way lines are broken and quotes are the author's own.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from simulator.authoring.document import Document
from simulator.authoring.splicing import end_of
from simulator.authoring.yaml_reader import read_yaml
from simulator.authoring.yaml_text import BYTE_ORDER_MARK
from simulator.authoring.yaml_writing import STEP
from simulator.errors import ContentError
from simulator.language.said import say

FORMAT = 1
"""The format of scenario files that this version reads and writes."""


def upgraded(document: Document) -> str:
    """The file's text in the present format, tidied.

    Raises `ContentError` where it does not hold as YAML, or is of a format that this version does not know.
    """
    if not document.holds or not isinstance(document.value, dict):
        first = next((each for each in document.findings if each.severity == "error"), None)
        line = first.line if first else 1
        message = say("{file}:{line}: this must be mended first", file=document.source.file, line=line)
        raise ContentError(message, say("'drillroom check' says how"))
    _known_format(document)
    text = document.source.text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    whole = _tidy(text)
    # Where the steps inwards cannot be made even without changing a value, all else still can.
    return whole if _holds_same(whole, document.value) else _without_spare_blanks(text, document.value)


def _known_format(document: Document) -> None:
    written = document.value.get("format")
    place = f"{document.source.file}:{document.place(('format',)).line}"
    if written == FORMAT and not isinstance(written, bool):
        return
    if written is None:
        message = say("{place}: the file does not say its format", place=place)
        raise ContentError(message, say("write 'format: {number}' at its beginning", number=FORMAT))
    if isinstance(written, int) and written > FORMAT:
        message = say("{place}: format {written} is newer than this Drillroom, which knows {number}",
                      place=place, written=written, number=FORMAT)  # fmt: skip
        raise ContentError(message, say("bring Drillroom up to date"))
    message = say("{place}: there is no format {written}", place=place, written=str(written))
    raise ContentError(message, say("write 'format: {number}'", number=FORMAT))


def _holds_same(text: str, value: Any) -> bool:
    after = read_yaml(text, "")
    return after.holds and after.value == value


def _tidy(text: str) -> str:
    lines = text.split("\n")
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    moves = dict(_moves(node, 0, lines))
    kept = {line for first, end in _inside(text, node) for line in range(first, end)}
    return _joined(_moved(lines, moves, kept), kept)


def _moves(node: Any, column: int, lines: list[str]) -> Iterator[tuple[int, int]]:
    """For each line on which an entry of a block or a text in a block begins, how many columns it goes inwards."""
    if isinstance(node, yaml.ScalarNode):
        yield from _block_text(node, column, lines)
    elif not node.flow_style:
        first = node.start_mark.column
        for entry in node.value:
            head, *value = entry if isinstance(entry, tuple) else (entry, entry)
            yield head.start_mark.line, column - first
            yield from _moves(value[0], column + STEP, lines)


def _block_text(node: Any, column: int, lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first line of a text behind `>` or `|`, unless it says itself how far inwards the text stands."""
    header = lines[node.start_mark.line][node.start_mark.column :].split("#")[0]
    if node.style not in (">", "|") or any(sign.isdigit() for sign in header):
        return
    numbers = range(node.start_mark.line + 1, node.end_mark.line + 1)
    first = next((number for number in numbers if number < len(lines) and lines[number].strip()), None)
    if first is not None:
        yield first, column - (len(lines[first]) - len(lines[first].lstrip(" ")))


def _inside(text: str, node: Any) -> Iterator[tuple[int, int]]:
    """The lines (from, up to) that lie inside one scalar after its first: their blanks belong to the value."""
    if isinstance(node, yaml.ScalarNode):
        last = text.count("\n", 0, end_of(text, node))
        if node.start_mark.line < last:
            yield node.start_mark.line + 1, last + 1
        return
    for value in node.value:
        for each in value if isinstance(value, tuple) else (value,):
            yield from _inside(text, each)


def _moved(lines: list[str], moves: dict[int, int], kept: set[int]) -> list[str]:
    """Each line at its new column: what goes on from a line before moves with it, comments with what follows."""
    made: list[str] = []
    by = 0
    following = _following(lines, moves)
    for number, line in enumerate(lines):
        by = moves.get(number, by)
        comment = number not in kept and number not in moves and line.lstrip().startswith("#")
        made.append(_shifted(line, following[number] if comment else by))
    return made


def _following(lines: list[str], moves: dict[int, int]) -> list[int]:
    """For each line, the move of the next entry at or below it."""
    found = [0] * len(lines)
    below = 0
    for number in range(len(lines) - 1, -1, -1):
        below = moves.get(number, below)
        found[number] = below
    return found


def _shifted(line: str, by: int) -> str:
    if by >= 0 or not line.strip():
        return " " * by + line if line.strip() else line
    return line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _joined(lines: list[str], kept: set[int]) -> str:
    """Lines without blanks at their ends, at most one empty line in a row, one line end at the last."""
    made: list[str] = []
    for number, line in enumerate(lines):
        line = line if number in kept and line.strip() else line.rstrip()
        if line or number in kept or (made and made[-1]):
            made.append(line)
    return "\n".join(made).rstrip("\n") + "\n"


def _without_spare_blanks(text: str, value: Any) -> str:
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    kept = {line for first, end in _inside(text, node) for line in range(first, end)}
    plain = _joined(text.split("\n"), kept)
    return plain if _holds_same(plain, value) else text
