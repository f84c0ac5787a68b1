"""The author's screen: it follows its file, goes to any time, sits in any seat, and shows what is hidden."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reports.wording import Wording
from simulator.engine.behind import Behind
from simulator.engine.drill import Drill
from simulator.errors import CallError
from simulator.journal.acts import Answer, Order
from simulator.language.translator import translator_for
from simulator.rehearsal.recording import Play
from tests.players.sample import MORNING, scenario_of
from tests.room.rooms import Clock
from tests.tui.screen import Stage
from tui.presentation.lines import Item
from tui.preview.app import PreviewApp
from tui.preview.file import read
from tui.preview.hidden import expected, hidden_items, to_come
from tui.preview.moments import second_of
from tui.settings import Preferences

LEAD, DUTY = "petition_lead", "duty_officer"
DRAWN = 99


class Author:
    """An author with a file and a preview of it."""

    def __init__(self, app: PreviewApp, stage: Stage, file: Path) -> None:
        self.app, self.stage, self.file = app, stage, file

    async def save(self, text: str) -> None:
        """Save the file, and let the preview look until it has settled."""
        self.file.write_text(text, encoding="utf-8")
        self.app.look_at_the_file()
        self.app.look_at_the_file()
        await self.stage.pilot.pause()

    @property
    def now(self) -> int:
        return self.app.desk.room.drill.now

    def acts(self) -> list[tuple[int, str]]:
        """The seconds and verbs of what the seats that were taken have done."""
        return [(each.second, type(each.act).__name__) for each in self.app._play().acts]


@asynccontextmanager
async def previewed(folder: Path, text: str = MORNING, seat: str = LEAD, moment: int = 0) -> AsyncIterator[Author]:
    file = folder / "scenario.yaml"
    file.write_text(text, encoding="utf-8")
    clock = Clock()
    app = PreviewApp(
        file, read(file), Play(7, (seat,), ()), translator_for("en"), moment=moment, draw=lambda: DRAWN, beats=None,
        clock=clock, preferences=Preferences(folder / "settings.json", {}),
    )  # fmt: skip
    try:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            yield Author(app, Stage(app, pilot, clock), file)
    finally:
        app.close()


async def test_it_begins_paused_at_the_moment_that_is_wished(tmp_path: Path) -> None:
    async with previewed(tmp_path, moment=180) as author:
        assert (author.now, author.app.desk.room.status) == (180, "paused")
        assert "08:03" in author.stage.lines[0]


async def test_a_saved_file_goes_on_at_the_same_second_with_the_same_acts(tmp_path: Path) -> None:
    async with previewed(tmp_path, moment=150) as author:
        author.app.desk.act(Answer("first_words", "sit_down"), lambda wording: "")
        author.app.go_to("+10m")
        await author.save(MORNING.replace("Forty people stand", "Some forty people stand"))
        assert author.now == 750
        assert author.acts() == [(150, "Answer")]
        assert "Some forty" in str(author.app.desk.wording.scenario.injects["doors"].text.root)
        assert author.app.desk.room.drill.seed == 7
        assert author.stage.notice == "Reloaded, and paused at 08:12 as before."


async def test_what_the_new_file_no_longer_allows_is_told(tmp_path: Path) -> None:
    async with previewed(tmp_path, moment=150) as author:
        author.app.desk.act(Answer("first_words", "sit_down"), lambda wording: "")
        await author.save(MORNING.replace("at: 2m\n", "at: 20m\n"))
        assert author.stage.notice == "Reloaded at 08:02; no longer possible: 08:02 first_words"
        assert author.acts() == []


async def test_a_file_with_an_error_leaves_the_drill_as_it_is(tmp_path: Path) -> None:
    async with previewed(tmp_path, moment=150) as author:
        before = author.app.desk.room
        await author.save(MORNING.replace("at: 30m", "at: 30"))
        assert author.app.desk.room is before
        assert "scenario.yaml:49:9: a time without its unit" in author.stage.notice
        author.app.author("findings")
        await author.stage.pilot.pause()
        assert "error[E210]" in author.stage.text
        await author.save(MORNING)
        assert author.stage.notice == "Saved; nothing that is played has changed."


async def test_going_back_undoes_what_was_done_after(tmp_path: Path) -> None:
    async with previewed(tmp_path, moment=150) as author:
        author.app.desk.act(Answer("first_words", "later"), lambda wording: "")
        author.app.go_to("08:20")
        author.app.desk.act(Order("listen", {"incident": "residents"}), lambda wording: "")
        author.app.go_to("08:10")
        await author.stage.pilot.pause()
        assert (author.now, author.acts()) == (600, [(150, "Answer")])
        assert author.stage.notice == "Back at 08:10; acts undone: 1."


async def test_a_step_ends_at_the_next_event_and_tells_it(tmp_path: Path) -> None:
    async with previewed(tmp_path, moment=60) as author:
        await author.stage.press("f11")
        assert author.now == 121
        assert "Forty people stand at the door" in author.stage.notice


async def test_another_seat_keeps_what_its_stand_in_has_done(tmp_path: Path) -> None:
    async with previewed(tmp_path, moment=600) as author:
        author.app.take(DUTY)
        await author.stage.pilot.pause()
        assert (author.now, author.app.desk.seat) == (600, DUTY)
        assert [kind for _, kind in author.acts()] == ["OpenInject", "Order", "Order"]
        assert author.stage.notice == "You sit in: Duty officer"


async def test_beginning_anew_takes_another_seed_where_one_is_wished(tmp_path: Path) -> None:
    async with previewed(tmp_path, moment=600) as author:
        for written, seed in (("", 7), ("12", 12), ("-", DRAWN), ("x", DRAWN)):
            author.app.begin_anew(written)
            assert author.app.desk.room.drill.seed == seed
        await author.stage.pilot.pause()
        assert author.now == 0
        assert "is not a seed" in author.stage.notice


async def test_the_menu_and_what_stands_behind_are_on_keys(tmp_path: Path) -> None:
    async with previewed(tmp_path, moment=60) as author:
        await author.stage.press("f12")
        assert "[x] unheard +0.50: not listen(incident=residents).done" in author.stage.text
        await author.stage.press("escape", "escape", "5", "enter")
        assert "Duty officer (duty_officer)" in author.stage.text


def said(items: list[Item]) -> list[str]:
    return [" ".join(line.text.strip() for line in each.lines) for each in items]


def hidden(second: int) -> tuple[Wording, Drill]:
    scenario = scenario_of(MORNING)
    drill = Drill(scenario, 7)
    while drill.now < second:
        drill.advance(second)
    return Wording(scenario, translator_for("en")), drill


def test_behind_the_drill_a_mood_shows_where_it_is_going() -> None:
    wording, drill = hidden(60)
    shown = said(hidden_items(wording, Behind(drill), tuple(drill.journal), drill.now, 200))
    assert any(line.startswith("residents: tension 0.32 -> 0.80, trust 0.50") for line in shown)
    assert "[ ] blocking: from 0.70" in shown


def test_a_condition_to_come_is_shown_part_by_part() -> None:
    waiting = "  call:\n    when: residents.people > 30 and not windows.open and elapsed > 30m\n"
    scenario = scenario_of(MORNING.replace("  call:\n    at: 30m\n", waiting))
    drill = Drill(scenario, 7)
    drill.advance(60)
    shown = said(to_come(Wording(scenario, translator_for("en")), Behind(drill), tuple(drill.journal), 200))
    assert shown[shown.index("call:") :][:5] == [
        "call:", "[ ] and", "[x] residents.people > 30 (residents.people 40)",
        "[x] not windows.open (windows.open false)", "[ ] elapsed > 30m",
    ]  # fmt: skip


def test_expectations_show_how_they_stand() -> None:
    wording, drill = hidden(700)
    shown = said(expected(wording, tuple(drill.journal), drill.now, 200))
    assert "first_report (duty_officer): open since 08:02: target 08:12, limit 08:22 (10 min 20 s left)" in shown
    assert "listen_first (petition_lead): missed: the limit was 08:06" in shown


@pytest.mark.parametrize(("written", "second"), [("08:20", 1200), ("90m", 5400), ("+5m", 900), ("-20m", 0)])
def test_a_time_is_read_as_authors_type_it(written: str, second: int) -> None:
    assert second_of(written, scenario_of(MORNING), 600) == second


@pytest.mark.parametrize("written", ["", "soon", "11:00", "2h", "+x"])
def test_what_is_no_time_of_the_exercise_is_refused(written: str) -> None:
    with pytest.raises(CallError):
        second_of(written, scenario_of(MORNING), 600)
