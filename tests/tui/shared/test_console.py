"""The console: the clock, injects, seats, writing, noting, as a controller, an evaluator and an observer use it."""

from pathlib import Path

import pytest

from simulator.journal.entry import ANSWER, DELIVER, HOLD, ORDER, REMARK, SIT, SKIP, SPEAK, TURNING
from simulator.room.shared.model import Role
from tests.room.rooms import SEAT
from tests.room.shared.rooms import Office, office
from tests.tui.screen import SIZES, Stage
from tests.tui.shared.rooms import HubDesk, at_console, until


def last(found: Office, kind: str) -> dict[str, object]:
    """The payload of the last entry of a kind, without what every entry has."""
    payload = dict(found.entries(kind)[-1].payload)
    return {name: value for name, value in payload.items() if name not in ("by", "accepted")}


async def put_line(stage: Stage, *lines: str) -> None:
    """Answer one question after another, each with a line and Enter."""
    for line in lines:
        await stage.type(line)
        await stage.press("enter")


async def passed(found: Office, stage: Stage) -> None:
    """Some seconds of the exercise pass, and the console is looked at."""
    found.run(10)
    stage.app.tick()
    await stage.pilot.pause()


async def test_one_key_starts_halts_and_lets_run_on(tmp_path: Path) -> None:
    found = office(tmp_path)
    async with at_console(HubDesk(found), tmp_path) as stage:
        statuses = []
        for _ in range(3):
            await stage.press("f8")
            statuses.append(found.hub.room.status)
    assert statuses == ["running", "paused", "running"]
    assert [entry.payload["what"] for entry in found.entries(TURNING)] == ["start", "pause", "resume"]


async def test_the_pace_is_typed(tmp_path: Path) -> None:
    found = office(tmp_path)
    async with at_console(HubDesk(found), tmp_path) as stage:
        await stage.press("f5")
        await put_line(stage, "30")
        assert found.hub.room.pace == 30
        await stage.press("f5")
        await put_line(stage, "fast")
        assert stage.notice == "'fast' is not a pace: write a number, 1 to 600."
    assert found.hub.room.pace == 30


