"""The scenario: what an author wrote, and the same with its plan, orders and conduct resolved."""

import hashlib
import json
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from simulator.language.condition import Condition
from simulator.language.text import Text
from simulator.scenario.conduct import Conduct
from simulator.scenario.effects import Ids
from simulator.scenario.expectations import Expectation, Measure, Playthrough
from simulator.scenario.incidents import Incident
from simulator.scenario.messages import Decision, Inject
from simulator.scenario.model import Model
from simulator.scenario.orders import Catalogue, OrderType
from simulator.scenario.plan import Plan
from simulator.scenario.values import Amount, Area, ClockTime, Count, Id, Pace, Seconds, Slug, Window, Yes


class Seat(Model):
    """A role in the drill."""

    role: Id | None = None
    """The role of the plan it fills; the seat's own id where empty."""
    name: Text | None = None
    sees: Ids = ()
    """Places that the seat has before its eyes."""
    delay: Seconds = 120
    """How long a stand-in waits before it acts."""


class Place(Model):
    name: Text
    capacity: Count | None = None
    area: Area | None = None


class Route(Model):
    """A way between two places and how long it takes, both ways."""

    between: Annotated[tuple[Id, Id], Field()]
    travel: Window


class Unit(Model):
    """Who can be sent. It is in one place only."""

    name: Text
    base: Id
    count: Count = 1
    skills: Ids = ()
    under: Id
    """The seat that commands it; the commander may send it too."""
    tires_after: Seconds = 14400


class Member(Model):
    """A person of the story or of the staff: fictional. `{id}` in a text is replaced by the name."""

    name: Text | None = None
    locale: Annotated[str, Field(pattern=r"^[a-z]{2}_[A-Z]{2}$")] | None = None
    """Where there is no name: the region from which one is drawn, once, with the drill's seed."""
    part: Text | None = None


class Chapter(Model):
    """A stretch of a scenario that spans days; time jumps from one to the next."""

    starts: Seconds
    """From the beginning of the exercise."""
    length: Seconds = Field(gt=0)
    name: Text | None = None

    @property
    def ends(self) -> int:
        """The first exercise second after it."""
        return self.starts + self.length


class StateVariable(Model):
    """A declared fact of the story with its limits."""

    name: Text | None = None
    start: Yes | Amount | str
    min: Amount | None = None
    max: Amount | None = None
    one_of: tuple[str, ...] = ()


def _seats(written: Any) -> Any:
    """A list of roles is a map of seats with nothing further said of them."""
    plain = isinstance(written, list) and all(isinstance(seat, str) for seat in written)
    return {seat: {} for seat in written} if plain else written


class ScenarioFile(Model):
    """A scenario as its file has it."""

    format: Literal[1]
    id: Slug
    type: Slug
    title: Text
    summary: Text | None = None
    plan: Slug = "petition-emergency"
    languages: Annotated[tuple[str, ...], Field(min_length=1)]
    clock: ClockTime
    length: Seconds = Field(gt=0)
    chapters: dict[Id, Chapter] = {}
    """In their order; none for a scenario that runs through."""
    pace: Pace = 12
    difficulty: Annotated[int, Field(strict=True, ge=1, le=5)] = 3
    briefing: Text
    seats: Annotated[dict[Id, Seat], BeforeValidator(_seats), Field(min_length=1)]
    places: dict[Id, Place]
    routes: tuple[Route, ...] = ()
    units: dict[Id, Unit] = {}
    cast: dict[Id, Member] = {}
    state: dict[Id, StateVariable] = {}
    incidents: Annotated[dict[Id, Incident], Field(min_length=1)]
    injects: dict[Id, Inject] = {}
    decisions: dict[Id, Decision] = {}
    expectations: dict[Id, Expectation] = {}
    allowed: tuple[Condition, ...] = ()
    """Orders that cost nothing although no expectation names them."""
    outcome: dict[Id, Measure] = {}
    orders: dict[Id, Any] = {}
    """Orders of its own, and settings of the catalogue's orders that it overrides."""
    without: Ids = ()
    """Orders of the catalogue that this scenario does not offer."""
    playthroughs: dict[Id, Playthrough] = {}
    notes: Text | None = None
    """For the trainer; never shown in a drill."""


class Scenario(ScenarioFile):
    """A scenario ready to run: with its plan, orders (its own overrides worked in) and conduct codes."""

    emergency_plan: Plan
    catalogue: Catalogue
    conduct: Conduct

    def chapter_at(self, time: int) -> str:
        """The chapter in which a second lies; empty where there is none."""
        return next((name for name, each in self.chapters.items() if each.starts <= time < each.ends), "")

    @property
    def played(self) -> int:
        """Seconds that are played: all of its length, or its chapters'."""
        total = 0
        for chapter in self.chapters.values():
            total += chapter.length
        return total or self.length

    def role_of(self, seat: str) -> str:
        """The plan's role that a seat fills."""
        return self.seats[seat].role or seat

    def jump_from(self, time: int) -> int | None:
        """The second to which time jumps from one that lies between two chapters; nothing within one."""
        for before, after in pairwise(self.chapters.values()):
            if before.ends <= time < after.starts:
                return after.starts
        return None

    def may_order(self, seat: str, verb: str) -> bool:
        """Whether a seat's role has the authority for an order."""
        by = self.catalogue.orders[verb].by
        return by == "all" or self.role_of(seat) in by

    def order(self, verb: str) -> OrderType:
        return self.catalogue.orders[verb]

    def as_json(self) -> dict[str, Any]:
        """The scenario as it stands in a journal's header; `Scenario.model_validate` reads it back."""
        return self._json

    def digest(self) -> str:
        """SHA-256 over scenario, plan, orders and conduct as resolved, in hexadecimal."""
        return self._digest

    # Both cost more than a whole headless drill, and a scenario never changes.
    @cached_property
    def _json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)

    @cached_property
    def _digest(self) -> str:
        canonical = json.dumps(self._json, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()
