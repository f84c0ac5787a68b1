"""The logs from which clients catch up."""

import json
from pathlib import Path

import pytest

from simulator.errors import WriteError
from simulator.journal.controls import Turning
from simulator.language.said import say
from simulator.room.shared.log import EventLog, FileLog, Line, MemoryLog
from tests.room.rooms import SEAT
from tests.room.shared.logs import must_keep_lines_in_their_order
from tests.room.shared.rooms import office


@pytest.mark.parametrize("sort", ["memory", "file"])
def test_a_log_keeps_lines_in_their_order_room_by_room_and_seat_by_seat(tmp_path: Path, sort: str) -> None:
    log: EventLog = MemoryLog() if sort == "memory" else FileLog(tmp_path)
    must_keep_lines_in_their_order(log)


def test_a_file_of_a_seats_log_holds_what_its_client_is_told(tmp_path: Path) -> None:
    room = office(tmp_path, log=FileLog(tmp_path / "logs"))
    lin = room.enter(seat=SEAT)
    room.begin()
    room.run(900)
    written = (tmp_path / "logs" / "one" / f"{SEAT}.events").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["n"] for line in written] == list(range(room.hub.count(lin)))


class FailingLog(MemoryLog):
    """A log that can be made to fail."""

    full = False

    def append(self, room: str, seat: str, line: Line) -> None:
        if self.full:
            raise WriteError(say("there is no space left"))
        super().append(room, seat, line)


def test_a_log_that_cannot_be_kept_halts_the_drill_and_nothing_is_missing_afterwards(tmp_path: Path) -> None:
    log = FailingLog()
    room = office(tmp_path, log=log)
    lin = room.enter(seat=SEAT)
    controller = room.begin()
    log.full = True
    room.run(600)
    assert (room.hub.room.status, room.hub.standing(lin).trouble) == ("paused", "disk")
    log.full = False
    room.lead(controller, Turning("resume"))
    room.run(600)
    lines = room.hub.lines(lin, 0, 1000)
    assert [line["n"] for line in lines] == list(range(room.hub.ledger.own_count(SEAT)))
    assert room.hub.standing(lin).trouble == ""
