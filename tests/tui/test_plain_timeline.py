"""Where a seat's time went: reading and answering come in between, and an order waits meanwhile."""

from pathlib import Path

from simulator.journal.acts import Open, Order
from tests.room.rooms import SEAT, Clock, opened
from tui.presentation.timeline import Spent, Stretch, spent, stretches


def interrupted(folder: Path) -> list[Stretch]:
    """Two minutes of opening reception, begun at second 60 and interrupted at 120 by reading a message."""
    found = opened(folder, Clock(), steps=True)
    room = found.room
    room.start()
    room.skip_to(60)
    room.act(SEAT, Order("open_reception", {"place": "hall"}))
    room.skip_to(120)
    room.act(SEAT, Open(1))
    room.skip_to(400)
    found.file.close()
    return list(stretches(room.drill.journal, SEAT))


def test_an_order_that_was_interrupted_took_as_long_as_it_takes(tmp_path: Path) -> None:
    reading, order = interrupted(tmp_path)
    assert (reading.what, reading.begins, reading.ends - reading.begins) == ("reading", 120, reading.seconds)
    assert order == Stretch("open_reception", 60, 180 + reading.seconds, 120)


def test_the_times_of_a_seat_are_those_of_what_it_did(tmp_path: Path) -> None:
    found = opened(tmp_path, Clock(), steps=True)
    room = found.room
    room.start()
    for _ in range(2):
        room.act(SEAT, Order("open_reception", {"place": "hall"}))
    room.act(SEAT, Order("register", {"incident": "residents"}))
    room.skip_to(1000)
    found.file.close()
    assert spent(room.drill.journal, SEAT) == (Spent("open_reception", 240, 2), Spent("register", 180, 1))


def test_another_seats_time_is_its_own(tmp_path: Path) -> None:
    found = opened(tmp_path, Clock(), steps=True)
    found.room.start()
    found.room.skip_to(1000)
    found.file.close()
    assert spent(found.room.drill.journal, SEAT) == ()
