"""What who runs or judges a shared drill may do: inputs like a seat's acts, under a seat of their own.

What each does to the world is the engine's affair, and what it does to clock and seats the room's.
"""

from dataclasses import dataclass
from typing import Literal

from simulator.journal.acts import Act

CONTROL = "@control"
"""The seat under which all this stands in a journal. No scenario can have a seat of this name."""

PERSON, STAND_IN, CONTROLLER = "person", "stand-in", "controller"
"""Who can sit in a seat of a shared drill."""

Purpose = Literal["", "help", "pressure", "redirect"]
"""Why a contingency inject is given: to help the seats on, to press them, to lead them back; empty for none."""

Turn = Literal["start", "pause", "resume", "pace", "end", "score"]


@dataclass(frozen=True, slots=True)
class Deliver:
    """An inject is delivered now. Its own next delivery, if it has one, is taken as done."""

    inject: str
    purpose: Purpose = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """An inject is held back: when its time comes it waits until it is released, delivered or skipped."""

    inject: str


@dataclass(frozen=True, slots=True)
class Release:
    """A held inject goes its own way again; one whose time has come meanwhile is delivered now."""

    inject: str


@dataclass(frozen=True, slots=True)
class Skip:
    """An inject will not be delivered at all."""

    inject: str
    why: str


@dataclass(frozen=True, slots=True)
class Speak:
    """A message written on the spot: a new inject, or the answer of a character."""

    to: tuple[str, ...]
    speaker: str
    """Who says it: a person of the cast by id, or a name in plain words."""
    words: str
    about: str = ""
    """The topic: an inject, an incident or nothing. A seat may hand it on."""
    purpose: Purpose = ""


@dataclass(frozen=True, slots=True)
class Turning:
    """The clock: started, halted, let run, set to a pace, or the drill ended. It changes nothing in the world.

    `score`, after the end, says that everybody has noted what they wanted to; it stands in no journal.
    """

    what: Turn
    pace: float = 0.0
    """Exercise seconds a second, for `pace`."""


@dataclass(frozen=True, slots=True)
class Sit:
    """Somebody else sits in a seat from now on."""

    seat: str
    player: str
    """"person", "stand-in" or "controller"."""
    name: str = ""
    why: str = ""
    """"joined", "left", "lost", "taken over", "freed" or "revoked"."""
    barred: bool = False
    """Whether nobody may sit there until the controller frees it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What an evaluator notes about a seat, tied to a moment and, where it is a rating, to an expectation."""

    seat: str
    words: str
    time: int
    """The exercise second that it is about; not later than now."""
    expectation: str = ""
    rating: Literal["", "P", "S", "M", "U"] = ""


Doing = Deliver | Hold | Release | Skip | Speak | Turning | Sit | Remark


@dataclass(frozen=True, slots=True)
class Control:
    """One of these, and who did it."""

    by: str
    """The name of the controller, evaluator or trainee; "room" for the room itself."""
    what: Doing


Input = Act | Control
"""Whatever a drill can be given."""
