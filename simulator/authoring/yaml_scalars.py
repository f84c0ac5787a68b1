"""What a word without quotes means in Drillroom's YAML, and which words are refused and why.

Only true, false, null, decimal numbers and text: nothing that two versions of YAML, or a person and
YAML, would read differently.
"""

import re
from dataclasses import dataclass

from simulator.language.said import Said, say

Scalar = str | int | float | bool | None

MOST_DIGITS = 15
"""Digits of a number that every reader of JSON keeps exactly."""

_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "": None}
_AMBIGUOUS = re.compile(r"(?i:y|n|yes|no|on|off|true|false|null)|~")
_TRUTHS = {"y": "true", "yes": "true", "on": "true", "true": "true", "null": "null", "~": "null"}
_ENDLESS = re.compile(r"[-+]?\.(?i:inf)|\.(?i:nan)")
_CLOCK = re.compile(r"[-+]?[0-9][0-9_]*(:[0-9]{1,2})+(\.[0-9_]*)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?")
_NUMBER_LIKE = re.compile(
    r"[-+]?(0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(\.[0-9][0-9_]*|[0-9][0-9_]*\.?[0-9_]*)([eE][-+]?[0-9]+)?)"
)
_FULL_WIDTH_KEY = re.compile("[a-z][a-z0-9_]*：")
_CURLY = "“”‘’"
WIDE_BLANKS = "\u3000\u00a0"
"""Blanks that input methods and word processors write."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A word that may not stand there without quotes."""

    code: str
    message: Said
    remedy: Said
    offset: int = 0
    """Where in the word the trouble begins."""
    length: int | None = None
    """How much of it; None for all."""


def meaning_of(word: str) -> Scalar | Refused:
    """The value of a word without quotes, or why it is refused."""
    if word in _WORDS:
        return _WORDS[word]
    if _DECIMAL.fullmatch(word):
        return _decimal(word)
    return _refusal(word) or word


def _decimal(word: str) -> int | float | Refused:
    digits = sum(1 for sign in word if sign.isdigit())
    if digits > MOST_DIGITS:
        message = say("a number of more than {most} digits", most=MOST_DIGITS)
        return Refused("E131", message, say("put it in quotes if it is text"))
    if word.lstrip("-").isdecimal():
        return int(word)
    value = float(word)
    return _endless(word) if value in (float("inf"), float("-inf")) else value


def _refusal(word: str) -> Refused | None:
    """Why a word that is no value of ours looks like one of another YAML's."""
    if word[0] in _CURLY:
        message = say("'{sign}' is a typographic quote, which YAML takes as a letter", sign=word[0])
        return Refused("E112", message, say('write "…" around the text; quotes that belong to it go inside'), 0, 1)
    if word[0] in WIDE_BLANKS or word[-1] in WIDE_BLANKS:
        offset = 0 if word[0] in WIDE_BLANKS else len(word) - 1
        return full_width(offset, word[offset])
    if _FULL_WIDTH_KEY.match(word):
        return full_width(word.index("："), "：")
    if len(word) <= 5 and _AMBIGUOUS.fullmatch(word):
        return _ambiguous(word)
    if _ENDLESS.fullmatch(word):
        return _endless(word)
    return _time(word) or _number_like(word)


def full_width(offset: int, sign: str) -> Refused:
    """The refusal of a full-width sign or blank that stands for YAML's own."""
    if sign in WIDE_BLANKS:
        message = say("a blank (U+{number}) that YAML takes for a letter", number=f"{ord(sign):04X}")
        return Refused("E111", message, say("write an ordinary space"), offset, 1)
    plain = chr(ord(sign) - 0xFEE0)
    message = say("'{sign}' is full-width; YAML needs '{plain}'", sign=sign, plain=plain)
    remedy = say("write '{plain}' and a space; inside a text put the text in quotes", plain=plain)
    return Refused("E111", message, remedy, offset, 1)


def _ambiguous(word: str) -> Refused:
    plain = _TRUTHS.get(word.lower(), "false")
    message = say("'{word}' means one thing to one YAML and another to the next", word=word)
    return Refused("E130", message, say('write {plain}, or "{word}" if it is text', plain=plain, word=word))


def _endless(word: str) -> Refused:
    return Refused("E133", say("'{word}' is no finite number", word=word), say("write a decimal number"))


def _time(word: str) -> Refused | None:
    if _CLOCK.fullmatch(word):
        message = say("'{word}' without quotes is a number to base 60 for some YAMLs", word=word)
        remedy = say('write "{word}" for a clock time, or a duration such as 1h30m', word=word)
        return Refused("E132", message, remedy)
    if _DATE.fullmatch(word):
        return Refused(
            "E132",
            say("'{word}' without quotes is a date for some YAMLs", word=word),
            say('write "{word}"', word=word),
        )
    return None


def _number_like(word: str) -> Refused | None:
    if not _NUMBER_LIKE.fullmatch(word):
        return None
    message = say("'{word}' is not a decimal number", word=word)
    return Refused("E131", message, say('write it like 12 or 0.5, or "{word}" if it is text', word=word))