async def test_an_inject_is_held_and_then_skipped_with_a_reason(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.begin()
    async with at_console(HubDesk(found), tmp_path) as stage:
        await stage.press("right", "down", "enter")
        assert "Hold it back" in stage.text
        await stage.press("3", "enter")
        inject = str(last(found, HOLD)["inject"])
        await stage.press("home", "enter")
        assert f"{inject}: held" in stage.text
        await stage.press("4", "enter")
        await put_line(stage, "not today")
    assert last(found, SKIP) == {"inject": inject, "why": "not today"}


async def test_an_inject_is_delivered_by_hand_with_a_purpose(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.begin()
    async with at_console(HubDesk(found), tmp_path) as stage:
        await stage.press("f4")
        await put_line(stage, "2", "2")
    given = last(found, DELIVER)
    assert given["purpose"] == "pressure"
    assert given["inject"] in found.hub.room.drill.scenario.injects


async def test_a_message_is_written_on_the_spot_in_somebodys_name(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.begin()
    seats = list(found.hub.room.drill.scenario.seats)
    async with at_console(HubDesk(found), tmp_path) as stage:
        await stage.press("f2")
        await put_line(stage, "1 2", "An aunt", "Where is he?", "1", "1")
        assert stage.notice.startswith("Done: to ")
    assert last(found, SPEAK) == {
        "to": seats[:2], "speaker": "An aunt", "words": "Where is he?", "about": "", "purpose": "help",
    }  # fmt: skip


async def test_escape_goes_a_step_back_and_nothing_is_done(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.begin()
    async with at_console(HubDesk(found), tmp_path) as stage:
        await stage.press("f2")
        await put_line(stage, "1", "An aunt")
        assert "The words, as they are said" in stage.text
        await stage.press("escape", "escape")
        assert "To which seats?" in stage.text
        await stage.press("escape")
        assert "The world as it is" in stage.text
    assert found.entries(SPEAK) == []


async def test_a_seat_is_taken_over_acted_in_and_freed(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.begin()
    place = list(found.hub.room.drill.scenario.seats).index(SEAT) + 1
    to_it = ["home", *["down"] * (place - 1), "enter"]
    async with at_console(HubDesk(found), tmp_path) as stage:
        await stage.press(*to_it)
        assert "Take the seat over yourself" in stage.text
        await stage.press("3", "enter")
        await passed(found, stage)
        await stage.press(*to_it)
        assert "Act in this seat" in stage.text
        await stage.press("1", "enter")
        await put_line(stage, "1")
        while "?" in stage.lines[3]:
            await stage.press("enter")
        await stage.press(*to_it)
        await stage.press("4", "enter")
    assert [entry.payload["player"] for entry in found.entries(SIT)] == ["controller", "stand-in"]
    assert [entry.seat for entry in found.entries(ORDER, ANSWER)] == [SEAT]


async def test_a_closed_seat_takes_nobody_until_it_is_given_back(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.begin()
    async with at_console(HubDesk(found), tmp_path) as stage:
        await stage.press("home", "enter")
        await stage.press("4", "enter")
        await passed(found, stage)
        assert "(closed)" in stage.text
        await stage.press("home", "enter")
        assert "leave it open for others" in stage.text
        await stage.press("4", "enter")
        await passed(found, stage)
        assert "(closed)" not in stage.text
    sat = [(entry.payload["player"], entry.payload["barred"]) for entry in found.entries(SIT)]
    assert sat == [("stand-in", True), ("stand-in", False)]


async def test_an_evaluator_rates_an_expectation_at_a_moment(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.begin()
    found.run(600)
    expectation = next(iter(found.hub.room.drill.scenario.expectations))
    async with at_console(HubDesk(found, "evaluator", "Gu Yan"), tmp_path) as stage:
        await stage.press("left", "home", "enter")
        assert "How was it?" in stage.text
        await put_line(stage, "3", "too late", "-5m")
    rated = last(found, REMARK)
    assert (rated["expectation"], rated["rating"], rated["words"], rated["time"]) == (expectation, "M", "too late", 300)


async def test_a_note_needs_no_expectation(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.begin()
    async with at_console(HubDesk(found, "evaluator", "Gu Yan"), tmp_path) as stage:
        await stage.press("f7")
        await put_line(stage, "1", "1", "listens well", "")
    noted = last(found, REMARK)
    assert (noted["expectation"], noted["rating"], noted["words"], noted["time"]) == ("", "", "listens well", 0)


@pytest.mark.parametrize("role", ["evaluator", "observer"])
@pytest.mark.parametrize("key", ["f2", "f3", "f4", "f5", "f8"])
async def test_who_judges_or_watches_runs_nothing(tmp_path: Path, role: Role, key: str) -> None:
    found = office(tmp_path)
    async with at_console(HubDesk(found, role, "Gu Yan"), tmp_path) as stage:
        await stage.press(key)
        assert stage.notice == "your role may not do this"
    assert found.hub.room.status == "waiting"


async def test_an_observer_notes_nothing(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.begin()
    async with at_console(HubDesk(found, "observer", "Gu Yan"), tmp_path) as stage:
        await stage.press("f7")
        assert stage.notice == "your role may not do this"
        await stage.press("left", "home", "enter")
        assert stage.notice == "your role may not do this"


async def test_after_the_end_the_controller_says_when_to_score(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.begin()
    async with at_console(HubDesk(found), tmp_path) as stage:
        await stage.press("f10")
        await stage.press("3", "enter")
        assert found.hub.room.status == "over"
        assert "F8 Score now" in stage.lines[-1]
        await stage.press("f8")
        assert found.hub.asked_to_score
        found.hub.score()
        await until(stage, lambda: "Score now" not in stage.lines[-1])
        assert "F6 Log" in stage.lines[-1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("language", "mark"), [("en", "EXERCISE"), ("zh", "演练")])
async def test_the_board_stands_at_every_size_in_both_languages(
    tmp_path: Path, size: tuple[int, int], language: str, mark: str
) -> None:
    found = office(tmp_path)
    found.begin()
    found.run(600)
    async with at_console(HubDesk(found), tmp_path, language, size) as stage:
        assert stage.lines[0].startswith(mark)
        assert found.hub.room.drill.scenario.seats.keys() == {each.seat for each in found.hub.console().seats}
        assert len(stage.lines) == size[1]
        for key in ("f1", "f3", "f6", "escape", "escape"):
            await stage.press(key)
            assert stage.lines[0].startswith(mark)
