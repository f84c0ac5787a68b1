"""One host and two clients in networks of their own, with TLS: links that are cut, and links that are bad."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from simulator.errors import DrillroomError
from simulator.journal.acts import Note
from simulator.journal.controls import PERSON, STAND_IN, Turning
from simulator.journal.entry import NOTE, SIT
from simulator.journal.reading import read_journal
from simulator.rehearsal.verify import verify
from simulator.room.shared.background import Background
from simulator.room.shared.client import Link
from tests.full.wires import Network
from tests.room.shared.processes import Hosting

SEATS = {"one": "petition_lead", "two": "commander"}
NOBODY_KNOWS = "whether the act was taken shows when it does"


@dataclass
class Trainee:
    """Somebody who writes one note after another and keeps in mind what was said to each."""

    seat: str
    link: Link
    loop: Background
    taken: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Notes of which nobody said in time whether they were taken."""
    said: list[str] = field(default_factory=list)
    """Why notes were not taken."""
    stop: threading.Event = field(default_factory=threading.Event)
    done: "Future[None]" = field(default_factory=Future)

    def write(self) -> None:
        """Until it is told to stop."""
        number = 0
        while not self.stop.wait(0.05):
            number += 1
            text = f"{self.seat} {number}"
            try:
                receipt = self.loop.run(self.link.give(Note(text)), None)
                (self.taken if receipt.accepted else self.refused).append(text)
            except DrillroomError as error:
                self.said.append(str(error.message))
                (self.unknown if NOBODY_KNOWS in self.said[-1] else self.refused).append(text)
        self.done.set_result(None)


@dataclass
class Drill:
    """A running drill over a network of its own."""

    network: Network
    host: Hosting
    controller: Trainee
    trainees: dict[str, Trainee]

    def passes(self, seconds: float) -> None:
        """So much time passes; the wires are what is tested, and they know no other clock."""
        self.controller.stop.wait(seconds)

    def until_more(self, *places: str, notes: int = 5) -> None:
        """Until so many more notes of these places have been taken."""
        wanted = {place: len(self.trainees[place].taken) + notes for place in places}
        ends = time.monotonic() + 60
        while any(len(self.trainees[place].taken) < count for place, count in wanted.items()):
            assert time.monotonic() < ends, {place: each.said[-3:] for place, each in self.trainees.items()}
            self.passes(0.05)

    def end(self) -> list[tuple[str, str]]:
        """Stop everybody, end and score the drill; answers who sat in place two's seat, and why."""
        for trainee in self.trainees.values():
            trainee.stop.set()
        for trainee in self.trainees.values():
            # A note is still on its way: what became of it is known once its receipt is here.
            trainee.done.result(60)
        controller = self.controller
        controller.loop.run(controller.link.lead(Turning("end")))
        ends = time.monotonic() + 60
        while not controller.link.standing.scored and time.monotonic() < ends:
            self.passes(0.05)
        entries = read_journal(self.host.journal).entries
        for trainee in self.trainees.values():
            self.must_hold(trainee, [e.payload["text"] for e in entries if e.kind == NOTE and e.seat == trainee.seat])
        assert verify(self.host.journal).problems == ()
        sat = [entry.payload for entry in entries if entry.kind == SIT]
        return [(each["player"], each["why"]) for each in sat if each["seat"] == SEATS["two"]]

    def must_hold(self, trainee: Trainee, kept: list[str]) -> None:
        """All that was acknowledged stands there once, in its order, and nothing that was refused."""
        assert [text for text in kept if text not in trainee.unknown] == trainee.taken
        assert len(kept) == len(set(kept))
        assert not set(kept) & set(trainee.refused)


@pytest.fixture
def wires() -> Iterator[Network]:
    found = Network(("host", *SEATS), seed=1)
    yield found
    found.close()


@pytest.fixture
def drill(wires: Network, tmp_path: Path) -> Iterator[Drill]:
    host = Hosting(tmp_path, before=wires.inside("host"))
    with ExitStack() as stack:
        stack.callback(host.close)

        def enter(place: str, seat: str, name: str) -> Trainee:
            loop = wires.loop(place)
            stack.callback(loop.close)
            wish = host.wish("seat" if seat else "controller", seat, name)
            link = Link(host.address(wires.addresses["host"]), wish)
            loop.run(link.__aenter__())
            stack.callback(lambda: loop.run(link.__aexit__()))
            return Trainee(seat, link, loop)

        controller = enter("host", "", "Chen Yu")
        trainees = {place: enter(place, seat, f"Trainee {place}") for place, seat in SEATS.items()}
        controller.loop.run(controller.link.lead(Turning("start")))
        for trainee in trainees.values():
            threading.Thread(target=trainee.write, daemon=True).start()
            stack.callback(trainee.done.result, 60)
            stack.callback(trainee.stop.set)
        yield Drill(wires, host, controller, trainees)


@pytest.mark.parametrize("seconds", [4, 25])
@pytest.mark.parametrize("seen", [True, False], ids=["cable pulled", "silent"])
def test_a_link_that_is_cut_for_a_while_comes_back_and_nothing_is_lost(drill: Drill, seconds: int, seen: bool) -> None:
    drill.until_more("one", "two")
    if seen:
        drill.network.down("two")
    else:
        drill.network.switch.cut = frozenset({"two"})
    drill.until_more("one")
    drill.passes(seconds)
    if seen:
        drill.network.up("two")
    drill.network.switch.cut = frozenset()
    drill.until_more("one", "two")
    assert drill.end() == [(PERSON, "joined")]


def test_who_is_cut_off_for_longer_finds_the_seat_kept_by_a_stand_in_and_has_it_back(drill: Drill) -> None:
    drill.until_more("one", "two")
    drill.network.down("two")
    drill.until_more("one")
    drill.passes(95)
    drill.network.up("two")
    drill.until_more("one", "two")
    assert drill.end() == [(PERSON, "joined"), (STAND_IN, "lost"), (PERSON, "returned")]


def test_over_wires_that_lose_delay_and_reorder_every_act_is_taken_once(drill: Drill) -> None:
    drill.network.switch.delay = (0.005, 0.06)
    drill.network.switch.loss = 0.05
    drill.until_more("one", "two", notes=60)
    assert drill.network.switch.lost > 0
    assert drill.end() == [(PERSON, "joined")]


def test_a_host_killed_while_a_link_is_cut_has_everybody_back(drill: Drill) -> None:
    drill.until_more("one", "two")
    drill.network.down("two")
    drill.host.kill()
    drill.host.take_up()
    drill.network.up("two")
    drill.until_more("one", "two")
    controller = drill.controller
    controller.loop.run(controller.link.lead(Turning("resume")))
    assert drill.end() == [(PERSON, "joined")]
