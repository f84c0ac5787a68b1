"""What would have happened: one act put right, all else as it was, and what came of it."""

import pytest

from simulator.engine.drill import Drill
from simulator.errors import JournalError
from simulator.journal.acts import Answer, Open, Order
from simulator.rehearsal.whatif.model import Changed, Happened, PutRight
from simulator.rehearsal.whatif.trying import what_if
from tests.players.sample import morning
from tests.rehearsal.whatifs import (
    COMMANDER,
    LEAD,
    LISTEN,
    OFFICER,
    OPEN_DOORS,
    RIGHT,
    SIT_DOWN,
    TEAM,
    begun,
    but,
    by_hand,
    finding,
    tried,
    world,
)


def test_where_everything_was_right_there_is_nothing_to_put_right() -> None:
    found = tried(by_hand(*RIGHT))
    assert (found.exact, found.findings, found.joint, found.together) == (True, (), (), None)


def test_a_late_order_is_given_in_the_last_free_time_before_its_target() -> None:
    journal = but((1600, LEAD, TEAM), without=(TEAM,))
    found = finding(tried(journal), "send_team")
    (late,) = (entry.number for entry in journal if entry.is_act and entry.time == 1600)
    # Due at 120 with a target of five minutes. It takes thirty seconds, and the seat is busy from 240 on.
    moved = PutRight(LEAD, 210, verb="dispatch", arguments=dict(TEAM.arguments), entry=late, was=1600)
    assert (found.status, found.becomes, found.deeds) == ("late", "met", (moved,))


def test_what_was_never_done_is_added_by_its_target_after_reading() -> None:
    journal = by_hand(*(timed for timed in RIGHT if timed[1] != COMMANDER))
    found = finding(tried(journal), "set_level")
    # The message comes at 330; the target is fifteen minutes, the order takes one, reading half of one.
    assert [(deed.at, deed.verb, deed.message, deed.entry) for deed in found.deeds] == [
        (1140, "", 1, None),
        (1170, "activate", None, None),
    ]
    assert (found.status, found.becomes) == ("missed", "met")


def test_a_wrong_figure_is_right_at_its_own_second() -> None:
    report = Order("report_upward", {"kind": "first", "people": 12})
    journal = but((150, OFFICER, report), without=(RIGHT[6][2],))
    found = finding(tried(journal), "first_report")
    assert found.status == "wrong"
    assert [(deed.at, deed.was, deed.arguments["people"]) for deed in found.deeds] == [(150, 150, 40)]


def test_a_wrong_answer_is_the_right_one_at_its_own_second() -> None:
    journal = but((150, LEAD, Answer("first_words", "wave_off")), without=(SIT_DOWN,))
    found = finding(tried(journal), "listen_first")
    assert [(deed.at, deed.was, deed.option) for deed in found.deeds] == [(150, 150, "sit_down")]
    assert (found.status, found.conduct, found.becomes) == ("wrong", "U21", "met")


def test_an_answer_that_never_came_is_given_while_the_question_stands() -> None:
    found = finding(tried(but(without=(SIT_DOWN,))), "listen_first")
    # Put at 120 with a target of three minutes; an answer takes half a minute, and the seat reads until 128.
    assert [(deed.at, deed.entry, deed.option) for deed in found.deeds] == [(170, None, "sit_down")]
    assert Happened("silence", "first_words") not in found.avoided


def test_an_unlawful_act_is_taken_back() -> None:
    journal = but((1500, LEAD, Order("disperse_first", {"incident": "residents"})))
    found = finding(tried(journal), "U01")
    (deed,) = found.deeds
    assert (deed.at, deed.taken_back, deed.was, deed.verb) == (None, True, 1500, "disperse_first")
    assert (found.status, found.expectation, found.overall) == ("conduct", "", Changed(69.0, found.overall.would))
    assert (found.overall.would or 0) > 90


def test_an_act_that_spoils_a_task_is_taken_back_with_it() -> None:
    journal = but((150, OFFICER, Order("wait_before_reporting")))
    (found,) = tried(journal).findings
    assert (found.expectation, found.status, found.becomes) == ("first_report", "wrong", "met")
    assert [(deed.verb, deed.taken_back) for deed in found.deeds] == [("wait_before_reporting", True)]


def test_what_no_longer_happens_is_told_with_its_time() -> None:
    found = finding(tried(but(without=(LISTEN,))), "open_doors")
    assert found.avoided == (
        Happened("harm", "injured", "", 2787, None, Changed(2, 0)),
        Happened("stage", "residents", "blocking", 2787, None),
    )
    assert found.brought == ()
    assert found.world["harm.injured"] == Changed(2, 0)


def test_an_act_about_what_no_longer_comes_is_void() -> None:
    journal = but((2800, COMMANDER, Open(2)), without=(LISTEN,))
    found = finding(tried(journal), "open_doors")
    void = [journal[entry] for entry in found.void]
    assert [(entry.time, entry.seat, entry.kind) for entry in void] == [(2800, COMMANDER, "act.open")]


def test_an_order_whose_unit_is_not_free_is_void() -> None:
    elsewhere = Order("dispatch", {"unit": "team", "place": "office"})
    journal = but((440, LEAD, elsewhere), (1600, LEAD, TEAM), without=(TEAM, OPEN_DOORS, LISTEN))
    # In the other world the team sets out for the hall at 420 and is on its way when it is wanted elsewhere.
    assert [journal[entry].time for entry in world(journal, "send_team").void] == [440]


def test_orders_that_had_waited_begin_at_the_seconds_at_which_they_began() -> None:
    queue = ((1600, LEAD, TEAM), (1600, LEAD, OPEN_DOORS), (1600, LEAD, LISTEN))
    journal = but(*queue, without=(TEAM, OPEN_DOORS, LISTEN))
    assert begun(journal, LEAD) == [("dispatch", 1600), ("open_reception", 1630), ("listen", 1750)]
    other = world(journal, "send_team")
    assert begun(other.journal, LEAD) == [("dispatch", 390), ("open_reception", 1630), ("listen", 1750)]
    assert (other.void, other.delayed) == ((), ())


def test_where_a_seat_has_no_time_what_it_does_instead_begins_later_and_is_told() -> None:
    long = (125, LEAD, LISTEN)
    journal = but(long, (1600, LEAD, TEAM), without=(TEAM, LISTEN, OPEN_DOORS))
    found = finding(tried(journal), "send_team")
    assert [deed.at for deed in found.deeds if deed.verb] == [124]
    assert [journal[entry].payload["verb"] for entry in found.delayed] == ["listen"]


def test_a_drill_without_an_end_has_no_other_world() -> None:
    with pytest.raises(JournalError, match="has not ended"):
        what_if(morning(), Drill(morning(), 1).journal)


def test_a_drill_that_was_ended_early_is_compared_up_to_there() -> None:
    journal = by_hand((130, LEAD, Answer("first_words", "later")), ends=1500)
    found = what_if(morning(), journal)
    assert found.exact
    assert "set_level" not in [each.expectation for each in found.findings]
