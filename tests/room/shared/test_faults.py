"""Clients that die, stall, flood or lie; a network that loses and reorders; a disk that is full."""

import asyncio
import contextlib
import json
from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from simulator.errors import DrillroomError, WriteError
from simulator.journal.acts import Note
from simulator.journal.controls import Turning
from simulator.journal.entry import NOTE, Entry
from simulator.language.said import say
from simulator.room.shared import connection, server
from simulator.room.shared.client import Link
from simulator.room.shared.codec import encode
from simulator.room.shared.limits import AT_ONCE, LARGEST
from simulator.room.shared.model import PROTOCOL, Give, Join, Whole
from simulator.room.shared.reaching import Address
from tests.room.rooms import SEAT
from tests.room.shared.proxy import BadNetwork, bad_network
from tests.room.shared.rooms import Net, net, until

TOO_LARGE = 1009
"""The code with which a link is closed over which too large a message came (RFC 6455, 7.4.1)."""
SOON = 0.05
"""Seconds after which a client of these tests says again what was not answered."""


async def last_word(found: Net, *words: str) -> str:
    """What the host says last to somebody who joins and then says these things."""
    heard = ""
    async with connect(f"ws://127.0.0.1:{found.address.port}", compression=None) as ws:
        try:
            for word in words:
                await ws.send(word)
            async with asyncio.timeout(20):
                while True:
                    heard = str(await ws.recv())
        except ConnectionClosed:
            return str(json.loads(heard)["code"]) if "refused" in heard else ""


def join(found: Net, seat: str = SEAT) -> str:
    return encode(Join(PROTOCOL, "seat", "Lin Qiao", found.office.hub.keys.codes["seat"], seat))


async def test_a_client_that_floods_is_sent_away_and_the_drill_goes_on(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        found.office.begin()
        assert await last_word(found, join(found), *[encode(Whole())] * (AT_ONCE + 50)) == "fast"
        found.run(600)
        assert found.office.hub.room.drill.now >= 600


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        "[]",
        "nonsense",
        '{"is":"give"}',
        "[" * 5000,
        '{"is":"give","seat":"petition_lead","sitting":1,"number":1,"act":{"is":"note","text":1e999}}',
        '{"is":"give","seat":"petition_lead","sitting":1,"number":1,"act":{"is":"note","text":"\\u001b[2J"}}',
        '{"is":"give","seat":"petition_lead","sitting":1,"number":1,"act":{"is":"note","text":"x"},"time":5}',
    ],
)
async def test_a_client_that_talks_nonsense_is_sent_away(tmp_path: Path, nonsense: str) -> None:
    async with net(tmp_path) as found:
        assert await last_word(found, join(found), nonsense) == "garbled"
        assert found.office.entries(NOTE) == []


async def test_a_message_that_is_too_large_ends_the_link(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        async with connect(f"ws://127.0.0.1:{found.address.port}", compression=None) as ws:
            await ws.send(join(found))
            await ws.send("x" * (LARGEST + 1))
            await ws.wait_closed()
        assert ws.close_code == TOO_LARGE


async def test_who_lies_about_the_seat_is_refused_and_nothing_is_given(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        found.office.begin()
        lie = encode(Give("commander", 0, 1, Note("I am the commander")))
        async with connect(f"ws://127.0.0.1:{found.address.port}", compression=None) as ws:
            await ws.send(join(found))
            await ws.send(lie)
            async with asyncio.timeout(20):
                while '"is":"refused"' not in (answer := str(await ws.recv())):
                    pass
        assert json.loads(answer) == {"is": "refused", "code": "not_yours", "number": 1, "detail": ""}
        assert found.office.entries(NOTE) == []


async def test_a_web_page_may_not_join(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        with pytest.raises(Exception, match="403"):
            await connect(f"ws://127.0.0.1:{found.address.port}", origin="http://127.0.0.1")  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_over_a_bad_network_every_act_is_given_once_and_nothing_is_missing(tmp_path: Path, seed: int) -> None:
    wanted = [f"note {number}" for number in range(30)]
    network = BadNetwork(seed, drops=0.15, repeats=0.15, holds=0.15, cuts=0.03)
    async with net(tmp_path) as found, bad_network(found.address.port, network):
        found.office.begin()
        async with Link(Address("127.0.0.1", network.port), found.wish(), again=SOON) as link:
            for text in wanted:
                assert (await link.give(Note(text))).accepted
                found.run(20)
            found.server.wake()
            count = found.office.hub.ledger
            await until(link, lambda: len(link.entries) >= count.own_count(SEAT))
            assert [entry.payload["text"] for entry in link.entries if entry.kind == NOTE] == wanted
            assert [entry.number for entry in link.entries] == list(range(len(link.entries)))
        assert [entry.payload["text"] for entry in found.office.entries(NOTE)] == wanted
    assert network.lost > 0


async def test_a_link_that_is_cut_comes_back_to_its_seat_by_itself(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        found.office.begin()
        async with Link(found.address, found.wish(), again=SOON) as link:
            (member,) = (each for each in found.office.hub.chairs.members.values() if each.seat)
            member.cast_out("closing")
            await until(link, lambda: link.broken is not None)
            assert (await link.give(Note("back"))).accepted
            assert len(found.office.entries("control.sit")) == 1


async def test_a_full_disk_pauses_the_drill_says_so_and_takes_nothing(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        controller = found.office.begin()
        keeper = found.office.hub.room.keeper
        assert keeper is not None
        keep, full = keeper._file, True

        def disk(entry: Entry) -> None:
            if full:
                raise WriteError(say("there is no space left"))
            keep(entry)

        async with Link(found.address, found.wish(), again=SOON) as link:
            keeper._file = disk
            with pytest.raises(WriteError, match="cannot keep the journal"):
                await link.give(Note("lost"))
            assert found.office.hub.room.status == "paused"
            await until(link, lambda: link.standing.trouble == "disk")
            full = False
            found.office.lead(controller, Turning("resume"))
            assert (await link.give(Note("kept"))).accepted
            assert [entry.payload["text"] for entry in link.entries if entry.kind == NOTE] == ["kept"]


async def test_a_stranger_who_says_nothing_is_sent_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.1)
    async with net(tmp_path) as found, connect(f"ws://127.0.0.1:{found.address.port}", compression=None) as ws:
        async with asyncio.timeout(20):
            await ws.wait_closed()
        assert found.office.hub.chairs.members == {}


async def test_one_address_does_not_take_every_place_at_the_door(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "FROM_ONE_ADDRESS", 3)
    async with net(tmp_path) as found, contextlib.AsyncExitStack() as stack:
        where = f"ws://127.0.0.1:{found.address.port}"
        for _ in range(3):
            await stack.enter_async_context(connect(where, compression=None))
        with pytest.raises(InvalidStatus, match="503"):
            await connect(where, compression=None)


async def test_a_host_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        wish = found.wish()
    with pytest.raises(DrillroomError, match="no room answers at"):
        await Link(found.address, wish).__aenter__()
