"""A room of one trainee through whatever may befall it, in any order: acts, pauses, haste, death, going back."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from simulator.journal.acts import Act
from simulator.journal.entry import HEADER, Entry
from simulator.journal.journal import Journal
from simulator.journal.lines import chain
from simulator.rehearsal.verify import verify
from simulator.room.opening import Wishes, open_room, reopen_room
from simulator.room.rewinding import beside, left_of, points, rewind
from simulator.scenario.scenario import Scenario
from tests.room.rooms import Clock
from tests.soundness.acting import senseless, sensible
from tests.soundness.effort import effort
from tests.soundness.worlds import worlds

SEAT = "petition_lead"
TORN = (b"", b'{"n":7', b"\x00" * 5000, b'{"n":9,"t":"T+000:00:09","seat":null,"kind":"x","data":{}}')
"""What a killed machine may leave at the end of a file."""


def written(journal: Journal) -> bytes:
    """The journal as it must stand on disk."""
    return b"".join(line + b"\n" for line in chain(journal))


def own_acts(journal: Journal) -> list[Entry]:
    """What the trainee did."""
    return [entry for entry in journal if entry.is_act and entry.seat == SEAT]


class AnyRoom(RuleBasedStateMachine):
    """A practice, its clock and its file."""

    @initialize(world=worlds, seed=st.integers(0, 10**9))
    def begins(self, world: Scenario, seed: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="drillroom-"))
        self.clock = Clock()
        self.opened = open_room(world, Wishes(SEAT, "Lin Qiao", seed), self.folder / "drill.jsonl", self.clock, None)
        self.room.start()
        self.latest = 0

    @property
    def room(self):  # type: ignore[no-untyped-def]
        return self.opened.room

    @rule(act=sensible | senseless)
    def somebody_acts(self, act: Act) -> None:
        before, over = len(own_acts(self.room.drill.journal)), self.room.over
        receipt = self.room.act(SEAT, act)
        assert (receipt.accepted, receipt.refused == "over") == (receipt.refused == "", over)
        assert len(own_acts(self.room.drill.journal)) == before + (not over)

    @rule(seconds=st.integers(0, 120))
    def the_clock_goes(self, seconds: int) -> None:
        before = self.room.drill.now
        self.clock.now += seconds
        self.room.tick()
        assert self.room.status != "paused" or self.room.drill.now == before

    @rule(seconds=st.integers(1, 1500))
    def somebody_waits(self, seconds: int) -> None:
        self.room.wait(SEAT, seconds)

    @rule(to=st.sampled_from(("pause", "resume", "start")))
    def somebody_turns_the_clock(self, to: str) -> None:
        getattr(self.room, to)()

    @rule(pace=st.floats(0.5, 600))
    def somebody_changes_the_pace(self, pace: float) -> None:
        now = self.room.drill.now
        self.room.set_pace(pace)
        assert self.room.drill.now == now

    @precondition(lambda self: not self.room.over)
    @rule(torn=st.sampled_from(TORN))
    def the_machine_dies(self, torn: bytes) -> None:
        before, path = list(self.room.drill.journal), self.opened.file.path
        acts = own_acts(self.room.drill.journal)
        self.opened.file.close()
        with path.open("ab") as file:
            file.write(torn)
        self.opened = reopen_room(path, self.clock, None)
        after = self.room.drill.journal
        assert (self.room.status, own_acts(after)) == ("paused", acts)
        assert list(after)[: len(before)] == before[: len(after)]
        self.latest = self.room.drill.now

    @precondition(lambda self: points(self.room.drill.journal, SEAT) != ())
    @rule(data=st.data())
    def somebody_goes_back(self, data: st.DataObject) -> None:
        point = data.draw(st.sampled_from(points(self.room.drill.journal, SEAT)))
        left, path = list(self.room.drill.journal), self.opened.file.path
        bytes_left = path.read_bytes()
        again = rewind(left_of(self.opened), point, beside(path), self.clock, None)
        self.opened.file.close()
        self.opened = again
        assert path.read_bytes() == bytes_left
        kept = [entry for entry in left[: point.entry] if entry.kind != HEADER]
        assert list(self.room.drill.journal)[1 : len(kept) + 1] == kept
        self.latest = self.room.drill.now

    @invariant()
    def time_never_runs_back_and_the_disk_has_it_all(self) -> None:
        if hasattr(self, "opened"):
            assert self.room.drill.now >= self.latest
            self.latest = self.room.drill.now
            assert self.room.view(SEAT).time == self.room.drill.now
            assert self.opened.file.path.read_bytes() == written(self.room.drill.journal)

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.room.end()
            self.opened.file.close()
            assert verify(self.opened.file.path).problems == ()
            shutil.rmtree(self.folder)


TestAnyRoom = AnyRoom.TestCase
TestAnyRoom.settings = effort(3)
