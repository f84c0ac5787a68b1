"""The catalogue of orders: verbs, arguments, who may give them, how long they take, what they do."""

from typing import Literal

from simulator.language.text import Text
from simulator.scenario.effects import Effects
from simulator.scenario.model import Model
from simulator.scenario.values import Amount, Count, Id, Seconds, Slug, Yes

ArgumentKind = Literal[
    "unit", "place", "incident", "seat", "department", "level", "number", "choice", "order", "topic", "deadline",
    "person", "words",
]  # fmt: skip
Mechanic = Literal[
    "dispatch", "relieve", "release", "open_reception", "close_reception", "register", "tell", "ask", "promise",
    "activate", "end_response", "talk", "stop_inflow", "resume_inflow", "open_relief",
]  # fmt: skip
"""What the engine itself carries out; every other order works through its effects and through conditions."""

GRADED = frozenset({"number", "level", "deadline", "words"})
"""Argument kinds whose value is judged for quality; the others say which act it is."""


class Argument(Model):
    """One argument of an order."""

    kind: ArgumentKind
    name: Text
    optional: Yes = False
    one_of: dict[Id, Text] = {}
    """For a choice: the values and how they read."""
    min: Amount | None = None
    max: Amount | None = None
    default: Amount | str | None = None
    """The value of an optional argument that is not given."""
    graded: Yes | None = None

    @property
    def is_graded(self) -> bool:
        """Whether its value is judged for quality, not for which act it is."""
        return self.kind in GRADED if self.graded is None else self.graded


class OrderType(Effects):
    """A verb of the catalogue."""

    name: Text
    does: Text
    """One sentence for the list of orders."""
    group: Id
    arguments: dict[Id, Argument] = {}
    by: tuple[Id, ...] | Literal["all"] = "all"
    """The roles with the authority for it."""
    takes: Seconds
    """How long it occupies the seat."""
    mechanic: Mechanic | None = None
    conduct: str | None = None
    """The code of the breach that giving this order is."""
    mark: str = "D"


class Attention(Model):
    """How long reading, answering and asking for help occupy a seat, and what help costs."""

    words_per_minute: Count
    characters_per_minute: Count
    answer: Seconds
    hint_costs: Amount


class Catalogue(Model):
    """The orders, whole."""

    format: Literal[1]
    id: Slug
    attention: Attention
    groups: dict[Id, Text]
    orders: dict[Id, OrderType]
