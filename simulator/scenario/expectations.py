"""What the plan expects of a seat, and what harm means in a scenario."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.language.condition import Condition
from simulator.language.text import Text
from simulator.scenario.effects import Path
from simulator.scenario.model import Model
from simulator.scenario.values import Id, Seconds, Share, Yes

Weight = Annotated[float, Field(strict=True, gt=0, le=100)]


class Grade(Model):
    """The quality of an act where a condition holds; the first that holds counts."""

    is_: Share = Field(alias="is")
    when: Condition
    conduct: str | None = None


class Law(Model):
    """The limit is set by law: past it a breach is recorded and the credit stays."""

    source: str
    conduct: str


class Expectation(Model):
    """Which order or answer the plan expects of a seat, due from when, target and limit."""

    of: Id
    task: Text
    """What is to be done, in a few words."""
    clauses: Annotated[tuple[str, ...], Field(min_length=1)]
    due: str
    """What makes it due when it reaches the seat: an inject, a stage (`residents.blocking`), a decision, or an
    order of another seat as a pattern (`tell(about=early_sign)`)."""
    do: Annotated[tuple[Condition, ...], Field(min_length=1)]
    """The orders (`open_reception(place=hall)`) and answers (`first_words == listen`), in their order."""
    met: Condition | None = None
    """By default: all of `do` carried out by this seat since due."""
    quality: tuple[Grade, ...] = ()
    """By default: an option's own grade; an order's graded arguments as in `do`."""
    wrong: tuple[Condition, ...] = ()
    """Tempting wrong orders that belong to this task: giving one spoils it."""
    target: Seconds
    limit: Seconds
    weight: Weight = 1.0
    speed: Share = 0.5
    """The share s of the credit that hangs on time; 1 for tasks of life and safety."""
    critical: Yes | Literal["team"] = False
    coordination: Yes = False
    repeat: Yes = False
    """Whether each further delivery of what makes it due is an instance of its own."""
    if_missed: str | None = None
    """The conduct code of never doing it: U09 for a report."""
    law: Law | None = None
    why: Text | None = None


class Measure(Model):
    """One kind of harm or good in the world: loss = weight × measure ÷ per."""

    measure: Path
    per: Annotated[float, Field(strict=True, gt=0)]
    weight: Weight = 1.0
    name: Text | None = None


class Playthrough(Model):
    """An author's own test: who plays, and what must come out."""

    player: str = "by-the-book"
    script: str | None = None
    """A file of timed acts, from the scenario's folder: its seats and `seat` are played by it, stand-ins play the
    rest, and `player` plays nobody."""
    seat: Id | None = None
    seed: Annotated[int, Field(strict=True, ge=0)] | None = None
    expect: tuple[Condition, ...]
