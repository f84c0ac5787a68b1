"""`drillroom rehearse`: its object, its tables, its files and its status."""

import json
from pathlib import Path

import pytest

from simulator.rehearsal.exam.crew import Alone
from tests.tui.calling import call, scenario_file

Printed = pytest.CaptureFixture[str]

FEW = ("--runs", "8", "--players", "by-the-book,silent", "--workers", "1")


def test_the_object_has_the_keys_of_the_interface(tmp_path: Path, capsys: Printed) -> None:
    told = call(capsys, "rehearse", scenario_file(tmp_path), *FEW, "--json")
    found = told.object
    assert told.status == 0
    assert (found["runs"], found["scenario"]) == (8, "morning")
    assert found["players"]["silent"]["overall"] == {"mean": 0, "p10": 0, "p50": 0, "p90": 0}
    assert found["players"]["by-the-book"]["overall"]["p10"] > 90
    assert found["separation"] == [{"better": "by-the-book", "worse": "silent", "auc": 1.0, "clear": True}]
    assert {"injects", "options", "orders", "stages", "expectations"} <= found["coverage"].keys()
    assert {"path", "why"} == found["never"][0].keys()
    assert found["runs_per_second"] > 0


def test_the_same_call_tells_the_same_but_for_the_speed(tmp_path: Path, capsys: Printed) -> None:
    path = scenario_file(tmp_path)
    one, other = (call(capsys, "rehearse", path, *FEW, "--json").object for _ in range(2))
    assert {key for key in one if one[key] != other[key]} <= {"runs_per_second"}
    another = call(capsys, "rehearse", path, *FEW, "--seed", "2", "--json").object
    assert another["seed"] == 2


def test_the_tables_open_with_the_exercise(tmp_path: Path, capsys: Printed) -> None:
    told = call(capsys, "rehearse", scenario_file(tmp_path), *FEW)
    assert told.out.splitlines()[0] == "== EXERCISE – Rehearsal: A morning at the hall"
    assert "by-the-book  silent  1.00  shows" in told.out
    assert "Drills: 8 of 8, 0 s left" in told.err


def test_in_chinese_the_mark_is_chinese(tmp_path: Path, capsys: Printed) -> None:
    told = call(capsys, "rehearse", scenario_file(tmp_path), *FEW, "--lang", "zh")
    assert told.out.splitlines()[0].startswith("== 演练 – ")


def test_the_search_is_made_where_it_is_asked_for(tmp_path: Path, capsys: Printed) -> None:
    path = scenario_file(tmp_path)
    assert "exploits" not in call(capsys, "rehearse", path, *FEW, "--json").object
    told = call(capsys, "rehearse", path, *FEW, "--exploits", "--budget", "16", "--json")
    assert told.status == 0
    assert told.object["exploits"]["holds"]
    assert told.object["exploits"]["lawful"][0]["rating"] == "P"


@pytest.mark.parametrize(("form", "names"), [
    ("svg", ["-expectations.svg", "-players.svg"]), ("html", [".html"]), ("json", [".json"]),
])  # fmt: skip
def test_the_whole_report_is_written(tmp_path: Path, capsys: Printed, form: str, names: list[str]) -> None:
    into = tmp_path / "reports"
    told = call(capsys, "rehearse", scenario_file(tmp_path), *FEW, "--out", into, "--format", form)
    assert told.status == 0
    assert sorted(path.name for path in into.iterdir()) == [f"rehearsal-morning-1-en{name}" for name in names]
    if form == "json":
        assert json.loads((into / "rehearsal-morning-1-en.json").read_text())["exercise"] == "EXERCISE"


def test_who_cannot_play_is_named(tmp_path: Path, capsys: Printed) -> None:
    told = call(capsys, "rehearse", scenario_file(tmp_path), "--players", "by-the-bok")
    assert told.status == 2
    assert "there is no bot 'by-the-bok'; did you mean 'by-the-book'?" in told.err


def test_what_is_broken_off_tells_what_was_counted(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(self: Alone, task: object, text: str, items: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(Alone, "each", interrupted)
    told = call(capsys, "rehearse", scenario_file(tmp_path), *FEW, "--json")
    assert told.status == 130
    assert told.object["runs"] == 0
    assert "broken off after 0 of 8 drills" in told.err
