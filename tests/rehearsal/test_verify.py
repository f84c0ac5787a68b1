"""Verification: whole, unaltered, replays the same; and what is said where not."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.engine.drill import Drill
from simulator.errors import FileError
from simulator.journal.acts import Note, Order
from simulator.journal.entry import Entry
from simulator.journal.file import write_all
from simulator.players.bots import player_for
from simulator.players.play import play
from simulator.rehearsal.baselines import append_baselines
from simulator.rehearsal.verify import Verification, verify
from tests.players.sample import morning


def recorded(bot: str = "by-the-book", until: int | None = None, **header: Any) -> Drill:
    """A drill with a trainee in each seat, and its baselines where it has come to its end."""
    scenario = morning()
    drill = Drill(scenario, 2, seats={seat: {"player": bot, "name": bot} for seat in scenario.seats}, **header)
    play(drill, {seat: player_for(bot, scenario, seat, 2) for seat in scenario.seats}, until)
    if until is None:
        append_baselines(scenario, drill.journal)
    return drill


def verified(folder: Path, entries: list[Entry]) -> Verification:
    """What is said of these entries in a file whose hashes are right."""
    path = folder / "drill.jsonl"
    write_all(entries, path)
    return verify(path)


def said(found: Verification) -> list[tuple[int, str]]:
    """Line and message of each problem."""
    return [(problem.line, str(problem.message)) for problem in found.problems]


@pytest.mark.parametrize("bot", ["by-the-book", "random", "everything", "heavy-handed", "silent"])
def test_a_drill_verifies(tmp_path: Path, bot: str) -> None:
    entries = list(recorded(bot).journal)
    found = verified(tmp_path, entries)
    assert said(found) == []
    assert (found.ok, found.entries, found.notices) == (True, len(entries), ())
    assert len(found.head) == 64


def test_a_drill_with_wall_times_verifies(tmp_path: Path) -> None:
    drill = recorded(wall=lambda: "2031-03-04T05:06:07Z", mode="practice", pace=30, language="zh")
    assert drill.journal[0].wall == "2031-03-04T05:06:07Z"
    assert verified(tmp_path, list(drill.journal)).ok


def test_a_drill_that_was_ended_early_verifies(tmp_path: Path) -> None:
    drill = recorded(until=700)
    drill.submit("commander", Note("we stop here"))
    drill.finish()
    append_baselines(morning(), drill.journal)
    assert verified(tmp_path, list(drill.journal)).ok


def test_a_drill_that_was_cut_off_is_right_up_to_there_and_not_whole(tmp_path: Path) -> None:
    entries = list(recorded().journal)[:-30]
    found = verified(tmp_path, entries)
    assert said(found) == [(len(entries), "not whole: the drill's end is missing; it is right up to here")]
    assert not found.ok


def test_a_drill_without_its_baselines_is_not_whole(tmp_path: Path) -> None:
    entries = list(recorded().journal)[:-1]
    found = verified(tmp_path, entries)
    assert said(found) == [(len(entries), "not whole: the baselines after the drill's end are missing")]


def test_a_torn_line_is_told_and_the_rest_is_right(tmp_path: Path) -> None:
    path = tmp_path / "drill.jsonl"
    write_all(recorded().journal, path)
    path.write_bytes(path.read_bytes()[:-20])
    found = verify(path)
    assert [message for _, message in said(found)] == ["the last line was cut off while it was being written"]
    assert not found.ok


def changed(entry: Entry, change: Callable[[Any], Any]) -> Entry:
    """The entry with another payload; its JSON form, as in a file."""
    payload = json.loads(json.dumps(dict(entry.payload)))
    change(payload)
    return Entry(entry.number, entry.time, entry.seat, entry.kind, payload, entry.wall)


def forged(kind: str, change: Callable[[Any], Any]) -> list[Entry]:
    """A drill in which somebody has changed the first entry of a kind, and then made all hashes right."""
    entries = list(recorded().journal)
    number = next(entry.number for entry in entries if entry.kind == kind)
    entries[number] = changed(entries[number], change)
    return entries


def test_an_altered_result_is_found_although_the_hashes_are_right(tmp_path: Path) -> None:
    found = verified(tmp_path, forged("closing", lambda payload: payload["measures"].update({"windows.left.end": 0.5})))
    (problem,) = found.problems
    assert str(problem.message).startswith("altered, or it replays otherwise: closing at T+002:00:00 stands here")
    assert problem.line == found.entries - 1


def test_an_altered_act_is_found_where_it_first_shows(tmp_path: Path) -> None:
    entries = forged("act.order", lambda payload: payload["with"].update({"seat": "petition_lead"}))
    found = verified(tmp_path, entries)
    (problem,) = found.problems
    assert entries[problem.line - 1].kind == "message.delivered"


def test_altered_baselines_are_found(tmp_path: Path) -> None:
    entries = forged("baselines", lambda payload: payload["team"]["silent"].update({"harm.injured": 9.5}))
    assert said(verified(tmp_path, entries)) == [(len(entries), "altered: the baselines are not those of this drill")]


def test_an_altered_scenario_does_not_fit_its_digest(tmp_path: Path) -> None:
    entries = forged("header", lambda payload: payload["resolved"].update({"length": "3h"}))
    assert said(verified(tmp_path, entries)) == [
        (1, "altered: the scenario in the header is not the one that its digest names")
    ]


@pytest.mark.parametrize(
    ("kind", "change", "message"),
    [
        ("header", lambda payload: payload.pop("resolved"), "altered: the scenario in the header cannot be read"),
        ("header", lambda payload: payload.pop("seed"), "altered: it holds what no drill writes"),
        ("header", lambda payload: payload.update(seats=5), "altered: it holds what no drill writes"),
        ("act.order", lambda payload: payload.pop("verb"), "altered: it holds what no drill writes"),
        ("act.order", lambda payload: payload.update(verb=["a"]), "altered: it holds what no drill writes"),
        ("act.open", lambda payload: payload.update(message="x"), "altered: it holds what no drill writes"),
    ],
)
def test_what_no_drill_writes_is_a_problem_not_a_failure(
    tmp_path: Path, kind: str, change: Callable[[Any], Any], message: str
) -> None:
    ((line, told),) = said(verified(tmp_path, forged(kind, change)))
    assert line == 1
    assert told.startswith(message)


def test_another_engine_version_that_replays_the_same_is_only_noticed(tmp_path: Path) -> None:
    found = verified(tmp_path, forged("header", lambda payload: payload.update(engine="0.0.9")))
    assert found.ok
    assert [notice.template for notice in found.notices] == [
        "recorded by another engine version ({recorded}, this is {present}); it replays the same"
    ]


def test_another_engine_version_that_replays_otherwise_is_told_apart_from_altering(tmp_path: Path) -> None:
    entries = forged("closing", lambda payload: payload.update(early=True))
    entries[0] = changed(entries[0], lambda payload: payload.update(engine="0.0.9"))
    found = verified(tmp_path, entries)
    assert not found.ok
    assert [notice.values["recorded"] for notice in found.notices] == ["0.0.9"]
    assert found.notices[0].template.endswith("that may be why")


def test_a_refused_act_is_replayed_too(tmp_path: Path) -> None:
    drill = recorded(until=100)
    assert not drill.submit("duty_officer", Order("activate", {"level": "III"})).accepted
    drill.advance(7200)
    drill.finish()
    append_baselines(morning(), drill.journal)
    assert verified(tmp_path, list(drill.journal)).ok


def test_a_missing_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        verify(tmp_path / "none.jsonl")
