"""What goes between a shared drill's hub and its clients, and what its controller sees at a glance.

Plain frozen data; how it is written stands in `codec`, who may know what in `knowing`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from simulator.engine.view import Receipt, UnitView
from simulator.journal.acts import Act
from simulator.journal.controls import Doing
from simulator.language.quantity import Value
from simulator.room.room import Status

PROTOCOL = 1
"""The version of this language. A hub speaks with clients of the same one only."""

Role = Literal["seat", "controller", "evaluator", "observer"]


# -- what a client says ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Join:
    """The first thing that a client says. Nothing else is heard before it."""

    protocol: int
    role: Role
    name: str
    code: str = ""
    """The join code of the role; empty for who comes back with a secret."""
    seat: str = ""
    """The seat that is wanted; empty for any free one, and for who takes none."""
    secret: str = ""
    """The seat's secret, for who comes back."""
    room: str = ""
    """Which of a host's rooms; empty for its only one."""
    since: int = 0
    """The number of the first event that the client does not have."""


@dataclass(frozen=True, slots=True)
class Give:
    """An act of a seat. Its place among the sitting's acts is its identity: saying it twice is no harm."""

    seat: str
    sitting: int
    number: int
    """From 1, within the sitting."""
    act: Act


@dataclass(frozen=True, slots=True)
class Lead:
    """What a controller or an evaluator does."""

    number: int
    """The client's own, from 1: a number heard before is answered as before."""
    what: Doing


@dataclass(frozen=True, slots=True)
class Since:
    """Asking for events anew, from a number on."""

    since: int


@dataclass(frozen=True, slots=True)
class Whole:
    """Asking for the present picture whole, not only what changed in it."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Leaving for good: the seat is free."""


FromClient = Join | Give | Lead | Since | Whole | Leave


# -- what the hub says -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Welcome:
    """The answer to `Join`."""

    room: str
    role: Role
    seat: str
    name: str
    secret: str
    """To come back with; known to this client alone."""
    header: Mapping[str, Any]
    """The journal's header with the scenario as far as this client may know it."""
    debrief: bool
    """Whether this client has the whole journal after the end."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something was not granted."""

    code: str
    """See `simulator.room.shared.refusing`."""
    number: int = 0
    """Of the `Give` or `Lead` that it answers; 0 for the connection itself, which then ends."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Events:
    """Entries of the client's own log, in their order."""

    first: int
    entries: tuple[Mapping[str, Any], ...]
    """n, t, seat, kind, data."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a client may know now: the parts that have changed since the picture before.

    `standing` and `seating` for everybody; `view.time`, `view.inbox` … for a seat, with `thing.injects.doors` … for
    what the scenario says of things that have reached it; `console.time` … for who runs, judges and watches.
    """

    version: int
    after: int
    """The version that it changes; 0 for a whole picture."""
    parts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where, for everybody."""

    seat: str
    player: str
    name: str
    connected: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How the room stands, a part of every picture. Acts are numbered anew in each sitting."""

    time: int
    status: Status
    pace: float
    behind: bool
    trouble: str
    """Why the drill cannot go on, as a code of `refusing`; empty while it can."""
    sitting: int
    """The number of this client's sitting; 0 where it has none."""
    acts: int
    """How many acts of this sitting are kept."""
    events: int
    """How many events there are for this client."""
    scored: bool = False
    """Whether the drill has ended and been scored."""


@dataclass(frozen=True, slots=True)
class Given:
    """The receipt of an act."""

    seat: str
    sitting: int
    number: int
    receipt: Receipt
    same: bool = True
    """False where another act was kept under this number: the client counts on from `Standing.acts`."""


@dataclass(frozen=True, slots=True)
class Led:
    """The receipt of what a controller or evaluator did."""

    number: int
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Debrief:
    """After the end: a part of the whole journal, for everybody where the host allows it."""

    part: int
    of: int
    lines: tuple[str, ...]


FromHub = Welcome | Refused | Events | Picture | Given | Led | Debrief


# -- the console -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SeatState:
    """One seat as its controller sees it."""

    seat: str
    player: str
    """"person", "stand-in" or "controller"."""
    name: str
    connected: bool
    barred: bool
    since: int
    """The exercise second from which this player has sat there."""
    doing: str
    """The verb that it is carrying out; empty for none."""
    queue: tuple[str, ...]
    """The verbs that wait."""
    unread: int
    decisions: tuple[str, ...]
    """The decisions that are open before it."""
    last_act: int | None


@dataclass(frozen=True, slots=True)
class InjectState:
    """One inject of the MSEL, or one written on the spot."""

    inject: str
    status: Literal["waiting", "held", "due", "delivered", "skipped"]
    """`due`: held, and its time has come."""
    at: int | None
    """When it was delivered, last; else the second for which it is planned, where that is fixed."""
    to: tuple[str, ...]
    own: bool
    """Whether it comes by itself; without, only the controller delivers it."""


@dataclass(frozen=True, slots=True)
class IncidentState:
    """One incident as it truly stands."""

    incident: str
    present: bool
    values: Mapping[str, Value]
    """By part: people, tension, stage …"""


@dataclass(frozen=True, slots=True)
class RequestState:
    """A request between two seats."""

    request: int
    time: int
    by: str
    to: str
    verb: str
    answered: str
    """"granted", "refused", or empty while it waits."""


@dataclass(frozen=True, slots=True)
class RemarkState:
    """What an evaluator noted."""

    entry: int
    by: str
    seat: str
    time: int
    expectation: str
    rating: str
    words: str


@dataclass(frozen=True, slots=True)
class Console:
    """Everything at a glance, for controllers, evaluators and observers."""

    time: int
    status: Status
    pace: float
    seats: tuple[SeatState, ...]
    injects: tuple[InjectState, ...]
    incidents: tuple[IncidentState, ...]
    units: tuple[UnitView, ...]
    harm: Mapping[str, int]
    requests: tuple[RequestState, ...]
    remarks: tuple[RemarkState, ...]
    watching: tuple[str, ...]
    """The names of who runs, judges and watches, with their role: "Ma Lin (observer)"."""
    codes: Mapping[str, str]
    """The join code of each role; empty for all but controllers."""
