"""Finds values that a comma inside `{ }` or `[ ]` cut in two: `{when: f(a=1, b=2)}` without quotes."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.authoring.document import Document, KeyPath
from simulator.authoring.shape_words import Told
from simulator.authoring.source import Place
from simulator.language.said import say


@dataclass(frozen=True, slots=True)
class Cut:
    """A value that was cut, from its beginning to where the author meant it to end."""

    place: Place

    def covers(self, other: Place) -> bool:
        """Whether another place lies inside what the author meant as one value."""
        return other.line == self.place.line and self.place.column <= other.column < self.place.end_column

    @property
    def told(self) -> Told:
        message = say("a comma inside brackets ends this value too early")
        return Told("E204", message, say('put the whole of it in quotes: "…"'))


def cuts(document: Document, path: KeyPath) -> Iterator[Cut]:
    """The cut of the value at a path, where a comma right behind it leaves a bracket open; or none."""
    value = document.value_at(path)
    if isinstance(value, str) and value.count("(") > value.count(")"):
        place = document.place(path)
        line = document.source.line(place.line)
        plain = line[place.column - 1 : place.column - 1 + len(value)] == value
        if plain and line[place.end_column - 1 :].lstrip().startswith(","):
            yield Cut(Place(place.line, place.column, _closing(line, place.column - 1) + 1))


def _closing(line: str, start: int) -> int:
    """Where the bracket opened after *start* is closed, one past it; the line's end where it is not."""
    depth = 0
    for at in range(start, len(line)):
        depth += {"(": 1, ")": -1}.get(line[at], 0)
        if line[at] == ")" and depth == 0:
            return at + 1
    return len(line)
