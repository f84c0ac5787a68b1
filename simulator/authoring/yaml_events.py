"""Turns libyaml's events into plain values with their places, and refuses what strict YAML does not have.

Events come one by one, so depth and number of entries are bounded while reading and nothing expands.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from simulator.authoring.diagnostics import Finding, found
from simulator.authoring.document import KeyPath, Spot
from simulator.authoring.source import Place, Source
from simulator.authoring.yaml_scalars import Refused, Scalar, meaning_of
from simulator.authoring.yaml_syntax import Literal, explained, swallows_key, unclosed_quote
from simulator.language.said import Said, say

DEEPEST = 40
"""Maps and lists inside one another."""

MOST_NODES = 200_000
"""Values, maps and lists of one file."""

MOST_FINDINGS = 200
"""More of them help nobody; the rest is found once these are mended."""


class _TooMuch(Exception):
    """The document passed a limit; reading stops."""


@dataclass(slots=True)
class Reading:
    """One pass over libyaml's events."""

    source: Source
    findings: list[Finding] = field(default_factory=list)
    syntax: list[Finding] = field(default_factory=list)
    places: dict[KeyPath, Spot] = field(default_factory=dict)
    empty: bool = False
    nodes: int = 0
    loader: Any = None

    def document(self) -> Any:
        """The value of the one document; None where there is none."""
        self.loader = yaml.CSafeLoader(self.source.text)
        value = None
        try:
            self.loader.get_event()
            value = self._only_document()
        except _TooMuch:
            pass
        except yaml.YAMLError as error:
            self.syntax = explained(error, self.source)
        finally:
            self.loader.dispose()
        return value

    def _only_document(self) -> Any:
        start = self.loader.get_event()
        if isinstance(start, yaml.StreamEndEvent):
            self.empty = True
            return None
        if start.version or start.tags:
            self._find("E123", _place(start, self.source), say("a directive"), say("take the line with % out"))
        event = self.loader.get_event()
        value = self._node(event, (), None, 0)
        self.empty = value is None and not self.findings and event.start_mark.index == event.end_mark.index
        self.loader.get_event()
        further = self.loader.get_event()
        if not isinstance(further, yaml.StreamEndEvent):
            message, remedy = say("a second document begins"), say("take the '---' out")
            self._find("E123", _place(further, self.source), message, remedy)
        return value

    def _node(self, event: Any, path: KeyPath, key: Place | None, depth: int) -> Any:
        place = _place(event, self.source)
        self.places.setdefault(path, Spot(place, key))
        self._count(place, depth + isinstance(event, yaml.CollectionStartEvent))
        self._refuse_extras(event, place)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event, place)
            case yaml.SequenceStartEvent():
                return self._sequence(path, depth)
            case yaml.MappingStartEvent():
                return self._mapping(path, depth)
        return None

    def _count(self, place: Place, depth: int) -> None:
        self.nodes += 1
        if depth > DEEPEST:
            message = say("more than {most} maps and lists inside one another", most=DEEPEST)
            self._find("E140", place, message, say("bring it further out"))
            raise _TooMuch
        if self.nodes > MOST_NODES or len(self.findings) > MOST_FINDINGS:
            if self.nodes > MOST_NODES:
                self._find("E141", place, say("more than {most} entries", most=MOST_NODES), say("split the file"))
            raise _TooMuch

    def _refuse_extras(self, event: Any, place: Place) -> None:
        """Anchors, aliases and tags: what is read twice or made into something is not plain to read."""
        remedy = say("write the value out in each place")
        if isinstance(event, yaml.AliasEvent):
            self._find("E121", place, say("the alias '*{name}'", name=event.anchor), remedy)
            return
        if event.anchor:
            self._find("E121", place, say("the anchor '&{name}'", name=event.anchor), remedy)
        if event.tag:
            tag = self.source.line(place.line)[place.column - 1 :].split(" ")[0]
            self._find("E122", place, say("the tag '{tag}'", tag=tag), say("take it out"))

    def _scalar(self, event: Any, place: Place) -> Scalar:
        """A scalar's value; of one that is refused, its letters."""
        text: str = event.value
        if event.style in ("'", '"'):
            self._check_quotes(event)
        if event.style not in (None, "") or event.tag:
            return text
        meaning = meaning_of(text)
        if isinstance(meaning, Refused):
            self._refuse(meaning, place)
            return text
        return meaning

    def _refuse(self, refused: Refused, place: Place) -> None:
        start = place.column + refused.offset
        end = place.end_column if refused.length is None else start + refused.length
        self._find(refused.code, Place(place.line, start, end), refused.message, refused.remedy)

    def _check_quotes(self, event: Any) -> None:
        """A text in quotes whose next lines are keys, no further in than its own, was never closed."""
        start, end = event.start_mark, event.end_mark
        if start.line == end.line:
            return
        literal = Literal(start.line, start.column, end.line, end.column, event.style)
        following = [self.source.line(number + 1) for number in range(start.line + 1, end.line + 1)]
        margin = min((_margin(line) for line in following if line.strip()), default=DEEPEST)
        if margin <= _margin(self.source.line(start.line + 1)) and swallows_key(self.source, literal):
            self.findings.append(unclosed_quote(self.source, start.line, start.column))

    def _sequence(self, path: KeyPath, depth: int) -> list[Any]:
        entries: list[Any] = []
        while not isinstance(event := self.loader.get_event(), yaml.SequenceEndEvent):
            entries.append(self._node(event, (*path, len(entries)), None, depth + 1))
        return entries

    def _mapping(self, path: KeyPath, depth: int) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := self.loader.get_event(), yaml.MappingEndEvent):
            place = _place(event, self.source)
            key = self._key(event, place, depth)
            first = keys.setdefault(key, place)
            if first is not place:
                message = say("'{key}' stands here twice", key=key)
                remedy = say("keep one of them, or give this one another name")
                self._find("E120", place, message, remedy, (first, say("first written here")))
            value = self._node(self.loader.get_event(), (*path, key), place, depth + 1)
            entries.setdefault(key, value)
        return entries

    def _key(self, event: Any, place: Place, depth: int) -> str:
        """A key's text; of one that is no text, something to go on reading with."""
        if not isinstance(event, yaml.ScalarEvent):
            if not isinstance(event, yaml.AliasEvent):
                self._find("E124", place, say("a key that is not text"), say("write a name before the ':'"))
            self._node(event, (), None, depth + 1)
            return ""
        value = self._scalar(event, place)
        if value == "<<" and not event.style:
            self._find("E121", place, say("'<<' merges another map"), say("write its keys out here"))
        elif not isinstance(value, str):
            message = say("the key '{key}' is not text", key=event.value)
            self._find("E124", place, message, say('write a name, or put it in quotes: "{key}"', key=event.value))
        return str(event.value)

    def _find(
        self, code: str, place: Place, message: Said, remedy: Said, other: tuple[Place, Said] | None = None
    ) -> None:
        self.findings.append(found(code, self.source.file, place, message, remedy, other))


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _place(event: Any, source: Source) -> Place:
    """Where an event stands; of what goes on over several lines, the part on its first line."""
    start, end = event.start_mark, event.end_mark
    line = source.line(start.line + 1)
    if end.line != start.line:
        stop = len(line.rstrip())
    elif end.column == start.column:
        stop = start.column + _first_word(line[start.column :])
    else:
        stop = end.column
    return Place(start.line + 1, start.column + 1, max(stop, start.column + 1) + 1)


def _first_word(text: str) -> int:
    """The length of the key or dash with which a map or list begins, which has no sign of its own."""
    ends = [at for at in (text.find(":"), text.find(" ")) if at >= 0]
    return min(ends, default=len(text))
