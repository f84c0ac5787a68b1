"""Clients that die without a word, or take nothing that they are told: the drill goes on, and their seats wait."""

import asyncio
import contextlib
import socket
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from simulator.journal.acts import Note
from simulator.journal.controls import PERSON, STAND_IN
from simulator.room.shared import connection
from simulator.room.shared.client import Link
from simulator.room.shared.codec import encode, heard
from simulator.room.shared.model import PROTOCOL, Join, Welcome, Whole
from simulator.room.shared.reaching import Wish
from tests.room.rooms import SEAT
from tests.room.shared.rooms import Net, net, until

OTHER = "commander"
LITTLE = 4096
"""Bytes that the system holds for a client that reads nothing, on either side."""


async def joined(found: Net) -> tuple[ClientConnection, Welcome]:
    """A client of which every byte is the test's affair."""
    plug = socket.socket()
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, LITTLE)
    plug.setblocking(False)
    await asyncio.get_running_loop().sock_connect(plug, ("127.0.0.1", found.address.port))
    ws = await connect(f"ws://127.0.0.1:{found.address.port}", sock=plug, compression=None, max_queue=1)
    await ws.send(encode(Join(PROTOCOL, "seat", "Lin Qiao", found.office.hub.keys.codes["seat"], SEAT)))
    welcome = heard(await ws.recv())
    assert isinstance(welcome, Welcome)
    return ws, welcome


async def ended(ws: ClientConnection) -> None:
    """As a machine ends that loses its power: no last word."""
    ws.transport.abort()
    await ws.wait_closed()


async def gone(found: Net, name: str) -> None:
    """Until the host takes somebody for lost."""
    async with asyncio.timeout(20):
        while is_there(found, name):
            await asyncio.sleep(0.01)


def is_there(found: Net, name: str) -> bool:
    return any(member.name == name for member in found.office.hub.chairs.members.values())


async def test_who_dies_keeps_the_seat_for_a_minute_and_finds_everything_on_coming_back(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        found.office.begin()
        ws, welcome = await joined(found)
        await ended(ws)
        await gone(found, "Lin Qiao")
        chair = found.office.hub.ledger.chairs[SEAT]
        found.run(50)
        assert chair.player == PERSON
        found.office.clock.now += 60
        found.office.hub.tick()
        assert chair.player == STAND_IN
        found.run(600)
        wish = Wish("seat", "Lin Qiao", seat=SEAT, secret=welcome.secret)
        async with Link(found.address, wish) as link:
            await until(link, lambda: len(link.entries) == found.office.hub.ledger.own_count(SEAT))
            assert chair.player == PERSON
            assert (await link.give(Note("here again"))).accepted


async def test_who_takes_nothing_is_sent_away_and_nobody_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with net(tmp_path) as found:
        found.office.begin()
        found.run(1800)
        stalled, _ = await joined(found)
        for link_to_it in found.server._connections:
            link_to_it.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, LITTLE)
        stalled.transport.pause_reading()
        async with Link(found.address, found.wish(seat=OTHER, name="Wu Min")) as link:
            monkeypatch.setattr(connection, "PATIENCE", 1.0)
            notes = 0
            async with asyncio.timeout(60):
                while is_there(found, "Lin Qiao"):
                    # The clock by which the host counts what a client says.
                    found.office.clock.now += 0.1
                    with contextlib.suppress(ConnectionClosed):
                        await stalled.send(encode(Whole()))
                    assert (await link.give(Note(f"note {notes}"))).accepted
                    notes += 1
            assert len(found.office.entries("act.note")) == notes
        assert found.office.hub.ledger.chairs[SEAT].player == PERSON
        await ended(stalled)
