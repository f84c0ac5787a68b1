"""What every log must do, whatever keeps it."""

from simulator.room.shared.log import EventLog, Line
from tests.room.rooms import SEAT

ROOM = "one"


def line(number: int) -> Line:
    return {"n": number, "t": 60 * number, "seat": SEAT, "kind": "act.note", "data": {"text": f"第{number}条"}}


def must_keep_lines_in_their_order(log: EventLog) -> None:
    """A log that begins empty."""
    for number in range(5):
        assert log.count(ROOM, SEAT) == number
        log.append(ROOM, SEAT, line(number))
    log.append(ROOM, "commander", line(0))
    log.append("other", SEAT, line(0))
    assert log.read(ROOM, SEAT, 2, 2) == [line(2), line(3)]
    assert log.read(ROOM, SEAT, 4, 100) == [line(4)]
    assert log.read(ROOM, SEAT, 5, 100) == []
    assert log.read(ROOM, SEAT, -3, 1) == [line(0)]
    log.clear(ROOM)
    assert (log.count(ROOM, SEAT), log.count(ROOM, "commander"), log.count("other", SEAT)) == (0, 0, 1)
