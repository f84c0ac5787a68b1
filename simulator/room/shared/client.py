"""A client's link to a shared room: it joins, is told, asks again for what was lost, and comes back after a break.

It sends acts, never times or verdicts. Everything here runs in one asyncio loop; `remote` puts it behind a room that
screens can use.
"""

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable
from dataclasses import replace

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from simulator.engine.view import Receipt
from simulator.errors import CallError, DrillroomError
from simulator.journal.acts import Act
from simulator.journal.controls import Doing
from simulator.journal.entry import Entry
from simulator.language.said import say
from simulator.room.shared.codec import encode, heard
from simulator.room.shared.limits import PATIENCE
from simulator.room.shared.model import (
    Debrief,
    Events,
    FromClient,
    FromHub,
    Give,
    Given,
    Lead,
    Leave,
    Led,
    Picture,
    Refused,
    Seating,
    Since,
    Standing,
    Welcome,
    Whole,
)
from simulator.room.shared.numbering import Numbers
from simulator.room.shared.own_log import as_entry
from simulator.room.shared.picture import Listener, seating_in, standing_in
from simulator.room.shared.reaching import Address, Final, Wish, join, refusal, unreachable

AGAIN = 2.0
"""Seconds after which something said is said again where it was not answered."""
GIVE_UP = 15.0
"""Seconds after which whoever acted is told that the host does not answer."""
SOONEST, LATEST = 0.2, 5.0
"""Seconds before a broken link is tried again: at first, and at most."""


