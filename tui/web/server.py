"""The server: pages and the live line to the program behind each, for browsers that the gate lets in.

One browser has one program: a page that is loaded again, or a second one, ends the program of the first and takes up
its drill from the journal.
"""

import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import WSMsgType, web
from aiohttp.typedefs import Handler
from textual_serve import server as textual_serve
from textual_serve.download_manager import DownloadManager

from reports.fonts import FILE as CHINESE
from simulator.errors import DrillroomError
from simulator.journal.reading import read_journal
from simulator.language.said import Said, say
from tui.web.gate import Gate
from tui.web.pages import ALWAYS, STATIC, Pages, letters_of, policy
from tui.web.program import Program, words_beside
from tui.web.session import noted_journal

TERMINAL = Path(textual_serve.__file__).with_name("static")
"""Script and style of the terminal in the page."""

CELLS = range(1, 1001)
"""How many cells a page may be wide or high."""

ALIVE = 15
"""Every so many seconds the line to a page is tried."""

FORBIDDEN, TOO_MANY = 403, 503


@dataclass(slots=True)
class Browser:
    """What is kept of one browser."""

    note: Path
    """Where its program notes the journal of its drill."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    program: Program | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """What is served, to whom, and what is going on."""

    program: tuple[str, ...]
    """The words after `drillroom` that start a program; none: the lobby."""
    gate: Gate
    pages: Pages
    folder: Path
    """Where the programs' notes lie while the server runs."""
    browsers: dict[str, Browser] = field(default_factory=dict)
    files: DownloadManager = field(default_factory=DownloadManager)

    def application(self) -> web.Application:
        """The server, ready to run."""
        app = web.Application(middlewares=[self.guard])
        app.add_routes(
            [
                web.get("/", self.page),
                web.get("/ws", self.live),
                web.get("/words", self.words),
                web.get("/letters/chinese.ttf", self.chinese),
                web.get("/download/{key}", self.download),
                web.static("/static", TERMINAL),
                web.static("/own", STATIC),
            ]
        )
        app.on_response_prepare.append(self.sign)
        app.on_shutdown.append(self.close)
        return app

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let nobody further than the refusal without a cookie, or the token for one."""
        refusal = self.gate.refusal(request.headers, live=request.path == "/ws")
        if refusal is not None:
            return self.refuse(refusal)
        if self.browser(request) is not None and "token" not in request.query:
            return await handler(request)
        if request.path == "/" and self.gate.has_token(request.query.get("token", "")):
            return self.enter(request)
        return self.refuse(say("Drillroom does not know this browser."))

    async def sign(self, request: web.Request, response: web.StreamResponse) -> None:
        """Put on every answer what keeps a browser from more than is meant."""
        response.headers.update(ALWAYS)
        response.headers["Content-Security-Policy"] = policy(request.host)
        response.headers.setdefault("Cache-Control", "no-store")

    def enter(self, request: web.Request) -> web.Response:
        """Hand out a cookie, unless the browser has one, and lead on to the address without the token."""
        response = _html(self.pages.entering(_letters(request)))
        if self.browser(request) is None:
            cookie = self.gate.admit()
            if cookie is None:
                return self.refuse(say("So many browsers are here that no more can be let in."), TOO_MANY)
            self.browsers[cookie] = Browser(self.folder / f"{len(self.browsers)}.note")
            response.set_cookie(self.gate.cookie, cookie, httponly=True, samesite="Strict", path="/")
        return response

    def refuse(self, why: Said, status: int = FORBIDDEN) -> web.Response:
        return _html(self.pages.refused(why), status)

    def browser(self, request: web.Request) -> Browser | None:
        """Whose request it is; nothing for a browser that was not let in."""
        cookie = request.cookies.get(self.gate.cookie, "")
        return self.browsers.get(cookie) if self.gate.knows(cookie) else None

    def known(self, request: web.Request) -> Browser:
        """The same behind the guard."""
        found = self.browser(request)
        if found is None:
            raise web.HTTPForbidden
        return found

    async def page(self, request: web.Request) -> web.Response:
        return _html(self.pages.drill(_letters(request)))

    async def words(self, request: web.Request) -> web.Response:
        """The last words of the browser's program."""
        path = words_beside(self.known(request).note)
        text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        return web.Response(text=text)

    async def chinese(self, request: web.Request) -> web.FileResponse:
        return web.FileResponse(CHINESE, headers={"Cache-Control": "private, max-age=86400"})

    async def download(self, request: web.Request) -> web.StreamResponse:
        """A file that the program hands to its page."""
        key = request.match_info["key"]
        try:
            meta = await self.files.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound from None
        response = web.StreamResponse()
        response.content_type = meta.mime_type
        named = meta.file_name.encode("ascii", "replace").decode().replace('"', "_")
        response.headers["Content-Disposition"] = f'attachment; filename="{named}"'
        await response.prepare(request)
        async for chunk in self.files.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response

    async def live(self, request: web.Request) -> web.WebSocketResponse:
        """The line between a page and its program, until one of them ends."""
        browser = self.known(request)
        line = web.WebSocketResponse(heartbeat=ALIVE)
        await line.prepare(request)
        program = await self.begin(browser, line, _cells(request, "width", 80), _cells(request, "height", 24))
        try:
            async for message in line:
                if message.type == WSMsgType.TEXT:
                    await _pass_on(message.data, line, program)
        finally:
            await program.end()
        return line

    async def begin(self, browser: Browser, line: web.WebSocketResponse, width: int, height: int) -> Program:
        """End the browser's program, if one runs, and start one for this page."""
        async with browser.turn:
            if browser.program is not None:
                await browser.program.end()
            words = await asyncio.to_thread(self.next_words, browser.note)
            browser.program = Program(words, browser.note, line, self.files)
            await browser.program.start(width, height)
            return browser.program

    def next_words(self, note: Path) -> Sequence[str]:
        """The call that shows a page its program: the drill that is not finished, else what is served."""
        journal = noted_journal(note)
        unfinished = journal is not None and is_unfinished(journal)
        words = ("play", "--resume", str(journal)) if unfinished else self.program
        return (sys.executable, "-m", "tui.main", "--lang", self.pages.translator.language, *words)

    async def close(self, app: web.Application) -> None:
        """The server ends: so do its programs, whose journals are on disk."""
        running = [browser.program for browser in self.browsers.values() if browser.program is not None]
        await asyncio.gather(*(program.end() for program in running))


def is_unfinished(journal: Path) -> bool:
    """Whether a journal can be gone on with."""
    try:
        reading = read_journal(journal)
    except DrillroomError:
        return False
    return reading.usable and reading.journal.closing is None


async def _pass_on(text: str, line: web.WebSocketResponse, program: Program) -> None:
    """Hand on what a page sends; what is no message of its own is passed over."""
    try:
        match json.loads(text):
            case ["stdin", str(typed)]:
                await program.send_bytes(typed.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}] if width in CELLS and height in CELLS:
                await program.set_terminal_size(width, height)
            case ["ping", str(moment)]:
                await line.send_json(["pong", moment])
            case ["focus"]:
                await program.focus()
            case ["blur"]:
                await program.blur()
    except (ValueError, RecursionError):
        return


def _letters(request: web.Request) -> int:
    """How large the letters of a page shall be, in pixels."""
    return letters_of(request.query.get("fontsize", ""))


def _cells(request: web.Request, name: str, usual: int) -> int:
    """How wide or high a page says it is, in cells."""
    wished = request.query.get(name, "")
    return int(wished) if wished.isdecimal() and len(wished) < 5 and int(wished) in CELLS else usual


def _html(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", charset="utf-8")
