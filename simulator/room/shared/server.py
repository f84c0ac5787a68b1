"""The host of shared rooms on the net: it lets clients in, keeps time for every room, and closes in order."""

import asyncio
import logging
import ssl
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.http11 import Request, Response

from simulator.errors import CallError, DrillroomError
from simulator.language.said import say
from simulator.room.shared.connection import Connection
from simulator.room.shared.hub import Hub
from simulator.room.shared.limits import CONNECTIONS, FROM_ONE_ADDRESS, LARGEST, PATIENCE, QUEUED
from simulator.room.shared.model import Give, Join, Lead
from simulator.room.shared.refusing import Refusal

BEATS = 10
"""How often in a second every room follows the clock."""
TOGETHER = 0.02
"""Seconds between two times that everybody is told: what many do at once is told together."""
KEEPALIVE = 10.0
"""Seconds between two signs of life on a link, and until one that gives none is taken for dead."""

# The screen of a host is no place for what strangers send it.
_LOG = logging.getLogger("drillroom.room")
_LOG.addHandler(logging.NullHandler())
_LOG.propagate = False


class RoomServer:
    """Serves one room or many. Use it as `async with`."""

    def __init__(
        self, hubs: Mapping[str, Hub], host: str = "127.0.0.1", port: int = 0, *,
        encrypt: ssl.SSLContext | None = None, clock: Callable[[], float] = time.monotonic,
        beats: float | None = BEATS,
    ) -> None:  # fmt: skip
        """*port* 0: any free one. *beats*: without, `tick` is called by whoever owns the clock."""
        self.hubs, self._host, self._port, self._encrypt, self._clock = hubs, host, port, encrypt, clock
        self._beats = beats
        self._connections: dict[ServerConnection, Connection] = {}
        self._seen: dict[str, int] = {}
        self._scoring: dict[str, asyncio.Task[None]] = {}
        self._server: Server | None = None
        self._beating: asyncio.Task[None] | None = None
        self._waking: asyncio.TimerHandle | None = None

    @property
    def port(self) -> int:
        """Where it listens."""
        assert self._server is not None
        return int(next(iter(self._server.sockets)).getsockname()[1])

    async def __aenter__(self) -> "RoomServer":
        try:
            self._server = await serve(
                self._handle, self._host, self._port, ssl=self._encrypt,
                # Pages in a browser say where they come from, our own clients do not: no page may join.
                origins=[None], process_request=self._screen, compression=None, max_size=LARGEST, max_queue=QUEUED,
                ping_interval=KEEPALIVE, ping_timeout=KEEPALIVE, open_timeout=PATIENCE, close_timeout=2,
                logger=_LOG,
            )  # fmt: skip
        except OSError as error:
            message = say("{host}:{port} cannot be listened on", host=self._host, port=self._port)
            raise CallError(message, say("choose another port, or end the program that has it")) from error
        if self._beats is not None:
            self._beating = asyncio.create_task(self._beat(self._beats))
        return self

    async def __aexit__(self, *_: object) -> None:
        for connection in list(self._connections.values()):
            connection.cast_out("closing")
        tasks = [task for task in (self._beating, *self._scoring.values()) if task is not None]
        if self._beating is not None:
            self._beating.cancel()
        if self._waking is not None:
            self._waking.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    # -- links --------------------------------------------------------------------------------------------

    def _screen(self, ws: ServerConnection, request: Request) -> Response | None:
        """Whether a stranger may say who it is at all."""
        address = _address(ws)
        same = [other for other in self._connections if _address(other) == address]
        if len(self._connections) < CONNECTIONS and len(same) < FROM_ONE_ADDRESS:
            return None
        return ws.respond(HTTPStatus.SERVICE_UNAVAILABLE, "too many connections\n")

    async def _handle(self, ws: ServerConnection) -> None:
        connection = Connection(ws, _address(ws), self._find, self._clock)
        self._connections[ws] = connection
        connection.acted = self._tell_of
        try:
            await connection.serve()
        finally:
            del self._connections[ws]
            self.wake()

    def _find(self, join: Join, address: str) -> Hub:
        """The room that is meant: by name, as the only one, or by whose code or secret it is."""
        if join.room:
            if join.room not in self.hubs:
                raise Refusal("room", ", ".join(self.hubs))
            return self.hubs[join.room]
        if len(self.hubs) == 1:
            return next(iter(self.hubs.values()))
        if any(hub.keys.is_locked(address) for hub in self.hubs.values()):
            raise Refusal("locked")
        for hub in self.hubs.values():
            known = hub.keys.known(join.role, join.seat, join.secret) if join.secret else None
            if known or (join.code and hub.keys.fits(join.role, join.code)):
                return hub
        for hub in self.hubs.values():
            hub.keys.wrong(address, join.role)
        raise Refusal("secret" if join.secret else "code")

    # -- time ---------------------------------------------------------------------------------------------

    async def _beat(self, beats: float) -> None:
        while True:
            self.tick()
            await asyncio.sleep(1 / beats)

    def tick(self) -> None:
        """Every room follows the clock; whoever may see something new is told."""
        for hub in self.hubs.values():
            hub.tick()
            if hub.is_to_be_scored and hub.name not in self._scoring:
                self._scoring[hub.name] = asyncio.create_task(self._score(hub))
        self.wake()

    async def _score(self, hub: Hub) -> None:
        """Beside everything else: other rooms on this host go on meanwhile."""
        try:
            await asyncio.to_thread(hub.score)
        except DrillroomError as error:
            hub.fault = error
        hub.touch()
        self.wake()

    def wake(self) -> None:
        """Tell every client whose room has changed: now, or soon where everybody has only just been told."""
        if self._waking is None:
            self._waking = asyncio.get_running_loop().call_later(TOGETHER, self._wake_again)
            self._wake_all()

    def _tell_of(self, act: Give | Lead) -> None:
        """Somebody has done something. What the controller does concerns everybody, and is told at once."""
        if isinstance(act, Lead):
            self._wake_all()
        else:
            self.wake()

    def _wake_again(self) -> None:
        self._waking = None
        if any(self._seen.get(name) != hub.version for name, hub in self.hubs.items()):
            self.wake()

    def _wake_all(self) -> None:
        changed = {name: hub.version for name, hub in self.hubs.items() if self._seen.get(name) != hub.version}
        self._seen |= changed
        for connection in self._connections.values():
            if connection.hub is not None and connection.hub.name in changed:
                connection.wake()


def _address(ws: ServerConnection) -> str:
    where: Any = ws.remote_address
    return str(where[0]) if isinstance(where, tuple) else ""
