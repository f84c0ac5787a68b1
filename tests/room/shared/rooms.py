"""Shared rooms for tests: the sample, a hub with no net, and a host on this machine whose time a test turns."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator.journal.acts import Act
from simulator.journal.controls import Doing, Turning
from simulator.journal.entry import Entry
from simulator.room.shared.chairs import Member
from simulator.room.shared.client import Link
from simulator.room.shared.hub import Hub
from simulator.room.shared.keys import Keys
from simulator.room.shared.model import PROTOCOL, Give, Given, Join, Lead, Led, Role, Welcome
from simulator.room.shared.opening import open_shared, reopen_shared
from simulator.room.shared.reaching import Address, Wish
from simulator.room.shared.server import RoomServer
from tests.authoring.sample import sample
from tests.room.rooms import SEAT, Clock

HOME = "10.0.0.1"
"""An address from which people join."""


@dataclass
class Office:
    """A hub with a clock, and short words for what people do there."""

    folder: Path
    clock: Clock
    hub: Hub
    numbers: dict[int, int] = field(default_factory=dict)

    def enter(self, role: Role = "seat", seat: str = "", name: str = "Lin Qiao", secret: str = "") -> Member:
        member, _ = self.welcome(role, seat, name, secret)
        return member

    def welcome(
        self, role: Role = "seat", seat: str = "", name: str = "Lin Qiao", secret: str = "", code: str = ""
    ) -> tuple[Member, Welcome]:
        said = "" if secret else code or self.hub.keys.codes[role]
        return self.hub.come_in(Join(PROTOCOL, role, name, said, seat, secret), HOME)

    def act(self, member: Member, act: Act, seat: str = "") -> Given:
        """The next act of a seat."""
        chair = self.hub.ledger.chairs[seat or member.seat]
        number = len(chair.acts.get(chair.sitting, ())) + 1
        return self.hub.give(member, Give(seat or member.seat, chair.sitting, number, act))

    def lead(self, member: Member, what: Doing) -> Led:
        self.numbers[member.number] = number = self.numbers.get(member.number, 0) + 1
        return self.hub.lead(member, Lead(number, what))

    def begin(self) -> Member:
        """A controller comes in and starts the drill."""
        controller = self.enter("controller", name="Chen Yu")
        self.lead(controller, Turning("start"))
        return controller

    def run(self, seconds: int) -> None:
        """So many exercise seconds pass."""
        until = self.hub.room.drill.now + seconds
        while self.hub.room.drill.now < until and self.hub.room.status == "running":
            self.clock.now += 10
            self.hub.tick()

    def entries(self, *kinds: str) -> list[Entry]:
        return self.hub.room.drill.journal.of_kind(*kinds)


def office(folder: Path, **settings: Any) -> Office:
    """A new shared drill of the sample."""
    clock = Clock()
    shared = open_shared(sample(folder), 7, folder / "drill.jsonl", clock, None)
    return Office(folder, clock, Hub("one", shared, Keys(folder / "drill.keys", clock), clock, **settings))


def again(folder: Path) -> Office:
    """The same drill, taken up again by another host."""
    clock = Clock()
    shared = reopen_shared(folder / "drill.jsonl", clock, None)
    return Office(folder, clock, Hub("one", shared, Keys(folder / "drill.keys", clock), clock))


@dataclass
class Net:
    """An office behind a port."""

    office: Office
    server: RoomServer
    address: Address

    def wish(self, role: Role = "seat", seat: str = SEAT, name: str = "Lin Qiao") -> Wish:
        return Wish(role, name, self.office.hub.keys.codes[role], seat if role == "seat" else "")

    def run(self, seconds: int) -> None:
        self.office.run(seconds)
        self.server.wake()


@asynccontextmanager
async def net(folder: Path, encrypt: Any = None, fingerprint: str = "", **settings: Any) -> AsyncIterator[Net]:
    """A host on this machine that follows no clock by itself."""
    found = office(folder, **settings)
    async with RoomServer({"one": found.hub}, encrypt=encrypt, beats=None) as server:
        yield Net(found, server, Address("127.0.0.1", server.port, encrypt is not None, fingerprint))
    found.hub.shared.file.close()


async def until(link: Link, holds: Callable[[], bool]) -> None:
    """Wait until what the host has told makes something hold."""
    async with asyncio.timeout(20):
        while not holds():
            link.changed.clear()
            await link.changed.wait()
