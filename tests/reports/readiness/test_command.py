"""`drillroom readiness` from journals to a report, on a small scenario."""

import json
from datetime import date
from pathlib import Path

import pytest

from reports.readiness.asking import lines_of
from reports.records.roster import read_roster
from reports.records.rows import Filter
from reports.records.store import open_records
from simulator.language.translator import translator_for
from tests.players.sample import morning
from tests.reports.readiness.making import make
from tests.tui.calling import call

DRILLS = 8


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Records of eight drills of four invented people."""
    folder = tmp_path_factory.mktemp("records")
    url = f"sqlite:///{folder / 'records.sqlite'}"
    with open_records(url) as kept:
        for journal in make(folder, DRILLS, [morning()]):
            kept.keep(journal)
        kept.enrol(read_roster(folder / "roster.csv"))
    return url


def test_the_short_text_stands_on_standard_output(records: str, capsys: pytest.CaptureFixture[str]) -> None:
    done = call(capsys, "readiness", "--db", records)
    first = done.out.splitlines()[:2]
    assert (done.status, first) == (
        0, ["EXERCISE. Readiness: All departments", "2026-01-05 to 2026-11-01; 8 drills, 4 people"],
    )  # fmt: skip


def test_names_are_shown_only_where_they_are_asked_for(records: str, capsys: pytest.CaptureFixture[str]) -> None:
    anonymous = call(capsys, "readiness", "--db", records, "--json", "--no-bots")
    named = call(capsys, "readiness", "--db", records, "--json", "--no-bots", "--named")
    assert ("Trainee" in anonymous.out, "Heron" in anonymous.out) == (False, True)
    assert "Trainee" in named.out


def test_a_person_asked_for_by_name_is_still_shown_by_pseudonym(
    records: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = call(capsys, "readiness", "--db", records, "--person", "Heron 002")
    assert (asked.status, asked.out.splitlines()[0]) == (0, "EXERCISE. Readiness: Heron 002")


def test_a_group_and_a_period_narrow_it_down(records: str, capsys: pytest.CaptureFixture[str]) -> None:
    narrowed = ["--group", "Duty office", "--since", "2026-02-01", "--until", "2026-10-01"]
    told = call(capsys, "readiness", "--db", records, *narrowed, "--json", "--no-bots").object
    days = [told["first"], told["last"]]
    assert {person["department"] for person in told["people"]} <= {"Duty office"}
    assert told["drills"] < DRILLS
    assert all(day == "" or "2026-02-01" <= day <= "2026-10-01" for day in days)


def test_a_report_is_written_where_it_is_told_and_compares_with_the_bots(
    records: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    done = call(capsys, "readiness", "--db", records, "--out", tmp_path / "out")
    (written,) = (tmp_path / "out").iterdir()
    assert (done.status, done.out.splitlines()[-1]) == (0, str(written))
    text = written.read_text(encoding="utf-8")
    assert '<table id="bots">' in text
    assert "Trainee 00" not in text


def test_an_unknown_department_is_one_clear_error(records: str, capsys: pytest.CaptureFixture[str]) -> None:
    done = call(capsys, "readiness", "--db", records, "--group", "Nowhere")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("error: nobody in the records is in the department 'Nowhere'; there are: ")


def test_a_day_that_is_none_is_one_clear_error(records: str, capsys: pytest.CaptureFixture[str]) -> None:
    done = call(capsys, "readiness", "--db", records, "--since", "spring")
    assert (done.status, done.err) == (2, "error: 'spring' is not a day; write it as 2026-03-31\n")


def test_records_without_a_drill_say_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    done = call(capsys, "readiness", "--db", f"sqlite:///{tmp_path / 'none.sqlite'}")
    assert (done.status, "no scored drill is in the records" in done.out) == (0, True)


def test_as_json_the_report_holds_what_the_call_prints(
    records: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    printed = call(capsys, "readiness", "--db", records, "--json", "--no-bots").object
    call(capsys, "readiness", "--db", records, "--no-bots", "--format", "json", "--out", tmp_path)
    (written,) = tmp_path.iterdir()
    assert json.loads(written.read_text(encoding="utf-8")) == {"exercise": "EXERCISE"} | printed


def test_the_lobby_gets_the_same_text_as_the_command_prints(records: str) -> None:
    with open_records(records) as kept:
        lines = lines_of(kept, Filter(department="Duty office"), date(2026, 11, 23), translator_for("en"))
    assert lines[0] == "EXERCISE. Readiness: Duty office"
