"""The hub decides: who sits where, what an act is worth, and that saying it twice is no harm."""

from pathlib import Path

import pytest

from simulator.journal.acts import Note, Open, Order
from simulator.journal.controls import Sit, Turning
from simulator.rehearsal.verify import verify
from simulator.room.shared.model import Give, Lead
from simulator.room.shared.refusing import Refusal
from tests.room.rooms import SEAT
from tests.room.shared.rooms import Office, again, office


@pytest.fixture
def room(tmp_path: Path) -> Office:
    return office(tmp_path)


def test_every_seat_is_a_stand_ins_until_somebody_comes(room: Office) -> None:
    players = {seat: chair.player for seat, chair in room.hub.ledger.chairs.items()}
    assert set(players.values()) == {"stand-in"}
    room.enter(seat=SEAT)
    assert (room.hub.ledger.chairs[SEAT].player, room.hub.ledger.chairs[SEAT].name) == ("person", "Lin Qiao")
    assert SEAT not in room.hub.shared.players


def test_who_names_no_seat_gets_a_free_one_until_there_is_none(room: Office) -> None:
    seats = [room.enter(name=f"Trainee {number}").seat for number in range(4)]
    assert seats == list(room.hub.room.drill.scenario.seats)
    with pytest.raises(Refusal, match="full"):
        room.enter(name="One more")


def test_a_seat_in_which_somebody_sits_is_not_given_away(room: Office) -> None:
    room.enter(seat=SEAT)
    with pytest.raises(Refusal, match="taken"):
        room.enter(seat=SEAT, name="Wu Min")


def test_an_act_said_twice_is_given_once(room: Office) -> None:
    lin = room.enter(seat=SEAT)
    room.begin()
    give = Give(SEAT, 1, 1, Note("the hall is full"))
    assert room.hub.give(lin, give) == room.hub.give(lin, give)
    assert [entry.payload["text"] for entry in room.entries("act.note")] == ["the hall is full"]


def test_another_act_under_a_number_that_is_taken_is_not_mistaken_for_the_first(room: Office) -> None:
    lin = room.enter(seat=SEAT)
    room.begin()
    room.hub.give(lin, Give(SEAT, 1, 1, Note("first")))
    assert room.hub.give(lin, Give(SEAT, 1, 1, Note("second"))).same is False
    assert len(room.entries("act.note")) == 1


def test_an_act_out_of_turn_is_not_given(room: Office) -> None:
    lin = room.enter(seat=SEAT)
    room.begin()
    with pytest.raises(Refusal, match="number"):
        room.hub.give(lin, Give(SEAT, 1, 3, Note("third")))


def test_nobody_acts_in_another_seat(room: Office) -> None:
    lin = room.enter(seat=SEAT)
    room.begin()
    with pytest.raises(Refusal, match="not_yours"):
        room.hub.give(lin, Give("commander", 0, 1, Order("activate_level", {"level": "III"})))


def test_a_trainee_does_not_run_the_drill(room: Office) -> None:
    lin = room.enter(seat=SEAT)
    with pytest.raises(Refusal, match="role"):
        room.hub.lead(lin, Lead(1, Turning("start")))


def test_an_act_of_a_sitting_that_has_ended_is_not_given(room: Office) -> None:
    lin, welcome = room.welcome(seat=SEAT)
    room.begin()
    room.act(lin, Note("before"))
    room.hub.leave(lin)
    back = room.enter(seat=SEAT, secret=welcome.secret)
    with pytest.raises(Refusal, match="sitting"):
        room.hub.give(back, Give(SEAT, 1, 2, Note("lost on the way")))
    assert room.hub.give(back, Give(SEAT, 1, 1, Note("before"))).receipt.accepted


def test_who_is_lost_keeps_the_seat_for_a_minute_then_a_stand_in_takes_it(room: Office) -> None:
    lin, welcome = room.welcome(seat=SEAT)
    room.begin()
    room.hub.lose(lin)
    room.clock.now += 59
    room.hub.tick()
    assert room.hub.ledger.chairs[SEAT].player == "person"
    room.clock.now += 1
    room.hub.tick()
    assert room.hub.ledger.chairs[SEAT].player == "stand-in"
    room.enter(seat=SEAT, secret=welcome.secret)
    assert room.hub.ledger.chairs[SEAT].player == "person"


