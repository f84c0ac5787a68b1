"""`drillroom whatif`: its object, its lines and its status."""

from pathlib import Path

import pytest

from tests.tui.calling import call, scenario_file

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def journal(tmp_path: Path, capsys: Printed) -> Path:
    path = tmp_path / "drill.jsonl"
    assert (
        call(capsys, "run", scenario_file(tmp_path), "--player", "late", "--seed", "1", "--journal", path).status == 0
    )
    return path


def test_the_object_has_every_finding_with_its_figures(journal: Path, capsys: Printed) -> None:
    told = call(capsys, "whatif", journal, "--json")
    scored = call(capsys, "score", journal, "--json").object
    assert told.status == 0
    assert (told.object["exact"], told.object["difference"]) == (True, None)
    overall = {trainee["seat"]: trainee["overall"] for trainee in scored["trainees"]}
    faulty = [
        (each["id"], trainee["overall"])
        for trainee in scored["trainees"]
        for each in trainee["expectations"]
        if each["status"] in ("missed", "late", "wrong")
    ]
    found = told.object["findings"]
    assert sorted((each["expectation"], each["overall"]["was"]) for each in found) == sorted(faulty)
    assert [each["overall"]["was"] for each in found] == [overall[each["seat"]] for each in found]
    assert [each["effect"] for each in found] == sorted((each["effect"] for each in found), reverse=True)
    for each in found:
        assert {"put_right", "overall", "world", "avoided", "void"} <= each.keys()
        assert all(measure.keys() == {"was", "would"} for measure in each["world"].values())


def test_the_lines_open_with_the_exercise_and_what_an_effect_is(journal: Path, capsys: Printed) -> None:
    lines = call(capsys, "whatif", journal).out.splitlines()
    assert lines[0] == "EXERCISE · A morning at the hall"
    assert lines[1].startswith("Each effect is what this one act would have changed")
    assert lines[3].startswith("1. ")


def test_the_same_journal_tells_the_same_bytes(journal: Path, capsys: Printed) -> None:
    assert call(capsys, "whatif", journal, "--json").out == call(capsys, "whatif", journal, "--json").out


def test_a_torn_altered_or_unfinished_journal_is_one_message(journal: Path, capsys: Printed) -> None:
    whole = journal.read_bytes()
    lines = whole.splitlines(keepends=True)
    faults = (whole[:-20], whole.replace(b'"n":4,', b'"n":5,', 1), b"".join(lines[:-9]), b"")
    for fault in faults:
        journal.write_bytes(fault)
        called = call(capsys, "whatif", journal)
        assert called.status == 1
        assert called.out == ""
        assert len(called.err.splitlines()) == 1
        assert str(journal) in called.err


def test_a_missing_journal_cannot_be_opened(tmp_path: Path, capsys: Printed) -> None:
    assert call(capsys, "whatif", tmp_path / "none.jsonl").status == 2
