"""What is wrong with a YAML file before it is parsed: its size, its bytes and its single characters."""

import re
from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding, found
from simulator.authoring.source import Place, Source
from simulator.language.said import Said, say

LARGEST = 2 * 1024 * 1024
"""Bytes of a file that an author may write."""

BYTE_ORDER_MARK = "\ufeff"
_KINDS = {
    "E102": (
        re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]"),
        say("a control character ({name})"),
        say("delete it"),
    ),
    "E103": (
        re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"),
        say("an invisible mark ({name}) that can turn or hide letters"),
        say("delete it; it often comes along when text is pasted"),
    ),
    "E104": (re.compile("[\ud800-\udfff]"), say("half a character ({name})"), say("write it anew")),
    "E105": (re.compile("\t"), say("a tab"), say("write spaces: two for each step inwards")),
}
"""Code → the characters, what they are and what to do."""

_STRANGE = re.compile("|".join(kind.pattern for kind, _, _ in _KINDS.values()))


def decode(data: bytes, file: str) -> tuple[str, list[Finding]]:
    """The text of a file's bytes, with what is wrong with them; wrong bytes become U+FFFD."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line = Source(file, before).lines
        place = Place(len(line), len(line[-1]) + 1, len(line[-1]) + 2)
        message = say("byte {value} is not UTF-8", value=f"0x{data[error.start]:02X}")
        remedy = say("save the file as UTF-8 (not GBK, not UTF-16)")
        return data.decode("utf-8", errors="replace"), [found("E101", file, place, message, remedy)]


def too_large(file: str) -> Finding:
    """The finding for a file above `LARGEST`."""
    message = say("the file has more than {limit} MiB", limit=LARGEST // 1024**2)
    return found("E100", file, Place(1, 1, 2), message, say("split it, or take out what is not needed"))


def nothing_written(file: str) -> Finding:
    """The finding for a file with nothing but blanks and comments."""
    message = say("nothing is written in this file")
    return found("E106", file, Place(1, 1, 2), message, say("begin with 'format: 1'"))


def strange_characters(source: Source) -> Iterator[Finding]:
    """The first of each kind of character in each line that a file may not hold."""
    for number, line in enumerate(source.lines, start=1):
        if not _STRANGE.search(line):
            continue
        for code, (kind, message, remedy) in _KINDS.items():
            if match := kind.search(line):
                place = Place(number, match.start() + 1, match.end() + 1)
                named = Said(message.template, {"name": f"U+{ord(match[0]):04X}"})
                yield found(code, source.file, place, named, remedy)
