"""Baselines: the worlds with a seat silent and by the book, all else as it was."""

import pytest

from simulator.engine.drill import Drill
from simulator.errors import JournalError
from simulator.players.bots import STAND_IN, player_for
from simulator.players.play import play
from simulator.rehearsal.baselines import Cache, Pair, append_baselines, baselines, end_of, trainees_of
from tests.players.sample import morning


def drilled(**bots: str) -> Drill:
    """A drill with these bots as trainees and stand-ins in the other seats."""
    scenario = morning()
    names = {seat: bots.get(seat, STAND_IN) for seat in scenario.seats}
    drill = Drill(scenario, 4, seats={seat: {"player": name, "name": name} for seat, name in names.items()})
    play(drill, {seat: player_for(name, scenario, seat, 4) for seat, name in names.items()})
    return drill


def test_all_but_stand_ins_are_trainees() -> None:
    assert trainees_of(drilled(commander="random", duty_officer="silent").journal) == ("duty_officer", "commander")


def test_a_trainee_by_the_book_finds_its_own_world_in_the_book() -> None:
    drill = drilled(petition_lead="by-the-book")
    closing = drill.journal.closing
    assert closing is not None
    found = baselines(morning(), drill.journal)
    assert found["seats"]["petition_lead"]["book"] == closing.payload["measures"]


def test_a_silent_trainee_finds_its_own_world_in_silence() -> None:
    drill = drilled(petition_lead="silent")
    closing = drill.journal.closing
    assert closing is not None
    found = baselines(morning(), drill.journal)
    assert found["seats"]["petition_lead"]["silent"] == closing.payload["measures"]
    assert found["team"] == found["seats"]["petition_lead"]


def test_the_team_is_all_trainees_together() -> None:
    scenario = morning()
    bots = dict.fromkeys(scenario.seats, "random")
    found = baselines(scenario, drilled(**bots).journal)
    silent = {seat: player_for("silent", scenario, seat, 4) for seat in scenario.seats}
    book = {seat: player_for("by-the-book", scenario, seat, 4) for seat in scenario.seats}
    assert list(found["seats"]) == ["duty_officer", "petition_lead", "commander"]
    assert found["team"]["silent"] == end_of(scenario, 4, silent, 7200)
    assert found["team"]["book"] == end_of(scenario, 4, book, 7200)
    assert found["team"]["silent"]["harm.injured"] == 2
    assert "harm.injured" not in found["team"]["book"]


def test_a_drill_that_was_ended_early_is_compared_with_worlds_of_the_same_length() -> None:
    scenario = morning()
    drill = Drill(scenario, 4, seats={seat: {"player": "silent", "name": ""} for seat in scenario.seats})
    play(drill, {}, until=600)
    drill.finish()
    found = baselines(scenario, drill.journal)
    assert found["team"]["silent"] == end_of(scenario, 4, {}, 600)


def test_the_entry_stands_at_the_end_of_the_drill() -> None:
    drill = drilled(commander="silent")
    entry = append_baselines(morning(), drill.journal)
    assert (entry.kind, entry.time, entry.number) == ("baselines", 7200, len(drill.journal) - 1)


def test_a_drill_without_an_end_has_none() -> None:
    with pytest.raises(JournalError, match="has not ended"):
        baselines(morning(), Drill(morning(), 1).journal)


def test_a_cache_makes_each_pair_once_and_forgets_the_oldest() -> None:
    cache = Cache()
    made: list[int] = []

    def pair_of(seed: int) -> Pair:
        made.append(seed)
        return {"silent": {}, "book": {}}

    for seed in (1, 2, 1, *range(3, 300), 1):
        cache.pair("digest", seed, lambda seed=seed: pair_of(seed))  # type: ignore[misc]
    assert made == [1, 2, *range(3, 300), 1]
