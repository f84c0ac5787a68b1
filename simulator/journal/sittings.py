"""Who sat in which seat of a drill, and when: the header's seats, and what has changed since.

Whoever scores a shared drill needs it: people come late, leave and return, and stand-ins act meanwhile.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from simulator.journal.controls import CONTROLLER, PERSON, STAND_IN
from simulator.journal.entry import CLOSING, HEADER, SIT, Entry


@dataclass(frozen=True, slots=True)
class Sitting:
    """One player's time in a seat."""

    player: str
    """"person", "stand-in", "controller", or a bot's name."""
    name: str
    entry: int
    """The entry from which it counts."""
    time: int
    barred: bool = False
    why: str = ""
    """"joined", "returned", "left", "lost", "taken over", "freed" or "revoked"; empty for the header's."""

    @property
    def is_scored(self) -> bool:
        """Whether what is done in it is a trainee's own."""
        return self.player not in (STAND_IN, CONTROLLER)


@dataclass(frozen=True, slots=True)
class Stay:
    """A sitting with its end."""

    sitting: Sitting
    until: int | None = None
    """The second at which somebody else sat down; nothing where nobody did."""
    until_entry: int | None = None
    ended: str = ""
    """Why somebody else sat down."""


class Sat:
    """The sittings of one drill, taken from its entries in their order."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.by_seat: dict[str, list[Sitting]] = {}
        """In their order; every seat that the header names is here."""
        self._over = False
        for entry in entries:
            self.take(entry)

    def take(self, entry: Entry) -> None:
        """Add one entry. Who leaves once the drill is over sat there to its end."""
        said = entry.payload
        if entry.kind == HEADER:
            for seat, who in said.get("seats", {}).items():
                self.by_seat[seat] = [Sitting(who.get("player", ""), who.get("name", ""), 0, 0)]
        elif entry.kind == CLOSING:
            self._over = True
        elif entry.kind == SIT and said.get("accepted") and not self._over:
            sitting = Sitting(said["player"], said["name"], entry.number, entry.time, said["barred"], said["why"])
            self.by_seat.setdefault(said["seat"], []).append(sitting)

    @property
    def is_shared(self) -> bool:
        """Whether people came and went, as in a shared drill alone."""
        return any(len(each) > 1 for each in self.by_seat.values())

    def stays(self, seat: str) -> tuple[Stay, ...]:
        """Who sat in a seat from when to when, without those who sat there for no second."""
        sittings = self.by_seat.get(seat, [])
        pairs = pairwise(sittings)
        found = [Stay(one, after.time, after.entry, after.why) for one, after in pairs if after.time > one.time]
        return (*found, Stay(sittings[-1])) if sittings else ()

    def people(self, seat: str) -> tuple[str, ...]:
        """The names of the persons who sat in a seat, in the order in which they came."""
        return tuple(dict.fromkeys(each.name for each in self.by_seat.get(seat, ()) if each.player == PERSON))

    def alone(self, seat: str, name: str) -> "Sat":
        """The same as one person of a seat sees it: the others who sat there are no trainees."""
        found = Sat()
        found.by_seat = {
            each: [one if each != seat or one.name == name else replace(one, player=STAND_IN) for one in sittings]
            for each, sittings in self.by_seat.items()
        }
        return found

    def changed_hands(self, seat: str) -> bool:
        """Whether more than one sat in a seat: then only its trainee's own acts count."""
        return len(self.by_seat.get(seat, ())) > 1

    def sat_there(self, seat: str, entry: int) -> bool:
        """Whether a trainee sat in a seat when an entry was written."""
        sitting = next((each for each in reversed(self.by_seat.get(seat, ())) if each.entry <= entry), None)
        return sitting is None or sitting.is_scored

    def left(self, seat: str, since: int, before: int) -> int | None:
        """The second at which the trainee left the seat, after an entry and before a second; nothing if never."""
        gone = (each for each in self.by_seat.get(seat, ()) if each.entry > since and not each.is_scored)
        return next((each.time for each in gone if each.time < before), None)


def trainees(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The seats that are scored: those in which somebody sat, at whatever time, who is no stand-in."""
    return tuple(seat for seat, each in Sat(entries).by_seat.items() if any(one.is_scored for one in each))


def last_person(of_seat: Sequence[Sitting]) -> Sitting:
    """Whose seat it is in the scores: the last person's who sat there, else the first player's."""
    return next((each for each in reversed(of_seat) if each.player == PERSON), of_seat[0])
