"""Made-up scenarios: the same seed and acts give the same record, live, replayed, ticked otherwise and read back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.drill import Drill
from simulator.journal.entry import Entry
from simulator.journal.file import write_all
from simulator.journal.reading import read_journal
from simulator.players.replay import feed
from simulator.rehearsal.baselines import append_baselines
from simulator.rehearsal.verify import verify
from simulator.scenario.scenario import Scenario
from tests.soundness.acting import Deed, begun, deeds, pass_to, played, sensible
from tests.soundness.effort import effort
from tests.soundness.worlds import LENGTH, worlds

seeds = st.integers(0, 10**9)


def record(drill: Drill) -> list[Entry]:
    return list(drill.journal)


@effort(12)
@given(worlds, seeds, deeds(sensible), st.lists(st.integers(0, LENGTH - 1), max_size=30))
def test_however_a_made_up_drill_is_ticked_its_record_is_the_same(
    world: Scenario, seed: int, script: list[Deed], ticks: list[int]
) -> None:
    assert record(played(world, seed, script, tuple(ticks))) == record(played(world, seed, script))


@effort(12)
@given(worlds, seeds, deeds(sensible))
def test_a_made_up_drill_replays_from_its_own_record(world: Scenario, seed: int, script: list[Deed]) -> None:
    first, again = played(world, seed, script), begun(world, seed)
    feed(again, first.journal)
    pass_to(again, world.length)
    assert record(again) == record(first)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("replaying")


@effort(6)
@given(world=worlds, seed=seeds, script=deeds(sensible))
def test_a_made_up_drill_is_read_back_and_verified(
    folder: Path, world: Scenario, seed: int, script: list[Deed]
) -> None:
    path = folder / "drill.jsonl"
    path.unlink(missing_ok=True)
    drill = played(world, seed, script)
    append_baselines(world, drill.journal)
    write_all(drill.journal, path)
    assert read_journal(path).entries == tuple(drill.journal)
    assert verify(path).problems == ()
