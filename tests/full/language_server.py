"""A language server over standard input and output, spoken to as an editor speaks to it (LSP 3.17)."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

SETTINGS = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}


class LanguageServer:
    """One server over the files of one folder."""

    def __init__(self, call: Sequence[str], folder: Path) -> None:
        self._process = subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._asked = 0
        self._folder = folder
        self._faults: dict[str, list[str]] = {}

    def __enter__(self) -> Self:
        uri = self._folder.as_uri()
        wants = {"workspace": {"configuration": True}, "textDocument": {"completion": {}}}
        self._ask("initialize", {"processId": None, "rootUri": uri, "capabilities": wants,
                                 "workspaceFolders": [{"uri": uri, "name": "scenarios"}]})  # fmt: skip
        self._tell("initialized", {})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def faults(self, name: str, text: str) -> list[str]:
        """What it finds wrong in a text, as `line: message`."""
        uri = self._open(name, text)
        while uri not in self._faults:
            self._take(self._next())
        return self._faults[uri]

    def completions(self, name: str, text: str) -> list[str]:
        """What it offers where `¦` stands in a text."""
        before, after = text.split("¦")
        uri = self._open(name, before + after)
        at = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        found = self._ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": at})
        return [each["label"] for each in found["items"]]

    def hover(self, name: str, text: str, word: str) -> str:
        """What it says of a word of a text, where it first stands."""
        uri = self._open(name, text)
        before = text[: text.index(word)]
        at = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        said: str = self._ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at})["contents"]["value"]
        return said

    def _open(self, name: str, text: str) -> str:
        uri = (self._folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _tell(self, method: str, params: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._asked and "method" not in message:
                return message["result"]
            self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        """Keep what it found, and answer what it asks."""
        params = message.get("params", {})
        if message.get("method") == "textDocument/publishDiagnostics":
            told = [f"{each['range']['start']['line'] + 1}: {each['message']}" for each in params["diagnostics"]]
            self._faults[params["uri"]] = told
        elif "id" in message and "method" in message:
            wanted = params.get("items", []) if message["method"] == "workspace/configuration" else []
            result = [SETTINGS if each.get("section") == "yaml" else None for each in wanted]
            self._send({"id": message["id"], "result": result or None})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message
