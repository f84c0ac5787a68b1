"""One link of a shared room's host to one client: what it says is checked, what it is told goes out in order."""

import asyncio
import contextlib
from collections.abc import Callable

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from simulator.room.shared.chairs import Member
from simulator.room.shared.codec import encode, said
from simulator.room.shared.hub import Hub
from simulator.room.shared.limits import PATIENCE, Allowance
from simulator.room.shared.model import (
    Debrief,
    Events,
    FromClient,
    FromHub,
    Give,
    Join,
    Lead,
    Leave,
    Refused,
    Since,
    Welcome,
    Whole,
)
from simulator.room.shared.picture import Teller
from simulator.room.shared.refusing import Refusal

AT_ONCE = 100
"""Lines of a log in one message."""
PART = 256 * 1024
"""Characters of the journal in one message."""
HEARTBEAT = 2.0
"""Seconds after which a client is told something even where nothing has changed."""
CONSOLE = 0.25
"""Seconds between two pictures of a console at least."""

Find = Callable[[Join, str], Hub]
"""The room that somebody at an address wants to join. Raises `Refusal`."""


class Connection:
    """One client's link."""

    def __init__(self, ws: ServerConnection, address: str, find: Find, clock: Callable[[], float]) -> None:
        self._ws, self._address, self._find = ws, address, find
        self._allowance = Allowance(clock)
        self._teller = Teller()
        self._lock = asyncio.Lock()
        self._wake = asyncio.Event()
        self._sent = 0
        """How many lines of its log the client was sent."""
        self._debriefed = False
        self._ends = ""
        self._closed = False
        self.acted: Callable[[Give | Lead], None] = lambda act: None
        """Called when the client has done something: others may see it."""
        self.hub: Hub | None = None
        self.member: Member | None = None

    async def serve(self) -> None:
        """From the first word to the last."""
        try:
            hub, member, welcome = await self._come_in()
        except Refusal as refusal:
            await self._bye(refusal.code, refusal.detail)
            return
        except (ConnectionClosed, TimeoutError):
            return
        self.hub, self.member = hub, member
        try:
            await self._talk(hub, member, welcome)
        finally:
            if member.number in hub.chairs.members:
                hub.lose(member)

    async def _come_in(self) -> tuple[Hub, Member, Welcome]:
        try:
            join = said(await asyncio.wait_for(self._ws.recv(), PATIENCE))
        except ValueError as error:
            raise Refusal("garbled") from error
        if not isinstance(join, Join):
            raise Refusal("garbled")
        hub = self._find(join, self._address)
        member, welcome = hub.come_in(join, self._address)
        member.cast_out = self.cast_out
        self._sent = min(max(0, join.since), hub.count(member))
        return hub, member, welcome

    async def _talk(self, hub: Hub, member: Member, welcome: Welcome) -> None:
        with contextlib.suppress(ConnectionClosed, TimeoutError):
            await self._send(welcome)
            await self._tell(hub, member)
            telling = asyncio.create_task(self._keep_telling(hub, member))
            reading = asyncio.create_task(self._read(hub, member))
            try:
                await asyncio.wait((telling, reading), return_when=asyncio.FIRST_COMPLETED)
            finally:
                # A wait that ends just as it is cancelled swallows that: the loop of telling looks here as well.
                self._closed = True
                for task in (telling, reading):
                    task.cancel()
                ends = await asyncio.gather(telling, reading, return_exceptions=True)
            for end in ends:
                if isinstance(end, Exception):
                    raise end
        await self._bye(self._ends)

    def wake(self) -> None:
        """Something may have changed that this client may see."""
        self._wake.set()

    def cast_out(self, code: str) -> None:
        """End the link, for a reason."""
        self._ends = code
        self._wake.set()

    # -- hearing ------------------------------------------------------------------------------------------

    async def _read(self, hub: Hub, member: Member) -> None:
        async for text in self._ws:
            if not self._allowance.take(len(text)):
                self.cast_out("fast")
                return
            try:
                heard = said(text)
            except ValueError:
                self.cast_out("garbled")
                return
            if self._ends or not await self._hear(hub, member, heard):
                return

    async def _hear(self, hub: Hub, member: Member, heard: FromClient) -> bool:
        """Do what the client says; answers whether it goes on."""
        match heard:
            case Give() | Lead():
                await self._act(hub, member, heard)
            case Since(since=since):
                self._sent = min(max(0, since), self._sent)
                self.wake()
            case Whole():
                self._teller.forget()
                self._debriefed = False
                self.wake()
            case Leave():
                with contextlib.suppress(Refusal):
                    hub.leave(member)
                return False
            case Join():
                self.cast_out("garbled")
                return False
        return True

    async def _act(self, hub: Hub, member: Member, heard: Give | Lead) -> None:
        """What it does is seen before its receipt comes, so that a screen never lags behind its own act."""
        try:
            answer: FromHub = hub.give(member, heard) if isinstance(heard, Give) else hub.lead(member, heard)
        except Refusal as refusal:
            answer = Refused(refusal.code, heard.number, refusal.detail)
        self.acted(heard)
        await self._tell(hub, member)
        await self._send(answer)

    # -- telling ------------------------------------------------------------------------------------------

    async def _keep_telling(self, hub: Hub, member: Member) -> None:
        while not (self._ends or self._closed):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), HEARTBEAT)
            woken = self._wake.is_set()
            self._wake.clear()
            if self._ends:
                return
            if woken:
                await self._tell(hub, member)
            else:
                await self._send(self._teller.heartbeat())
            if not member.seat:
                await asyncio.sleep(CONSOLE)

    async def _tell(self, hub: Hub, member: Member) -> None:
        async with self._lock:
            while lines := hub.lines(member, self._sent, AT_ONCE):
                first, self._sent = self._sent, self._sent + len(lines)
                await self._send(Events(first, tuple(lines)))
            picture = self._teller.picture(hub.picture(member))
            if picture is not None:
                await self._send(picture)
            if hub.room.scorecard is not None and not self._debriefed and (hub.debrief or not member.seat):
                self._debriefed = True
                await self._debrief(hub)

    async def _debrief(self, hub: Hub) -> None:
        """The whole journal, in parts."""
        parts: list[list[str]] = [[]]
        size = 0
        for line in hub.journal_lines():
            if size and size + len(line) > PART:
                parts.append([])
                size = 0
            parts[-1].append(line)
            size += len(line)
        for number, lines in enumerate(parts):
            await self._send(Debrief(number, len(parts), tuple(lines)))

    async def _send(self, message: FromHub) -> None:
        """Raises TimeoutError where the client does not take it: its link is ended, and it may come back."""
        await asyncio.wait_for(self._ws.send(encode(message)), PATIENCE)

    async def _bye(self, code: str, detail: str = "") -> None:
        with contextlib.suppress(ConnectionClosed, TimeoutError):
            if code:
                await self._send(Refused(code, 0, detail))
            await asyncio.wait_for(self._ws.close(), PATIENCE)
