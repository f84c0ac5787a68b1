"""What the journal of a shared drill says of seats, acts, requests and remarks, kept up entry by entry.

Nothing here is kept anywhere else: after the host was killed it is all read from the journal again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.engine.view import Receipt
from simulator.journal import entry as kinds
from simulator.journal.controls import CONTROL, PERSON, STAND_IN
from simulator.journal.entry import Entry
from simulator.journal.journal import Journal
from simulator.room.shared.log import EventLog, Line
from simulator.room.shared.model import RemarkState, RequestState
from simulator.room.shared.own_log import OwnLog, as_line
from simulator.scenario.scenario import Scenario

ALL = "@all"
"""The log of those who may see every entry."""


@dataclass(slots=True)
class Chair:
    """One seat: who sits there now, and what was done in each sitting."""

    player: str = STAND_IN
    name: str = ""
    barred: bool = False
    since: int = 0
    sitting: int = 0
    """Counts every change, from 1; 0 while nothing has changed since the header."""
    acts: dict[int, list[Entry]] = field(default_factory=dict)
    """By sitting, what was done in it, accepted or not."""
    last_act: int | None = None

    @property
    def is_free(self) -> bool:
        return self.player == STAND_IN and not self.barred


class Ledger:
    """Follows one journal."""

    def __init__(self, room: str, scenario: Scenario, journal: Journal, log: EventLog) -> None:
        self._room, self._journal, self._log = room, journal, log
        self._next = 0
        self._own = {seat: OwnLog(scenario, seat) for seat in scenario.seats}
        self._lines: dict[str, list[Line]] = {ALL: [], **{seat: [] for seat in scenario.seats}}
        self.chairs = {seat: Chair() for seat in scenario.seats}
        self.delivered: dict[str, tuple[int, tuple[str, ...]]] = {}
        """When an inject was last delivered, and to whom."""
        self.requests: dict[int, RequestState] = {}
        self.remarks: list[RemarkState] = []
        self.started = False
        log.clear(room)
        self.follow()

    def follow(self) -> bool:
        """Take in what has been written since; answers whether anything was. Raises `WriteError`."""
        before = self._next
        while self._next < len(self._journal):
            entry = self._journal[self._next]
            self._next += 1
            self._hand_out(entry)
            self._take(entry)
        self._keep()
        return self._next > before

    def own_count(self, seat: str) -> int:
        """How many lines a seat's own log has."""
        return self._own[seat].count

    def persons(self) -> tuple[str, ...]:
        """The seats in which persons sit."""
        return tuple(seat for seat, chair in self.chairs.items() if chair.player == PERSON)

    def number(self, seat: str, entry: int) -> int:
        """The number that an act bears in its seat's own log."""
        return self._own[seat].number(entry)

    def receipt(self, entry: Entry) -> Receipt:
        """What was said to an act, with its number in its seat's own log."""
        said = entry.payload
        order = said.get("order", 0) if entry.kind == kinds.ORDER else 0
        number = self.number(entry.seat, entry.number) if entry.seat in self._own else entry.number
        refused, ask = said.get("refused", ""), tuple(said.get("ask", ()))
        return Receipt(number, said["accepted"], order if said["accepted"] else 0, refused, ask)

    def _hand_out(self, entry: Entry) -> None:
        """To all who may know of it."""
        self._lines[ALL].append(as_line(entry))
        for seat, own in self._own.items():
            line = own.line(entry)
            if line is not None:
                self._lines[seat].append(line)

    def _keep(self) -> None:
        """Into the logs, whatever they do not have yet."""
        for seat, lines in self._lines.items():
            for line in lines[self._log.count(self._room, seat) :]:
                self._log.append(self._room, seat, line)

    def _take(self, entry: Entry) -> None:
        if entry.is_act and entry.seat in self.chairs:
            chair = self.chairs[entry.seat]
            chair.acts.setdefault(chair.sitting, []).append(entry)
            chair.last_act = entry.time
        if entry.kind == kinds.DELIVERED:
            self.delivered[entry.payload["inject"]] = (entry.time, tuple(entry.payload["to"]))
        if entry.is_act and entry.payload.get("accepted"):
            self._take_accepted(entry)

    def _take_accepted(self, entry: Entry) -> None:
        said, seat = entry.payload, entry.seat or CONTROL
        match entry.kind:
            case kinds.SIT:
                self._sit(self.chairs[said["seat"]], entry)
            case kinds.TURNING:
                self.started = self.started or said["what"] == "start"
            case kinds.REQUEST:
                number = said["request"]
                self.requests[number] = RequestState(number, entry.time, seat, said["to"], said["verb"], "")
            case kinds.REPLY:
                answered = "granted" if said["granted"] else "refused"
                self.requests[said["request"]] = replace(self.requests[said["request"]], answered=answered)
            case kinds.REMARK:
                self.remarks.append(_remark(entry, said))
            case _:
                pass

    def _sit(self, chair: Chair, entry: Entry) -> None:
        said = entry.payload
        chair.player, chair.name, chair.barred = said["player"], said["name"], said["barred"]
        chair.since = entry.time
        chair.sitting += 1


def _remark(entry: Entry, said: Mapping[str, str]) -> RemarkState:
    return RemarkState(
        entry.number, said["by"], said["seat"], int(said["time"]), said["expectation"], said["rating"], said["words"]
    )
