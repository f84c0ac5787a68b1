"""What each command does, why it is off when it is, and that every key says what it is for."""

from pathlib import Path

import pytest
from textual.binding import Binding

from simulator.journal.acts import Order
from simulator.journal.entry import CANCEL, HINT, NOTE, REORDER
from simulator.language.translator import translator_for
from simulator.room.opening import reopen_room
from tests.authoring.sample import sample
from tests.room.rooms import SEAT, Clock
from tests.tui.screen import LANGUAGES, Stage, on_screen, staged
from tui.presentation.text import cells
from tui.screens.base import DeskScreen, Panel
from tui.screens.briefing import Briefing
from tui.screens.choosing import Leaving, Menu, Waiting
from tui.screens.commands import COMMANDS, IN_PRACTICE
from tui.screens.deciding import Deciding
from tui.screens.drill import DrillScreen
from tui.screens.going_back import GoingBack
from tui.screens.hotwash import HotWash
from tui.screens.joining import Joining
from tui.screens.lobby import Foyer, LobbyHelp, ReadinessPage, Results, TakingUp
from tui.screens.looking import Curves, Help, Log, Noting, Plan
from tui.screens.ordering import Palette
from tui.screens.preparing import Preparing
from tui.screens.reading import Reader
from tui.screens.settings import SettingsScreen
from tui.screens.whole import Whole
from tui.widgets.pane import Pane

SCREENS: tuple[type[DeskScreen], ...] = (
    Briefing, DrillScreen, HotWash, Reader, Deciding, Palette, Menu, Leaving, Waiting, Help, Log, Noting, Plan, Panel,
    Curves, GoingBack,
)  # fmt: skip
BEFORE = (Foyer, TakingUp, Results, ReadinessPage, LobbyHelp, Preparing, Joining, SettingsScreen)


async def begin(stage: Stage) -> None:
    """In the drill, with the first decision put aside."""
    await stage.press("enter")
    await stage.pass_seconds(0.1)
    await stage.press("escape")


def order(stage: Stage, verb: str, **arguments: str) -> None:
    stage.app.desk.act(Order(verb, arguments), lambda wording: verb)


@pytest.mark.parametrize("owner", [*SCREENS, *BEFORE, Pane])
def test_every_key_has_an_id_and_says_what_it_does(owner: type[Whole] | type[Pane]) -> None:
    found = [binding for binding in owner.BINDINGS if isinstance(binding, Binding)]
    assert [binding.key for binding in found if not (binding.id and binding.tooltip and binding.description)] == []


def test_every_command_stands_in_the_document_with_its_key() -> None:
    document = (Path(__file__).parents[2] / "docs" / "screen.md").read_text(encoding="utf-8")
    rows = [f"| {command.key.upper() or 'menu'} | {command.label} |" for command in COMMANDS.values()]
    assert [row for row in rows if row not in document] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_have_at_most_28_cells(language: str) -> None:
    speaker = translator_for(language)
    labels = [speaker.say(command.label) for command in COMMANDS.values()]
    labels += [speaker.say(said) for screen in SCREENS for _, said in screen.OWN]
    assert [label for label in labels if cells(label) > 28] == []


