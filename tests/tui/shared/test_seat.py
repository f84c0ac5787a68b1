"""A seat of a shared drill on the screen: waiting, the controller's clock, requests, leaving, coming late."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.journal.acts import Request
from simulator.journal.controls import STAND_IN, Sit, Speak, Turning
from simulator.journal.entry import HAND_OVER, ORDER, REPLY, REQUEST
from simulator.room.shared.remote import Joined
from tests.room.rooms import SEAT
from tests.tui.screen import LANGUAGES, SIZES, Stage
from tests.tui.shared.rooms import Hosted, hosted, seated, until
from tui.shared.seat.app import SeatApp


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Hosted]:
    with hosted(tmp_path) as found:
        yield found


def kinds(here: Hosted, *wanted: str) -> list[tuple[str, str | None]]:
    """Which seats did what, of these kinds."""
    journal = next(iter(here.host.hubs.values())).room.drill.journal
    return [(entry.kind, entry.seat) for entry in journal.of_kind(*wanted)]


async def begun(here: Hosted, stage: Stage) -> None:
    """The first decision has been put to the seat, and is put aside: the board lies open."""
    here.clock.now += 5
    await until(stage, "DECISION – ")
    await stage.press("escape")


def left(*joined: Joined) -> None:
    for each in joined:
        each.room.disconnect()


async def test_a_seat_waits_for_the_controller_and_sees_who_else_is_there(here: Hosted) -> None:
    own, other = here.join(), here.join("commander", "He Ping")
    async with seated(own) as stage:
        shown = await until(stage, "Commander: He Ping")
        assert "Petition lead: Lin Qiao – you" in shown
        assert "Duty officer: a stand-in" in shown
        desk = here.begin()
        await until(stage, "Your task and queue")
        assert stage.notice == "The controller has started the drill."
        desk.close()
    left(own, other)


async def test_the_key_of_the_clock_is_off_with_the_reason(here: Hosted) -> None:
    own, desk = here.join(), here.begin()
    async with seated(own) as stage:
        await begun(here, stage)
        await stage.press("f8")
        assert stage.notice == "the controller runs the clock"
    desk.close()
    left(own)


async def test_that_the_clock_is_halted_and_runs_on_is_told(here: Hosted) -> None:
    own, desk = here.join(), here.begin()
    async with seated(own) as stage:
        await until(stage, "running")
        desk.lead(Turning("pause"))
        await until(stage, "The drill is paused.")
        desk.lead(Turning("resume"))
        await until(stage, "The drill runs on.")
    desk.close()
    left(own)


async def test_an_order_of_another_seat_is_asked_for_in_the_palette(here: Hosted) -> None:
    own, other, desk = here.join(), here.join("commander", "He Ping"), here.begin()
    async with seated(own) as stage:
        await begun(here, stage)
        await stage.press("f2")
        await stage.type("activate")
        shown = await until(stage, "To be requested of: Commander")
        assert "No order of yours fits 'activate'." in shown
        await stage.press("enter")
        assert stage.lines[1].startswith("── Ask Commander: ")
        await stage.press("enter", "enter")
        assert "asked of Commander" in stage.notice
    assert kinds(here, REQUEST) == [(REQUEST, SEAT)]
    desk.close()
    left(own, other)


@pytest.mark.parametrize(("digit", "done"), [("1", [ORDER, REPLY]), ("2", [REPLY])])
async def test_a_request_is_granted_or_refused_where_it_is_read(here: Hosted, digit: str, done: list[str]) -> None:
    own, other, desk = here.join("commander", "He Ping"), here.join(), here.begin()
    other.room.act(SEAT, Request("commander", "activate", {"level": "III"}))
    here.clock.now += 10
    async with seated(own) as stage:
        await until(stage, "Petition lead")
        await stage.press("f7")
        await until(stage, "Petition lead asks: ")
        await stage.press("1", "enter")
        await until(stage, "1 gives this order as your own")
        await stage.press(digit)
        if digit == "2":
            await stage.type("not yet")
            await stage.press("enter")
    assert kinds(here, ORDER, REPLY) == [(kind, "commander") for kind in done]
    desk.close()
    left(own, other)


async def test_what_is_known_is_handed_over_with_a_word(here: Hosted) -> None:
    own, desk = here.join(), here.begin()
    async with seated(own) as stage:
        await begun(here, stage)
        await stage.press("f7", "1", "enter")
        assert "is told everything you were told" in " ".join(stage.text.split())
        await stage.type("all yours")
        await stage.press("enter")
        assert stage.notice == "Taken on: hand-over to Commander"
    assert kinds(here, HAND_OVER) == [(HAND_OVER, SEAT)]
    desk.close()
    left(own)


async def test_who_comes_late_is_in_the_running_drill_at_once(here: Hosted) -> None:
    desk = here.begin()
    own = here.join()
    async with seated(own) as stage:
        assert "You sit in: Petition lead. The drill has begun." in (await until(stage, "The drill has begun"))
    desk.close()
    left(own)


async def test_a_seat_that_is_taken_away_says_why(here: Hosted) -> None:
    own, desk = here.join(), here.begin()
    async with seated(own) as stage:
        desk.lead(Sit(SEAT, STAND_IN, "", "revoked", barred=True))
        await until(stage, "the controller has closed your seat")
    desk.close()
    left(own)


async def test_leaving_asks_whether_the_seat_is_given_up(here: Hosted) -> None:
    own, desk = here.join(), here.begin()
    async with seated(own) as stage:
        await begun(here, stage)
        await stage.press("f10")
        assert "the seat is kept for a minute" in stage.text
        await stage.press("3", "enter")
        assert isinstance(stage.app, SeatApp)
        assert stage.app.sat.for_good
    desk.close()
    left(own)


async def test_after_the_end_the_seat_has_its_own_score(here: Hosted) -> None:
    own, desk = here.join(), here.begin()
    async with seated(own) as stage:
        desk.lead(Turning("end"))
        shown = await until(stage, "Petition lead: Lin Qiao")
        assert "Hot wash" in shown
        await stage.press("f7")
        assert stage.notice == "a shared drill does not go back"
        await stage.done()
    desk.close()
    left(own)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_screens_stand_at_every_size_in_both_languages(
    here: Hosted, size: tuple[int, int], language: str
) -> None:
    own, desk = here.join(), here.begin()
    desk.lead(Speak((SEAT,), "ms_yu", "Where is he?"))
    mark = {"en": "EXERCISE", "zh": "演练"}[language]
    async with seated(own, language, size) as stage:
        for key in ("escape", "f7", "escape", "f2", "escape", "f10", "escape", "f1"):
            await stage.press(key)
            assert stage.lines[0].startswith(mark)
            assert len(stage.lines) == size[1]
    desk.close()
    left(own)
