"""A program shown in a page: its process, and the packets that go to and fro between it and the page.

The packets are textual-serve's; a program that ends on its own or fails closes its page here, with its last words.
"""

import asyncio
import contextlib
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeVar

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.web.session import NOTE, SERVER

Sent = TypeVar("Sent", bytes, str)

PATIENCE = 10
"""So many seconds a program has to end by itself when its page is gone."""

CODE = Path(__file__).parents[2]
"""Where the program's own packages lie."""


class Program(AppService):
    """One program and the page that shows it."""

    def __init__(self, command: Sequence[str], note: Path, page: web.WebSocketResponse, files: DownloadManager) -> None:
        """*note*: where the program notes the journal of its drill. *files*: what it hands to the page."""
        super().__init__(
            " ".join(command),
            write_bytes=_quietly(page.send_bytes),
            write_str=_quietly(page.send_str),
            close=_closing(page),
            download_manager=files,
        )
        self._words = command
        self._note = note
        self._page = page

    @property
    def last_words(self) -> Path:
        """What it said on standard error."""
        return words_beside(self._note)

    async def run(self) -> None:
        await super().run()
        if self._process is not None:
            await self._process.wait()
        await _closing(self._page)()

    async def end(self) -> None:
        """Ask it to end, and see that it does. A second time does nothing."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.stop(), PATIENCE)
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        path = [str(CODE), *filter(None, [environment.get("PYTHONPATH")])]
        ours = {NOTE: str(self._note), SERVER: str(os.getpid()), "PYTHONPATH": os.pathsep.join(path)}
        # A page has colours and letters whatever the terminal has in which the server was started.
        return {**environment, **ours, "PYTHONIOENCODING": "utf-8", "COLORTERM": "truecolor"}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start it, without a shell between: a path may hold any sign. Its last words go to a file."""
        environment = self._build_environment(width, height)
        with self.last_words.open("wb") as words:
            process = await asyncio.create_subprocess_exec(
                *self._words, stdin=PIPE, stdout=PIPE, stderr=words, env=environment
            )
        process.stderr = asyncio.StreamReader()
        process.stderr.feed_eof()
        self._process, self._stdin = process, process.stdin
        return process


def words_beside(note: Path) -> Path:
    """Where the last words of a browser's program stand, beside its note."""
    return note.with_suffix(".words")


def _closing(page: web.WebSocketResponse) -> Callable[[], Awaitable[None]]:
    async def close() -> None:
        with contextlib.suppress(ConnectionError, RuntimeError):
            await page.close()

    return close


def _quietly(send: Callable[[Sent], Awaitable[None]]) -> Callable[[Sent], Awaitable[None]]:
    """To a page that has gone nothing is sent."""

    async def sent(data: Sent) -> None:
        with contextlib.suppress(ConnectionError, RuntimeError):
            await send(data)

    return sent
