"""What the console says to those who run and judge: who is here, who asks, what was answered, what still waits."""

from dataclasses import replace
from pathlib import Path
from typing import cast

from reports.wording import Wording
from simulator.journal.acts import Request
from simulator.journal.controls import Turning
from simulator.language.translator import translator_for
from simulator.room.room import Status
from simulator.room.shared.model import Console
from tests.authoring.sample import sample
from tests.room.rooms import SEAT
from tests.room.shared.rooms import Office, again, office
from tests.tui.shared.rooms import HubDesk, at_console
from tui.shared.console.app import ConsoleApp
from tui.shared.console.items import expected_items, seat_items
from tui.shared.console.questions import character


def shown(found: Office, language: str = "en", width: int = 60) -> list[str]:
    """The pane of seats, line by line."""
    wording = Wording(found.hub.room.drill.scenario, translator_for(language))
    return [line.text for item in seat_items(wording, found.hub.console(), width) for line in item.lines]


def test_who_is_here_is_told_with_their_role_in_the_language_of_the_screen(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.enter("evaluator", name="Gu Yan")
    assert shown(found)[-1] == "Here: Gu Yan (evaluator)"
    assert "evaluator" not in shown(found, "zh")[-1]


def test_a_request_that_waits_stands_above_the_seats(tmp_path: Path) -> None:
    found = office(tmp_path)
    person, _ = found.enter(seat=SEAT), found.enter(seat="commander", name="He Ping")
    found.begin()
    assert shown(found)[0] == "Commander: He Ping – idle"
    found.act(person, Request("commander", "activate", {"level": "III"}))
    assert shown(found)[:2] == [
        "Requests", "07:40 Petition lead asks Commander: Activate a response",
    ]  # fmt: skip


def test_expectations_say_the_task_and_the_seat_as_people_do(tmp_path: Path) -> None:
    found = office(tmp_path)
    wording = Wording(found.hub.room.drill.scenario, translator_for("en"))
    items = expected_items(wording, found.entries(), 0, 200)
    assert [item.key for item in items] == list(wording.scenario.expectations)
    assert items[0].lines[0].text.startswith("Open reception (Petition lead): ")


async def test_an_inject_that_is_cut_short_in_a_list_says_so(tmp_path: Path) -> None:
    long = "Eighty-six people at the door, and every one of them wants to know where the rent of last winter is."
    written = sample(tmp_path, ("Eighty-six people at the door.", long))
    found = office(tmp_path)
    desk = HubDesk(found)
    async with at_console(desk, tmp_path) as stage:
        cast(ConsoleApp, stage.app).station.wording = Wording(written, translator_for("en"))
        await stage.press("f8", "f4", "1", "enter")
        listed = " ".join(" ".join(stage.lines).split())
    assert "doors: Eighty-six people at the door, and every one of them wants … 3." in listed


async def test_a_form_shows_what_was_answered_so_far(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.begin()
    async with at_console(HubDesk(found), tmp_path) as stage:
        await stage.press("f2", "1", "space", "2", "enter")
        await stage.type("An aunt")
        await stage.press("enter")
        lines = [line.strip() for line in stage.lines[3:6]]
    seats = [Wording(found.hub.room.drill.scenario, translator_for("en")).seat(seat) for seat in ("commander", SEAT)]
    assert lines[0].startswith(f"To which seats? {seats[0]}, ")
    assert lines[1:] == [
        "Who says it? Somebody of the cast, or a name. An aunt", "The words, as they are said to the seats.",
    ]  # fmt: skip


def test_a_character_is_offered_with_the_part_that_they_have(tmp_path: Path) -> None:
    name = "ms_yu: {name: {en: Yu Wen, zh: 于雯}"
    scenario = sample(tmp_path, (f"{name}}}", f"{name}, part: {{en: a tenant, zh: 租户}}}}"))
    wording = Wording(scenario, translator_for("en"))
    assert character(wording, "ms_yu") == "Yu Wen, a tenant"


async def test_the_controller_is_told_that_evaluators_hold_the_score_up(tmp_path: Path) -> None:
    found = office(tmp_path)
    found.enter("evaluator", name="Gu Yan")
    found.begin()
    async with at_console(HubDesk(found), tmp_path) as stage:
        await stage.press("f10", "3", "enter")
        stage.app.tick()
        await stage.pilot.pause()
        assert stage.notice == "The drill is over. Evaluators are still noting; F8 scores it without waiting."


class Overdue(HubDesk):
    """A desk at which every inject is held and its time has come."""

    status: Status = "running"

    def console(self) -> Console:
        now = super().console()
        return replace(now, status=self.status, injects=tuple(replace(each, status="due") for each in now.injects))


async def test_a_held_inject_presses_nobody_once_the_drill_is_over(tmp_path: Path) -> None:
    desk = Overdue(office(tmp_path))
    async with at_console(desk, tmp_path) as stage:
        assert "injects held past their time" in stage.lines[0]
        desk.status = "over"
        stage.app.tick()
        await stage.pilot.pause()
        assert "injects held past their time" not in stage.lines[0]


async def test_a_console_without_a_link_says_so(tmp_path: Path) -> None:
    found = office(tmp_path)
    desk = HubDesk(found)
    async with at_console(desk, tmp_path) as stage:
        desk.is_cut_off = True
        stage.app.tick()
        await stage.pilot.pause()
        assert stage.lines[0].endswith("! NO LINK")
        assert stage.notice.startswith("No link to the host; it comes back by itself.")


def test_the_pace_of_the_controller_holds_after_the_host_was_killed(tmp_path: Path) -> None:
    found = office(tmp_path)
    controller = found.begin()
    found.lead(controller, Turning("pace", 4))
    found.hub.shared.file.close()
    assert again(tmp_path).hub.room.pace == 4
