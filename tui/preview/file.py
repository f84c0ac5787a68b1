"""The author's file: whether it was saved, and what it holds now."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from simulator.authoring.diagnostics import Finding, in_order
from simulator.authoring.load import load_scenario
from simulator.authoring.meaning.every import meaning_findings
from simulator.authoring.source import Source
from simulator.scenario.scenario import Scenario

Stamp = tuple[tuple[str, int, int], ...]
"""Of each file its name, when it was last changed (in nanoseconds), and its size."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held when it was read."""

    scenario: Scenario | None
    """Nothing where there is an error in it."""
    findings: tuple[Finding, ...]
    """Errors first, then the rest, each in the order of the file."""
    sources: dict[str, Source]


def read(path: Path) -> Reading:
    """The scenario in a file with what `check` says of its YAML, shape and meaning.

    Raises `FileError` where it cannot be opened.
    """
    loaded = load_scenario(path)
    findings = in_order([*loaded.findings, *(meaning_findings(loaded.matter) if loaded.matter else ())])
    errors = [each for each in findings if each.severity == "error"]
    others = [each for each in findings if each.severity != "error"]
    return Reading(None if errors else loaded.scenario, (*errors, *others), loaded.sources)


class Watched:
    """A scenario's file, and the plan and catalogues beside it: whether they were saved since they were last read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read = self._last = self._stamp()

    def saved(self) -> bool:
        """Whether it differs from what was read, and has been left alone since the last look."""
        now = self._stamp()
        settled, self._last = now == self._last, now
        if now == self._read or not settled or not self.path.exists():
            return False
        self._read = now
        return True

    def taken(self) -> None:
        """What stands there now is known: it was written from here."""
        self._read = self._last = self._stamp()

    def _stamp(self) -> Stamp:
        return tuple(found for path in self._files() for found in _stamp_of(path))

    def _files(self) -> Iterable[Path]:
        """The file, and all that may belong to it in its folder: the plan may bear any name."""
        beside = (path for path in self.path.parent.glob("*.yaml") if path.name != self.path.name)
        return (self.path, *sorted(beside))


def _stamp_of(path: Path) -> Iterable[tuple[str, int, int]]:
    try:
        found = path.stat()
    except OSError:
        return
    yield path.name, found.st_mtime_ns, found.st_size
