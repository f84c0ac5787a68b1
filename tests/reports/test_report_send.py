"""`drillroom report --format xapi --send`: statements reach the store that is named, and a bad call sends nothing."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from reports.xapi.sending import PASSWORD
from simulator.errors import CallError
from tests.reports.test_report_command import journal, report


class Shelf(HTTPServer):
    """A store that keeps what it is handed."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Desk)
        self.kept: list[dict[str, Any]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/xapi"


class Desk(BaseHTTPRequestHandler):
    server: Shelf

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.kept += json.loads(content)
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *words: object) -> None:
        """Keep quiet."""


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with Shelf() as store:
        thread = Thread(target=store.serve_forever)
        thread.start()
        yield store
        store.shutdown()
        thread.join()


def test_the_store_is_handed_what_the_file_holds(tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD, "secret")
    done = report(journal(tmp_path / "a.jsonl"), "--format", "xapi", "--send", shelf.url, "--user", "trainer")
    written = json.loads((tmp_path / "little-7-xapi.json").read_text(encoding="utf-8"))
    assert (done.exit_code, shelf.kept) == (0, written)
    assert f"{shelf.url}: {len(written)} statements are there now" in done.stderr
    assert "secret" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--format", "html", "--user", "trainer"], "--send hands over statements"),
        (["--format", "xapi"], "a store lets nobody in without a name"),
        (["--format", "xapi", "--user", "trainer"], "the password of the store is missing"),
    ],
)
def test_a_call_that_lacks_something_writes_and_sends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], says: str
) -> None:
    monkeypatch.delenv(PASSWORD, raising=False)
    failure = report(journal(tmp_path / "a.jsonl"), "--send", "https://lrs.example/xapi", *words).exception
    assert isinstance(failure, CallError)
    assert (str(failure), [path.name for path in tmp_path.iterdir()]) == (says, ["a.jsonl"])
