"""`drillroom play` through a pipe: from the briefing to the scorecard, kept and taken up again."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.authoring.library import shipped_ids
from simulator.journal.entry import BASELINES, CLOSING
from simulator.journal.reading import read_journal
from tests.authoring.sample import sample_yaml
from tui.commands import lobby
from tui.main import drillroom


@pytest.fixture(autouse=True)
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own for journals that nobody named a place for."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "data"


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    path = tmp_path / "scenario.yaml"
    path.write_text(sample_yaml(), encoding="utf-8")
    return str(path)


def call(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(drillroom, list(words), input=typed)


def test_a_drill_is_played_from_the_briefing_to_the_score(scenario: str, tmp_path: Path) -> None:
    journal = tmp_path / "drill.jsonl"
    words = ("--seat", "petition_lead", "--name", "Lin Qiao", "--seed", "7", "--journal", str(journal))
    result = call("play", scenario, "--plain", *words, typed="next\n1\n")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[:4] == [
        "EXERCISE: Late rent at the hall",
        "It begins at 07:40 and lasts 4 h.",
        "",
        "Eighty-six residents have come.",
    ]
    assert f"Seed 7. The journal: {journal}" in lines
    assert "== Petition lead: Lin Qiao" in lines
    assert lines[-1] == f"The journal: {journal}"


def test_the_journal_ends_with_closing_and_baselines(scenario: str, tmp_path: Path) -> None:
    journal = tmp_path / "drill.jsonl"
    call("play", scenario, "--seat", "petition_lead", "--journal", str(journal))
    reading = read_journal(journal)
    assert reading.problems == ()
    assert [entry.kind for entry in reading.entries[-2:]] == [CLOSING, BASELINES]


def test_a_drill_that_was_left_is_taken_up_again_and_scored(scenario: str, tmp_path: Path) -> None:
    journal = tmp_path / "drill.jsonl"
    left = call("play", scenario, "--seat", "petition_lead", "--journal", str(journal), typed="next\n1\nquit\ny\n")
    assert f"Take it up again with: drillroom play --resume {journal}" in left.stdout.splitlines()
    again = call("play", "--resume", str(journal), typed="log\n")
    assert again.exit_code == 0
    assert re.search(r"07:40 paused > log\n07:40 Petition lead: (Listen|Say nothing)\.", again.stdout)
    assert "== Petition lead" in again.stdout


def test_without_a_name_the_journal_goes_to_the_users_data(scenario: str, data_home: Path) -> None:
    call("play", scenario, typed="quit\ny\n")
    assert [path.suffix for path in (data_home / "drillroom" / "journals").iterdir()] == [".jsonl"]


def test_a_data_folder_that_cannot_be_made_is_told_before_the_drill_starts(scenario: str, data_home: Path) -> None:
    data_home.write_text("a file where the folder should be", encoding="utf-8")
    result = call("play", scenario)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: no journal can be kept in {data_home}")
    assert "name a file with --journal" in result.stderr


def test_a_seat_that_does_not_exist_is_told_before_the_drill_starts(scenario: str, tmp_path: Path) -> None:
    result = call("play", scenario, "--seat", "petition_leed", "--journal", str(tmp_path / "drill.jsonl"))
    assert result.exit_code == 2
    assert "did you mean 'petition_lead'?" in result.stderr
    assert not (tmp_path / "drill.jsonl").exists()


def test_the_drill_is_played_in_chinese(scenario: str) -> None:
    result = call("--lang", "zh", "play", scenario, "--seat", "petition_lead", typed="下一条\n读1\n退出\n是\n")
    assert "演练：大厅里的过渡费" in result.stdout
    assert "    门口有八十六人。" in result.stdout.splitlines()


def test_on_a_terminal_the_lobby_asks_for_language_scenario_seat_and_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lobby, "on_terminal", lambda: True)
    mass = shipped_ids().index("mass") + 1
    result = call(typed=f"2\n{mass}\n3\n2\n林乔\n暂停\n提示\n退出\n是\n")
    assert result.exit_code == 0
    assert "你的席位：信访负责人" in result.stdout.splitlines()
    assert "  2. 中文" in result.stderr.splitlines()


def test_without_a_terminal_the_lobby_shows_a_drill_and_names_journal_and_report(data_home: Path) -> None:
    result = call()
    lines = result.stdout.splitlines()
    journal, report = (Path(line.partition(": ")[2]) for line in lines[-2:])
    assert result.exit_code == 0
    assert read_journal(journal).problems == ()
    assert report.read_text(encoding="utf-8").startswith("# EXERCISE: ")
    assert journal.parent == report.parent == data_home / "drillroom" / "journals"
