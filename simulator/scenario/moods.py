"""How a mood moves: the tension of a group, the distress of a person. Numbers are design values of their scenario."""

from pydantic import Field

from simulator.language.condition import Condition
from simulator.language.text import Text
from simulator.scenario.effects import Effects
from simulator.scenario.model import Model
from simulator.scenario.values import Seconds, Share


class Mood(Model):
    """How tension moves: half of the way to its level in every half-life."""

    start: Share
    base: Share
    half_life: Seconds = Field(gt=0)


class Pressure(Model):
    """What raises the level of tension while its condition holds, or while the tension itself is high."""

    raises: Share
    when: Condition | None = None
    above: Share | None = None
    until_below: Share | None = None


class Relief(Model):
    """What lowers the level of tension while its condition holds."""

    lowers: Share
    when: Condition


class Stage(Effects):
    """A threshold of tension with consequences each time it is reached from below."""

    above: Share
    until_below: Share | None = None
    """The stage is left below this; 0.05 under `above` where it is empty."""
    name: Text | None = None

    @property
    def left_below(self) -> float:
        """Where tension must fall to leave the stage."""
        return max(0.0, self.above - 0.05) if self.until_below is None else self.until_below
