"""What the drills of a rehearsal add up to, one after the other."""

from collections import Counter
from dataclasses import dataclass, field

from simulator.rehearsal.exam.playing import Observed


@dataclass(slots=True)
class Waited:
    """How a condition, or a part of one, was seen in all drills."""

    drills: int = 0
    """In how many it held at some second."""
    seconds: int = 0
    """For how long, in all of them."""


@dataclass(frozen=True, slots=True)
class Drilled:
    """One drill, as far as scores are concerned."""

    number: int
    player: str
    overall: float
    rating: str
    outcome: float | None
    credits: tuple[tuple[float, float] | None, ...]


@dataclass(slots=True)
class Tally:
    """All that was counted so far."""

    drills: list[Drilled] = field(default_factory=list)
    paths: Counter[str] = field(default_factory=Counter)
    """In how many drills each path came up."""
    answers: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    """By decision and option, how often each player gave this answer."""
    statuses: dict[int, Counter[str]] = field(default_factory=dict)
    """By the place of an expectation, how often it came out how."""
    waited: dict[str, Waited] = field(default_factory=dict)
    extremes: dict[str, tuple[float, float]] = field(default_factory=dict)
    measures: dict[str, float] = field(default_factory=dict)
    """The highest of all drills."""

    @property
    def runs(self) -> int:
        return len(self.drills)

    def add(self, seen: Observed) -> None:
        """Count one more drill."""
        run = seen.run
        self.drills.append(Drilled(run.number, run.player, seen.overall, seen.rating or "", seen.outcome, seen.credits))
        self.paths.update(seen.paths)
        for answer in seen.answers:
            self.answers.setdefault(answer, Counter())[run.player] += 1
        for place, status in enumerate(seen.statuses):
            self.statuses.setdefault(place, Counter())[status] += 1
        self._add_conditions(seen)

    def in_order(self) -> list[Drilled]:
        """The drills by their numbers, whoever played them first."""
        return sorted(self.drills, key=lambda drill: drill.number)

    def _add_conditions(self, seen: Observed) -> None:
        for source, seconds in seen.held.items():
            waited = self.waited.setdefault(source, Waited())
            waited.drills += 1
            waited.seconds += seconds
        for path, (low, high) in seen.extremes.items():
            lowest, highest = self.extremes.get(path, (low, high))
            self.extremes[path] = (min(low, lowest), max(high, highest))
        for path, value in seen.measures.items():
            self.measures[path] = max(value, self.measures.get(path, value))