async def test_scorecard_and_after_action_report_are_saved_beside_the_journal(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("f10", "3", "enter")
        await stage.done()
        await stage.press("f2")
        await stage.done()
    pages = [tmp_path / f"sample-7-en{kind}.html" for kind in ("", "-aar")]
    assert [page.read_text(encoding="utf-8")[:15] for page in pages] == ["<!doctype html>"] * 2


@pytest.mark.parametrize("name", IN_PRACTICE)
async def test_what_is_for_practice_says_so_in_an_assessed_drill(tmp_path: Path, name: str) -> None:
    async with on_screen(sample(tmp_path), tmp_path, assessed=True) as stage:
        await begin(stage)
        stage.app.do(name)
        await stage.pilot.pause()
        assert stage.notice == "not while you are assessed"
        assert stage.opened.room.status == "running"


async def test_help_names_the_keys_of_the_screen_below_and_why_one_is_off(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("f4", "1", "f1")
        assert " F4 Decide: answer the decision that is open (now off: no decision is open)" in stage.lines
        await stage.press("f1")
        assert isinstance(stage.app.screen, DrillScreen)


async def test_the_menu_does_by_number_what_a_function_key_does(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("escape", "1", "5", "enter")
        assert stage.lines[0].startswith("演练")
        await stage.press("escape", "９", "enter")
        assert stage.opened.room.status == "paused"


async def test_the_language_changes_on_every_open_screen_at_once(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("f2", "f9")
        assert stage.lines[1].startswith("── 指令")
        await stage.press("escape")
        assert stage.lines[1].startswith("── 收件")


async def test_an_order_in_the_queue_is_moved_and_taken_back(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        order(stage, "open_reception", place="hall")
        order(stage, "register", incident="residents")
        order(stage, "dispatch", unit="reception_team", place="hall")
        await stage.press("f5", "end", "2", "home", "1")
        journal = stage.opened.room.drill.journal
        assert [(entry.payload["order"], entry.payload["to"]) for entry in journal.of_kind(REORDER)] == [(3, 1)]
        assert [entry.payload["order"] for entry in journal.of_kind(CANCEL)] == [1]
        assert [task.order for task in stage.app.desk.view.queue] == [3, 2]


async def test_a_wrong_value_is_said_and_can_be_mended(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("f2")
        await stage.type("open_reception")
        await stage.press("enter", "1", "enter")
        await stage.type("99")
        await stage.press("enter")
        assert stage.notice.startswith("'99' is outside what is possible")
        await stage.press("backspace", "backspace", "3", "enter", "enter")
        assert stage.notice == "Taken on: #1 Open reception (place Hall, windows 3)"


async def test_esc_goes_back_through_an_order_step_by_step(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("f2")
        await stage.type("open_reception")
        await stage.press("enter", "1", "enter", "escape")
        assert stage.lines[1].startswith("── Order: Open reception ──")
        await stage.press("escape", "escape")
        assert isinstance(stage.app.screen, DrillScreen)
        assert stage.app.desk.view.queue == ()


async def test_a_note_stands_in_the_log(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        stage.app.do("note")
        await stage.pilot.pause()
        await stage.type("人很多")
        await stage.press("enter", "f6")
        assert [entry.payload["text"] for entry in stage.opened.room.drill.journal.of_kind(NOTE)] == ["人很多"]
        assert " 07:40 Petition lead: note: 人很多" in stage.lines


async def test_a_hint_says_what_it_costs(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("f7")
        assert stage.notice == "Expected: Greet them (clauses M4). The hint costs 3 points."
        assert len(stage.opened.room.drill.journal.of_kind(HINT)) == 1


async def test_the_plan_is_searched_in_either_language(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("f3")
        await stage.type("苗头")
        assert any(line[1:].startswith("W1: Gather signs of brewing petition events") for line in stage.lines)


async def test_ahead_stops_at_what_comes_next_and_the_pace_doubles(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        stage.app.do("faster")
        assert stage.opened.room.pace == 24
        stage.app.do("ahead")
        assert stage.opened.room.drill.now == 305


async def test_a_drill_that_was_left_is_taken_up_paused(tmp_path: Path) -> None:
    async with on_screen(sample(tmp_path), tmp_path) as stage:
        await begin(stage)
        await stage.press("f10", "2", "enter")
    clock = Clock()
    opened = reopen_room(tmp_path / "drill.jsonl", clock, None)
    async with staged(opened, clock, "en", (80, 24)) as stage:
        assert "PAUSED" in stage.lines[0]
        assert "DECISION" in stage.lines[1]
        await stage.press("1", "f8")
        assert stage.opened.room.status == "running"
        assert stage.app.desk.seat == SEAT
