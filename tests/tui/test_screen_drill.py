"""A drill on the screen, from the briefing to the hot wash, by keys alone and with the test's own clock."""

from pathlib import Path

import pytest

from simulator.journal.entry import ANSWER, CLOSING, OPEN, ORDER
from tests.authoring.sample import sample
from tests.room.rooms import SEAT
from tests.tui.screen import LANGUAGES, Stage, on_screen
from tui.screens.drill import DrillScreen
from tui.screens.hotwash import HotWash
from tui.screens.ordering import Palette

WORDS = {
    "en": {
        "start": "Start the drill", "question": "What do you say first?", "answered": "Taken on: Listen.",
        "message": "Eighty-six people at the door.", "ordered": "Taken on: #1 Open reception (place Hall)",
        "paused": "PAUSED", "end": "End the drill now", "hot wash": "Hot wash", "expected": "Open reception (M3, W2)",
        "earned": "earned", "model": "model answer", "wait": "You are reading until 07:40.",
        "mark": "EXERCISE",
    },
    "zh": {
        "start": "开始演练", "question": "你先说什么？", "answered": "已受理：先听。",
        "message": "门口有八十六人。", "ordered": "已受理：#1 开放接待（地点 大厅）",
        "paused": "已暂停", "end": "现在结束演练", "hot wash": "现场讲评", "expected": "开窗接访（M3、W2）",
        "earned": "得", "model": "参考做法", "wait": "你在阅读，到07:40读完。",
        "mark": "演练",
    },
}  # fmt: skip


async def begin(stage: Stage) -> None:
    """From the briefing to the first message and the first decision."""
    await stage.press("enter")
    await stage.pass_seconds(0.1)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_drill_from_briefing_to_hot_wash(tmp_path: Path, language: str) -> None:
    words = WORDS[language]
    async with on_screen(sample(tmp_path), tmp_path, language=language) as stage:
        assert words["start"] in stage.lines[-1]
        assert stage.lines[0].startswith(words["mark"])
        await begin(stage)
        assert words["question"] in stage.text
        await stage.press("escape", "enter")
        assert words["message"] in stage.text
        assert words["wait"] in stage.text
        await stage.press("escape", "f4", "1")
        assert stage.notice == words["answered"]
        await stage.press("f2")
        await stage.type("open_reception")
        await stage.press("enter", "1", "enter", "enter", "enter")
        assert stage.notice == words["ordered"]
        await stage.press("f8")
        assert words["paused"] in stage.lines[0]
        await stage.press("f10", "3")
        assert words["end"] in stage.text
        await stage.press("enter")
        await stage.done()
        assert words["hot wash"] in stage.lines[1]
        shown = stage.text
        await stage.press("end")
        assert words["expected"] in shown + stage.text
        assert isinstance(stage.app.screen, HotWash)
        journal = stage.opened.room.drill.journal
        own = [entry for entry in journal.of_kind(ORDER) if entry.seat == SEAT]
        assert [(entry.time, entry.payload["verb"]) for entry in own] == [(1, "open_reception")]
        assert [entry.payload["option"] for entry in journal.of_kind(ANSWER)] == ["listen"]
        assert [entry.payload["message"] for entry in journal.of_kind(OPEN)] == [1]
        assert [entry.payload["early"] for entry in journal.of_kind(CLOSING)] == [True]


async def test_a_full_width_digit_answers_a_decision(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path, language="zh") as stage:
        await begin(stage)
        await stage.press("２")
        assert stage.notice == "已受理：不说话。"
        assert stage.app.desk.view.decisions == ()


async def test_a_decision_that_is_put_aside_can_be_brought_back_until_it_closes(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("escape")
        assert stage.lines[0].endswith("! DECISION 5:03  unread: 1")
        await stage.press("f4")
        assert "DECISION – 5:03 left, until 07:45" in stage.text
        await stage.pass_seconds(30)
        assert isinstance(stage.app.screen, DrillScreen)
        assert stage.notice == "07:45 Nobody answered in time."
        await stage.press("f4")
        assert stage.notice == "no decision is open"


async def test_a_decision_does_not_come_between_an_order_and_its_last_key(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await stage.press("enter", "f2")
        await stage.pass_seconds(0.1)
        assert isinstance(stage.app.screen, Palette)
        assert stage.lines[0].endswith("! DECISION 5:03  unread: 1")
        await stage.press("1")
        assert stage.opened.room.drill.journal.of_kind(ANSWER) == []
        await stage.press("f4", "1", "escape")
        assert isinstance(stage.app.screen, DrillScreen)
        assert len(stage.opened.room.drill.journal.of_kind(ANSWER)) == 1


async def test_enter_answers_nothing_before_an_option_is_marked(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("enter")
        assert len(stage.app.desk.view.decisions) == 1
        await stage.press("down", "enter")
        assert [entry.payload["option"] for entry in stage.opened.room.drill.journal.of_kind(ANSWER)] == ["listen"]


async def test_a_drill_that_comes_to_its_end_goes_on_to_the_hot_wash(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("f2")
        for _ in range(13):
            await stage.pass_seconds(100)
        await stage.done()
        assert isinstance(stage.app.screen, HotWash)
        assert "Played: 4 h, seed 7" in stage.text
        await stage.press("f10")
    assert stage.app.return_code == 0