class Link:
    """One client of one room. Use it as `async with`, which joins and raises where that is refused."""

    def __init__(
        self, address: Address, wish: Wish, clock: Callable[[], float] = time.monotonic, again: float = AGAIN
    ) -> None:
        self._address, self._wish, self._clock, self._again = address, wish, clock, again
        self.welcome: Welcome | None = None
        self.entries: list[Entry] = []
        """The client's own log."""
        self.listener = Listener()
        """What was told last; after a break what was told before it, until the host tells anew."""
        self._coming = self.listener
        self._standing = Standing(0, "waiting", 0.0, False, "", 0, 0, 0)
        self.lines: dict[int, tuple[str, ...]] = {}
        """After the end: the parts of the whole journal, by their numbers."""
        self.debriefed = False
        """Whether all of them are there."""
        self.broken: DrillroomError | None = None
        """Why there is no link at present; nothing while there is."""
        self.over: DrillroomError | None = None
        """Why it will not be tried again; nothing while it may."""
        self.changed = asyncio.Event()
        """Set whenever something was told."""
        self._answers: dict[tuple[str, int], asyncio.Future[Given | Led | Refused]] = {}
        self._acting = asyncio.Lock()
        self._led = secrets.randbelow(2**40)
        self._numbers = Numbers()
        self._ws: ClientConnection | None = None
        self._running: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Link":
        ws, welcome = await self._join()
        self._running = asyncio.create_task(self._run(ws, welcome))
        ends = self._clock() + PATIENCE
        while self.listener.version == 0 and self.over is None and self._clock() < ends:
            self.changed.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.changed.wait(), self._again)
        if self.listener.version == 0:
            await self.__aexit__()
            raise self.over or self.broken or unreachable(self._address)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._running is not None:
            while not self._running.done():
                # More than once: a wait that ends just as it is cancelled swallows that.
                self._running.cancel()
                await asyncio.wait((self._running,), timeout=self._again)
            await asyncio.gather(self._running, return_exceptions=True)
        if self._ws is not None:
            await self._ws.close()

    @property
    def standing(self) -> Standing:
        """How the room stood when it was last told."""
        return self._standing

    @property
    def seating(self) -> tuple[Seating, ...]:
        """Who sat where when it was last told."""
        return seating_in(self.listener.parts)

    @property
    def secret(self) -> str:
        """To come back with, also from another process."""
        return self.welcome.secret if self.welcome else self._wish.secret

    # -- coming and going ---------------------------------------------------------------------------------

    async def _join(self) -> tuple[ClientConnection, Welcome]:
        """In, or in again: with the secret where there is one."""
        seat = self.welcome.seat if self.welcome else self._wish.seat
        wish = replace(self._wish, seat=seat, secret=self.secret)
        return await join(self._address, wish, len(self.entries))

    async def _run(self, ws: ClientConnection, welcome: Welcome) -> None:
        """Listen; after a break come back by itself, for as long as that may succeed."""
        wait = SOONEST
        while self.over is None:
            self._ws, self.welcome, self.broken, self._coming = ws, welcome, None, Listener()
            heard_something = await self._listen(ws)
            wait = SOONEST if heard_something else min(LATEST, wait * 2)
            self.broken = self.broken or unreachable(self._address)
            self.changed.set()
            while self.over is None:
                await asyncio.sleep(wait)
                try:
                    ws, welcome = await self._join()
                    break
                except Final as final:
                    self.over = final.error
                except DrillroomError as error:
                    self.broken, wait = error, min(LATEST, wait * 2)
        self._give_up()

    def _give_up(self) -> None:
        """It is over: whoever waits for an answer has it now."""
        for future in self._answers.values():
            if not future.done() and self.over is not None:
                future.set_exception(self.over)
        self.changed.set()

    # -- listening ----------------------------------------------------------------------------------------

    async def _listen(self, ws: ClientConnection) -> bool:
        """Until the link breaks; answers whether anything was heard."""
        heard_something = False
        with contextlib.suppress(ConnectionClosed):
            async for text in ws:
                try:
                    await self._take(ws, heard(text))
                except ValueError:
                    break
                heard_something = True
                self.changed.set()
        await ws.close()
        return heard_something

    async def _take(self, ws: ClientConnection, message: FromHub) -> None:
        match message:
            case Events():
                await self._take_events(ws, message)
            case Picture():
                await self._take_picture(ws, message)
            case Given(seat=seat, number=number):
                self._answer((seat, number), message)
            case Led(number=number):
                self._answer(("", number), message)
            case Refused(number=0):
                self._cast_out(message)
            case Refused(number=number):
                for key in [key for key in self._answers if key[1] == number]:
                    self._answer(key, message)
            case Debrief(part=part, of=of, lines=lines):
                self.lines[part] = lines
                self.debriefed = len(self.lines) == of
            case Welcome():
                pass

    async def _take_events(self, ws: ClientConnection, events: Events) -> None:
        """Lines in their order; what comes twice is passed over, what is missing asked for."""
        if events.first > len(self.entries):
            await ws.send(encode(Since(len(self.entries))))
            return
        for line in events.entries[len(self.entries) - events.first :]:
            self.entries.append(as_entry(line))

    async def _take_picture(self, ws: ClientConnection, picture: Picture) -> None:
        if not self._coming.take(picture):
            await ws.send(encode(Whole()))
            return
        if self._coming.version:
            self.listener = self._coming
        if "standing" in picture.parts:
            self._standing = standing_in(picture.parts)
        if self.listener.version and self.standing.events > len(self.entries):
            await ws.send(encode(Since(len(self.entries))))

    def _cast_out(self, refused: Refused) -> None:
        error = refusal(refused)
        if isinstance(error, Final):
            self.over = error.error
        self.broken = error

    def _answer(self, key: tuple[str, int], answer: Given | Led | Refused) -> None:
        future = self._answers.get(key)
        if future is not None and not future.done():
            future.set_result(answer)

    # -- speaking -----------------------------------------------------------------------------------------

    async def give(self, act: Act, seat: str = "") -> Receipt:
        """An act of a seat, once, however often it must be said. Raises `DrillroomError` where it is refused.

        A controller names the *seat* that it has taken over.
        """
        mine = seat or (self.welcome.seat if self.welcome else "")
        async with self._acting:
            while True:
                sitting, number = self._numbers.following(mine, self._standing if not seat else None, self.entries)
                answer = await self._say_until_answered((mine, number), Give(mine, sitting, number, act))
                assert isinstance(answer, Given)
                self._numbers.count(mine, sitting, number)
                if answer.same:
                    return answer.receipt

    async def lead(self, what: Doing) -> Receipt:
        """What a controller or an evaluator does. Raises `DrillroomError` where it is refused."""
        async with self._acting:
            self._led += 1
            answer = await self._say_until_answered(("", self._led), Lead(self._led, what))
            assert isinstance(answer, Led)
            return answer.receipt

    async def hear_all(self) -> None:
        """After the end: wait until the whole journal is there. Takes as long as the host's scoring."""
        while not self.debriefed and self.over is None:
            if self.standing.scored:
                await self._say(Whole())
            self.changed.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.changed.wait(), self._again)
        if self.over is not None:
            raise self.over

    async def leave(self) -> None:
        """Leave for good: a stand-in takes the seat."""
        if self._ws is not None:
            with contextlib.suppress(ConnectionClosed):
                await self._ws.send(encode(Leave()))

    async def _say_until_answered(self, key: tuple[str, int], message: FromClient) -> Given | Led:
        future: asyncio.Future[Given | Led | Refused] = asyncio.get_running_loop().create_future()
        self._answers[key] = future
        ends = self._clock() + GIVE_UP
        try:
            while not future.done():
                if self.over is not None:
                    raise self.over
                if self._clock() >= ends:
                    asked = say("the host does not answer: whether the act was taken shows when it does")
                    raise CallError(asked, say("wait for the link, then look at your log"))
                await self._say(message)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(asyncio.shield(future), self._again)
            answer = future.result()
        finally:
            self._answers.pop(key, None)
        if isinstance(answer, Refused):
            raise refusal(answer)
        return answer

    async def _say(self, message: FromClient) -> None:
        """Say it once; over a broken link it is said again later."""
        if self._ws is not None:
            with contextlib.suppress(ConnectionClosed):
                await asyncio.wait_for(self._ws.send(encode(message)), PATIENCE)
