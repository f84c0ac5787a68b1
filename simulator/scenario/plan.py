"""The emergency plan as data: roles, departments, levels, clauses, and what each incident type exercises."""

from typing import Literal

from pydantic import Field

from simulator.language.text import Text
from simulator.scenario.model import Model
from simulator.scenario.values import Count, Id, Seconds, Slug

Mark = Literal["L", "P", "W", "B", "D"]
"""How strong a number's source is: law, public page, weak, background, our own design value."""


class Role(Model):
    """A part of the command post that may own clauses and give orders."""

    name: Text
    does: Text | None = None


class Department(Model):
    """An office or unit outside the command post that can be notified or called to the scene."""

    name: Text


class Heads(Model):
    """How many people a response level is meant for."""

    start: Count = Field(alias="from")
    to: Count | None = None


class Level(Model):
    """One response level; the table is local, so it is data."""

    name: Text
    people: Heads
    mark: Mark = "D"


class LevelRise(Model):
    """A circumstance that raises the response level by one step."""

    text: Text
    mark: Mark = "D"


class PlanTime(Model):
    """A time that plan, law or custom sets, with its source."""

    name: Text | None = None
    target: Seconds | None = None
    limit: Seconds | None = None
    working_days: Count | None = None
    mark: Mark
    source: str | Text | None = None
    note: Text | None = None


class Clause(Model):
    """One numbered requirement of the plan."""

    text: Text
    owners: tuple[Id, ...] | Literal["all"]
    served_by: Text | None = None
    """For clauses about the organisation: which part of the product serves it."""


class IncidentType(Model):
    """A kind of emergency and the clauses that its scenarios must exercise."""

    name: Text
    clauses: tuple[str, ...]


class Plan(Model):
    """An emergency plan, whole."""

    format: Literal[1]
    id: Slug
    version: str
    title: Text
    roles: dict[Id, Role]
    departments: dict[Id, Department]
    levels: dict[str, Level]
    """Weakest first."""
    level_rises: dict[Id, LevelRise] = {}
    times: dict[Id, PlanTime] = {}
    clauses: dict[str, Clause]
    types: dict[Slug, IncidentType]
