"""HSEEP's letters: P (performed), S (with some challenges), M (with major challenges), U (unable), and caps."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from simulator.language.said import Said

Rating = Literal["P", "S", "M", "U"]
LETTERS: tuple[Rating, ...] = ("P", "S", "M", "U")
FROM: tuple[tuple[float, Rating], ...] = ((85.0, "P"), (70.0, "S"), (50.0, "M"))
"""From which number on which letter stands, for a trainee and a team."""

HIGHEST: dict[Rating, float] = {"M": 69.0, "U": 49.0}
"""The highest number beside a letter that caps."""


@dataclass(frozen=True, slots=True)
class Cap:
    """A limit on a rating, and why."""

    rating: Rating
    reason: Said
    entry: int | None = None
    """Where in the journal it stands."""

    @property
    def at_most(self) -> float:
        """The highest number that goes with it."""
        return HIGHEST[self.rating]


def letter(number: float) -> Rating:
    """The letter of a number 0..100."""
    return next((rating for least, rating in FROM if number >= least), "U")


def worse(first: Rating, second: Rating) -> Rating:
    """The lower of two letters."""
    return max(first, second, key=LETTERS.index)


def capped(number: float | None, caps: Iterable[Cap]) -> tuple[float | None, Rating | None]:
    """Number and letter after the caps; where there is no number, the letter of the caps if any."""
    lowest: Rating | None = None
    for cap in caps:
        lowest = cap.rating if lowest is None else worse(lowest, cap.rating)
    if number is None:
        return None, lowest
    under = number if lowest is None else min(number, HIGHEST[lowest])
    return under, letter(under)
