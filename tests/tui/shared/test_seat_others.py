"""What a seat of a shared drill is told of the others and of its link: requests, a link that breaks, a seat lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.errors import CallError
from simulator.journal.acts import Request
from simulator.journal.controls import STAND_IN, Sit, Speak, Turning
from simulator.language.said import say
from simulator.room.shared.reaching import Wish
from simulator.room.shared.remote import Joined, join_room
from tests.room.rooms import SEAT
from tests.tui.screen import Stage
from tests.tui.shared.rooms import Hosted, hosted, seated, until
from tui.screens.hotwash import HotWash
from tui.shared.seat.app import SeatApp


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Hosted]:
    with hosted(tmp_path) as found:
        yield found


def left(*joined: Joined) -> None:
    for each in joined:
        each.room.disconnect()


def sat(stage: Stage) -> SeatApp:
    assert isinstance(stage.app, SeatApp)
    return stage.app


async def test_a_request_stands_in_the_first_line_and_in_the_inbox_until_it_is_answered(here: Hosted) -> None:
    own, other, desk = here.join("commander", "He Ping"), here.join(), here.begin()
    async with seated(own) as stage:
        await until(stage, "running")
        other.room.act(SEAT, Request("commander", "activate", {"level": "III"}))
        here.clock.now += 10
        await until(stage, "! requests: 1")
        assert "07:40 Petition lead asks you" in stage.lines[2]
        await stage.press("f7", "1", "enter")
        await until(stage, "1 Give the order  2 Refuse")
        await stage.press("1")
        await until(stage, "granted")
        assert "requests" not in stage.lines[0]
        assert "Give the order" not in stage.lines[-1]
    desk.close()
    left(own, other)


async def test_a_message_of_a_character_says_what_it_is_about(here: Hosted) -> None:
    own, desk = here.join("commander", "He Ping"), here.begin()
    desk.lead(Speak(("commander",), "ms_yu", "Where is he?", about="residents"))
    here.clock.now += 5
    async with seated(own) as stage:
        await until(stage, "message, ")
        await stage.press("home", "enter")
        shown = await until(stage, "Where is he?")
        assert "about Residents" in shown
    desk.close()
    left(own)


async def test_the_key_of_the_others_is_the_same_before_every_panel(here: Hosted) -> None:
    own, desk = here.join("commander", "He Ping"), here.begin()
    async with seated(own) as stage:
        await until(stage, "running")
        await stage.press("f2", "f7")
        assert stage.lines[1].startswith("── The others ")
        await stage.press("f7")
        assert "Your task and queue" in stage.text
    desk.close()
    left(own)


async def test_a_broken_link_is_told_as_long_as_it_is_broken(here: Hosted) -> None:
    own, desk = here.join("commander", "He Ping"), here.begin()
    async with seated(own) as stage:
        await until(stage, "running")
        own.room.link.broken = CallError(say("no room answers at {place}", place="h:1"))
        await until(stage, "No link to the host; it comes back by itself. What was taken is kept.")
        await stage.press("f1", "escape")
        await until(stage, "No link to the host")
        own.room.link.broken = None
        await until(stage, "The link stands again.")
    desk.close()
    left(own)


async def test_a_lost_seat_goes_on_saying_why_and_can_only_be_left(here: Hosted) -> None:
    own, desk = here.join(), here.begin()
    async with seated(own) as stage:
        desk.lead(Sit(SEAT, STAND_IN, "", "revoked", barred=True))
        await until(stage, "the controller has closed your seat")
        await stage.press("escape", "f10")
        assert "Stay and look" in stage.text
        assert "the seat is kept" not in stage.text
        await stage.press("escape")
        await until(stage, "the controller has closed your seat")
        assert sat(stage).sat.farewell() == say("You have left the room.")
    desk.close()
    left(own)


async def test_nobody_is_held_while_evaluators_are_noting(here: Hosted) -> None:
    own, desk = here.join(), here.begin()
    judge = here.desk("evaluator", "Gu Yan")
    async with seated(own) as stage:
        desk.lead(Turning("end"))
        shown = await until(stage, "once the evaluators have noted")
        assert "Go back" not in shown
        await stage.press("f10")
        assert "Leave; join again to see the score" in stage.text
        await stage.press("2", "enter")
    left(own)
    back = Wish("seat", "Lin Qiao", seat=SEAT, secret=own.room.secret)
    late = join_room(here.host.own_address, back, here.folder / "late.jsonl")
    async with seated(late) as stage:
        judge.close()
        await until(stage, "Petition lead: Lin Qiao")
        assert isinstance(stage.app.screen, HotWash)
        await stage.done()
    desk.close()
    left(late)


async def test_help_says_what_leaving_means_among_others(here: Hosted) -> None:
    own = here.join()
    async with seated(own) as stage:
        await stage.press("f1")
        assert "F10 Leave: close this screen and come back, or give the seat up" in stage.text
    left(own)
