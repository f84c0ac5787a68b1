"""What one seat may know at one second: the only thing a player ever sees of a drill.

Plain frozen data, made anew when asked for. Nothing in it is hidden from the seat it is for.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.language.quantity import Value


@dataclass(frozen=True, slots=True)
class Wanted:
    """An order that another seat asks this one to give, ready to be given."""

    request: int
    """The request's number."""
    verb: str
    arguments: Mapping[str, Value]
    answered: str = ""
    """"granted" or "refused"; empty while it waits for an answer."""


@dataclass(frozen=True, slots=True)
class Message:
    """Something in the seat's inbox."""

    number: int
    """Its number in this inbox, from 1."""
    time: int
    inject: str
    """The inject's id; empty for a message from a seat and for a reply."""
    sender: str
    """The seat it came from; empty for injects and replies."""
    about: str
    """For messages and replies: the topic."""
    tells: Mapping[str, Value]
    opened: int | None
    """When it was read to its end; nothing while unread."""
    words: str = ""
    """What a seat added in its own words to a `tell`."""
    understood: bool = True
    """Whether it is in a language the seat knows, or somebody interprets."""
    speaker: str = ""
    """A character through whom the controller speaks, by the cast's id or in plain words; then `words` says it all."""
    wanted: Wanted | None = None
    """For a request of another seat: the order that it asks for."""


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """A decision put to the seat and not yet answered."""

    decision: str
    put: int
    starts: int
    """When its clock starts: after its reading time."""
    closes: int
    """The first second at which it is too late."""
    options: tuple[str, ...]
    """In the order shown, drawn from the seed."""


@dataclass(frozen=True, slots=True)
class Task:
    """An order the seat has given: the one it is carrying out, or one that waits."""

    order: int
    verb: str
    arguments: Mapping[str, Value]
    given: int
    ends: int | None
    """When it will be carried out, for the present one."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an order or an answer of this seat."""

    time: int
    order: int
    """The order's number; 0 for an answer."""
    name: str
    """The verb, or the decision."""
    outcome: str
    """"carried_out", "failed", "cancelled", "kept", "broken", "silent"; for answers the option's id."""
    reason: str = ""
    """For a failed order: why, as a code."""


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit as its commander knows it."""

    unit: str
    place: str
    """Where it is, or where it is going."""
    status: str
    """"free" (at its base), "travelling", "working", "returning"."""
    arrives: int | None
    tired: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A value that the seat knows: told at a time, or before its eyes now."""

    value: Value
    time: int
    seen: bool
    """Whether it is before the seat's eyes (true now), not told."""


@dataclass(frozen=True, slots=True)
class View:
    """All that a seat may know at a second."""

    time: int
    seat: str
    over: bool
    inbox: tuple[Message, ...]
    decisions: tuple[OpenDecision, ...]
    current: Task | None
    busy_until: int
    """The second from which the seat is free, with what it is doing now; not counting its queue."""
    queue: tuple[Task, ...]
    results: tuple[Result, ...]
    units: tuple[UnitView, ...]
    """The units it commands (all of them for the commander)."""
    known: Mapping[str, Known]
    """By dotted name: `residents.people`, `hall.density`, `windows.queue` …"""
    incidents: tuple[str, ...]
    """The incidents that have begun or of which it was told something."""
    told: Mapping[str, Value]
    """The last value of each name that was told to it: what it is judged on."""
    orders: tuple[str, ...]
    """The verbs that it has the authority to give."""
    answers: Mapping[str, str]
    """Decisions it has answered (or been silent on), with the option."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the drill says to an act at once."""

    entry: int
    """The act's sequence number in the journal."""
    accepted: bool
    order: int = 0
    """The number given to an accepted order."""
    refused: str = ""
    """A reason's code where it was refused: "authority", "unknown", "arguments", "not_yours", "not_known", "closed",
    "unread", "not_waiting", "over", "assessed", "granted" (it could be ordered, not asked for), "answered" (a request
    was already), "not_held" (of an inject)."""
    ask: tuple[str, ...] = ()
    """For "authority": the seats that have it."""
