"""`drillroom score`: the journal's scorecard, and what another rubric changes."""

from pathlib import Path

import pytest

from tests.players.sample import MORNING
from tests.tui.calling import call, scenario_file

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def journal(tmp_path: Path, capsys: Printed) -> Path:
    path = tmp_path / "drill.jsonl"
    assert call(capsys, "run", scenario_file(tmp_path), "--player", "late", "--journal", path).status == 0
    return path


def test_the_score_of_a_journal_is_that_of_its_run(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "drill.jsonl"
    run = call(capsys, "run", scenario_file(tmp_path), "--player", "late", "--journal", path, "--json")
    assert call(capsys, "score", path, "--json").out == run.out


def test_the_scenario_file_may_have_changed_since(tmp_path: Path, journal: Path, capsys: Printed) -> None:
    before = call(capsys, "score", journal, "--json").out
    scenario_file(tmp_path, "nothing that could be read: [")
    assert call(capsys, "score", journal, "--json").out == before


def test_another_rubric_shows_the_difference(tmp_path: Path, journal: Path, capsys: Printed) -> None:
    patient = MORNING.replace("target: 5m\n    limit: 15m", "target: 60m\n    limit: 90m")
    rubric = scenario_file(tmp_path, patient)
    was = call(capsys, "score", journal, "--json").object["team"]["overall"]
    told = call(capsys, "score", journal, "--scenario", rubric, "--json").object
    assert told["before"]["overall"] == was
    assert told["team"]["overall"] > was
    assert told["difference"]["team"] == pytest.approx(told["team"]["overall"] - was, abs=0.01)
    assert told["difference"]["trainees"]["commander"] == 0
    assert told["difference"]["trainees"]["petition_lead"] > 0


def test_another_rubric_shows_which_figures_and_tasks_it_judges_otherwise(
    tmp_path: Path, journal: Path, capsys: Printed
) -> None:
    patient = MORNING.replace("target: 5m\n    limit: 15m", "target: 60m\n    limit: 90m")
    rubric = scenario_file(tmp_path, patient)
    told = call(capsys, "score", journal, "--scenario", rubric, "--json").object["difference"]
    (task,) = told["expectations"]
    assert (task["seat"], task["id"]) == ("petition_lead", "send_team")
    assert (task["was"]["status"], task["now"]["status"]) == ("late", "met")
    assert task["credit"] == pytest.approx(task["now"]["credit"] - task["was"]["credit"])
    assert (told["figures"]["commander"]["speed"], told["figures"]["petition_lead"]["speed"] > 0) == (0, True)
    lines = call(capsys, "score", journal, "--scenario", rubric).out.splitlines()
    assert [line for line in lines if line.startswith("Under the scenario it was played with")] != []
    assert "    Send the team: past the limit, 0.5 of 1 → met, 1 of 1" in lines


def test_the_same_rubric_changes_nothing(tmp_path: Path, journal: Path, capsys: Printed) -> None:
    told = call(capsys, "score", journal, "--scenario", tmp_path / "scenario.yaml", "--json").object
    changed = told["difference"]
    assert (changed["team"], changed["expectations"]) == (0, [])
    assert changed["trainees"] == {"duty_officer": 0, "petition_lead": 0, "commander": 0}
    lines = call(capsys, "score", journal, "--scenario", tmp_path / "scenario.yaml").out.splitlines()
    assert lines[-1] == "No task is judged otherwise."


def test_the_rubric_of_another_scenario_is_refused(tmp_path: Path, journal: Path, capsys: Printed) -> None:
    other = scenario_file(tmp_path, MORNING.replace("id: morning", "id: evening"))
    called = call(capsys, "score", journal, "--scenario", other)
    assert (called.status, called.out) == (2, "")
    assert "the journal is of 'morning', not of 'evening'" in called.err


def test_an_altered_journal_has_no_score(journal: Path, capsys: Printed) -> None:
    journal.write_text(journal.read_text().replace('"accepted":true', '"accepted":false', 1))
    called = call(capsys, "score", journal)
    assert (called.status, called.out) == (1, "")
    assert f"{journal}:" in called.err


def test_a_torn_journal_is_scored_as_far_as_it_goes(journal: Path, capsys: Printed) -> None:
    journal.write_bytes(journal.read_bytes()[:-40])
    called = call(capsys, "score", journal, "--json")
    assert called.status == 0
    assert called.object["team"]["outcome"] is None
    assert called.err == "warning: the last line was cut off while it was being written\n"
