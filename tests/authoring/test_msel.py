"""`drillroom msel`: injects out to a spreadsheet and back, and trainers' own lists in."""

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reports.msel import as_csv, as_xlsx
from simulator.authoring.library import find_scenario
from simulator.authoring.load import load_text, scenario_or_raise
from simulator.authoring.msel import Sheet, sheet_of
from simulator.authoring.msel_merging import Merged, merged
from simulator.authoring.msel_rows import moment, read_rows
from simulator.authoring.yaml_reader import read_yaml
from simulator.clock import Malformed
from simulator.language.translator import translator_for
from tests.authoring.sample import sample_yaml
from tests.tui.calling import call

Printed = pytest.CaptureFixture[str]

HEAD = ("Time", "To", "From", "Channel", "Message", "Expected action", "Clause")


def taken(folder: Path, *rows: tuple[Any, ...], head: tuple[str, ...] = HEAD) -> tuple[Merged, dict[str, Any]]:
    """The sample with these rows worked in, and its value then."""
    read, refused = read_rows([("Exercise 2026",), head, *rows], "en")
    assert refused == []
    found = merged(load_text(sample_yaml(), folder / "scenario.yaml"), read)
    value: dict[str, Any] = read_yaml(found.text, "").value
    return found, value


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["mass", "foreign"])
def test_out_and_in_again_changes_nothing(
    tmp_path: Path, capsys: Printed, ending: str, language: str, name: str
) -> None:
    path = tmp_path / "scenario.yaml"
    text = find_scenario(name).read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    table = tmp_path / f"list{ending}"
    assert call(capsys, "--lang", language, "msel", "export", path, table).status == 0
    told = call(capsys, "msel", "import", table, "--into", path)
    injects = len(scenario_or_raise(path).injects)
    assert told.out == f"0 injects new, 0 changed, {injects} as they were, 0 rows not taken\n"
    assert path.read_text(encoding="utf-8") == text


def test_a_row_holds_what_an_inject_is_and_what_is_expected(tmp_path: Path) -> None:
    scenario = load_text(sample_yaml(), tmp_path / "scenario.yaml").scenario
    assert scenario is not None
    sheet = sheet_of(scenario, translator_for("en"))
    assert sheet.title == "EXERCISE: Late rent at the hall"
    assert sheet.rows[0] == (
        "doors", "0m", "", "duty_officer, petition_lead", "Hall guard", "大厅保安", "phone call",
        "Eighty-six people at the door.", "门口有八十六人。",
        "petition_lead: Open reception\npetition_lead: Greet them\nduty_officer: Report upward",
        "open_reception(place=hall); register(incident=residents)\nfirst_words == listen\n"
        "report_upward(kind=first, people=told(residents.people))",
        "M3, W2\nM4\nM2, W1",
    )  # fmt: skip


def test_what_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    sheet = Sheet("EXERCISE", ("Text",), (("=1+1",), ("@SUM(A1)",)))
    path = tmp_path / "list.xlsx"
    path.write_bytes(as_xlsx(sheet))
    page = openpyxl.load_workbook(path).worksheets[0]
    assert [(cell.value, cell.data_type) for (cell,) in page.iter_rows(min_row=3)] == [("=1+1", "s"), ("@SUM(A1)", "s")]
    assert as_csv(sheet).decode("utf-8-sig").splitlines() == ["EXERCISE", "Text", "'=1+1", "'@SUM(A1)"]


def test_a_trainers_row_becomes_an_inject(tmp_path: Path) -> None:
    row = (time(8, 5), "Petition lead; duty_officer", "Guard", "radio", "Twenty more.", "Open reception", "M3")
    found, value = taken(tmp_path, row)
    assert value["injects"]["row_3"] == {
        "at": "08:05",
        "to": ["petition_lead", "duty_officer"],
        "from": {"en": "Guard"},
        "by": "radio",
        "text": {"en": "Twenty more."},
    }
    assert found.added == ["row_3"]


def test_an_expected_action_that_names_an_order_becomes_an_expectation(tmp_path: Path) -> None:
    row = ("30m", "petition_lead", "Guard", "radio", "More.", "Read the early signs together", "W1")
    found, value = taken(tmp_path, row)
    assert found.expected == ["row_3_action"]
    assert value["expectations"]["row_3_action"] == {
        "of": "petition_lead", "task": {"en": "Read the early signs together"}, "clauses": ["W1"], "due": "row_3",
        "do": ["review_signs()"], "target": "10m", "limit": "20m",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("action", "clause", "said"),
    [
        ("Bring tea", "M3", "'Bring tea' names no order with all it needs: it stands as a comment above its inject"),
        ("Read the early signs together", "Z9",
         "'Read the early signs together' cites no clause of the plan: it stands as a comment above its inject"),
    ],
)  # fmt: skip
def test_another_expected_action_is_kept_as_a_comment(tmp_path: Path, action: str, clause: str, said: str) -> None:
    found, _ = taken(tmp_path, ("30m", "petition_lead", "", "", "More.", action, clause))
    assert [(each.number, str(each.why)) for each in found.left] == [(3, said)]
    assert f"  # expected of petition_lead: {action} ({clause})\n  row_3:\n" in found.text


def test_a_row_of_an_inject_that_is_there_changes_what_differs(tmp_path: Path) -> None:
    head = ("Id", "Time", "Text (en)")
    found, value = taken(tmp_path, ("doors", "5 min", "A hundred people at the door."), head=head)
    assert (found.changed, found.added) == (["doors"], [])
    assert value["injects"]["doors"]["at"] == "5m"
    assert value["injects"]["doors"]["text"] == {"en": "A hundred people at the door.", "zh": "门口有八十六人。"}
    assert value["injects"]["doors"]["asks"] == "first_words"


def test_chinese_headings_words_and_times_are_read() -> None:
    table = [("序号", "时间", "接收人", "来源", "方式", "内容", "预期行动", "条款"),
             (1, "１小时１０分", "信访负责人", "保安", "电话", "又来了人。", "开窗接访", "M3")]  # fmt: skip
    (row,), refused = read_rows(table, "zh")
    assert refused == []
    assert (row.id, row.time, row.to, row.channel) == ("1", "1h10m", ("信访负责人",), "phone")
    assert (dict(row.sender), dict(row.text)) == ({"zh": "保安"}, {"zh": "又来了人。"})
    assert (row.expected, row.clauses) == (("开窗接访",), ("M3",))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (time(9, 5), "09:05"),
        (datetime(2026, 3, 2, 9, 5), "09:05"),
        (timedelta(minutes=90), "1h30m"),
        ("9:05", "09:05"),
        ("T+00:10", "10m"),
        ("t+01:30:00", "1h30m"),
        ("+10m", "10m"),
        ("10 min", "10m"),
        ("10分钟", "10m"),
        ("12m..16m", "12m..16m"),
        ("doors + 4m", "doors + 4m"),
        (None, ""),
        ("  ", ""),
    ],
)
def test_times_are_read_as_people_write_them(cell: object, expected: str) -> None:
    assert moment(cell) == expected


@pytest.mark.parametrize("cell", [10, 0.5, "10", "25:00", "10 parsecs"])
def test_a_time_that_could_be_two_things_is_refused(cell: object) -> None:
    with pytest.raises(Malformed):
        moment(cell)
