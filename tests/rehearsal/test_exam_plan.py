"""Who plays which run on which seed: settled before anybody works, and the same whoever does."""

import pytest

from simulator.errors import CallError
from simulator.rehearsal.exam.planning import LEAST_USED, chunks_of, players_named, runs_of, seed_of
from tests.players.sample import morning


def test_players_take_turns_on_common_seeds() -> None:
    runs = runs_of(("late", "silent"), 5, 1)
    assert [(run.number, run.player) for run in runs] == [
        (0, "late"), (1, "silent"), (2, "late"), (3, "silent"), (4, "late"),
    ]  # fmt: skip
    assert [run.seed for run in runs] == [seed_of(1, turn) for turn in (0, 0, 1, 1, 2)]


def test_a_seed_is_derived_from_base_and_turn() -> None:
    # The first 48 bits of SHA-256 of "1/run/0".
    assert seed_of(1, 0) == 0x525776FE96A3
    assert len({seed_of(base, turn) for base in range(10) for turn in range(10)}) == 100


def test_leaving_a_player_out_changes_no_seed_of_the_others() -> None:
    both = [run.seed for run in runs_of(("late", "silent"), 8, 3) if run.player == "late"]
    assert [run.seed for run in runs_of(("late",), 4, 3)] == both


def test_chunks_hold_every_run_once_and_keep_a_seed_together() -> None:
    runs = runs_of(("late", "silent", "random", LEAST_USED), 230, 1)
    chunks = chunks_of(runs)
    assert sorted(run.number for chunk in chunks for run in chunk.runs) == list(range(230))
    for chunk in chunks:
        assert len({run.player == LEAST_USED for run in chunk.runs}) == 1
    homes = [{place for place, chunk in enumerate(chunks) if run in chunk.runs} for run in runs]
    assert all(len(home) == 1 for home in homes)


def test_large_rehearsals_go_out_fifty_at_a_time_at_most() -> None:
    chunks = chunks_of(runs_of(("late", "silent"), 6000, 1))
    assert max(len(chunk.runs) for chunk in chunks) == 50


def test_an_unknown_player_is_named_with_what_there_is() -> None:
    assert players_named(morning(), ["late:20m", " silent", "silent"]) == ("late:20m", "silent")
    with pytest.raises(CallError, match="there is no bot 'lat'"):
        players_named(morning(), ["lat"])
    with pytest.raises(CallError, match="nobody is named to play"):
        players_named(morning(), [" "])
