"""Hosting in a terminal: the room on the net until its drill is over, in one loop with what tells of it.

What is said stands in `door`; rooms beside a screen are hosted by `simulator.room.shared.hosting`.
"""

import asyncio
import contextlib
import socket
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import CallError
from simulator.language.translator import Translator
from simulator.room.settling import settle
from simulator.room.shared.certificate import Certificate, host_context, kept_certificate
from simulator.room.shared.hosting import EVERYWHERE, LOCAL, keys_beside
from simulator.room.shared.hub import Hub
from simulator.room.shared.keys import Keys
from simulator.room.shared.opening import Shared, open_shared, reopen_shared
from simulator.room.shared.server import RoomServer
from simulator.scenario.scenario import Scenario
from tui.plain.start import journal_folder, now_on_the_wall
from tui.session import emit, narrate, warn
from tui.shared.door import Door, Watch, closing_lines, door_lines
from tui.signals import AWAY, mind

PORT = 8710
"""Where a room listens if nothing else does there and nobody says otherwise."""

LOOKS = 0.5
"""Seconds between two looks at what is to be told of the room."""

STAYS = 20.0
"""Seconds that the room stays open after the score when nobody is there: a lost link comes back within them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a room listens."""

    lan: bool
    """Whether others in the network get in; else this machine alone."""
    encrypted: bool
    """Whether what goes over the network is encrypted."""
    port: int | None = None
    """The port; nothing for the usual one, or a free one where that is taken."""


@dataclass(frozen=True, slots=True)
class New:
    """How a new shared drill is wanted."""

    seed: int
    assessed: bool = False
    pace: int | None = None
    language: str = "en"


def open_new(scenario: Scenario, wishes: New, path: Path) -> Shared:
    """A new shared drill, its journal at *path*. Raises as `open_shared` does."""
    return open_shared(
        scenario, wishes.seed, path, time.monotonic, now_on_the_wall,
        assessed=wishes.assessed, pace=wishes.pace, language=wishes.language,
    )  # fmt: skip


def take_up(path: Path) -> Shared:
    """A shared drill taken up from its journal, paused. Raises as `reopen_shared` does."""
    return reopen_shared(path, time.monotonic, now_on_the_wall)


def host(shared: Shared, place: Place, translator: Translator) -> None:
    """Keep the room until the drill is over and everybody has gone, or until Ctrl-C. The journal is kept.

    Raises `CallError` where nothing can listen there, `WriteError` where codes cannot be kept.
    """
    settle()
    try:
        asyncio.run(_host(shared, place, translator))
    finally:
        shared.file.close()
    if shared.room.scorecard is not None:
        # Loaded here: a database library is not needed before a drill ends.
        from reports.records.keeping import keep_finished

        warning = keep_finished(shared.file.path)
        if warning is not None:
            warn(warning)


async def _host(shared: Shared, place: Place, translator: Translator) -> None:
    keys = Keys(keys_beside(shared.file.path), time.monotonic)
    hub = Hub(shared.room.drill.scenario.id, shared, keys, time.monotonic)
    certificate = kept_certificate(journal_folder().parent / "host") if place.lan and place.encrypted else None
    async with contextlib.AsyncExitStack() as stack:
        server = await _listening(stack, hub, place, certificate)
        name = own_address() if place.lan else LOCAL
        door = Door(f"{name}:{server.port}", hub, certificate)
        for line in door_lines(door, place.lan, translator):
            emit(line)
        await _keep(hub, Watch(hub, translator))
    for line in closing_lines(hub, translator):
        narrate(line)


async def _listening(
    stack: contextlib.AsyncExitStack, hub: Hub, place: Place, certificate: Certificate | None
) -> RoomServer:
    """The server at the wished port; without a wish, at the usual one or at a free one."""

    def at(port: int) -> RoomServer:
        context = host_context(certificate) if certificate else None
        return RoomServer({hub.name: hub}, EVERYWHERE if place.lan else LOCAL, port, encrypt=context)

    try:
        return await stack.enter_async_context(at(PORT if place.port is None else place.port))
    except CallError:
        if place.port is not None:
            raise
        return await stack.enter_async_context(at(0))


async def _keep(hub: Hub, watch: Watch) -> None:
    """Tell what happens in the room until nobody needs it any more, or until somebody stops it."""
    async with _stopped() as stop:
        alone = 0.0
        while alone < STAYS and not stop.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOKS)
            for line in watch.news():
                # Where nobody can be told, on a full disk or a closed pipe, the drill goes on.
                with contextlib.suppress(OSError):
                    narrate(line)
            scored = hub.room.scorecard is not None
            alone = alone + LOOKS if scored and not hub.chairs.members else 0.0


@contextlib.asynccontextmanager
async def _stopped() -> AsyncIterator[asyncio.Event]:
    """An event that Ctrl-C, a closed terminal or a request to end sets, instead of breaking off in the middle."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    minded = mind(("SIGINT", *AWAY), stop.set)
    try:
        yield stop
    finally:
        for each in minded:
            loop.remove_signal_handler(each)


def own_address() -> str:
    """This machine's address in its network; its name where it has none."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        # Nothing is sent: the system only says by which address it would go out.
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return socket.gethostname()
