"""Rows and files of a MSEL that cannot be taken are told, each with its row, and the others come in."""

from pathlib import Path

import openpyxl
import pytest

from reports.msel import cells_of
from simulator.authoring.check import check
from simulator.authoring.yaml_reader import read_file
from simulator.errors import CallError, ContentError, FileError
from tests.authoring.sample import sample_file
from tests.tui.calling import call

Printed = pytest.CaptureFixture[str]

ROWS = [
    ["Time", "To", "Channel", "Text"],
    ["10m", "petition_lead", "phone", "Good."],
    ["10", "petition_lead", "phone", "No unit."],
    ["10m", "mayor", "phone", "No such seat."],
    ["10m", "petition_lead", "pigeon", "No such channel."],
    ["", "petition_lead", "phone", "No time."],
    ["12m", "petition_lead", "phone", ""],
    [],
    ["14m", "petition_lead", "phone", "Good, too."],
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    path = tmp_path / "list.xlsx"
    book.save(path)
    return path


def test_every_row_that_cannot_be_taken_is_named(tmp_path: Path, table: Path, capsys: Printed) -> None:
    path = sample_file(tmp_path)
    told = call(capsys, "msel", "import", table, "--into", path)
    assert told.status == 1
    assert told.out == "2 injects new, 0 changed, 0 as they were, 5 rows not taken\n"
    warnings = [line for line in told.err.splitlines() if line.startswith("warning")]
    start = f"warning: {table}, row "
    assert [line.removeprefix(start)[:50] for line in warnings] == [
        "3: not taken: '10' is not a duration; write a numb",
        "4: not taken: there is no seat 'mayor'; there are:",
        "5: not taken: there is no channel 'pigeon'; it can",
        "6: not taken: the row lacks: at",
        "7: not taken: the row lacks: text",
    ]
    assert list(read_file(path).value["injects"])[-2:] == ["row_2", "row_9"]


def test_a_dry_run_changes_nothing(tmp_path: Path, table: Path, capsys: Printed) -> None:
    path = sample_file(tmp_path)
    before = path.read_text(encoding="utf-8")
    assert call(capsys, "msel", "import", table, "--into", path, "--dry").out.startswith("2 injects new")
    assert path.read_text(encoding="utf-8") == before


def test_without_a_scenario_a_new_one_is_made(table: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(table.parent)
    call(capsys, "msel", "import", table, "--type", "tutorial")
    loaded = check(Path("list/scenario.yaml"), "draft")
    assert loaded.findings == []
    assert loaded.scenario is not None
    assert str(loaded.scenario.injects["row_9"].at) == "14m"


def test_a_csv_of_chinese_excel_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("时间;接收人;内容\n10m;信访负责人;来了人\n".encode("gb18030"))
    assert cells_of(path) == [("时间", "接收人", "内容"), ("10m", "信访负责人", "来了人")]


def test_files_that_are_no_spreadsheets_are_told(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"PK no workbook")
    with pytest.raises(ContentError, match="is no Excel workbook that can be read"):
        cells_of(tmp_path / "x.xlsx")
    with pytest.raises(CallError, match=r"is neither \.xlsx nor \.csv"):
        cells_of(tmp_path / "x.ods")
    with pytest.raises(FileError, match="does not exist"):
        cells_of(tmp_path / "none.xlsx")


def test_a_table_without_headings_is_told(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    told = call(capsys, "msel", "import", path, "--into", sample_file(tmp_path))
    assert told.status == 1
    assert "no row holds the headings of a list of injects; it needs at least: " in told.err
