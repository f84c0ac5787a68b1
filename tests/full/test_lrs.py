"""A real learning record store, ralph, takes a drill's statements, once and again, and finds each of them valid.

Needs ralph in an environment of its own; `DRILLROOM_RALPH` names the folder of its programs.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reports.xapi.sending import Sent, send
from reports.xapi.statements import statements
from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.errors import WriteError
from simulator.rehearsal.run import run_drill

PROGRAMS = Path(os.environ.get("DRILLROOM_RALPH", "ralph/bin"))
USER, PASSWORD = "drillroom", "a pass: with a colon"
READY = "Application startup complete"
PORT = 8791
SERVE = """
import sys
import uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", host="127.0.0.1", port=int(sys.argv[1]))
"""
"""Ralph with files behind it. As it comes, it would write each file once only, and take no second batch."""

VALIDATE = """
import json, sys
from ralph.models.xapi.base.statements import BaseXapiStatement
for each in json.load(sys.stdin):
    BaseXapiStatement.model_validate(each)
"""


@dataclass(frozen=True, slots=True)
class Store:
    """A running store: its address, and the file in which it keeps statements."""

    url: str
    file: Path


@pytest.fixture(scope="module")
def told() -> list[dict[str, Any]]:
    """The statements of a drill in which half of what the plan expects is done."""
    scenario = scenario_or_raise(find_scenario("mass"))
    finished = run_drill(scenario, 7, "partial")
    return statements(scenario, finished.journal, finished.scorecard, "c0ffee")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that keeps its statements in a folder of its own."""
    folder = tmp_path_factory.mktemp("store")
    environment = {
        **os.environ, "RALPH_APP_DIR": str(folder), "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "kept"), "RALPH_RUNSERVER_BACKEND": "fs",
    }  # fmt: skip
    # It looks for statements of the same ids before it has written any.
    (folder / "kept").mkdir()
    (folder / "kept" / "fs_lrs.jsonl").touch()
    account = ["-A", "trainer", "https://drillroom.example/", "-N", "trainer"]
    enrol = [str(PROGRAMS / "ralph"), "auth", "-u", USER, "-p", PASSWORD, "-s", "all", *account, "-w"]
    subprocess.run(enrol, env=environment, check=True, capture_output=True)
    with subprocess.Popen(
        [str(PROGRAMS / "python"), "-c", SERVE, str(PORT)], env=environment, cwd=folder, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert any(READY in line for line in process.stdout)
        yield Store(f"http://127.0.0.1:{PORT}/xAPI", folder / "kept" / "fs_lrs.jsonl")
        process.terminate()
        process.communicate()


def kept(store: Store) -> list[dict[str, Any]]:
    """All that the store holds."""
    return [json.loads(line) for line in store.file.read_text(encoding="utf-8").splitlines()]


def test_every_statement_is_valid_by_the_stores_own_model(told: list[dict[str, Any]]) -> None:
    assert len(told) > 50
    done = subprocess.run(
        [str(PROGRAMS / "python"), "-c", VALIDATE], input=json.dumps(told), capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_store_takes_the_statements_and_sending_them_again_changes_nothing(
    store: Store, told: list[dict[str, Any]]
) -> None:
    assert send(told, store.url, USER, PASSWORD) == Sent(len(told))
    first = kept(store)
    assert {each["id"] for each in first} == {each["id"] for each in told}
    assert send(told, store.url, USER, PASSWORD, batch=7) == Sent(len(told))
    assert kept(store) == first


def test_a_result_that_differs_from_what_the_store_holds_is_a_conflict(
    store: Store, told: list[dict[str, Any]]
) -> None:
    send(told, store.url, USER, PASSWORD)
    before = kept(store)
    other = {**told[3], "result": {"completion": False}}
    assert send([*told[:3], other, *told[4:]], store.url, USER, PASSWORD) == Sent(len(told) - 1, (other["id"],))
    assert kept(store) == before


def test_a_wrong_password_is_refused_and_not_shown(store: Store, told: list[dict[str, Any]]) -> None:
    with pytest.raises(WriteError) as refused:
        send(told, store.url, USER, "guessed-9041")
    assert str(refused.value) == f"{store.url}/statements does not let this user in (401)"
