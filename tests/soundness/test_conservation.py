"""Whatever the scenario and whatever is done in it: people are neither made nor lost, units are in one place,
queues are fair, shares are shares, and time runs forward.
"""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from simulator.engine.drill import Drill
from simulator.journal.acts import Act
from simulator.journal.entry import ARRIVED, LEFT, MOOD, QUEUE, SPREAD, TIRED, Entry
from simulator.scenario.scenario import Scenario
from tests.soundness.acting import Deed, deeds, pass_to, played, senseless, sensible
from tests.soundness.effort import effort
from tests.soundness.ledger import Ledger, books
from tests.soundness.worlds import SEATS, UNITS, worlds

seeds = st.integers(0, 10**9)
SHARES = ("tension", "distress", "level", "trust", "heard", "rapport", "reach", "spreaders", "corrected")


@effort(25)
@given(worlds, seeds, deeds(sensible), st.lists(st.integers(0, 7199), max_size=6).map(sorted))
def test_nobody_is_made_and_nobody_is_lost(world: Scenario, seed: int, script: list[Deed], looks: list[int]) -> None:
    with books() as ledger:
        drill = Drill(world, seed)
        for deed in sorted([*script, *(Deed(look, "", None) for look in looks)], key=lambda deed: deed.second):  # type: ignore[arg-type]
            pass_to(drill, deed.second)
            assert ledger.wrong(drill) == []
            if deed.seat:
                drill.submit(deed.seat, deed.act)
        pass_to(drill, world.length)
        assert ledger.wrong(drill) == []
        assert all(order == sorted(order) for order in ledger.served.values()), "first come, first served"


@effort(25)
@given(worlds, seeds, deeds(sensible))
def test_the_record_of_any_drill_is_possible(world: Scenario, seed: int, script: list[Deed]) -> None:
    entries = list(played(world, seed, script).journal)
    assert [entry.number for entry in entries] == list(range(len(entries)))
    assert [entry.time for entry in entries] == sorted(entry.time for entry in entries)
    assert {0 <= entry.time <= world.length for entry in entries} == {True}
    assert beyond_shares(entries) == []
    assert fewer_than_before(entries) == []
    for unit in UNITS:
        assert impossible_trips(world, unit, entries) == []


def beyond_shares(entries: Iterable[Entry]) -> list[Entry]:
    """Moods and rumours with a share outside 0..1."""
    recorded = (entry for entry in entries if entry.kind in (MOOD, SPREAD))
    return [
        each for each in recorded if any(not 0 <= each.payload[name] <= 1 for name in SHARES if name in each.payload)
    ]


def fewer_than_before(entries: Iterable[Entry]) -> list[Entry]:
    """Queues of which fewer have been served, or have left, than a moment before."""
    last: dict[str, tuple[int, int]] = {}
    found = []
    for entry in (entry for entry in entries if entry.kind == QUEUE):
        name, now = entry.payload["incident"], (entry.payload["served"], entry.payload["left"])
        before = last.get(name, (0, 0))
        found += [entry] if now[0] < before[0] or now[1] < before[1] else []
        last[name] = now
    return found


def impossible_trips(world: Scenario, unit: str, entries: Iterable[Entry]) -> list[Entry]:
    """Trips that begin elsewhere than where the unit is, or before it has arrived; tiring without work."""
    place, arrives, works = world.units[unit].base, -1, False
    found = []
    for entry in (entry for entry in entries if entry.payload.get("unit") == unit):
        said = entry.payload
        if entry.kind == LEFT:
            found += [entry] if arrives >= 0 or said["origin"] != place else []
            place, arrives, works = said["place"], said["arrives"], False
        elif entry.kind == ARRIVED:
            found += [entry] if arrives != entry.time or said["place"] != place else []
            arrives, works = -1, True
        elif entry.kind == TIRED:
            found += [] if works else [entry]
    return found


@effort(15)
@given(worlds, seeds, deeds(senseless))
def test_no_act_however_senseless_brings_a_drill_down(world: Scenario, seed: int, script: list[Deed]) -> None:
    drill = played(world, seed, script)
    assert drill.journal.closing is not None
    assert len([entry for entry in drill.journal if entry.is_act]) == len(script)


class AnyDrill(RuleBasedStateMachine):
    """A drill in which time passes and people act in any order, with the books beside it."""

    @initialize(world=worlds, seed=seeds)
    def begins(self, world: Scenario, seed: int) -> None:
        self.context = books()
        self.ledger: Ledger = self.context.__enter__()
        self.drill = Drill(world, seed)
        self.seen = 0

    @rule(length=st.integers(1, 1200))
    def time_passes(self, length: int) -> None:
        before = self.drill.now
        self.drill.advance(before + length)
        assert before <= self.drill.now <= before + length

    @rule(seat=st.sampled_from(SEATS), act=sensible | senseless)
    def somebody_acts(self, seat: str, act: Act) -> None:
        receipt = self.drill.submit(seat, act)
        assert receipt.accepted == (receipt.refused == "")

    @rule(seat=st.sampled_from(SEATS))
    def somebody_looks(self, seat: str) -> None:
        length = len(self.drill.journal)
        assert self.drill.view(seat).time == self.drill.now
        assert len(self.drill.journal) == length, "looking changes nothing"

    @invariant()
    def the_books_agree(self) -> None:
        if hasattr(self, "drill"):
            assert self.ledger.wrong(self.drill) == []
            assert len(self.drill.journal) >= self.seen
            self.seen = len(self.drill.journal)

    def teardown(self) -> None:
        if hasattr(self, "context"):
            self.context.__exit__(None, None, None)


TestAnyDrill = AnyDrill.TestCase
TestAnyDrill.settings = effort(15)
