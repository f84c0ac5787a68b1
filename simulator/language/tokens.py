"""Cuts a condition's text into tokens. Refuses what the language does not have, with the place."""

import re
import unicodedata
from dataclasses import dataclass

from simulator.clock import Malformed, seconds
from simulator.errors import ContentError
from simulator.language.said import say

LONGEST_CONDITION = 2000
"""Characters: a condition longer than this is refused before it is parsed."""

LONGEST_NUMBER = 15
"""Digits: what a float holds exactly."""

KEYWORDS = frozenset({"and", "or", "not", "within", "of", "otherwise", "true", "false", "since", "told"})

_TOKEN = re.compile(
    r"""(?P<space>\s+)
    |(?P<duration>\d+[dhms](?:\d+[hms])*(?![A-Za-z0-9_]))
    |(?P<number>\d+(?:\.\d+)?(?![A-Za-z0-9_.]))
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<text>"[^"\n]*"|'[^'\n]*')
    |(?P<sign>==|!=|<=|>=|[<>=+\-(),.%])""",
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    """"name", "keyword", "number", "duration", "text", "sign" or "end"."""
    text: str
    start: int
    end: int


def fault(start: int, end: int, template: str, remedy: str = "", code: str = "E300", **values: object) -> Malformed:
    """A `Malformed` at a span of the condition."""
    error = ContentError(say(template, **values), say(remedy, **values) if remedy else None)
    return Malformed(error, start, max(end, start + 1), code)


def tokens(source: str) -> list[Token]:
    """The tokens of a condition, closed by an "end". Raises `Malformed` at the first foreign character."""
    if len(source) > LONGEST_CONDITION:
        raise fault(0, 1, "this condition is longer than {limit} characters", "split it", limit=LONGEST_CONDITION)
    found: list[Token] = []
    position = 0
    while position < len(source):
        match = _TOKEN.match(source, position)
        if not match:
            raise _foreign(source, position)
        position = match.end()
        if match.lastgroup != "space":
            found.append(_token(match))
    found.append(Token("end", "", len(source), len(source)))
    return found


def _token(match: "re.Match[str]") -> Token:
    kind = match.lastgroup or ""
    if kind == "name" and match.group() in KEYWORDS:
        kind = "keyword"
    if kind == "duration":
        _readable(match)
    if kind == "number" and len(match.group()) > LONGEST_NUMBER:
        raise fault(match.start(), match.end(), "a number of more than {limit} digits", "write a smaller one",
                    limit=LONGEST_NUMBER)  # fmt: skip
    return Token(kind, match.group(), match.start(), match.end())


def _readable(match: "re.Match[str]") -> None:
    try:
        seconds(match.group())
    except Malformed as bad:
        raise Malformed(bad.error, match.start(), match.end(), "E302") from None


def _foreign(source: str, position: int) -> Malformed:
    character = source[position]
    twin = unicodedata.normalize("NFKC", character)
    if twin != character and _TOKEN.match(twin):
        return fault(
            position, position + 1, "full-width '{character}' in a condition", "type '{twin}' instead",
            character=character, twin=twin,
        )  # fmt: skip
    word = re.match(r"[\w.]+", source[position:])
    end = position + (word.end() if word else 1)
    return fault(
        position, end, "'{text}' is not a part of a condition",
        "numbers carry a unit of time (10m) or none; names are letters, digits and _",
        text=source[position:end],
    )  # fmt: skip