def test_a_seat_that_is_revoked_is_closed_and_its_code_and_secret_are_worth_nothing(room: Office) -> None:
    lin, welcome = room.welcome(seat=SEAT)
    ended: list[str] = []
    lin.cast_out = ended.append
    controller, code = room.begin(), room.hub.keys.codes["seat"]
    room.lead(controller, Sit(SEAT, "stand-in", why="revoked", barred=True))
    assert ended == ["revoked"]
    with pytest.raises(Refusal, match="secret"):
        room.enter(seat=SEAT, secret=welcome.secret)
    with pytest.raises(Refusal, match="code"):
        room.welcome(seat="commander", code=code)
    with pytest.raises(Refusal, match="barred"):
        room.enter(seat=SEAT)


def test_a_controller_takes_a_seat_over_acts_in_it_and_gives_it_back(room: Office) -> None:
    _, welcome = room.welcome(seat=SEAT)
    controller = room.begin()
    room.lead(controller, Sit(SEAT, "controller", "Chen Yu", "taken over"))
    assert room.act(controller, Open(1), SEAT).receipt.refused == "unknown"
    with pytest.raises(Refusal, match="freed"):
        room.enter(seat=SEAT, secret=welcome.secret)
    room.lead(controller, Sit(SEAT, "stand-in", why="freed"))
    assert room.enter(seat=SEAT, secret=welcome.secret).seat == SEAT


@pytest.mark.parametrize("begun", [False, True], ids=["waiting", "paused"])
def test_who_sits_where_is_told_while_time_stands(room: Office, begun: bool) -> None:
    room.enter(seat=SEAT)
    controller = room.begin() if begun else room.enter("controller", name="Chen Yu")
    if begun:
        room.lead(controller, Turning("pause"))
    for player in ("controller", "stand-in"):
        told = room.hub.version
        room.lead(controller, Sit(SEAT, player, "Chen Yu"))
        assert room.hub.version > told
        assert next(seat.player for seat in room.hub.console().seats if seat.seat == SEAT) == player


def test_a_code_that_is_drawn_anew_is_told(room: Office) -> None:
    controller, told = room.begin(), room.hub.version
    room.hub.keys.renew("seat")
    assert room.hub.version > told
    assert room.hub.picture(controller)["console.codes"]["seat"] == room.hub.keys.codes["seat"]


def test_what_a_controller_does_twice_under_one_number_is_done_once(room: Office) -> None:
    controller = room.begin()
    lead = Lead(77, Turning("pause"))
    assert room.hub.lead(controller, lead) == room.hub.lead(controller, lead)
    assert [entry.payload["what"] for entry in room.entries("control.turning")] == ["start", "pause"]


def test_pause_holds_time_in_an_assessed_drill_too(room: Office) -> None:
    controller = room.begin()
    room.run(600)
    room.lead(controller, Turning("pause"))
    stood = room.hub.room.drill.now
    room.clock.now += 1000
    room.hub.tick()
    assert room.hub.room.drill.now == stood


def test_a_host_that_was_killed_goes_on_paused_with_everybody_and_everything(tmp_path: Path) -> None:
    room = office(tmp_path)
    lin, welcome = room.welcome(seat=SEAT)
    room.begin()
    room.run(900)
    kept = room.act(lin, Note("kept"))
    recorded = [(e.time, e.seat, e.kind, e.payload) for e in room.hub.room.drill.journal]
    room.hub.shared.file.close()
    back = again(tmp_path)
    found = [(e.time, e.seat, e.kind, e.payload) for e in back.hub.room.drill.journal]
    assert found[: len(recorded)] == recorded
    assert back.hub.room.status == "paused"
    returned = back.enter(seat=SEAT, secret=welcome.secret)
    assert back.hub.give(returned, Give(SEAT, 1, 1, Note("kept"))) == kept
    controller = back.enter("controller", name="Chen Yu")
    back.lead(controller, Turning("resume"))
    back.run(600)
    assert back.hub.room.drill.now >= 1500
    back.hub.shared.file.close()


def test_a_shared_drill_replays_with_all_that_was_done_from_outside(tmp_path: Path) -> None:
    room = office(tmp_path)
    lin = room.enter(seat=SEAT)
    controller = room.begin()
    room.run(300)
    room.act(lin, Open(1))
    room.lead(controller, Sit(SEAT, "controller", "Chen Yu", "taken over"))
    room.run(300)
    room.lead(controller, Sit(SEAT, "stand-in", why="freed"))
    room.run(1200)
    room.lead(controller, Turning("end"))
    room.hub.score()
    room.hub.shared.file.close()
    assert verify(tmp_path / "drill.jsonl").problems == ()
