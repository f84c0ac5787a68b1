"""The kinds of incident an author can compose, all from conditions. Numbers are per incident; where none
is given, the default is a design value.
"""

from typing import Annotated, Literal

from pydantic import Field

from simulator.language.condition import Condition
from simulator.language.text import Text
from simulator.scenario.crises import Flow, Person, Rumour
from simulator.scenario.model import Model
from simulator.scenario.moods import Mood, Pressure, Relief, Stage
from simulator.scenario.values import Count, Id, Moment, Seconds, Share, Window


class Trust(Model):
    """Belief in the authority, a step variable in 0..1; its distance from one half shifts the level of tension."""

    start: Share = 0.5
    weight: Share = 0.4
    """k in level = base + pressures − reliefs + k·(½ − trust)."""
    kept_promise: Share = 0.15
    broken_promise: Share = 0.25


class Stream(Model):
    """People who come or go one after another while a condition holds."""

    every: Seconds = Field(gt=0)
    people: Count = 1
    when: Condition | None = None
    up_to: Count | None = None
    """For arrivals: no more than this come in all."""


class Gathering(Model):
    """A group as one cohort, with a claim and a tension."""

    kind: Literal["gathering"]
    name: Text
    place: Id
    at: Moment | None = None
    """When it comes together: from the start where this and `when` are empty."""
    when: Condition | None = None
    people: Count
    claim: Text | None = None
    tension: Mood
    trust: Trust = Trust()
    pressures: dict[Id, Pressure] = {}
    reliefs: dict[Id, Relief] = {}
    stages: dict[Id, Stage] = {}
    """Weakest first."""
    arrivals: Stream | None = None
    departures: Stream | None = None


class Need(Model):
    """A share of the people who need more than a window."""

    share: Share
    skill: Id | None = None
    """The skill that must be at the place for them to be served."""
    first: bool = False
    """Served before the others: infants, the sick, the old."""
    name: Text | None = None


class Intake(Model):
    """Where a queue's people come from: out of a gathering, or by themselves."""

    from_: Id | None = Field(default=None, alias="from")
    every: Window
    """Mean time between two arrivals (exponential); `a..b` is uniform."""
    up_to: Count | None = None


class Reception(Model):
    """A queue with windows, staff and patience: M/M/n+M where every feature beyond it is unused."""

    kind: Literal["reception"]
    name: Text
    place: Id
    at: Moment | None = None
    when: Condition | None = None
    windows: Count = 0
    """Open from the start."""
    staff: Id | None = None
    """The skill that a window needs: as many windows work as people with it work at the place."""
    arrivals: Intake
    service: Window
    patience: Window | None = None
    needs: dict[Id, Need] = {}
    tired: Annotated[float, Field(strict=True, ge=1, le=5)] = 1.5
    """How many times as long service takes where the staff is tired."""
    unserved_lowers_trust: Share = 0.002
    """The step for each who leaves unserved."""
    served_go_home: bool = True


Incident = Annotated[Gathering | Reception | Person | Rumour | Flow, Field(discriminator="kind")]
