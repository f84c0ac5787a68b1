"""`drillroom report` writes scorecards and after-action reports beside their journals or where it is told, and loses
nothing.
"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from reports.file import bears, write_report
from reports.schema import schema
from simulator.errors import CallError, DrillroomError, WriteError
from simulator.journal.entry import CLOSING, Entry
from simulator.journal.file import write_all
from simulator.journal.reading import read_journal
from tests.reports.stories import little, little_drill
from tui.commands.report import FORMATS, command


def journal(path: Path, seed: int = 7) -> Path:
    """A journal of the little drill on disk."""
    entries = list(little_drill())
    header = {**entries[0].payload, "seed": seed, "resolved": little().as_json()}
    write_all([Entry(0, 0, None, "header", header), *entries[1:]], path)
    return path


def report(*words: str | Path) -> Result:
    """A call of the command; its own failures as they were raised."""
    return CliRunner().invoke(command, [str(word) for word in words])


def test_the_report_stands_beside_its_journal_and_its_path_is_printed(tmp_path: Path) -> None:
    done = report(journal(tmp_path / "a.jsonl"))
    pages = [tmp_path / "little-7-en.html", tmp_path / "little-7-en-aar.html"]
    assert (done.exit_code, done.stdout.splitlines()) == (0, [str(page) for page in pages])
    assert [page.read_text(encoding="utf-8").startswith("<!doctype html>") for page in pages] == [True, True]


@pytest.mark.parametrize(("kind", "name"), [("scorecard", "little-7-en.html"), ("aar", "little-7-en-aar.html")])
def test_one_of_the_two_alone(tmp_path: Path, kind: str, name: str) -> None:
    assert report(journal(tmp_path / "a.jsonl"), "--kind", kind).stdout == f"{tmp_path / name}\n"


def test_the_scorecard_of_one_seat_tells_of_no_other(tmp_path: Path) -> None:
    done = report(journal(tmp_path / "a.jsonl"), "--seat", "officer", "--format", "json")
    told = json.loads((tmp_path / "little-7-officer.json").read_text(encoding="utf-8"))
    assert (done.exit_code, [trainee["seat"] for trainee in told["trainees"]]) == (0, ["officer"])


def test_a_seat_without_a_trainee_names_those_that_have_one(tmp_path: Path) -> None:
    failure = report(journal(tmp_path / "a.jsonl"), "--seat", "commander").exception
    assert isinstance(failure, CallError)
    assert str(failure) == f"{tmp_path / 'a.jsonl'}: no trainee sat in 'commander'"
    assert str(failure.remedy) == "it can be: ['lead', 'officer']"


def test_an_after_action_report_is_of_no_single_seat(tmp_path: Path) -> None:
    failure = report(journal(tmp_path / "a.jsonl"), "--seat", "lead", "--kind", "aar").exception
    assert isinstance(failure, CallError)
    assert list(tmp_path.glob("*.html")) == []


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "html"])
def test_every_format_is_written_and_bears_the_journals_head(tmp_path: Path, form: str) -> None:
    path = journal(tmp_path / "a.jsonl")
    done = report(path, "--kind", "scorecard", "--format", form, "--out", tmp_path / "out")
    written = [Path(line) for line in done.stdout.splitlines()]
    assert (done.exit_code, {file.suffix for file in written}) == (0, {".json" if form == "xapi" else f".{form}"})
    assert [file for file in written if not bears(file, read_journal(path).head)] == []


def test_the_json_is_as_its_schema_says(tmp_path: Path) -> None:
    assert report(journal(tmp_path / "a.jsonl"), "--format", "json").exit_code == 0
    told = json.loads((tmp_path / "little-7.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema()).iter_errors(told)] == []
    assert (told["exercise"], told["aar"]["what_if"]["exact"]) == ("EXERCISE / 演练", False)


def test_the_schema_is_printed() -> None:
    done = report("--schema")
    assert (done.exit_code, json.loads(done.stdout)) == (0, schema())


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    done = report(journal(tmp_path / "a.jsonl"), "--out", tmp_path / "b" / "c")
    written = sorted(path.name for path in (tmp_path / "b" / "c").iterdir())
    assert (done.exit_code, written) == (0, ["little-7-en-aar.html", "little-7-en.html"])


def test_two_journals_of_one_name_make_two_reports_and_a_second_call_makes_no_third(tmp_path: Path) -> None:
    one = journal(tmp_path / "a.jsonl")
    cut = [entry for entry in little_drill() if entry.kind != CLOSING]
    two = tmp_path / "b.jsonl"
    write_all([Entry(0, 0, None, "header", {**cut[0].payload, "resolved": little().as_json()}), *cut[1:]], two)
    for _ in range(2):
        assert report(one, two, "--kind", "scorecard").exit_code == 0
    assert sorted(path.name for path in tmp_path.glob("*.html")) == ["little-7-en-2.html", "little-7-en.html"]


def test_an_altered_journal_is_named_and_left_out(tmp_path: Path) -> None:
    whole, altered = journal(tmp_path / "a.jsonl"), journal(tmp_path / "b.jsonl", seed=8)
    altered.write_bytes(altered.read_bytes().replace(b'"people":80', b'"people":86', 1))
    done = report(whole, altered, "--kind", "scorecard")
    assert done.exit_code == 1
    assert (done.stdout, f"left out: {altered}:" in done.stderr) == (f"{tmp_path / 'little-7-en.html'}\n", True)


def test_a_torn_journal_alone_is_an_error_that_names_it(tmp_path: Path) -> None:
    torn = journal(tmp_path / "a.jsonl")
    torn.write_bytes(torn.read_bytes()[:-5])
    done = report(torn)
    assert isinstance(done.exception, DrillroomError)
    assert (done.exception.status, str(done.exception).startswith(f"{torn}:")) == (1, True)
    assert list(tmp_path.glob("*.html")) == []


def test_where_no_journal_can_be_reported_the_status_is_one(tmp_path: Path) -> None:
    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for path in paths:
        path.write_text("not a journal\n", encoding="utf-8")
    failure = report(*paths).exception
    assert isinstance(failure, DrillroomError)
    assert failure.status == 1


def test_a_missing_journal_among_others_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    done = report(journal(tmp_path / "a.jsonl"), tmp_path / "none.jsonl", "--kind", "scorecard")
    assert (done.exit_code, len(list(tmp_path.glob("*.html")))) == (2, 1)


def test_entries_that_do_not_fit_their_scenario_are_told(tmp_path: Path) -> None:
    entries = list(little_drill())
    header = {**entries[0].payload, "resolved": little().as_json()}
    odd = Entry(1, 60, None, "inject.delivered", {"inject": "none", "to": ["lead"], "tells": {}, "numbers": {}})
    write_all([Entry(0, 0, None, "header", header), odd], tmp_path / "a.jsonl")
    failure = report(tmp_path / "a.jsonl").exception
    assert str(failure) == f"{tmp_path / 'a.jsonl'}: its entries do not fit the scenario in its header"


def test_a_format_that_there_is_not_names_those_that_there_are(tmp_path: Path) -> None:
    done = report(journal(tmp_path / "a.jsonl"), "--format", "odt")
    assert (done.exit_code, "'html'" in done.stderr) == (2, True)


def test_a_folder_that_takes_no_report_is_told(tmp_path: Path) -> None:
    whole = journal(tmp_path / "a.jsonl")
    failure = report(whole, "--out", whole).exception
    assert isinstance(failure, WriteError)
    assert str(failure) == f"{whole} is a file, not a folder"


def test_no_other_file_is_written_over_and_none_is_left_half_written(tmp_path: Path) -> None:
    mine = tmp_path / "name.html"
    mine.write_text("something of mine", encoding="utf-8")
    assert write_report(tmp_path, "name", ".html", "report of abc", "abc") == tmp_path / "name-2.html"
    with pytest.raises(UnicodeEncodeError):
        write_report(tmp_path, "name", ".html", "abc \ud800", "abc")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["name-2.html", "name.html"]
    assert (mine.read_text(encoding="utf-8"), (tmp_path / "name-2.html").read_text(encoding="utf-8")) == (
        "something of mine",
        "report of abc",
    )
