"""Who comes into a shared room, sits down, is lost for a while, comes back, and leaves."""

from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.engine.view import Receipt
from simulator.errors import WriteError
from simulator.journal.controls import CONTROL, CONTROLLER, PERSON, STAND_IN, Control, Sit
from simulator.room.shared.keys import Keys, Pass
from simulator.room.shared.ledger import Chair, Ledger
from simulator.room.shared.model import Join, Role
from simulator.room.shared.opening import Shared
from simulator.room.shared.refusing import Refusal
from simulator.room.shared.standing_in import Keeping

GRACE = 60.0
"""Seconds that a seat is kept for somebody whose link was lost, while the drill runs."""
ROOM = "room"
"""Who does what nobody in particular does."""


@dataclass(slots=True, eq=False)
class Member:
    """Somebody who is in the room: with a link, or lost for a while."""

    role: Role
    seat: str
    """Empty for who takes none."""
    name: str
    number: int = 0
    """Counts the members; who comes back has a new one."""
    cast_out: Callable[[str], None] = lambda code: None
    """Ends the member's link, for a reason."""
    led: dict[int, Receipt] = field(default_factory=dict)


class Chairs:
    """The seats of one shared room and who is there."""

    def __init__(
        self, shared: Shared, ledger: Ledger, keys: Keys, clock: Callable[[], float], grace: float = GRACE
    ) -> None:
        self._shared, self._ledger, self._keys, self._clock, self._grace = shared, ledger, keys, clock, grace
        self.members: dict[int, Member] = {}
        self._count = 0
        self._lost: dict[str, float] = {}
        self._led: dict[str, dict[int, Receipt]] = {}
        """What each who runs or judges the drill has done lately, over all of their links."""
        for seat, chair in ledger.chairs.items():
            self._arrange(seat, chair)

    def connected(self) -> dict[str, bool]:
        """The seats whose trainees are there."""
        return {member.seat: True for member in self.members.values() if member.seat}

    def come_in(self, join: Join, address: str) -> tuple[Member, str]:
        """Somebody joins, or comes back; answers the secret to come back with.

        Raises `Refusal`, and `WriteError` where it cannot be kept.
        """
        if not 1 <= len(join.name.strip()) <= 60:
            raise Refusal("name")
        if self._keys.is_locked(address):
            raise Refusal("locked")
        if join.secret:
            return self._come_back(join, address), join.secret
        if not self._keys.fits(join.role, join.code):
            self._keys.wrong(address, join.role)
            raise Refusal("code")
        self._keys.right(address)
        seat = self._free_seat(join.seat) if join.role == "seat" else ""
        name = join.name.strip()
        known, secret = self._keys.admit(join.role, seat, name)
        if seat:
            self.sit(Sit(seat, PERSON, name, "joined"), name)
        return self._enter(known), secret

    def _come_back(self, join: Join, address: str) -> Member:
        known = self._keys.known(join.role, join.seat, join.secret)
        if known is None:
            self._keys.wrong(address, join.role)
            raise Refusal("secret")
        if known.seat:
            chair = self._ledger.chairs[known.seat]
            if chair.barred or chair.player == CONTROLLER:
                raise Refusal("barred" if chair.barred else "freed")
            if chair.player == STAND_IN:
                self.sit(Sit(known.seat, PERSON, known.name, "returned"), known.name)
        self._keys.right(address)
        return self._enter(known)

    def _enter(self, known: Pass) -> Member:
        """Into the room; who sat there over another link has to go on here."""
        digests = {each.digest for each in self._keys.passes}
        self._led = {digest: led for digest, led in self._led.items() if digest in digests}
        led = self._led.setdefault(known.digest, {})
        member = Member(known.role, known.seat, known.name, led=led)
        for other in [each for each in self.members.values() if member.seat and each.seat == member.seat]:
            self.members.pop(other.number)
            other.cast_out("elsewhere")
        self._count += 1
        member.number = self._count
        self.members[member.number] = member
        self._lost.pop(member.seat, None)
        return member

    def _free_seat(self, wanted: str) -> str:
        chairs = self._ledger.chairs
        if not wanted:
            free = next((seat for seat, chair in chairs.items() if chair.is_free), None)
            if free is None:
                raise Refusal("full")
            return free
        if wanted not in chairs:
            raise Refusal("no_seat", ", ".join(chairs))
        if chairs[wanted].barred:
            raise Refusal("barred")
        if not chairs[wanted].is_free:
            raise Refusal("taken")
        return wanted

    # -- sitting ------------------------------------------------------------------------------------------

    def sit(self, sit: Sit, by: str) -> Receipt:
        """Somebody else sits in a seat from now on. Raises `WriteError` where it cannot be kept."""
        receipt = self._shared.room.act(CONTROL, Control(by, sit))
        self._ledger.follow()
        if receipt.accepted:
            self._arrange(sit.seat, self._ledger.chairs[sit.seat])
        return receipt

    def _arrange(self, seat: str, chair: Chair) -> None:
        """The stand-in goes where a person or the controller sits, and comes where nobody does."""
        if chair.player == STAND_IN:
            drill = self._shared.room.drill
            self._shared.players[seat] = Keeping(drill.scenario, seat, drill.journal)
            self._shared.people.pop(seat, None)
        else:
            self._shared.players.pop(seat, None)
            self._shared.people[seat] = True

    def put(self, sit: Sit, by: str) -> Receipt:
        """The controller says who sits in a seat: who sat there has to go. Raises as `sit`."""
        if sit.seat not in self._ledger.chairs:
            raise Refusal("no_seat")
        receipt = self.sit(sit, by)
        self._lost.pop(sit.seat, None)
        if sit.player != PERSON:
            # A seat that is only taken over for a while can be come back to.
            if sit.barred:
                self._keys.forget(sit.seat)
                self._keys.renew("seat")
            for member in [each for each in self.members.values() if each.seat == sit.seat]:
                self.members.pop(member.number)
                member.cast_out("revoked" if sit.barred else "freed")
        return receipt

    def leave(self, member: Member) -> None:
        """Somebody leaves for good: a stand-in takes the seat. Raises `WriteError`."""
        self.members.pop(member.number, None)
        if member.seat and self._ledger.chairs[member.seat].player == PERSON and not self._shared.room.drill.over:
            self.sit(Sit(member.seat, STAND_IN, "", "left"), member.name)

    def lose(self, member: Member) -> None:
        """Somebody's link has gone; the seat is kept for a while."""
        self.members.pop(member.number, None)
        if member.seat and member.seat not in self.connected():
            self._lost[member.seat] = self._clock()

    def mind(self) -> bool:
        """While the drill runs: give seats whose people do not come back to stand-ins; answers whether any was."""
        there = self.connected()
        for seat in self._ledger.persons():
            if seat not in there:
                self._lost.setdefault(seat, self._clock())
        gone = [seat for seat, since in self._lost.items() if self._clock() - since >= self._grace]
        for seat in gone:
            try:
                self.sit(Sit(seat, STAND_IN, "", "lost"), ROOM)
            except WriteError:
                return False
            del self._lost[seat]
        return bool(gone)

    def wait_anew(self) -> None:
        """The drill runs on after a halt: whoever is missing has the whole time again to come back."""
        self._lost.clear()
