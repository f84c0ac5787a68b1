"""What a person settles before a drill, and what a past drill left of itself: plain values without a screen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeVar

from simulator.language.said import Said, say
from simulator.scenario.scenario import Scenario

Choice = TypeVar("Choice")

PACES = (1, 6, 12, 30, 60, 120)
"""The paces that are offered, in exercise seconds a second."""


@dataclass(frozen=True, slots=True)
class Result:
    """One past drill of the person."""

    day: str
    scenario: str
    title: Mapping[str, str]
    seat: str
    mode: str
    overall: float | None
    rating: str | None
    figures: tuple[float | None, ...] = ()
    """Speed, quality, conduct, outcome, coordination."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """How a drill is going to be played, as far as it is settled."""

    scenario: Scenario
    seat: str
    assessed: bool
    pace: int
    name: str
    seed: int | None
    """Drawn when the drill begins, where nobody names one."""

    def turned(self, row: str, by: int) -> "Preparation":
        """With the next or previous choice of a row."""
        match row:
            case "seat":
                return replace(self, seat=_next(tuple(self.scenario.seats), self.seat, by))
            case "mode":
                return replace(self, assessed=not self.assessed)
            case "pace":
                paces = tuple(sorted({*PACES, int(self.scenario.pace)}))
                return replace(self, pace=_next(paces, self.pace, by))
            case _:
                return self

    def named(self, name: str) -> "Preparation":
        return replace(self, name=name)

    def seeded(self, seed: int | None) -> "Preparation":
        return replace(self, seed=seed)


SAID_OF_A_HOST = ("code", "seat", "fingerprint")
"""What a host's line may say beside its address."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What somebody writes to take a seat of a drill that is hosted elsewhere."""

    place: str = ""
    """`HOST:PORT`, as the host shows it."""
    code: str = ""
    name: str = ""
    seat: str = ""
    """Empty for any free one."""
    encrypted: bool = True
    """Whether a host on another machine encrypts."""
    fingerprint: str = ""
    """The host's; empty where it is not known yet."""

    def written(self, row: str, text: str) -> "Invitation":
        """With a row written. The host's whole line may stand in the place of its address."""
        if row == "place":
            return self if text == self.place else self._told(text)
        changed: dict[str, Any] = {row: text}
        return replace(self, **changed)

    def _told(self, line: str) -> "Invitation":
        """With what a line like `drillroom join HOST:PORT --code …` says; what was known of another host goes."""
        words = line.split()
        places = [word for word in words if word.rpartition(":")[2].isdecimal()]
        told: dict[str, Any] = {
            name: after for word, after in pairwise(words) if (name := word.removeprefix("--")) in SAID_OF_A_HOST
        }
        place = line if len(words) == 1 else next(iter(places), line)
        encrypted = self.encrypted and "--insecure" not in words
        return replace(replace(self, place=place, fingerprint="", encrypted=encrypted), **told)


def prepared(scenario: Scenario, name: str) -> Preparation:
    """A practice in the scenario's first seat at its own pace."""
    return Preparation(scenario, next(iter(scenario.seats)), False, int(scenario.pace), name, None)


def seed_written(written: str) -> int | None:
    """The seed that was typed; nothing for an empty line. Raises `ValueError` for what is no whole number from 0."""
    if not written:
        return None
    seed = int(written)
    if seed < 0:
        raise ValueError(written)
    return seed


def cannot_be_a_seed(written: str) -> Said:
    return say("'{written}' is not a seed: write a whole number from 0, or nothing to have one drawn", written=written)


def _next(choices: tuple[Choice, ...], present: Choice, by: int) -> Choice:
    place = choices.index(present) if present in choices else 0
    return choices[(place + by) % len(choices)]
