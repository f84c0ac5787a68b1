"""What evaluators rated beside what the machine found, and how far the two agree.

Neither changes the other: a rating by a person stands next to the score.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.evaluation.expectations import Judged
from simulator.evaluation.rating import Rating
from simulator.evaluation.scorecard import Scorecard
from simulator.journal.entry import REMARK, Entry

RATINGS: tuple[Rating, ...] = ("U", "M", "S", "P")
"""Worst first, one step apart."""


@dataclass(frozen=True, slots=True)
class Rated:
    """One rating by an evaluator, and the machine's of the same expectation."""

    entry: int
    evaluator: str
    seat: str
    expectation: str
    time: int
    """The exercise second that it is about."""
    human: Rating
    machine: Rating | None
    """Nothing where the expectation was not observed in this run."""
    words: str
    instance: int = 0
    """Which time of a repeated expectation is meant, from 1; 0 where none fell due."""

    @property
    def apart(self) -> int | None:
        """By how many steps the two differ; above 0 where the evaluator is the kinder one."""
        return None if self.machine is None else RATINGS.index(self.human) - RATINGS.index(self.machine)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Over all ratings of which both sides have one."""

    rated: tuple[Rated, ...]
    """All of them, in the order in which they were noted."""
    compared: int
    exact: float | None
    """The share that is the same, 0..1; nothing where none can be compared."""
    near: float | None
    """The share that is at most one step apart."""
    kappa: float | None
    """Cohen's kappa with linear weights (Cohen 1968): 1 full agreement, 0 as by chance. Nothing below five ratings,
    and where one side gave the same rating every time to the same as the other.
    """


FEW = 5
"""Ratings below which kappa says nothing."""


def agreement(scorecard: Scorecard, journal: Iterable[Entry]) -> Agreement:
    """The evaluators' ratings in a journal beside the scorecard's. An evaluator's last of an expectation counts."""
    judged = [each for trainee in scorecard.trainees for each in trainee.judged]
    last: dict[tuple[str, str], Rated] = {}
    for entry in journal:
        if entry.kind == REMARK and entry.payload.get("accepted") and entry.payload["rating"]:
            rated = _rated(entry, judged)
            last[rated.evaluator, rated.expectation] = rated
    found = tuple(sorted(last.values(), key=lambda each: each.entry))
    apart = [each.apart for each in found if each.apart is not None]
    pairs = [(each.human, each.machine) for each in found if each.machine is not None]
    return Agreement(
        found, len(apart), _share([step == 0 for step in apart]), _share([abs(step) <= 1 for step in apart]),
        _kappa(pairs),
    )  # fmt: skip


def _rated(entry: Entry, judged: Sequence[Judged]) -> Rated:
    said = entry.payload
    seen = [each for each in judged if each.id == said["expectation"] and each.due is not None]
    # Where several people sat in the seat, that of whoever was there when it fell due.
    mine = [each for each in seen if each.observed] or seen
    # Of a repeated expectation the instance that was due at that moment is meant.
    due = [each for each in mine if each.due is not None and each.due <= said["time"]]
    meant = (due or mine)[-1] if mine else None
    machine = meant.rating if meant is not None else None
    return Rated(
        entry.number, said["by"], said["seat"], said["expectation"], said["time"], said["rating"], machine,
        said["words"], meant.instance.number if meant is not None else 0,
    )  # fmt: skip


def _share(truths: Sequence[bool]) -> float | None:
    return truths.count(True) / len(truths) if truths else None


def _kappa(pairs: Sequence[tuple[Rating, Rating]]) -> float | None:
    """1 less the weighted disagreement found over that expected by chance."""
    if len(pairs) < FEW:
        return None
    found = math.fsum(_apart(one, other) for one, other in pairs) / len(pairs)
    by_chance = math.fsum(_apart(one, other) for one, _ in pairs for _, other in pairs) / len(pairs) ** 2
    return 1 - found / by_chance if by_chance else None


def _apart(one: Rating, other: Rating) -> float:
    return abs(RATINGS.index(one) - RATINGS.index(other)) / (len(RATINGS) - 1)
