"""The catalogue of unlawful and harmful acts, each with its legal basis, and how they can be repaired."""

from typing import Literal

from simulator.language.text import Text
from simulator.scenario.effects import Ids
from simulator.scenario.model import Model
from simulator.scenario.plan import Mark
from simulator.scenario.values import Count, Seconds, Slug, Yes

Severity = Literal["critical", "unlawful", "harmful"]


class SeverityEffect(Model):
    """What a severity costs: points of the figure conduct."""

    name: Text
    points: Count
    effect: Text | None = None


class Repair(Model):
    """The orders that repair a breach when all are carried out in time after it."""

    within: Seconds
    orders: Ids
    note: Text | None = None


class Basis(Model):
    cites: str
    mark: Mark


class Code(Model):
    """One kind of breach."""

    severity: Severity
    name: Text
    explains: Text | None = None
    basis: tuple[Basis, ...]
    inferred: Yes = False
    """Whether the link between act and article is ours."""


class Conduct(Model):
    """The catalogue, whole."""

    format: Literal[1]
    id: Slug
    severities: dict[Severity, SeverityEffect]
    repair: Repair
    codes: dict[str, Code]
    laws: dict[str, Text] = {}
    """The short codes that the bases cite, and what they stand for."""
