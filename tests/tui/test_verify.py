"""`drillroom verify`: its object, its lines and its status."""

from pathlib import Path

import pytest

from tests.tui.calling import call, scenario_file

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def journal(tmp_path: Path, capsys: Printed) -> Path:
    path = tmp_path / "drill.jsonl"
    assert call(capsys, "run", scenario_file(tmp_path), "--player", "random", "--journal", path).status == 0
    return path


def test_a_journal_that_was_left_alone_is_right(journal: Path, capsys: Printed) -> None:
    told = call(capsys, "verify", journal, "--json")
    lines = len(journal.read_bytes().splitlines())
    assert told.status == 0
    assert {key: told.object[key] for key in ("ok", "entries", "problems")} == {
        "ok": True, "entries": lines, "problems": [],
    }  # fmt: skip
    said = call(capsys, "verify", journal)
    assert said.status == 0
    assert said.out == (
        f"{journal}: whole and unaltered, {lines} entries, and it replays the same; its head is {told.object['head']}\n"
    )


def test_one_changed_digit_is_found_at_its_line(journal: Path, capsys: Printed) -> None:
    lines = journal.read_text().splitlines(keepends=True)
    lines[4] = lines[4].replace('"n":4', '"n":5')
    journal.write_text("".join(lines))
    told = call(capsys, "verify", journal, "--json")
    assert told.status == 1
    assert not told.object["ok"]
    assert told.object["problems"][0]["line"] == 5
    assert call(capsys, "verify", journal).out.startswith(f"{journal}:5: ")


def test_a_journal_cut_off_in_a_line_or_between_two_is_not_whole(journal: Path, capsys: Printed) -> None:
    whole = journal.read_bytes()
    for shorter in (whole[:-1], whole[:-40], whole[: whole[:-1].rindex(b"\n") + 1]):
        journal.write_bytes(shorter)
        assert call(capsys, "verify", journal, "--json").object["ok"] is False


@pytest.mark.parametrize(("content", "status"), [(b"", 1), (b"\xff\x00", 1), (b"not a journal\n", 1), (None, 2)])
def test_what_is_no_journal_is_one_message(tmp_path: Path, capsys: Printed, content: bytes | None, status: int) -> None:
    path = tmp_path / "drill.jsonl"
    if content is not None:
        path.write_bytes(content)
    called = call(capsys, "verify", path)
    assert called.status == status
    assert len((called.out + called.err).splitlines()) == 1
    assert str(path) in called.out + called.err
