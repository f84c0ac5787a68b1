"""What is measured and what came of it: rows with their ratios to bare loops of the same run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.language.said import Said


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as much as something else that was measured in the same run."""

    times: float
    to: Said


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was measured."""

    id: str
    """Its place in JSON, and in a history: `engine/mass/played`."""
    what: Said
    value: float | None
    """The median of the repeats; nothing where it was left out."""
    unit: str
    """"ms", "s", "µs", "MB", "/s" or "%"."""
    ratios: tuple[Ratio, ...] = ()
    events: int | None = None
    """SimPy events of the drill that was measured, where it is one; for growth those of the world's own alone."""
    repeats: int = 1
    why_not: Said | None = None
    """Why it was left out."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What every measure is given."""

    quick: bool
    """Small and once or so, to see that everything runs: the figures say little."""
    repeats: int
    """Each time is taken so often, and the median told."""
    folder: Path
    """For files of this run alone."""


@dataclass(frozen=True, slots=True)
class Task:
    """One step of a run; the bar of progress moves when it is done."""

    group: str
    name: Said
    weight: float
    """Roughly its seconds, against those of the others."""
    measure: Callable[[], Sequence[Row]]


def left_out(id: str, what: Said, reason: Said) -> Row:
    """A row that says why nothing was measured."""
    return Row(id, what, None, "", why_not=reason)
