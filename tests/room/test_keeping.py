"""A disk that fails loses nothing that happened and acknowledges nothing that is not kept."""

from pathlib import Path

import pytest

from simulator.engine.drill import Drill
from simulator.errors import WriteError
from simulator.journal.acts import Note
from simulator.journal.entry import NOTE, Entry
from simulator.language.said import say
from simulator.players.bots import stand_in
from simulator.room.keeping import Keeper
from simulator.room.room import Room
from tests.authoring.sample import sample
from tests.room.rooms import SEAT, Clock


class Disk:
    """A file that can be made to fail."""

    def __init__(self) -> None:
        self.kept: list[Entry] = []
        self.full = False

    def __call__(self, entry: Entry) -> None:
        if self.full:
            raise WriteError(say("there is no space left"))
        self.kept.append(entry)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def room(tmp_path: Path, disk: Disk) -> Room:
    scenario = sample(tmp_path)
    drill = Drill(scenario, 3, mode="practice")
    players = {seat: stand_in(scenario, seat) for seat in scenario.seats if seat != SEAT}
    found = Room(drill, players, Clock(), keeper=Keeper(disk, (SEAT,)))
    found.start()
    return found


def test_a_full_disk_pauses_the_drill_and_says_why(room: Room, disk: Disk) -> None:
    disk.full = True
    room.skip_to(3600)
    assert (room.status, str(room.trouble)) == ("paused", "there is no space left")
    assert room.drill.now == 1


def test_an_act_that_cannot_be_kept_is_not_taken(room: Room, disk: Disk) -> None:
    disk.full = True
    with pytest.raises(WriteError):
        room.act(SEAT, Note("the hall is full"))
    assert room.status == "paused"
    assert room.drill.journal.of_kind(NOTE) == []


def test_the_drill_does_not_run_on_while_the_disk_is_full(room: Room, disk: Disk) -> None:
    disk.full = True
    room.skip_to(3600)
    with pytest.raises(WriteError):
        room.resume()
    assert room.status == "paused"


def test_what_waited_is_written_in_its_order_once_there_is_space(room: Room, disk: Disk) -> None:
    disk.full = True
    room.skip_to(3600)
    disk.full = False
    room.resume()
    room.skip_to(3600)
    room.act(SEAT, Note("the hall is full"))
    assert room.trouble is None
    assert disk.kept == list(room.drill.journal)
