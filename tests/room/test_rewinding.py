"""A practice is gone back in: a new drill with a journal of its own goes on from a point; the old one stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.errors import CallError, JournalError
from simulator.journal.acts import Answer, Note, Open, Order
from simulator.journal.entry import ANSWER, OPENED, ORDER
from simulator.journal.journal import Journal
from simulator.journal.reading import read_journal
from simulator.rehearsal.verify import verify
from simulator.room.opening import Opened, Wishes, open_room, reopen_room
from simulator.room.rewinding import Point, beside, left_at, left_of, points, rewind
from tests.authoring.sample import sample
from tests.room.rooms import SEAT, Clock, opened

NOW = "2031-05-06T07:08:09.000+00:00"


def twenty_minutes(folder: Path, *, assessed: bool = False) -> Opened:
    """A drill of which the trainee has played the first twenty minutes: silent at first, then late."""
    wishes = Wishes(SEAT, "Lin Qiao", 7, assessed=assessed, steps=True)
    found = open_room(sample(folder), wishes, folder / "drill.jsonl", Clock(), lambda: NOW)
    room = found.room
    room.start()
    room.skip_to(60)
    room.act(SEAT, Open(1))
    room.skip_to(120)
    room.act(SEAT, Answer("first_words", "wait"))
    room.skip_to(600)
    room.act(SEAT, Order("open_reception", {"place": "hall"}))
    room.skip_to(1200)
    return found


def back(found: Opened, point: Point, name: str = "again.jsonl") -> Opened:
    return rewind(left_of(found), point, found.file.path.with_name(name), Clock(), lambda: NOW, steps=True)


def the(found: Opened, kind: str, name: str) -> Point:
    """The first point of this kind and name."""
    return next(each for each in points(found.room.drill.journal, SEAT) if (each.kind, each.name) == (kind, name))


def test_the_points_are_what_came_to_the_seat_and_what_it_did(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path)
    assert [(each.time, each.kind, each.name) for each in points(found.room.drill.journal, SEAT)] == [
        (0, "message", "doors"),
        (0, "decision", "first_words"),
        (120, "act", "first_words"),
        (600, "act", "open_reception"),
    ]
    found.file.close()


def test_it_stands_paused_where_the_decision_was_put_which_is_open_again(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path)
    again = back(found, the(found, "decision", "first_words"))
    view = again.room.view(SEAT)
    assert (again.room.status, view.time, [each.decision for each in view.decisions]) == ("paused", 1, ["first_words"])
    assert again.room.drill.journal.of_kind(ANSWER) == []


def test_what_was_done_before_the_point_is_done_again_and_the_rest_is_not(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path)
    again = back(found, the(found, "act", "open_reception")).room
    acts = [(entry.time, entry.kind) for entry in again.drill.journal if entry.is_act and entry.seat == SEAT]
    assert acts == [(60, "act.open"), (120, ANSWER)]
    assert again.drill.now == 600
    assert [entry for entry in again.drill.journal.of_kind(ORDER) if entry.seat == SEAT] == []


def test_the_new_journal_names_its_parent_and_the_old_one_stays_as_it_is(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path)
    before = (tmp_path / "drill.jsonl").read_bytes()
    point = the(found, "act", "open_reception")
    again = back(found, point)
    reading = read_journal(tmp_path / "drill.jsonl")
    assert again.room.drill.journal.header["parent"] == {
        "head": reading.head, "file": "drill.jsonl", "entry": point.entry, "time": 600,
    }  # fmt: skip
    assert (tmp_path / "drill.jsonl").read_bytes() == before


def test_an_act_that_is_done_again_bears_no_wall_time_and_a_new_one_does(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path)
    room = back(found, the(found, "act", "open_reception")).room
    room.act(SEAT, Note("this time at once"))
    own = [entry.wall for entry in room.drill.journal if entry.seat == SEAT and entry.is_act]
    assert (room.drill.journal[0].wall, own) == (NOW, [None, None, NOW])


def test_played_to_its_end_it_is_verified_like_any_other(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path)
    again = back(found, the(found, "decision", "first_words"))
    again.room.act(SEAT, Answer("first_words", "listen"))
    again.room.skip_to(3600)
    again.room.end()
    again.file.close()
    verified = verify(tmp_path / "again.jsonl")
    assert (verified.ok, verified.problems) == (True, ())


def test_at_every_point_the_world_is_the_one_that_was(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path)
    recorded = [(each.time, each.seat, each.kind, each.payload) for each in found.room.drill.journal]
    for number, point in enumerate(points(found.room.drill.journal, SEAT)):
        again = back(found, point, f"again-{number}.jsonl")
        now = [(each.time, each.seat, each.kind, each.payload) for each in again.room.drill.journal]
        again.file.close()
        assert now[1 : point.entry] == recorded[1 : point.entry]


def test_the_drill_that_was_left_is_taken_up_again_where_it_stood(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path)
    found.room.act(SEAT, Note("here"))
    back(found, the(found, "decision", "first_words")).file.close()
    found.file.close()
    again = reopen_room(tmp_path / "drill.jsonl", Clock(), None)
    assert again.room.drill.now == 1200
    again.file.close()


def test_a_drill_that_is_over_is_gone_back_in_from_its_file(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path)
    found.room.end()
    found.file.close()
    left = left_at(tmp_path / "drill.jsonl")
    again = rewind(left, points(left.journal, SEAT)[-1], tmp_path / "again.jsonl", Clock(), None)
    assert (again.room.drill.now, again.room.over, again.room.status) == (600, False, "paused")


def test_a_rewound_drill_is_left_and_taken_up_again_like_any_other(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path)
    first = back(found, the(found, "decision", "first_words"))
    first.room.act(SEAT, Answer("first_words", "listen"))
    first.file.close()
    again = reopen_room(tmp_path / "again.jsonl", Clock(), None)
    assert again.room.view(SEAT).answers == first.room.view(SEAT).answers
    assert again.room.drill.journal.header["parent"] == first.room.drill.journal.header["parent"]
    again.file.close()


def test_an_assessed_drill_is_not_gone_back_in(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path, assessed=True)
    with pytest.raises(CallError, match="only a practice can be rewound"):
        back(found, points(found.room.drill.journal, SEAT)[0])
    assert not (tmp_path / "again.jsonl").exists()


def test_a_drill_that_runs_otherwise_now_leaves_no_file_behind(tmp_path: Path) -> None:
    found = twenty_minutes(tmp_path)
    left = left_of(found)
    entries = [replace(entry, time=61) if entry.kind == OPENED else entry for entry in left.journal]
    with pytest.raises(JournalError, match="runs otherwise"):
        rewind(type(left)(Journal(entries), left.head, left.path), the(found, "act", "open_reception"),
               tmp_path / "again.jsonl", Clock(), None)  # fmt: skip
    assert not (tmp_path / "again.jsonl").exists()


def test_a_new_journal_lies_beside_the_old_one_under_a_free_name(tmp_path: Path) -> None:
    found = opened(tmp_path, Clock())
    found.file.close()
    assert beside(found.file.path) == tmp_path / "drill-2.jsonl"
    (tmp_path / "drill-2.jsonl").touch()
    assert beside(found.file.path) == tmp_path / "drill-3.jsonl"
