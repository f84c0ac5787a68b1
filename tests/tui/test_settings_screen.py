"""The settings on the screen: chosen by digits, arrows, Enter or the mouse, in force and kept at once."""

from pathlib import Path

from textual.pilot import Pilot

from tests.tui.dressing import Gallery, gallery, text
from tui.screens.settings import SettingsScreen
from tui.settings import Preferences, Settings
from tui.themes import theme_named


async def opened(app: Gallery, pilot: Pilot[None], folder: Path) -> Preferences:
    """The settings in front, and what keeps them."""
    preferences = Preferences(folder / "settings.json", {})
    app.push_screen(SettingsScreen(preferences, app))
    await pilot.pause()
    return preferences


def value(app: Gallery, name: str) -> str:
    """What stands in brackets beside a setting."""
    line = next(line for line in text(app).split("\n") if f". {name}" in line)
    return line.partition("[")[2].partition("]")[0]


async def test_a_digit_turns_a_setting_on_and_it_holds_and_is_kept(tmp_path: Path) -> None:
    async with gallery(tmp_path) as (app, pilot):
        await opened(app, pilot, tmp_path)
        await pilot.press("1", "2", "３")
        await pilot.pause()
        assert [value(app, name) for name in ("Colours", "Borders", "Bell")] == ["light", "ASCII", "for what is urgent"]
        assert (app.theme, app.has_class("-ascii"), app.rings) == (theme_named("light"), True, True)
    assert Preferences(tmp_path / "settings.json", {}).now == Settings(theme="light", ascii=True, bell=True)


async def test_arrows_and_enter_turn_the_marked_one_either_way(tmp_path: Path) -> None:
    async with gallery(tmp_path) as (app, pilot):
        await opened(app, pilot, tmp_path)
        await pilot.press("left")
        assert value(app, "Colours") == "high contrast"
        await pilot.press("right", "down", "enter")
        await pilot.pause()
        assert [value(app, name) for name in ("Colours", "Borders")] == ["dark", "ASCII"]


async def test_a_click_turns_the_setting_under_it(tmp_path: Path) -> None:
    async with gallery(tmp_path) as (app, pilot):
        preferences = await opened(app, pilot, tmp_path)
        await pilot.click("#settings", offset=(12, 5))
        await pilot.pause()
        assert preferences.now == Settings(bell=True)


async def test_the_language_changes_at_once_and_the_alert_of_the_drill_stays_in_sight(tmp_path: Path) -> None:
    async with gallery(tmp_path) as (app, pilot):
        await opened(app, pilot, tmp_path)
        await pilot.press("4")
        await pilot.pause()
        first = text(app).split("\n")[0]
        assert first.startswith("演练")
        assert first.endswith("! DECISION 4:05")


async def test_settings_that_cannot_be_kept_are_told_on_the_screen(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    async with gallery(tmp_path) as (app, pilot):
        await opened(app, pilot, tmp_path)
        await pilot.press("1")
        await pilot.pause()
        assert text(app).split("\n")[-2].startswith("the settings hold until you leave, but cannot be kept in ")
        assert app.theme == theme_named("light")
