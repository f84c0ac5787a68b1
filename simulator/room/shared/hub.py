"""One shared drill, as its host keeps it: it decides everything, and says to each only what that one may know.

Nothing here knows of the net. The journal is the truth: acts, who sat where, and all that was done from outside stand
in it, and what is told to clients is made from it.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from simulator.engine.view import Receipt
from simulator.errors import DrillroomError, WriteError
from simulator.journal.controls import CONTROL, CONTROLLER, PERSON, Control, Doing, Remark, Sit, Turning
from simulator.journal.lines import chain
from simulator.players.replay import act_of
from simulator.room.room import FASTEST
from simulator.room.shared.chairs import GRACE, Chairs, Member
from simulator.room.shared.console import console_of
from simulator.room.shared.keys import Keys
from simulator.room.shared.knowing import what_a_seat_knows
from simulator.room.shared.ledger import ALL, Ledger
from simulator.room.shared.log import EventLog, Line, MemoryLog
from simulator.room.shared.model import PROTOCOL, Console, Give, Given, Join, Lead, Led, Seating, Standing, Welcome
from simulator.room.shared.opening import Shared
from simulator.room.shared.picture import console_parts, seat_parts
from simulator.room.shared.refusing import Refusal

T = TypeVar("T")

KEPT_LED = 200
"""So many receipts of one controller are remembered, for one who asks twice."""


class Hub:
    """A shared drill and everybody in it."""

    def __init__(
        self, name: str, shared: Shared, keys: Keys, clock: Callable[[], float], *,
        log: EventLog | None = None, grace: float = GRACE, debrief: bool = True,
    ) -> None:  # fmt: skip
        """*debrief*: whether everybody has the whole journal after the end, to look at it together."""
        self.name, self.shared, self.keys, self.debrief = name, shared, keys, debrief
        self.room = shared.room
        self._log = log or MemoryLog()
        self.ledger = Ledger(name, self.room.drill.scenario, self.room.drill.journal, self._log)
        self.chairs = Chairs(shared, self.ledger, keys, clock, grace)
        self.version = 1
        """Counts whatever changes what somebody may see."""
        self.fault: DrillroomError | None = None
        """Why the drill cannot go on; nothing while it can."""
        self.asked_to_score = False
        self.scoring = False
        """Whether the score is being worked out: nobody notes anything from then on."""
        self._console: tuple[int, Console] | None = None
        self._seated: tuple[int, tuple[Seating, ...]] | None = None
        keys.renewed = self.touch

    # -- coming and going ---------------------------------------------------------------------------------

    def come_in(self, join: Join, address: str) -> tuple[Member, Welcome]:
        """Somebody joins, or comes back. Raises `Refusal`."""
        if join.protocol != PROTOCOL:
            raise Refusal("protocol")
        member, secret = self._kept(lambda: self.chairs.come_in(join, address))
        self.touch()
        return member, Welcome(
            self.name,
            member.role,
            member.seat,
            member.name,
            secret,
            self._header(member),
            self.debrief or not member.seat,
        )

    def leave(self, member: Member) -> None:
        """Somebody leaves for good. Raises `Refusal`."""
        self._kept(lambda: self.chairs.leave(member))
        self.touch()

    def lose(self, member: Member) -> None:
        """Somebody's link has gone."""
        self.chairs.lose(member)
        self.touch()

    def _header(self, member: Member) -> Mapping[str, Any]:
        header, scenario = self.room.drill.journal.header, self.room.drill.scenario
        if not member.seat:
            return header
        known = what_a_seat_knows(scenario, member.seat)
        return {**header, "seed": 0, "digest": "", "parent": None, "resolved": known}

    def touch(self) -> None:
        """Something has changed that somebody may see."""
        self.version += 1

    # -- what is done -------------------------------------------------------------------------------------

    def give(self, member: Member, give: Give) -> Given:
        """An act of a seat. One that is kept already is answered as it was. Raises `Refusal`."""
        self._must_sit(member, give.seat)
        chair = self.ledger.chairs[give.seat]
        kept = chair.acts.get(give.sitting, [])
        if 1 <= give.number <= len(kept):
            entry = kept[give.number - 1]
            receipt = self.ledger.receipt(entry)
            return Given(give.seat, give.sitting, give.number, receipt, same=act_of(entry) == give.act)
        if give.sitting != chair.sitting:
            raise Refusal("sitting")
        if give.number != len(kept) + 1:
            raise Refusal("number")
        if self.room.status == "waiting":
            raise Refusal("waiting")
        receipt = self._kept(lambda: self.room.act(give.seat, give.act))
        self._follow()
        if receipt.entry >= 0:
            receipt = self.ledger.receipt(self.room.drill.journal[receipt.entry])
        return Given(give.seat, give.sitting, give.number, receipt)

    def _must_sit(self, member: Member, seat: str) -> None:
        chair = self.ledger.chairs.get(seat)
        if chair is None:
            raise Refusal("no_seat")
        as_person = member.seat == seat and chair.player == PERSON
        as_controller = member.role == "controller" and chair.player == CONTROLLER
        if not (as_person or as_controller):
            raise Refusal("not_yours")

    def lead(self, member: Member, lead: Lead) -> Led:
        """What a controller or an evaluator does. One that was heard before is answered as before. Raises `Refusal`."""
        if lead.number in member.led:
            return Led(lead.number, member.led[lead.number])
        allowed = member.role == "controller" or (member.role == "evaluator" and isinstance(lead.what, Remark))
        if not allowed:
            raise Refusal("role")
        receipt = self._kept(lambda: self._do(member.name, lead.what))
        member.led[lead.number] = receipt
        if len(member.led) > KEPT_LED:
            del member.led[next(iter(member.led))]
        self._follow()
        # Whatever the ledger has followed by itself already: who sits where is on every screen, also in a halted drill.
        self.touch()
        return Led(lead.number, receipt)

    def _do(self, by: str, what: Doing) -> Receipt:
        match what:
            case Turning():
                return self._turn(by, what)
            case Sit():
                return self.chairs.put(what, by)
            case _ if self.scoring:
                raise Refusal("over")
            case _:
                return self.room.act(CONTROL, Control(by, what))

    def _turn(self, by: str, turning: Turning) -> Receipt:
        """The clock. It stands in the journal before it is done, so that nothing acknowledged is lost."""
        room = self.room
        if turning.what == "score":
            self.asked_to_score = self.asked_to_score or room.over
            return Receipt(-1, room.over, refused="" if room.over else "closed")
        if turning.what == "pace" and not 0 < turning.pace <= FASTEST:
            raise Refusal("pace")
        if not self._can_turn(turning):
            raise Refusal("over" if room.over else "turn")
        receipt = room.act(CONTROL, Control(by, turning))
        match turning.what:
            case "start":
                room.start()
            case "pause":
                room.halt()
            case "resume":
                self.fault = None
                self.chairs.wait_anew()
                room.resume()
            case "pace":
                room.keep_pace(turning.pace)
            case _:
                room.finish()
        return receipt

    def _can_turn(self, turning: Turning) -> bool:
        status = self.room.status
        wanted = {"start": ("waiting",), "pause": ("running",), "resume": ("paused",)}
        return status in wanted.get(turning.what, ("waiting", "running", "paused"))

    def _kept(self, deed: Callable[[], T]) -> T:
        """Do something that must be kept; where the disk fails the drill is paused and it is refused."""
        try:
            return deed()
        except WriteError as error:
            self.room.halt()
            self.touch()
            raise Refusal("disk") from error

    # -- time ---------------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Let the drill follow the clock, and stand-ins sit where people are gone. Call it some times a second."""
        before = (self.room.status, self.room.drill.now, self.room.trouble)
        try:
            self.room.tick()
        except DrillroomError as error:
            self.fault = error
            self.room.halt()
        if self.room.status == "running" and self.chairs.mind():
            self.touch()
        if self._follow() or before != (self.room.status, self.room.drill.now, self.room.trouble):
            self.touch()

    def _follow(self) -> bool:
        """Take in what stands in the journal since; a log that cannot be kept halts the drill."""
        try:
            changed = self.ledger.follow()
        except WriteError as error:
            self.fault = error
            self.room.halt()
            changed = True
        if changed:
            self.touch()
        return changed

    # -- what is told -------------------------------------------------------------------------------------

    def count(self, member: Member) -> int:
        """How many lines there are for somebody."""
        return self._log.count(self.name, member.seat or ALL)

    def lines(self, member: Member, since: int, most: int) -> list[Line]:
        """Lines of somebody's own log, from a number on."""
        return self._log.read(self.name, member.seat or ALL, since, most)

    def picture(self, member: Member) -> dict[str, Any]:
        """What somebody may know now, part by part."""
        parts: dict[str, Any] = {"standing": self.standing(member), "seating": self._seating()}
        if member.seat:
            return parts | seat_parts(self.room.drill.scenario, self.room.drill.view(member.seat))
        codes = dict(self.keys.codes) if member.role == "controller" else {}
        return parts | console_parts(self.console()) | {"console.codes": codes}

    def console(self) -> Console:
        """Everything at a glance, made once for all who look. The codes stand in `Keys`."""
        if self._console is None or self._console[0] != self.version:
            made = console_of(self.room, self.ledger, self.chairs.connected(), self._watching(), {})
            self._console = (self.version, made)
        return self._console[1]

    def _watching(self) -> tuple[str, ...]:
        there = (member for member in self.chairs.members.values() if not member.seat)
        return tuple(f"{member.name} ({member.role})" for member in there)

    def standing(self, member: Member) -> Standing:
        """How the room stands, for somebody."""
        room, chair = self.room, self.ledger.chairs.get(member.seat)
        sitting = chair.sitting if chair else 0
        acts = len(chair.acts.get(sitting, ())) if chair else 0
        return Standing(
            room.drill.now, room.status, room.pace, room.behind, self._trouble(), sitting, acts,
            self.count(member), room.scorecard is not None,
        )  # fmt: skip

    def _seating(self) -> tuple[Seating, ...]:
        """Who sits where, made once for all."""
        if self._seated is None or self._seated[0] != self.version:
            there = self.chairs.connected()
            made = (Seating(seat, each.player, each.name, seat in there) for seat, each in self.ledger.chairs.items())
            self._seated = (self.version, tuple(made))
        return self._seated[1]

    def _trouble(self) -> str:
        """A code of `refusing`, so that every client says it in its own language."""
        if self.room.trouble is not None or isinstance(self.fault, WriteError):
            return "disk"
        return "wrong" if self.fault is not None else ""

    # -- afterwards ---------------------------------------------------------------------------------------

    @property
    def is_to_be_scored(self) -> bool:
        """Whether the drill has ended and nobody is still noting something."""
        noting = any(member.role == "evaluator" for member in self.chairs.members.values())
        return self.room.over and not self.scoring and (self.asked_to_score or not noting)

    def score(self) -> None:
        """Work out the baselines and score the drill. Takes a while: two more drills for each trainee."""
        self.scoring = True
        self.room.close()

    def journal_lines(self) -> tuple[str, ...]:
        """The whole journal as it stands in its file, for everybody after the end."""
        try:
            written = self.shared.file.path.read_bytes().split(b"\n")[:-1]
        except OSError:
            written = list(chain(self.room.drill.journal))
        return tuple(line.decode("utf-8") for line in written)
