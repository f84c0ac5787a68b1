"""What came of it in the world: the loss of a run between that of silence and that by the book."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.scenario.scenario import Scenario

Measures = Mapping[str, float]
"""The measures of a closing entry: `residents.tension.mean`, `harm.injured` …"""

LEAST_GAIN = 0.05
"""The part of the loss of silence by which the book must be better, for an outcome to say anything."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The world on the same seed had a seat (or all trainees) been silent, and had it acted by the book."""

    silent: Measures
    book: Measures


@dataclass(frozen=True, slots=True)
class Baselines:
    """What outcomes are compared with."""

    team: Baseline | None = None
    seats: Mapping[str, Baseline] = field(default_factory=dict)

    @classmethod
    def read(cls, payload: Mapping[str, Any]) -> "Baselines":
        """From the payload of a journal's `baselines` entry."""
        team = payload.get("team")
        seats = {seat: _baseline(both) for seat, both in payload.get("seats", {}).items()}
        return cls(None if team is None else _baseline(team), seats)


def _baseline(both: Mapping[str, Measures]) -> Baseline:
    return Baseline(both["silent"], both["book"])


def measure(measures: Measures, path: str) -> float:
    """One measure; a path without `.mean`, `.max` or `.end` means its end. What never was counts 0."""
    return float(measures.get(path, measures.get(f"{path}.end", 0.0)))


def loss(scenario: Scenario, measures: Measures) -> float:
    """Σ weight × measure ÷ per, over what the scenario calls harm."""
    return math.fsum(part.weight * measure(measures, part.measure) / part.per for part in scenario.outcome.values())


def outcome(scenario: Scenario, measures: Measures, baseline: Baseline | None) -> float | None:
    """0 as in silence, 100 as by the book. Nothing where there is no baseline, or the book is not better
    than silence by at least a twentieth of the loss of silence.
    """
    if baseline is None:
        return None
    silent, book = loss(scenario, baseline.silent), loss(scenario, baseline.book)
    gain = silent - book
    if gain <= 0 or gain < LEAST_GAIN * silent:
        return None
    return 100.0 * min(1.0, max(0.0, (silent - loss(scenario, measures)) / gain))
