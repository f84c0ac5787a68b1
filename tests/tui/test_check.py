"""The commands `check` and `scenarios`: what they print, and with which status they end."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from simulator.errors import FileError
from simulator.language.translator import Translator
from tests.authoring.sample import sample_yaml
from tui.commands.check import command as check
from tui.commands.scenarios import command as scenarios
from tui.session import Session

WITHOUT_PLAYING = ("playthroughs:\n  by_the_book: {player: by-the-book, expect: [overall > 50, rating != U]}\n", "")
BROKEN = (WITHOUT_PLAYING, ("base: bureau", "base: burau"))
FAILING = ("overall > 50, rating != U", "overall > 100")


def called(command: click.Command, *words: str, language: str = "en") -> Any:
    return CliRunner().invoke(command, list(words), obj=Session(Translator(language)))


def written(folder: Path, *changes: tuple[str, str]) -> str:
    path = folder / "scenario.yaml"
    path.write_text(sample_yaml(*changes), encoding="utf-8")
    return str(path)


def test_a_scenario_without_a_fault_ends_well_and_prints_no_finding(tmp_path: Path) -> None:
    result = called(check, written(tmp_path, WITHOUT_PLAYING))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("scenario.yaml: nothing to mend\n")


def test_a_fault_is_printed_with_its_line_and_ends_with_one(tmp_path: Path) -> None:
    path = written(tmp_path, *BROKEN)
    result = called(check, path)
    assert result.exit_code == 1
    assert result.stdout.split("\n")[:4] == [
        "error[E400]: there is no place 'burau'",
        f"  --> {path}:21:11",
        "   |",
        "21 |     base: burau",
    ]


def test_a_fault_as_json_has_the_public_keys(tmp_path: Path) -> None:
    path = written(tmp_path, *BROKEN)
    result = called(check, path, "--json")
    assert json.loads(result.stdout) == {
        "ok": False,
        "findings": [
            {
                "code": "E400",
                "severity": "error",
                "file": path,
                "line": 21,
                "column": 11,
                "message": "there is no place 'burau'",
                "help": "did you mean 'bureau'? there are: hall, bureau",
            }
        ],
    }


def test_a_warning_ends_well(tmp_path: Path) -> None:
    path = written(tmp_path, WITHOUT_PLAYING, ("staff: reception", "staff: arabic"))
    result = called(check, path, "--json")
    assert (result.exit_code, json.loads(result.stdout)["ok"]) == (0, True)


def test_several_files_are_checked_in_one_call(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        written(tmp_path / name, *BROKEN)
    result = called(check, str(tmp_path / "one"), str(tmp_path / "two"), "--json")
    files = [Path(each["file"]).parent.name for each in json.loads(result.stdout)["findings"]]
    assert files == ["one", "two"]


def test_a_playthrough_that_comes_out_otherwise_is_told_at_its_line(tmp_path: Path) -> None:
    result = called(check, written(tmp_path, FAILING), "--json")
    found = [(each["code"], each["line"], each["column"]) for each in json.loads(result.stdout)["findings"]]
    line = sample_yaml(FAILING).split("\n").index("  by_the_book: {player: by-the-book, expect: [overall > 100]}") + 1
    assert found == [("E490", line, 47)]
    assert result.exit_code == 1


def test_a_draft_is_not_played(tmp_path: Path) -> None:
    assert called(check, written(tmp_path, FAILING), "--profile", "draft").exit_code == 0


def test_a_missing_file_is_raised_for_the_command_line_to_tell(tmp_path: Path) -> None:
    result = called(check, str(tmp_path / "none.yaml"))
    assert isinstance(result.exception, FileError)
    assert result.exception.status == 2


def test_checking_loads_neither_screen_nor_figures_nor_simulation(tmp_path: Path) -> None:
    path = written(tmp_path, *BROKEN)
    program = (
        "import sys; from click.testing import CliRunner; from tui.commands.check import command;"
        f"CliRunner().invoke(command, [{path!r}]);"
        "print([name for name in ('textual', 'matplotlib', 'simpy', 'faker') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture(name="listed")
def _listed() -> list[dict[str, Any]]:
    result = called(scenarios, "--json")
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_scenarios_are_listed_with_the_public_keys(listed: list[dict[str, Any]]) -> None:
    keys = ["id", "type", "title", "length", "seats", "clauses", "path"]
    assert [list(each) for each in listed] == [keys] * len(listed)


def test_the_shipped_mass_petition_is_listed_with_its_clauses(listed: list[dict[str, Any]]) -> None:
    mass = next(each for each in listed if each["id"] == "mass")
    assert (mass["type"], Path(mass["path"]).parts[-2:]) == ("mass", ("mass", "scenario.yaml"))
    assert {"W1", "W2", "W3", "O1", "M1", "M2", "M3", "M4"} <= set(mass["clauses"])
    assert mass["clauses"] == sorted(mass["clauses"])
    assert list(mass["title"]) == ["en", "zh"]
