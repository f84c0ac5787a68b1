"""A bad network between clients and a host: it drops, delays, repeats and reorders messages, and cuts links."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

Peer = ClientConnection | ServerConnection


class BadNetwork:
    """What happens to messages, drawn from a seed. The first word of each side always goes through."""

    def __init__(self, seed: int, *, drops: float = 0.0, repeats: float = 0.0, holds: float = 0.0, cuts: float = 0.0):
        """Shares of all messages that are lost, come twice, come after the next one, and cut the link."""
        self._chance = Random(seed)
        self._drops, self._repeats, self._holds, self._cuts = drops, repeats, holds, cuts
        self.port = 0
        self.lost = 0
        self.cut = 0

    def draw(self, share: float) -> bool:
        return self._chance.random() < share

    async def carry(self, source: Peer, sink: Peer) -> None:
        """One direction of one link."""
        held: list[str | bytes] = []
        first = True
        with contextlib.suppress(ConnectionClosed):
            async for text in source:
                if first:
                    first = False
                    await sink.send(text)
                    continue
                if self.draw(self._cuts):
                    self.cut += 1
                    break
                if self.draw(self._drops):
                    self.lost += 1
                    continue
                if self.draw(self._holds):
                    held.append(text)
                    continue
                await sink.send(text)
                for late in [*held, *([text] if self.draw(self._repeats) else [])]:
                    await sink.send(late)
                held.clear()
        await source.close()
        await sink.close()


@asynccontextmanager
async def bad_network(port: int, network: BadNetwork) -> AsyncIterator[BadNetwork]:
    """Stands before a host's port."""

    async def link(guest: ServerConnection) -> None:
        async with connect(f"ws://127.0.0.1:{port}", compression=None, max_size=None) as host:
            await asyncio.gather(network.carry(guest, host), network.carry(host, guest))

    async with serve(link, "127.0.0.1", 0, compression=None) as server:
        network.port = next(iter(server.sockets)).getsockname()[1]
        yield network
