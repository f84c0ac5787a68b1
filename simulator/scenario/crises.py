"""A person at risk, a rumour that spreads, a flow of people: the other kinds of incident an author can compose."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.language.condition import Condition
from simulator.language.text import Text
from simulator.scenario.effects import Effects
from simulator.scenario.model import Model
from simulator.scenario.moods import Mood, Pressure, Relief, Stage
from simulator.scenario.values import Count, Id, Metres, Moment, Seconds, Share, Yes

STEPS = ("silence", "listening", "empathy", "rapport", "influence", "change")
"""The behavioural change stairway (Vecchi, Van Hasselt and Romano 2005), before it and its five steps."""


class Rapport(Model):
    """Trust between the person and the one talker; it grows a step at a time."""

    start: Share = 0.0
    per_turn: Share = 0.1
    """What a completed listening turn adds; a fifth is a whole step of the stairway."""
    calms: Share = 0.5
    """By how much full rapport lowers the level of distress."""


class Person(Model):
    """Someone at risk. Told soberly: an adverse outcome is one sentence, and the drill goes on to care."""

    kind: Literal["person"]
    name: Text
    place: Id
    at: Moment | None = None
    when: Condition | None = None
    claim: Text | None = None
    distress: Mood
    rapport: Rapport = Rapport()
    second_voice: Share = 0.12
    """The step in distress when another than the talker speaks to the person."""
    pressures: dict[Id, Pressure] = {}
    reliefs: dict[Id, Relief] = {}
    stages: dict[Id, Stage] = {}
    """Of distress, weakest first."""
    crossing: Annotated[float, Field(strict=True, gt=0, le=1)] = 0.95
    """The distress at which the person acts."""
    protected: Condition | None = None
    """Whether rescue stands ready: then a crossing is survived. Without it a crossing is harm."""
    resolved: Condition | None = None
    """What must hold, besides the last step of the stairway, for the person to come to safety."""
    safe: Effects = Effects()
    caught: Effects = Effects()
    """After a crossing that rescue was ready for."""
    lost: Effects = Effects()
    """After a crossing without."""


class Revival(Model):
    """An old grievance joins: part of those who had stopped listening listen again."""

    when: Condition
    share: Share = 0.3


class Rumour(Model):
    """A rumour after Daley and Kendall, with official statements; shares of an audience, rates per minute."""

    kind: Literal["rumour"]
    name: Text
    at: Moment | None = None
    when: Condition | None = None
    audience: Count = Field(gt=0)
    telling: Annotated[float, Field(strict=True, gt=0, le=1)] = 0.02
    """beta: doubling in about 35 minutes at the default."""
    start: Share = 0.002
    """Spreaders at the beginning."""
    correction: Share = 0.01
    """delta: how fast an official statement reaches people once it is out."""
    corrected: Condition | None = None
    """That an accurate statement is out."""
    denied: Condition | None = None
    """That a wrong denial is out: telling doubles for a while."""
    doubled_for: Seconds = 43200
    revival: Revival | None = None


class Section(Model):
    """A stretch of a flow: a place, and how wide its way on is."""

    place: Id
    width: Metres
    relief: Metres = 0.0
    """Further width once another way out is opened here."""


class Surge(Model):
    """People who arrive upstream, so many a minute, over a time counted from the flow's beginning."""

    starts: Seconds = 0
    ends: Seconds
    per_minute: Count


class Flow(Model):
    """People moving through places, in the order of the path."""

    kind: Literal["flow"]
    name: Text
    at: Moment | None = None
    when: Condition | None = None
    path: Annotated[tuple[Section, ...], Field(min_length=1)]
    surges: Annotated[tuple[Surge, ...], Field(min_length=1)]
    stops_at: Condition | None = None
    """While it holds, nobody is let into the first place; `stop_inflow(place=…)` does the same for its place."""
    counted: Yes = True
    """Whether its people count at their places."""
