"""What stands in no file of the project, and what documents and scripts agree on."""

import re
import tomllib

from tests.house.files import PACKAGES, ROOT, project_files, shown

# Written in pieces, so that this file does not hold what it looks for.
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|root|home/\w+|tmp|Users)/\w|[A-Z]:\\" + "Users")
HOST = re.compile("py" + r"pi\.(?:org|python)|python" + r"hosted\.|index-" + r"url|npm" + r"js\.|/sim" + "ple/")
PUT_OFF = re.compile(r"\b(?:TO" + "DO|FIX" + "ME|XX" + r"X)\b|pytest\.mark\.(?:skip|x" + r"fail)|pytest\.skip")
TEXTS = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".json", ".jsonl", ".po", ".css", ".tcss", ".j2", ""}


def lines_with(pattern: re.Pattern[str], *tops: str) -> list[str]:
    return [
        f"{shown(file)}:{number}"
        for file in project_files(*tops)
        if file.suffix in TEXTS
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_no_file_names_a_registrys_host() -> None:
    assert lines_with(HOST) == []


def test_nothing_is_put_off_or_passed_over() -> None:
    assert lines_with(PUT_OFF, *PACKAGES, "tests") == []


def test_the_readmes_test_command_is_what_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [line for line in readme.splitlines() if line.endswith("python -m tests")]
    assert commands[0] == (
        "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e '.[test]' && .venv/bin/python -m tests"
    )
    assert commands[0] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_constraints_hold_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9a-z.]*", line)] == []


def test_every_dependency_has_a_tested_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    tested = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    names = [re.split(r"[<>=\[;]", each)[0].lower() for each in wanted]
    assert [name for name in names if f"{name}==" not in tested] == []
