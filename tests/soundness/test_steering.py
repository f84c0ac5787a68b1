"""What anybody wrote into a scenario, a name or a call is text wherever it comes out: it steers no terminal, runs in
no spreadsheet and breaks out of no page.
"""

import csv
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from reports.formats import csv as tables
from reports.records import cells
from simulator.engine.drill import Drill
from simulator.journal.entry import Entry
from simulator.journal.file import write_all
from simulator.language.translator import translator_for
from simulator.room.opening import Wishes, open_room
from simulator.scenario.scenario import Scenario
from tests.players.sample import morning
from tests.room.rooms import Clock
from tests.soundness.steering import ESCAPES, FORMULAS, MARKUP, spiked, spiked_file, steering_signs
from tests.soundness.worlds import grounds
from tests.tui.screen import Stage
from tui.app import DrillroomApp
from tui.main import drillroom
from tui.presentation.steering import harmless
from tui.settings import Preferences

TYPED = f"plan\ninbox\nnote x{ESCAPES}y\nopen 1\nsituation\nnext\n1\nnext\nhelp\n{ESCAPES}\nlog\nend\n"


def call(*words: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(drillroom, [str(word) for word in words], input=typed)


def play(folder: Path, before: str, name: str) -> tuple[Result, Path]:
    """A drill of the spiked scenario in lines, and its journal."""
    journal = folder / "drill.jsonl"
    words = ("--seat", "petition_lead", "--name", name, "--seed", "7", "--journal", journal)
    return call("play", spiked_file(folder, before), "--plain", *words, typed=TYPED), journal


def test_what_steers_is_written_out_and_json_reads_it_back() -> None:
    assert harmless("a\x1b[2J\u202e\x9b大\tb\n") == "a\\u001b[2J\\u202e\\u009b大\tb\n"
    assert json.loads(harmless(json.dumps(ESCAPES, ensure_ascii=False))) == ESCAPES


def test_no_command_prints_what_would_steer_a_terminal(tmp_path: Path) -> None:
    played, journal = play(tmp_path, ESCAPES, f"{ESCAPES}Lin")
    file = tmp_path / "scenario.yaml"
    answers = [
        played, call("check", file), call("check", file, "--json"), call("run", file, "--seed", "1", "--json"),
        call("score", journal), call("score", journal, "--json"), call("verify", journal), call("whatif", journal),
        call("records", "add", journal), call("records", "list"), call("play", ESCAPES), call(ESCAPES),
        call("verify", tmp_path / ESCAPES), call("score", journal, "--scenario", ESCAPES),
    ]  # fmt: skip
    assert [steering_signs(each.stdout + each.stderr) for each in answers] == [[]] * len(answers)
    assert [each.exit_code for each in answers] == [0] * 10 + [2] * 4


def test_a_wrong_scenario_does_not_steer_the_terminal_in_its_error(tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(json.dumps({**spiked(""), "plan": ESCAPES, "seats": [ESCAPES], ESCAPES: ESCAPES}), encoding="utf-8")
    for words in (("run", file), ("check", file), ("check", file, "--json"), ("play", file, "--plain")):
        answer = call(*words)
        assert (answer.exit_code, steering_signs(answer.stdout + answer.stderr)) == (1, [])


def test_a_forged_journal_does_not_steer_the_terminal_in_its_notices(tmp_path: Path) -> None:
    first, *rest = Drill(morning(), 1).journal
    forged = {**first.payload, "engine": ESCAPES, "scenario": ESCAPES, "mode": ESCAPES, "language": ESCAPES}
    write_all([Entry(0, 0, None, first.kind, forged), *rest], tmp_path / "forged.jsonl")
    for words in (("verify",), ("verify", "--json"), ("score",), ("report",), ("whatif",)):
        answer = call(words[0], tmp_path / "forged.jsonl", *words[1:])
        assert steering_signs(answer.stdout + answer.stderr) == []


async def test_no_screen_shows_what_would_steer_a_terminal(tmp_path: Path) -> None:
    scenario = Scenario.model_validate({**spiked(ESCAPES), **grounds()})
    clock = Clock()
    opened = open_room(scenario, Wishes("petition_lead", f"{ESCAPES}Lin", 7), tmp_path / "drill.jsonl", clock, None)
    preferences = Preferences(tmp_path / "settings.json", {})
    app = DrillroomApp(opened, "petition_lead", translator_for("en"), beats=None, clock=clock, preferences=preferences)
    async with app.run_test(size=(120, 40)) as pilot:
        stage = Stage(app, pilot, clock)
        seen = [*stage.lines]
        await stage.press("enter")
        for _ in range(4):
            await stage.pass_seconds(10)
            seen += stage.lines
        await stage.press("escape")
        seen += stage.lines
    opened.file.close()
    assert any("LIVE" in line for line in seen)
    assert steering_signs("\n".join(seen)) == []


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every report of a drill in which names and texts begin like formulas and hold markup."""
    folder = tmp_path_factory.mktemp("papers")
    _, journal = play(folder, f"{FORMULAS[0]}{MARKUP}", f"{FORMULAS[3]}{MARKUP}")
    for form in ("html", "csv", "docx", "xlsx", "pdf", "md"):
        assert call("report", journal, "--format", form, "--out", folder / form).exit_code == 0
    assert call("pack", folder / "scenario.yaml", "--out", folder / "html").exit_code == 0
    assert call("msel", "export", folder / "scenario.yaml", folder / "xlsx" / "msel.xlsx").exit_code == 0
    assert call("msel", "export", folder / "scenario.yaml", folder / "csv" / "msel.csv").exit_code == 0
    return folder


def test_no_cell_of_a_workbook_is_a_formula(papers: Path) -> None:
    books = [openpyxl.load_workbook(path) for path in sorted((papers / "xlsx").glob("*.xlsx"))]
    cells = [cell for book in books for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or _leads_out(cell)] == []


def _leads_out(cell: Any) -> bool:
    """Whether a cell links to anything but another sheet of its own workbook."""
    return cell.hyperlink is not None and cell.hyperlink.target is not None


def test_no_cell_of_a_table_file_begins_like_a_formula(papers: Path) -> None:
    rows = [
        row
        for path in sorted((papers / "csv").glob("*.csv"))
        for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True))
    ]
    assert any("HYPERLINK" in cell for row in rows for cell in row)
    begins = [cell for row in rows for cell in row if cell[:1] in tuple("=+@\t\r＝＋＠")]
    assert [cell for cell in begins if not re.fullmatch(r"\+?[\d.]+", cell)] == []


@pytest.mark.parametrize("text", FORMULAS)
def test_every_way_to_begin_a_formula_is_guarded(text: str) -> None:
    assert tables.harmless(text) == cells.harmless(text) == f"'{text}"
    assert cells.as_meant(cells.harmless(text)) == text


def test_no_page_has_markup_of_an_authors_making(papers: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in sorted((papers / "html").glob("*.html"))]
    assert all("alert(1)" in page for page in pages)
    assert [page for page in pages if re.search(r"<script>alert|<img src=x|onerror=alert\(1\)>(?!&)", page)] == []


def test_no_document_holds_a_program_or_a_link_out(papers: Path) -> None:
    for path in (papers / "docx").glob("*.docx"):
        with zipfile.ZipFile(path) as document:
            names, links = document.namelist(), [name for name in document.namelist() if name.endswith(".rels")]
            assert [name for name in names if "vba" in name.lower() or "embeddings" in name] == []
            assert [name for name in links if b"example.invalid" in document.read(name)] == []
    for path in (papers / "pdf").glob("*.pdf"):
        data = path.read_bytes()
        assert [word for word in (b"/JavaScript", b"/Launch", b"example.invalid)/S/URI") if word in data] == []


def test_no_markdown_holds_markup(papers: Path) -> None:
    for path in (papers / "md").glob("*.md"):
        assert not re.search(r"(?<!\\)<(script|img)", path.read_text(encoding="utf-8"))
