"""The terminal around the screen: too small, resized, closed; a disk that fails."""

from collections.abc import Callable
from pathlib import Path

from simulator.errors import WriteError
from simulator.journal.entry import Entry
from simulator.language.said import say
from simulator.language.translator import translator_for
from tests.authoring.sample import sample
from tests.room.rooms import SEAT, Clock, opened
from tests.tui.screen import on_screen, staged
from tui.app import DrillroomApp
from tui.screens.choosing import Leaving, Menu, Waiting


async def test_a_terminal_too_small_says_so_in_one_line_and_practice_stands_still(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await stage.press("enter")
        await stage.resize(79, 24)
        assert [line for line in stage.lines if line] == [
            " EXERCISE: This terminal has 79×24 cells; a drill needs 80×24: enlarge it."
        ]
        halted = stage.opened.room.status
        await stage.resize(80, 24)
        assert stage.lines[1].startswith("── Inbox")
        assert (halted, stage.opened.room.status) == ("paused", "running")


async def test_a_drill_that_was_paused_stays_so_when_the_terminal_is_enlarged(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await stage.press("enter", "f8")
        await stage.resize(70, 20)
        await stage.resize(100, 30)
        assert stage.opened.room.status == "paused"


async def test_an_assessed_drill_runs_on_in_a_terminal_too_small(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path, assessed=True) as stage:
        await stage.press("enter")
        await stage.resize(40, 10)
        assert stage.opened.room.status == "running"


async def test_a_resize_wraps_a_chinese_message_anew(tmp_path: Path) -> None:
    long = "门口有八十六人，来自四十一户，三十人在六十岁以上，四名幼儿。保安的数字是拥挤中估的，请以这个数为准。"
    scenario = sample(tmp_path, ("门口有八十六人。", long))
    async with on_screen(scenario, tmp_path, language="zh", size=(120, 40)) as stage:
        await stage.press("enter")
        await stage.pass_seconds(0.1)
        await stage.press("escape", "enter")
        assert "     的，请以这个数为准。" in [line[:40].rstrip() for line in stage.lines]
        await stage.resize(80, 24)
        shown = [line.strip() for line in stage.lines]
        start = next(place for place, line in enumerate(shown) if line.startswith("门口"))
        assert "".join(shown[start : start + 2]) == long
        assert not shown[start + 1].startswith(("，", "。"))


async def test_a_terminal_that_has_gone_ends_the_program_and_keeps_the_journal(tmp_path: Path) -> None:
    there = [True]
    found = opened(tmp_path, Clock())
    app = DrillroomApp(found, SEAT, translator_for("en"), beats=None, is_there=lambda: there[0])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        there[0] = False
        app.tick()
        await pilot.pause()
    assert not app.is_running
    assert not found.room.over
    found.file.close()
    assert (tmp_path / "drill.jsonl").read_bytes().endswith(b"\n")


async def test_a_disk_that_fails_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    clock = Clock()
    found = opened(tmp_path, clock)
    keeper = found.room.keeper
    assert keeper is not None
    kept = keeper._file

    def full(entry: Entry) -> None:
        raise WriteError(say("the disk is full"), say("free some space"))

    async with staged(found, clock, "en", (80, 24)) as stage:
        await stage.press("enter")
        _write_with(keeper, full)
        await stage.pass_seconds(0.1)
        assert stage.notice == "the disk is full: free some space."
        assert "NOT SAVED, practice" in stage.lines[0]
        halted = found.room.status
        _write_with(keeper, kept)
        await stage.press("f8")
        assert (halted, found.room.status) == ("paused", "running")


def _write_with(keeper: object, writer: Callable[[Entry], None]) -> None:
    vars(keeper)["_file"] = writer


async def test_the_clock_may_beat_while_a_panel_is_coming_or_going(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await stage.press("enter")
        for panel in (Leaving, Menu, Waiting):
            stage.app.push_screen(panel(stage.app.desk))
            stage.app.refresh_all()
            await stage.press()
            await stage.app.screen.query_one("#heading").remove()
            stage.app.refresh_all()
            await stage.press("escape")
        assert stage.app.failed is None
        assert stage.lines[1].startswith("── Inbox")
