"""`drillroom records`, called as a user would."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.reports.records.drills import BAD, GOOD, journal
from tests.reports.records.test_people import YAML
from tests.tui.calling import Called, call

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def kept(url: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> Path:
    """Records of two drills with a roster, where the environment says; answers the journals' folder."""
    monkeypatch.setenv("DRILLROOM_RECORDS", url)
    monkeypatch.setenv("COLUMNS", "120")
    journal(folder, "Zhou Min", BAD, "2026-03-02")
    journal(folder, "Li Shu", GOOD, "2026-03-03")
    roster = tmp_path / "roster.yaml"
    roster.write_text(YAML, encoding="utf-8")
    assert call(capsys, "records", "roster", "import", roster).out == "People entered: 3. In the roster: 3.\n"
    assert call(capsys, "records", "add", folder).out == "Drills kept: 2, of them new: 2. Left out: 0.\n"
    return folder


def cells(called: Called) -> list[list[str]]:
    """The rows of a printed table below its rule."""
    lines = called.out.splitlines()
    rule = next(number for number, line in enumerate(lines) if line.startswith("─"))
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in lines[rule + 1 :]]


def test_past_drills_are_listed_without_names(kept: Path, capsys: Printed) -> None:
    called = call(capsys, "records")
    assert called.out.splitlines()[0] == "EXERCISE: past drills: 2"
    assert cells(called) == [
        ["1", "2026-03-02", "A morning at the hall", "practice", "0.0 U", "–", "Magpie"],
        ["2", "2026-03-03", "A morning at the hall", "practice", "91.0 P", "–", "person 4"],
    ]


def test_names_are_shown_where_they_are_asked_for(kept: Path, capsys: Printed) -> None:
    assert [row[-1] for row in cells(call(capsys, "records", "--named"))] == ["Zhou Min", "Li Shu"]


def test_no_name_and_no_id_stands_in_json_unless_it_is_asked_for(kept: Path, capsys: Printed) -> None:
    for args in (["list"], ["trainee", "person 4"], ["team"], ["due"], ["items"]):
        called = call(capsys, "records", *args, "--json")
        assert called.status == 0
        assert called.object["exercise"] == "EXERCISE / 演练"
        assert [word for word in ("Zhou", "Li Shu", '"zhou"', '"p-') if word in called.out] == []
    assert '"person": "zhou"' in call(capsys, "records", "list", "--named", "--json").out


def test_one_person_is_shown_with_what_went_worst(kept: Path, capsys: Printed) -> None:
    lines = call(capsys, "records", "trainee", "zhou").out.splitlines()
    assert lines[0] == "EXERCISE: Magpie (Reception)"
    assert "Still to be put right: 3 of 3" in lines


def test_whose_training_is_due(kept: Path, capsys: Printed) -> None:
    called = call(capsys, "records", "due", "--department", "Reception", "--on", "2026-06-01", "--json")
    over = {found["clause"]: found["over"] for found in called.object["due"]}
    assert (called.object["mark"], over["M3"]) == ("D", 1)
    called = call(capsys, "records", "due", "--department", "Reception", "--on", "2026-06-01")
    assert "overdue: M3 (last 2026-03-02, days over: 1)" in called.out
    assert called.err == "How often a clause is to be trained is our own design value; a city sets its own.\n"


def test_an_item_is_settled_by_hand(kept: Path, capsys: Printed) -> None:
    assert call(capsys, "records", "settle", "1", "send_team", "--status", "fixed", "--by", "2026-05-01").status == 0
    called = call(capsys, "records", "items", "--status", "fixed", "--json")
    assert [(item["id"], item["due"]) for item in called.object["items"]] == [("send_team", "2026-05-01")]
    assert call(capsys, "records", "settle", "1", "send_team").status == 2


def test_bad_journals_are_named_and_left_out(kept: Path, capsys: Printed) -> None:
    torn = kept / "torn.jsonl"
    torn.write_bytes((kept / "000.jsonl").read_bytes()[:-40])
    called = call(capsys, "records", "rebuild", kept)
    assert called.out == "Drills kept: 2, of them new: 2. Left out: 1.\n"
    assert called.err.startswith(f"warning: left out: {torn}:")
    called = call(capsys, "records", "add", torn)
    assert (called.status, called.err.splitlines()[-1]) == (1, "error: no drill could be kept")


def test_a_rebuild_without_a_journal_changes_nothing(kept: Path, tmp_path: Path, capsys: Printed) -> None:
    (kept / "000.jsonl").unlink()
    called = call(capsys, "records", "rebuild", kept)
    assert f"warning: left out: {kept / '000.jsonl'} does not exist" in called.err
    (kept / "001.jsonl").unlink()
    assert call(capsys, "records", "rebuild", kept).status == 2
    assert len(cells(call(capsys, "records"))) == 1


def test_exports_bear_the_mark_and_no_names(kept: Path, tmp_path: Path, capsys: Printed) -> None:
    files = {ending: tmp_path / f"export.{ending}" for ending in ("csv", "json", "xlsx")}
    for file in files.values():
        assert call(capsys, "records", "export", file).out == f"{file}\n"
    lines = files["csv"].read_bytes().decode("utf-8-sig").splitlines()
    assert (lines[0].split(",")[:3], lines[1].split(",")[:3]) == (
        ["exercise", "drill", "day"], ["EXERCISE / 演练", "1", "2026-03-02"],
    )  # fmt: skip
    told = json.loads(files["json"].read_text(encoding="utf-8"))
    assert [(seat["shown"], "person" in seat) for seat in told["seats"]] == [("Magpie", False), ("person 4", False)]
    assert {"seats", "drills", "tasks", "breaches", "items"} <= {
        sheet.lower() for sheet in openpyxl.load_workbook(files["xlsx"]).sheetnames
    }
    assert call(capsys, "records", "export", files["csv"]).status == 2
    assert call(capsys, "records", "export", tmp_path / "export.doc").status == 2


def test_a_person_is_forgotten(kept: Path, capsys: Printed) -> None:
    called = call(capsys, "records", "forget", "Zhou Min", "--yes")
    assert called.out == "Deleted: Zhou Min. Drills they took part in: 1.\n"
    assert f"{(kept / '000.jsonl').resolve()} still names them" in called.err
    assert [row[-1] for row in cells(call(capsys, "records"))] == ["person 4"]


def test_options_before_a_subcommand_are_not_passed_over(kept: Path, capsys: Printed) -> None:
    called = call(capsys, "records", "--named", "team")
    assert (called.status, called.err) == (2, "error: an option stands before 'team'; write it after 'team'\n")


@pytest.mark.parametrize("args", [["list"], ["team"], ["clauses"], ["due"], ["items"], ["roster"], ["trainee", "zhou"]])
def test_every_list_is_marked_as_an_exercise_in_both_languages(kept: Path, capsys: Printed, args: list[str]) -> None:
    called = {language: call(capsys, "--lang", language, "records", *args) for language in ("en", "zh")}
    assert called["en"].out.startswith("EXERCISE: ")
    assert called["zh"].out.startswith("演练：")
