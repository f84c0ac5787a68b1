"""What a journal says of acts and deliveries, gathered from the entries that each left behind."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from simulator.language.quantity import Value

T = TypeVar("T")


@dataclass(slots=True)
class GivenOrder:
    """An accepted order and what became of it. Seconds and entry numbers; nothing where it did not happen."""

    entry: int
    """The sequence number of the act."""
    seat: str
    number: int
    verb: str
    arguments: Mapping[str, Value]
    accepted: int
    """The second at which it was given."""
    done: int | None = None
    """The entry that says it was carried out."""
    done_at: int | None = None
    """The second at which it counts."""
    kept: int | None = None
    kept_at: int | None = None
    broken: int | None = None
    broken_at: int | None = None
    arrived_at: int | None = None
    """When the unit that it sent was there."""


@dataclass(slots=True)
class GivenAnswer:
    """An accepted answer to a decision."""

    entry: int
    seat: str
    decision: str
    option: str
    accepted: int
    done: int | None = None
    done_at: int | None = None


Given = GivenOrder | GivenAnswer


@dataclass(frozen=True, slots=True)
class Delivery:
    """Something that reached a seat."""

    entry: int
    at: int
    seat: str
    kind: str
    """"inject", "decision", "message" or "request"."""
    about: str
    """The inject's or decision's id; the topic of a message."""
    sender: str = ""
    """The seat that a message came from."""
    number: int | None = None
    """Its number in the seat's inbox."""


@dataclass(slots=True)
class Timeline(Generic[T]):
    """The values that something took, each from an entry on."""

    entries: list[int] = field(default_factory=list)
    values: list[T] = field(default_factory=list)

    def add(self, entry: int, value: T) -> None:
        self.entries.append(entry)
        self.values.append(value)

    def as_of(self, entry: int) -> T | None:
        """The value after an entry; nothing before the first."""
        found = bisect_right(self.entries, entry)
        return self.values[found - 1] if found else None


def name_of(given: Given) -> str:
    """The verb of an order, the decision of an answer."""
    return given.verb if isinstance(given, GivenOrder) else given.decision


def counts(given: Given, since: int, until: int) -> bool:
    """Whether an act was carried out after one entry and not after another."""
    return given.done is not None and since < given.done <= until
