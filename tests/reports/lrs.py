"""A small learning record store for tests: as strict as xAPI 1.0.3 about what it takes, and told when to fail."""

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

USER, PASSWORD = "trainer", "a pass: with a colon"
AUTHORIZATION = f"Basic {base64.b64encode(f'{USER}:{PASSWORD}'.encode()).decode()}"


@dataclass
class Shelf:
    """What the store holds, what it was asked, and how it shall fail."""

    url: str = ""
    held: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    failing: list[int] = field(default_factory=list)
    """The statuses of the next answers, instead of the right ones."""
    stamps: bool = False
    """Whether it compares what it stamps on statements itself, as some stores do."""
    moved_to: str = ""
    """Where it leads, instead of answering."""


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    shelf: Shelf

    def do_GET(self) -> None:
        if self.is_refused():
            return
        wanted = parse_qs(urlsplit(self.path).query).get("statementId", [""])[0]
        held = self.shelf.held.get(wanted)
        self.answer(404 if held is None else 200, held)

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if self.is_refused():
            return
        statements = json.loads(content)
        ids = [each["id"] for each in statements]
        if len(set(ids)) < len(ids) or any(nothing(each) for each in statements):
            self.answer(400, {"error": "doubled or empty"})
        elif any(self.shelf.stamps or self.shelf.held[id] != each
                 for id, each in zip(ids, statements, strict=True) if id in self.shelf.held):  # fmt: skip
            self.answer(409, {"error": "differs"})
        else:
            self.shelf.held.update(zip(ids, statements, strict=True))
            self.answer(200, ids)

    def is_refused(self) -> bool:
        """Whether the request has been answered already, for it was not as it must be."""
        shelf, place = self.shelf, urlsplit(self.path).path
        shelf.asked.append(f"{self.command} {place}")
        if shelf.moved_to:
            self.answer(302, None, {"Location": shelf.moved_to})
        elif shelf.failing:
            self.answer(shelf.failing.pop(0), {"error": "as told\x1b[2J"})
        elif self.headers["Authorization"] != AUTHORIZATION:
            self.answer(401, None)
        elif place != "/xapi/statements":
            self.answer(404, None)
        elif (self.headers["X-Experience-API-Version"], self.headers["Content-Type"]) != ("1.0.3", "application/json"):
            self.answer(400, {"error": "version"})
        else:
            return False
        return True

    def answer(self, status: int, content: object, headers: dict[str, str] | None = None) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


def nothing(value: object) -> bool:
    """Whether something is nothing or empty, or holds such, outside of extensions."""
    match value:
        case dict():
            return not value or any(nothing(each) for name, each in value.items() if name != "extensions")
        case list():
            return not value or any(map(nothing, value))
        case _:
            return value is None or value == ""


@contextmanager
def store() -> Iterator[Shelf]:
    """A store on this machine."""
    shelf = Shelf()
    with HTTPServer(("127.0.0.1", 0), type("OfShelf", (Handler,), {"shelf": shelf})) as server:
        shelf.url = f"http://127.0.0.1:{server.server_port}/xapi"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield shelf
        server.shutdown()
        thread.join()
