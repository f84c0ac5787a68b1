"""A file of strict YAML that was read: its value, and where everything in it stands."""

from dataclasses import dataclass
from typing import Any

from simulator.authoring.diagnostics import Finding
from simulator.authoring.source import Place, Source

KeyPath = tuple[str | int, ...]
"""The keys and list positions (from 0) that lead to a value: `("injects", "doors", "at")`."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands, and its key if it has one."""

    value: Place
    """Of a value over several lines, the part on its first line."""
    key: Place | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its value, where everything in it stands, and what is wrong with it."""

    source: Source
    value: Any
    """Maps, lists, strings, ints, floats, bools and None; None where nothing could be read."""
    places: dict[KeyPath, Spot]
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether there is no error in it as YAML."""
        return all(finding.severity != "error" for finding in self.findings)

    def place(self, path: KeyPath) -> Place:
        """Where the value at `path` stands, or else the nearest one that holds it."""
        return self._nearest(path).value

    def key_place(self, path: KeyPath) -> Place:
        """Where the key at `path` stands (a list's entry and the whole file: its value)."""
        spot = self._nearest(path)
        return spot.key or spot.value

    def place_within(self, path: KeyPath, start: int, end: int) -> Place:
        """Where characters `start` to `end` of the text at `path` stand.

        The whole value, where the text stands over several lines or with signs written as escapes.
        """
        place = self.place(path)
        text = self.value_at(path)
        line = self.source.line(place.line)
        offset = place.column - 1 + (line[place.column - 1 : place.column] in ("'", '"'))
        if not isinstance(text, str) or line[offset : offset + len(text)] != text:
            return place
        return Place(place.line, offset + start + 1, offset + max(end, start + 1) + 1)

    def value_at(self, path: KeyPath) -> Any:
        """The value at `path`, or None where nothing stands."""
        value = self.value
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def _nearest(self, path: KeyPath) -> Spot:
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Spot(Place(1, 1, 2)))
