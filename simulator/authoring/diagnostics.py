"""Findings about a file: what is wrong, where, the other place that makes it so, and what to do.

Rendered for people with a caret that lines up under Chinese too, or as plain values for programs.
"""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from wcwidth import wcwidth

from simulator.authoring.codes import CODES, Severity
from simulator.authoring.source import Place, Source
from simulator.language.said import Said, say
from simulator.language.translator import Translator

WIDEST = 96
"""Cells of a quoted line; a longer one is shortened around its place."""

_MOST_CANDIDATES = 2000
_LONGEST_WORD = 100
_LEAD = 24
_TAB = "    "
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)


@dataclass(frozen=True, slots=True)
class Related:
    """The other place that makes a finding one, and what is there."""

    line: int
    column: int
    length: int
    note: Said
    file: str | None = None
    """The file, where it is another one than the finding's."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or could be better, at one place of one file."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    length: int
    """Code points under the caret, at least 1."""
    message: Said
    help: Said | None = None
    related: Related | None = None


def found(
    code: str,
    file: str,
    place: Place,
    message: Said,
    help: Said | None = None,
    related: tuple[Place, Said] | None = None,
    severity: Severity | None = None,
) -> Finding:
    """A finding of a registered code at a place, as severe as its code unless told otherwise.

    Raises `KeyError` for a code that is not in the registry.
    """
    other = Related(related[0].line, related[0].column, related[0].length, related[1]) if related else None
    grade = severity or CODES[code].severity
    return Finding(code, grade, file, place.line, place.column, place.length, message, help, other)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as they are shown: by file, line, column and code."""
    return sorted(findings, key=lambda each: (each.file, each.line, each.column, each.code))


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was most probably meant to be, or None where none is near."""
    word = word[:_LONGEST_WORD]
    candidates = list(islice(known, _MOST_CANDIDATES))
    # Two of three characters make another word in Chinese, so short words may differ in half.
    cutoff = 0.5 if len(word) <= 3 else 0.6
    near = difflib.get_close_matches(word.casefold(), [each.casefold() for each in candidates], 1, cutoff)
    return next((each for each in candidates if near and each.casefold() == near[0]), None)


def printable(text: str) -> str:
    """`text` with what could steer a terminal or turn its letters around written out as `\\x1b`."""
    return _UNPRINTABLE.sub(lambda sign: sign[0].encode("unicode_escape").decode("ascii"), text)


def render(finding: Finding, source: Source, translator: Translator) -> str:
    """The finding for a person, in several lines without a final line end; see `check` in `docs/`."""
    related = finding.related
    shown = [finding.line, related.line] if related and related.file is None else [finding.line]
    gutter = " " * len(str(max(shown)))
    severity = translator.say(_SEVERITIES[finding.severity])
    lines = [f"{severity}[{finding.code}]: {printable(translator.say(finding.message))}"]
    lines.append(f"{gutter}--> {printable(finding.file)}:{finding.line}:{finding.column}")
    lines.append(f"{gutter} |")
    lines += _excerpt(source.line(finding.line), finding.line, finding.column, finding.length, gutter, "^")
    lines += _other_place(related, finding.file, source, translator, gutter) if related else []
    if finding.help:
        lines.append(f"{gutter} = {translator.say(say('help'))}: {printable(translator.say(finding.help))}")
    return "\n".join(line.rstrip() for line in lines)


_SEVERITIES: dict[Severity, Said] = {
    "error": say("error"),
    "warning": say("warning"),
    "hint": say("hint"),
}


def _other_place(related: Related, file: str, source: Source, translator: Translator, gutter: str) -> list[str]:
    note = printable(translator.say(related.note))
    head = f"{gutter} ::: {printable(related.file or file)}:{related.line}:{related.column}"
    if related.file is not None:
        return [f"{head} {note}"]
    line = source.line(related.line)
    quoted, marks = _excerpt(line, related.line, related.column, related.length, gutter, "-")
    return [head, f"{gutter} |", quoted, f"{marks} {note}"]


def _excerpt(line: str, number: int, column: int, length: int, gutter: str, mark: str) -> list[str]:
    """The quoted line and the line of marks under it."""
    text, start, width = _shortened(line, column - 1, length)
    return [f"{number:>{len(gutter)}} | {text}", f"{gutter} | {' ' * start}{mark * width}"]


def _shortened(line: str, start: int, length: int) -> tuple[str, int, int]:
    """At most `WIDEST` cells of the line around a stretch, and that stretch's first cell and cells."""
    start = min(start, len(line))
    first, last = 0, len(line)
    if len(line) > 2 * WIDEST or _cells(line) > WIDEST:
        first = _reach(line, start, 0, -1, _LEAD)
        last = _reach(line, first, len(line), 1, WIDEST - 2)
    before = "…" * (first > 0) + _shown(line[first:start])
    text = "…" * (first > 0) + _shown(line[first:last]) + "…" * (last < len(line))
    return text, _cells(before), max(1, _cells(line[start : min(start + length, last)]))


def _reach(line: str, start: int, end: int, step: int, room: int) -> int:
    """How far from `start` towards `end` one comes within `room` cells; never far over signs of no width."""
    at, limit = start, 4 * room
    while at != end and limit > 0:
        room -= _cells(line[at] if step > 0 else line[at - 1])
        if room < 0:
            break
        at, limit = at + step, limit - 1
    return at


def _shown(text: str) -> str:
    """The text as a terminal may have it: a tab as spaces, what has no picture as a question mark."""
    return _UNPRINTABLE.sub("?", text.replace("\t", _TAB))


def _cells(text: str) -> int:
    """The cells that a terminal gives this text: two for a Chinese character."""
    return sum(max(0, wcwidth(sign)) for sign in _shown(text))


def as_json(finding: Finding, translator: Translator) -> dict[str, Any]:
    """The finding as `check --json` lists it; `help` is null where there is none."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": printable(finding.file),
        "line": finding.line,
        "column": finding.column,
        "message": printable(translator.say(finding.message)),
        "help": printable(translator.say(finding.help)) if finding.help else None,
    }


_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "notice"}
"""GitHub's words for how severe something is."""


def as_annotation(finding: Finding, translator: Translator) -> str:
    """The finding as a workflow command that GitHub Actions shows at its line (`::error file=…,line=…::…`)."""
    said = [finding.message, *([finding.help] if finding.help else [])]
    text = "\n".join(printable(translator.say(each)) for each in said)
    last = finding.column + finding.length - 1
    where = {
        "file": finding.file,
        "line": finding.line,
        "col": finding.column,
        "endColumn": last,
        "title": finding.code,
    }
    settings = ",".join(f"{name}={_escaped(str(value), in_setting=True)}" for name, value in where.items())
    return f"::{_LEVELS[finding.severity]} {settings}::{_escaped(text, in_setting=False)}"


def _escaped(text: str, in_setting: bool) -> str:
    """Signs that would end a workflow command or its setting, written as GitHub wants them."""
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(sign, code)
    return text.replace(":", "%3A").replace(",", "%2C") if in_setting else text
