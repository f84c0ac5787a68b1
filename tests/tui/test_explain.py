"""`explain`, and `check` as GitHub Actions reads it."""

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from simulator.authoring.codes import CODES
from simulator.errors import CallError
from simulator.language.translator import Translator
from tests.authoring.sample import sample_file
from tui.commands.check import command as check
from tui.commands.explain import command as explain
from tui.session import Session

BROKEN = ("base: bureau", "base: burau")


def called(command: click.Command, *words: str, language: str = "en") -> Any:
    return CliRunner().invoke(command, list(words), obj=Session(Translator(language)))


def test_a_code_is_explained_with_a_wrong_and_a_right_example() -> None:
    assert called(explain, "E400").stdout.split("\n") == [
        "error[E400]: a reference to nothing",
        "",
        "Something is referred to that is declared nowhere.",
        "",
        "A wrong example:",
        "    base: burau",
        "",
        "What check says of it:",
        "    there is no place 'burau'",
        "    did you mean 'bureau'? there are: hall, bureau",
        "",
        "A right example:",
        "    base: bureau",
        "",
    ]


def test_a_code_is_explained_in_chinese() -> None:
    assert "引用了没有声明的东西。" in called(explain, "e400", language="zh").stdout


def test_a_letter_for_a_nought_is_understood() -> None:
    assert called(explain, "w5O6").stdout.startswith("warning[W506]: ")


def test_signs_that_could_steer_a_terminal_are_written_out() -> None:
    shown = called(explain, "E102").stdout
    assert "\\x07" in shown
    assert "\x07" not in shown


def test_an_example_that_is_long_is_shown_in_part() -> None:
    assert len(called(explain, "E100").stdout.split("\n")) < 24


def test_without_a_code_all_are_listed() -> None:
    lines = called(explain).stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(CODES)


def test_a_code_as_json_has_the_keys_that_docs_name() -> None:
    found = json.loads(called(explain, "W508", "--json").stdout)
    assert list(found) == ["code", "severity", "title", "means", "wrong", "right"]
    assert (found["code"], found["severity"]) == ("W508", "hint")


def test_a_code_that_does_not_exist_is_answered_with_the_nearest() -> None:
    with pytest.raises(CallError) as raised:
        explain.callback("E499", False)  # type: ignore[misc]
    assert raised.value.status == 2
    assert str(raised.value.remedy).startswith("did you mean 'E4")


def test_annotations_name_file_line_column_and_code(tmp_path: Path) -> None:
    path = sample_file(tmp_path, BROKEN)
    result = called(check, str(path), "--github")
    assert result.exit_code == 1
    assert result.stdout == (
        f"::error file={path},line=21,col=11,endColumn=15,title=E400::there is no place 'burau'"
        "%0Adid you mean 'bureau'? there are: hall, bureau\n"
    )


def test_signs_with_a_meaning_to_github_are_written_as_it_wants_them(tmp_path: Path) -> None:
    folder = tmp_path / "50%, a:b"
    folder.mkdir()
    result = called(check, str(sample_file(folder, BROKEN)), "--github")
    assert f"file={tmp_path}/50%25%2C a%3Ab/scenario.yaml,line=21" in result.stdout


def test_in_a_github_workflow_annotations_come_beside_what_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    result = called(check, str(sample_file(tmp_path, BROKEN)), "--json")
    assert json.loads(result.stdout)["ok"] is False
    assert result.stderr.startswith("::error file=")
