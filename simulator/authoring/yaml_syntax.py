"""Says in an author's words what libyaml's scanner and parser complain about, and where it began.

The line on which a parser gives up is seldom the line to mend: an unclosed quote swallows what
follows it, a full-width colon makes a key part of a text. So the lines before are read again.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from simulator.authoring.diagnostics import Finding, found
from simulator.authoring.source import Place, Source
from simulator.authoring.yaml_scalars import full_width
from simulator.language.said import Said, say

_KEY_LINE = re.compile(r"""\s*(- +)*["']?[\w.-]+["']?\s*[:：](\s|$|[^\x00-\x7f])""")
_FULL_WIDTH_KEY = re.compile(r"""(?:^\s*(?:- +)*|[{,]\s*)["']?[A-Za-z_][\w.-]*["']?\s*(：)""")
_FULL_WIDTH_NEAR = re.compile(r"""(?:^\s*(?:- +)*["']?[\w.-]+["']?\s*(?=：)|^ *(?=[　\xa0])|: *(?=[　\xa0]))(.)""")
_FULL_WIDTH = re.compile("[：，｛｝［］]")
_TIGHT_COLON = re.compile(r"\s*(?:- +)*[\w.-]+(:)[^\s:]")
_KEY_PROBLEMS = ("mapping values are not allowed in this context", "could not find expected ':'")
ENOUGH = 200
"""Findings of one kind, after which the search for more ends."""

_CURLY_END = re.compile(r"[”’“‘]\s*([,}\]]|$)")
_UNFITTING = say("this does not fit the lines above")

PROBLEMS: dict[str, tuple[str, Said, Said]] = {
    "mapping values are not allowed in this context": (
        "E110",
        say("a ':' that cannot stand here"),
        say("put a text with ': ' in quotes; a key begins a line of its own"),
    ),
    "did not find expected key": ("E115", _UNFITTING, say("indent it like the keys it belongs to")),
    "did not find expected '-' indicator": (
        "E115",
        _UNFITTING,
        say("indent it like the entries it belongs to, each with '- '"),
    ),
    "block sequence entries are not allowed in this context": (
        "E110",
        say("a '-' that cannot stand here"),
        say("begin a list on a line of its own"),
    ),
    "could not find expected ':'": (
        "E110",
        say("a key without ':'"),
        say("write ': ' after the key"),
    ),
    "found character that cannot start any token": (
        "E110",
        say("a text cannot begin with this sign"),
        say("put the text in quotes"),
    ),
    "found unknown escape character": (
        "E110",
        say("'\\' with a letter that means nothing"),
        say("write '\\\\' for a backslash, or use single quotes"),
    ),
    "did not find expected comment or line break": (
        "E110",
        say("text on the line of '|' or '>'"),
        say("begin the block of text on the next line"),
    ),
    "found undefined tag handle": ("E122", say("a tag"), say("take out what begins with '!'")),
}
"""libyaml's complaint → our code, message and remedy."""

_OTHERWISE = ("E110", say("the structure cannot be read here"), say("compare with the lines above"))


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in quotes or a block of text, as far as the scanner came. Lines and columns from 0."""

    line: int
    column: int
    end_line: int
    end_column: int
    style: str


def explained(error: yaml.YAMLError, source: Source) -> list[Finding]:
    """What to tell the author for one complaint of the parser; at least one finding."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    literals = list(_literals(source.text, line, column))
    opening = _unclosed(error, source, literals, line)
    if opening:
        return [unclosed_quote(source, *opening)]
    return _full_width_findings(source, literals, line) or [_told(error, source, literals, line, column)]


def _literals(text: str, line: int, column: int) -> Iterator[Literal]:
    """The quoted texts and blocks that begin before a place."""
    scanner = yaml.CSafeLoader(text)
    try:
        while token := scanner.get_token():
            start, end = token.start_mark, token.end_mark
            if (start.line, start.column) >= (line, column):
                return
            if isinstance(token, yaml.ScalarToken) and not token.plain:
                yield Literal(start.line, start.column, end.line, end.column, str(token.style))
    except yaml.YAMLError:
        return
    finally:
        scanner.dispose()


def _unclosed(error: yaml.YAMLError, source: Source, literals: list[Literal], line: int) -> tuple[int, int] | None:
    """Where the quote that was never closed opens, from 0, if that is what went wrong."""
    in_quotes = "quoted scalar" in str(getattr(error, "context", "")) and "escape" not in _problem(error)
    context = getattr(error, "context_mark", None)
    last = context.line if in_quotes and context else line
    for literal in literals:
        if literal.style in "'\"" and literal.end_line == last and swallows_key(source, literal):
            return literal.line, literal.column
    return (context.line, context.column) if in_quotes and context else None


def swallows_key(source: Source, literal: Literal) -> bool:
    """Whether a text in quotes runs over a line that looks like a key's."""
    return any(_KEY_LINE.match(source.line(number + 1)) for number in range(literal.line + 1, literal.end_line + 1))


def unclosed_quote(source: Source, line: int, column: int) -> Finding:
    """The finding for a quote that opens at a place, from 0, and is never closed, or with another sign."""
    text = source.line(line + 1)
    if curly := _CURLY_END.search(text, column):
        place = Place(line + 1, curly.start() + 1, curly.start() + 2)
        message = say("'{sign}' does not close the quote that is open here", sign=curly[0][0])
        return found("E112", source.file, place, message, say("close it with {sign}", sign=text[column]))
    place = Place(line + 1, column + 1, column + 2)
    sign = text[column : column + 1]
    remedy = say('close it at the end of the text; inside it write \\" for a quote')
    if sign == "'":
        remedy = say("close it at the end of the text; inside it write '' for an apostrophe")
    return found("E113", source.file, place, say("the quote {sign} is never closed", sign=sign), remedy)


def _full_width_findings(source: Source, literals: list[Literal], line: int) -> list[Finding]:
    """Every full-width sign in YAML's own place up to the line where the parser gave up."""
    near = (line, _line_before(source, line))
    findings = []
    for number, text in enumerate(source.lines[: line + 1]):
        if "：" not in text and number not in near:
            continue
        bare = _bare(text, number, literals)
        columns = {match.start(1) for match in _FULL_WIDTH_KEY.finditer(bare)}
        if number in near:
            columns |= {match.start(1) for match in _FULL_WIDTH_NEAR.finditer(bare)}
        if number == line:
            columns |= {match.start() for match in _FULL_WIDTH.finditer(bare)}
        findings += [_full_width_finding(source, number, column) for column in sorted(columns)]
        if len(findings) > ENOUGH:
            break
    return findings


def _line_before(source: Source, line: int) -> int:
    """The last line above that holds something, from 0; -1 where there is none."""
    before = line - 1
    while before >= 0 and not source.lines[before].strip():
        before -= 1
    return before


def _full_width_finding(source: Source, line: int, column: int) -> Finding:
    refused = full_width(0, source.line(line + 1)[column])
    place = Place(line + 1, column + 1, column + 2)
    return found(refused.code, source.file, place, refused.message, refused.remedy)


def _bare(text: str, number: int, literals: list[Literal]) -> str:
    """A line with quoted texts, blocks and comments blanked; the quotes themselves stay."""
    start = bisect_left(literals, number, key=lambda literal: literal.end_line)
    for literal in literals[start:]:
        if literal.line > number:
            break
        first = literal.column + 1 if literal.line == number else 0
        last = literal.end_column - 1 if literal.end_line == number else len(text)
        if literal.style in "|>" and literal.end_line == number:
            last = literal.end_column
        text = text[:first] + " " * (last - first) + text[max(first, last) :]
    return re.sub(r"(^|\s)#.*", lambda comment: " " * len(comment[0]), text)


def _told(error: yaml.YAMLError, source: Source, literals: list[Literal], line: int, column: int) -> Finding:
    """The parser's complaint in our words, at its own place."""
    place = _on_text(source, line, column)
    context = getattr(error, "context_mark", None)
    if _problem(error).startswith("did not find expected ',' or") and context:
        return _unclosed_bracket(source, place, context.line, context.column)
    if _follows_quote(source, literals, line, column):
        message = say("something follows the closing quote")
        return found("E110", source.file, place, message, say("one pair of quotes goes around the whole text"))
    if _problem(error) in _KEY_PROBLEMS and (culprit := _line_above(source, literals, line, column)):
        return culprit
    code, message, remedy = PROBLEMS.get(_problem(error), _OTHERWISE)
    return found(code, source.file, place, message, remedy)


def _line_above(source: Source, literals: list[Literal], line: int, column: int) -> Finding | None:
    """What is wrong with the line before a key's ':' that cannot stand there, if it is to blame."""
    if line >= len(source.lines):
        return None
    before, own = _line_before(source, line), source.lines[line]
    if before < 0 or ":" in own[:column] or not _KEY_LINE.match(own):
        return None
    text = _bare(source.lines[before], before, literals)
    margin = len(text) - len(text.lstrip(" "))
    place = Place(before + 1, margin + 1, len(text.rstrip()) + 1)
    if match := _TIGHT_COLON.match(text):
        place = Place(before + 1, match.start(1) + 1, match.end(1) + 1)
        message, remedy = say("a ':' without a space after it"), say("write ': ' after the key")
    elif ":" not in text:
        message, remedy = say("a line without ':'"), say("write ': ' after the key, or put a text in quotes")
    elif len(own) - len(own.lstrip(" ")) > margin:
        place = Place(line + 1, column + 1, column + 2)
        message = say("a key under a line that already has a value")
        remedy = say("indent it like the line above, or take the value there away")
    else:
        return None
    return found("E110", source.file, place, message, remedy)


def _follows_quote(source: Source, literals: list[Literal], line: int, column: int) -> bool:
    last = literals[-1] if literals else None
    if last is None or last.end_line != line or last.style not in "'\"":
        return False
    return not source.line(line + 1)[last.end_column : column].strip()


def _unclosed_bracket(source: Source, place: Place, line: int, column: int) -> Finding:
    sign = source.line(line + 1)[column : column + 1]
    opening = (Place(line + 1, column + 1, column + 2), say("opened here"))
    message = say("'{sign}' is not closed, or a comma is missing before this", sign=sign)
    return found("E114", source.file, place, message, say("close it, or write ', ' between two"), opening)


def _on_text(source: Source, line: int, column: int) -> Place:
    """A place from 0, moved back from the file's end onto the last line that holds something."""
    while line > 0 and not source.line(line + 1).strip():
        line, column = line - 1, len(source.line(line))
    return Place(line + 1, column + 1, column + 2)


def _problem(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or "")
