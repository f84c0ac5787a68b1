"""What a player may do: each is submitted to the drill and stands in the journal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Order:
    """An order of the catalogue with its arguments (`tell` and `ask` among them)."""

    verb: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """An option of a decision that was put to the seat."""

    decision: str
    option: str


@dataclass(frozen=True, slots=True)
class Open:
    """Reading a message of the seat's inbox; occupies its reading time."""

    message: int


@dataclass(frozen=True, slots=True)
class Cancel:
    """Taking back an order that waits in the seat's queue, by its number."""

    order: int


@dataclass(frozen=True, slots=True)
class Reorder:
    """Moving a waiting order to another place of the queue, 0 first."""

    order: int
    to: int


@dataclass(frozen=True, slots=True)
class Note:
    """A line for oneself; kept, never scored."""

    text: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Asking what the plan expects next; costs points."""

    about: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """Asking a seat that has the authority, or commands the unit, to give an order."""

    to: str
    verb: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """Answering a request. Who grants it gives the order besides, as an order of its own."""

    request: int
    """The request's number."""
    granted: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Telling another seat everything that one was told."""

    to: str
    words: str = ""


Act = Order | Answer | Open | Cancel | Reorder | Note | Hint | Request | Reply | HandOver
