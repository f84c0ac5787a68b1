"""The lobby: choosing a scenario and how to play it, going back to what was left, what was scored."""

from pathlib import Path

import pytest

from reports.wording import Wording
from simulator.authoring.library import shipped
from simulator.authoring.load import scenario_or_raise
from simulator.errors import FileError
from simulator.journal.reading import read_journal
from simulator.language.said import say
from simulator.language.translator import translator_for
from simulator.room.opening import Opened
from tests.tui.lobbies import PAST, House, lobby
from tests.tui.screen import LANGUAGES
from tui.lobby_app import LobbyApp
from tui.presentation.lobby import scenario_items
from tui.screens.briefing import Briefing
from tui.screens.drill import DrillScreen
from tui.screens.hotwash import HotWash
from tui.screens.lobby import Foyer, LobbyHelp, Results, TakingUp
from tui.screens.preparing import Preparing
from tui.screens.settings import SettingsScreen
from tui.speech import Speech


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


async def test_the_lobby_offers_scenarios_with_length_difficulty_and_last_score(house: House) -> None:
    house.results = PAST
    async with lobby(house) as stage:
        assert stage.lines[0] == "EXERCISE  Drillroom"
        assert stage.lines[3] == "> 1. Late rent at the hall             4 h         3 of 5     82.2 S, assessed"


def test_length_and_difficulty_stand_whole_in_the_list_in_both_languages() -> None:
    scenarios = [scenario_or_raise(path) for path in shipped()]
    for language, grade in (("en", "3 of 5"), ("zh", "3级（共5级）")):
        speech = Speech(translator_for(language))
        lines = [item.lines[0].text for item in scenario_items(speech, scenarios, (), 78)]
        assert any(grade in line for line in lines)
        spans = [Wording(each, speech.translator).span(each.played) for each in scenarios]
        assert [span for span, line in zip(spans, lines[1:], strict=True) if span not in line] == []


async def test_a_drill_is_settled_row_by_row_and_begun(house: House) -> None:
    async with lobby(house) as stage:
        await stage.press("enter")
        assert isinstance(stage.app.screen, Preparing)
        await stage.press("2", "right", "3", "right", "4", "enter")
        await stage.type("Lin Qiao")
        await stage.press("enter", "5", "enter", "4", "2", "enter", "7", "enter")
        assert isinstance(stage.app.screen, Briefing)
    settled = house.wishes[0]
    assert (settled.name, settled.seed, settled.assessed, settled.pace) == ("Lin Qiao", 42, True, 30)
    assert house.preferences.now.name == "Lin Qiao"


async def test_a_seed_that_is_none_is_told_and_can_be_mended(house: House) -> None:
    async with lobby(house) as stage:
        await stage.press("enter", "5", "enter")
        await stage.type("lucky")
        await stage.press("enter")
        assert stage.notice.startswith("'lucky' is not a seed")
        await stage.press("escape", "7", "enter")
        assert house.wishes[0].seed == 7


async def test_a_name_that_is_written_anew_takes_the_place_of_the_one_before(house: House) -> None:
    async with lobby(house) as stage:
        for name in ("Lin Qiao", "Gu Yan", "He Pingping"):
            await stage.press("enter", "4", "enter")
            await stage.type(name)
            await stage.press("enter")
            assert f"Name      {name}" in stage.text
            await stage.press("5", "enter")
            await stage.type("1")
            await stage.press("enter", "7", "enter", "enter", "escape", "f10", "2", "enter")
            await stage.done()
    assert [each.name for each in house.wishes] == ["Lin Qiao", "Gu Yan", "He Pingping"]


async def test_leaving_a_drill_leads_back_and_it_can_be_taken_up_again(house: House) -> None:
    async with lobby(house) as stage:
        await stage.press("enter", "7", "enter", "enter")
        await stage.press("escape", "f10", "2", "enter")
        await stage.done()
        assert isinstance(stage.app.screen, Foyer)
        assert "interrupted drills: 1" in stage.lines[0]
        await stage.press("f2")
        assert isinstance(stage.app.screen, TakingUp)
        assert stage.lines[2] == "> 1. Late rent at the hall: left at T+000:00:00, practice"
        await stage.press("enter")
        assert isinstance(stage.app.screen, DrillScreen)
        assert stage.app.desk.room.status == "paused"


async def test_after_the_hot_wash_the_lobby_is_there_again(house: House) -> None:
    async with lobby(house) as stage:
        await stage.press("enter", "7", "enter", "enter", "f10", "3", "enter")
        await stage.done()
        assert isinstance(stage.app.screen, HotWash)
        await stage.press("f10")
        await stage.done()
        assert isinstance(stage.app.screen, Foyer)
    assert read_journal(house.folder / "drill-1.jsonl").journal.closing is not None


async def test_a_journal_that_cannot_be_taken_up_is_told_in_the_lobby(house: House) -> None:
    def refuse(path: Path) -> Opened:
        raise FileError(say("{file} does not exist", file="gone"), say("check the name"))

    async with lobby(house) as stage:
        await stage.press("enter", "7", "enter", "enter", "f10", "2", "enter")
        await stage.done()
        house.take_up = refuse  # type: ignore[method-assign]
        assert isinstance(stage.app, LobbyApp)
        stage.app.lobby.doors = house.doors()
        await stage.press("f2", "enter")
        assert stage.notice == "gone does not exist: check the name."


async def test_results_stand_newest_first_below_the_curves(house: House) -> None:
    house.results = PAST
    async with lobby(house) as stage:
        await stage.press("f3")
        assert isinstance(stage.app.screen, Results)
        assert stage.lines[2].split() == ["overall", "▅▇", "82.2"]
        shown = [line.strip() for line in stage.lines if "2026" in line]
    assert shown == [
        "2026-04-02  82.2 S   Late rent at the hall, assessed", "2026-03-01  61.5 M   Late rent at the hall, practice",
    ]  # fmt: skip


async def test_readiness_stands_in_the_lobby(house: House) -> None:
    async with lobby(house) as stage:
        await stage.press("f4")
        await stage.done()
        assert [line.strip() for line in stage.lines[2:5]] == ["Ready in part.", "", "- M2 is the weakest clause."]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_and_settings_open_from_the_lobby_and_close(house: House, language: str) -> None:
    async with lobby(house, language) as stage:
        await stage.press("f1")
        assert isinstance(stage.app.screen, LobbyHelp)
        await stage.press("f1", "f5")
        assert isinstance(stage.app.screen, SettingsScreen)
        await stage.press("1", "escape")
        assert isinstance(stage.app.screen, Foyer)
    assert house.preferences.now.theme == "light"


async def test_the_language_is_switched_in_the_lobby_and_goes_into_the_drill(house: House) -> None:
    async with lobby(house) as stage:
        await stage.press("f9")
        assert stage.lines[0].startswith("演练")
        await stage.press("enter", "7", "enter")
        assert stage.lines[0].startswith("演练")
    assert house.wishes[0].language == "zh"


async def test_it_is_left_by_f10(house: House) -> None:
    async with lobby(house) as stage:
        await stage.press("f10")
        assert stage.app.is_running is False or stage.app._exit
