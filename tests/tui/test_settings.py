"""Settings are kept, survive a broken file, and give way to the environment for a call."""

import json
from pathlib import Path

import pytest

from simulator.errors import WriteError
from simulator.language.said import Said
from tui.settings import Preferences, Settings, overridden


def test_what_was_chosen_holds_in_the_next_call(tmp_path: Path) -> None:
    path = tmp_path / "drillroom" / "settings.json"
    Preferences(path, {}).choose(theme="light", bell=True)
    Preferences(path, {}).choose(language="zh", name="林桥", department="信访局")
    assert Preferences(path, {}).now == Settings("zh", "light", False, True, "林桥", "信访局")
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_without_a_file_the_defaults_hold_and_nothing_is_said(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "settings.json", {})
    assert (preferences.now, preferences.warnings) == (Settings(None, "dark", False, False, "", ""), ())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "written",
    ["{", "[]", '{"theme": "pink"}', '{"bell": "loud"}', '{"language": "fr"}', '{"name": 5}', '{"theme": []}'],
)
def test_a_broken_file_is_told_and_put_aside_before_anything_overwrites_it(tmp_path: Path, written: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(written, encoding="utf-8")
    preferences = Preferences(path, {})
    assert preferences.now == Settings()
    assert [str(warning) for warning in preferences.warnings] == [
        f"{path}: the settings cannot be read; the defaults hold, and {path}.bad is a copy of them"
    ]
    preferences.choose(bell=True)
    assert (tmp_path / "settings.json.bad").read_text(encoding="utf-8") == written
    assert Preferences(path, {}).warnings == ()


def test_a_file_that_is_no_text_is_put_aside_too(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b"\xff\xfe\x00")
    assert len(Preferences(tmp_path / "settings.json", {}).warnings) == 1
    assert (tmp_path / "settings.json.bad").read_bytes() == b"\xff\xfe\x00"


def test_what_a_newer_version_has_written_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "light", "voice": "low"}', encoding="utf-8")
    Preferences(path, {}).choose(theme="contrast")
    written = json.loads(path.read_text(encoding="utf-8"))
    assert (written["theme"], written["voice"]) == ("contrast", "low")


def test_the_environment_holds_for_the_call_and_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    environ = {"DRILLROOM_THEME": "contrast", "DRILLROOM_ASCII": "1"}
    preferences = Preferences(path, environ)
    preferences.choose(bell=True)
    assert preferences.now == Settings(theme="contrast", ascii=True, bell=True)
    assert Preferences(path, {}).now == Settings(bell=True)


def test_the_environment_can_ask_for_drawn_signs() -> None:
    assert overridden(Settings(ascii=True), {"DRILLROOM_ASCII": "0"}) == (Settings(ascii=False), None)


def test_a_theme_that_is_none_is_told_and_the_kept_one_holds(tmp_path: Path) -> None:
    values = {"variable": "DRILLROOM_THEME", "theme": "pink", "known": ["dark", "light", "contrast"]}
    told = Said("{variable}: there is no theme '{theme}'; it can be: {known}", values)
    preferences = Preferences(tmp_path / "settings.json", {"DRILLROOM_THEME": "pink"})
    assert (preferences.now, preferences.warnings) == (Settings(), (told,))


def test_settings_that_cannot_be_kept_hold_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file stands where the folder should be", encoding="utf-8")
    preferences = Preferences(tmp_path / "folder" / "settings.json", {})
    with pytest.raises(WriteError):
        preferences.choose(theme="light")
    assert preferences.now == Settings(theme="light")
