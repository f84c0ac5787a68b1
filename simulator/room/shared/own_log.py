"""What a journal holds for one seat: what reached it, what it did, what came of it, numbered by itself.

An entry of this log says nothing of other seats; nothing in it tells how many entries the journal has besides.
"""

from collections.abc import Mapping
from typing import Any

from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.scenario.scenario import Scenario

Line = dict[str, Any]

_UNITS = (kinds.LEFT, kinds.ARRIVED, kinds.TIRED)
_HANDED_OUT = (kinds.DELIVERED, kinds.UNDERSTOOD)


class OwnLog:
    """Makes the lines of one seat's log out of the entries of the journal, in their order."""

    def __init__(self, scenario: Scenario, seat: str) -> None:
        self._scenario, self._seat = scenario, seat
        self.count = 0
        self._numbers: dict[int, int] = {}
        """By an act's number in the journal its number here."""

    def line(self, entry: Entry) -> Line | None:
        """The next line, for an entry that the seat may know of; nothing for others."""
        payload = self._payload(entry)
        if payload is None:
            return None
        number = self.count
        self.count += 1
        if entry.is_act:
            self._numbers[entry.number] = number
        seat = entry.seat if entry.seat == self._seat else None
        return {"n": number, "t": entry.time, "seat": seat, "kind": entry.kind, "data": payload}

    def number(self, entry: int) -> int:
        """The number here of an act of the journal; −1 for one that was not written."""
        return self._numbers.get(entry, -1)

    def _payload(self, entry: Entry) -> Mapping[str, Any] | None:
        if entry.kind == kinds.HEADER:
            return _header(entry.payload)
        if entry.kind in _HANDED_OUT:
            return self._handed_out(entry.payload)
        if entry.kind == kinds.CLOSING:
            return {"measures": {}, "harm": {}, "early": entry.payload["early"]}
        if entry.kind in _UNITS:
            return self._of_unit(entry.payload)
        if entry.seat != self._seat:
            return None
        act = entry.payload.get("act")
        return entry.payload if act is None else {**entry.payload, "act": self.number(act)}

    def _handed_out(self, payload: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """An inject, with no word of who else had it."""
        if self._seat not in payload["numbers"]:
            return None
        return {**payload, "to": [self._seat], "numbers": {self._seat: payload["numbers"][self._seat]}}

    def _of_unit(self, payload: Mapping[str, Any]) -> Mapping[str, Any] | None:
        under = self._scenario.units[payload["unit"]].under
        commands = under == self._seat or self._scenario.role_of(self._seat) == "commander"
        return payload if commands else None


def _header(payload: Mapping[str, Any]) -> Line:
    """The header without what a seat could look ahead with: the scenario comes by itself, the seed not at all."""
    return {**payload, "seed": 0, "digest": "", "parent": None, "resolved": {}}


def as_line(entry: Entry) -> Line:
    """An entry for who may see all of them, under its own number; the header's scenario comes by itself."""
    payload = {**entry.payload, "resolved": {}} if entry.kind == kinds.HEADER else entry.payload
    return {"n": entry.number, "t": entry.time, "seat": entry.seat, "kind": entry.kind, "data": payload}


def as_entry(line: Mapping[str, Any]) -> Entry:
    """A line as the entry of a client's own journal. Raises ValueError where it is none."""
    number, time, seat, kind, data = (line.get(name) for name in ("n", "t", "seat", "kind", "data"))
    if not (isinstance(number, int) and isinstance(time, int) and isinstance(kind, str) and isinstance(data, dict)):
        raise ValueError("no entry")
    return Entry(number, time, seat if isinstance(seat, str) else None, kind, data)
