"""`drillroom run`: the object that programs read, the lines that people read, and what it refuses."""

from pathlib import Path

import pytest

from tests.players.sample import MORNING
from tests.tui.calling import call, scenario_file

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_the_object_has_every_key_of_the_interface(tmp_path: Path, capsys: Printed) -> None:
    journal = tmp_path / "drill.jsonl"
    called = call(capsys, "run", scenario_file(tmp_path), "--seed", "3", "--journal", journal, "--json")
    told = called.object
    assert called.status == 0
    assert {key: told[key] for key in ("scenario", "seed", "length", "journal")} == {
        "scenario": "morning", "seed": 3, "length": 7200, "journal": str(journal),
    }  # fmt: skip
    assert {"digest", "team", "trainees", "clauses", "world"} <= set(told)
    assert told["team"]["rating"] == "P"
    trainee = told["trainees"][0]
    assert {
        "name", "seat", "stand_in", "overall", "speed", "quality", "conduct", "outcome", "coordination", "rating",
        "expectations", "conduct_findings",
    } <= set(trainee)  # fmt: skip
    assert {
        "id", "clauses", "status", "due", "at", "timeliness", "quality", "credit", "of", "entries",
    } <= set(trainee["expectations"][0])  # fmt: skip
    assert set(told["clauses"][0]) == {"id", "expected", "met", "score"}
    assert set(told["world"]) == {"harm", "incidents"}


def test_without_a_seed_the_drill_is_always_the_same(tmp_path: Path, capsys: Printed) -> None:
    path = scenario_file(tmp_path)
    first = call(capsys, "run", path, "--player", "random", "--json")
    assert first.object["journal"] is None
    assert first.out == call(capsys, "run", path, "--player", "random", "--seed", "1", "--json").out


def test_with_a_seat_the_others_are_stand_ins_without_figures(tmp_path: Path, capsys: Printed) -> None:
    told = call(capsys, "run", scenario_file(tmp_path), "--seat", "commander", "--json").object
    assert [(each["seat"], each["stand_in"], each["overall"] is None) for each in told["trainees"]] == [
        ("duty_officer", True, True), ("petition_lead", True, True), ("commander", False, False),
    ]  # fmt: skip


def test_people_read_a_scorecard(tmp_path: Path, capsys: Printed) -> None:
    called = call(capsys, "run", scenario_file(tmp_path))
    assert called.status == 0
    assert "A morning at the hall" in called.out
    assert called.err == "Seed 1.\n"


def test_a_script_is_played_and_what_was_refused_is_told(tmp_path: Path, capsys: Printed) -> None:
    script = tmp_path / "acts.yaml"
    script.write_text(
        "format: 1\nacts:\n"
        "  - {at: 3m, answer: first_words, option: sit_down}\n"
        "  - {at: 4m, order: activate, with: {level: III}}\n"
        "  - {at: 2h, note: too late}\n"
    )
    called = call(capsys, "run", scenario_file(tmp_path), "--script", script, "--seat", "petition_lead", "--json")
    statuses = {each["id"]: each["status"] for each in called.object["trainees"][1]["expectations"]}
    warnings = called.err.splitlines()
    assert called.status == 0
    assert statuses == {"listen_first": "met", "open_doors": "missed", "send_team": "missed"}
    assert len(warnings) == 2
    assert warnings[0].startswith("warning: 08:04 Petition lead: Refused: Activate a response level")
    assert warnings[0].endswith("Ask: Commander.")
    assert warnings[1] == "warning: 10:00 Petition lead: not given, the drill was over"


def test_a_script_with_a_wrong_name_is_told_with_its_place(tmp_path: Path, capsys: Printed) -> None:
    script = tmp_path / "acts.yaml"
    script.write_text("format: 1\nacts:\n  - {at: 3m, seat: commandr, note: x}\n")
    called = call(capsys, "run", scenario_file(tmp_path), "--script", script, "--json")
    assert (called.status, called.out) == (1, "")
    assert called.err.splitlines() == [
        "error[E303]: no seat is called 'commandr'",
        f" --> {script}:3:20",
        "  |",
        "3 |   - {at: 3m, seat: commandr, note: x}",
        "  |                    ^^^^^^^^",
        "  = help: did you mean 'commander'? there are: duty_officer, petition_lead, commander",
        "",
        f"error: {script}: 1 errors",
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--player", "angry"], "there is no bot 'angry'"),
        (["--seat", "comander"], "no seat 'comander'; did you mean 'commander'?"),
        (["--player", "late", "--script", "x.yaml"], "a script and a bot at once; leave out --player or --script"),
        (["--script", "none.yaml"], "none.yaml does not exist"),
        (["--journal", "no/such/folder/drill.jsonl"], "the folder does not exist"),
        (["--seed", "-1"], "Invalid value for '--seed'"),
    ],
)
def test_a_call_that_cannot_be_done_is_one_message(
    tmp_path: Path, capsys: Printed, options: list[str], message: str
) -> None:
    called = call(capsys, "run", scenario_file(tmp_path), *options)
    assert (called.status, called.out) == (2, "")
    assert message in called.err


def test_a_journal_is_never_written_over(tmp_path: Path, capsys: Printed) -> None:
    journal = tmp_path / "drill.jsonl"
    journal.write_text("something else")
    called = call(capsys, "run", scenario_file(tmp_path), "--journal", journal)
    assert (called.status, journal.read_text()) == (2, "something else")
    assert f"{journal} exists already" in called.err


def test_a_scenario_that_does_not_hold_is_told_with_its_place(tmp_path: Path, capsys: Printed) -> None:
    path = scenario_file(tmp_path, MORNING.replace('clock: "08:00"', 'clok: "08:00"'))
    called = call(capsys, "run", path)
    assert called.status == 1
    assert f"{path}:" in called.err
    assert "did you mean 'clock'?" in called.err
