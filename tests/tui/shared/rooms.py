"""A shared drill for the tests of screens: hosted on this machine, its clock turned by the test."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from simulator.engine.view import Receipt
from simulator.errors import DrillroomError
from simulator.journal.acts import Act
from simulator.journal.controls import Doing, Turning
from simulator.journal.entry import Entry
from simulator.language.translator import translator_for
from simulator.room.shared.chairs import Member
from simulator.room.shared.desk import ControlDesk, RemoteDesk, open_desk
from simulator.room.shared.hosting import Host, Terms, host_rooms
from simulator.room.shared.model import Console, Role
from simulator.room.shared.opening import open_shared
from simulator.room.shared.reaching import Wish
from simulator.room.shared.refusing import Refusal, error_of
from simulator.room.shared.remote import Joined, join_room
from simulator.scenario.scenario import Scenario
from tests.authoring.sample import sample
from tests.room.rooms import SEAT, Clock
from tests.room.shared.rooms import Office
from tests.tui.screen import Stage
from tui.app import DrillroomApp
from tui.settings import Preferences
from tui.shared.calling import Call
from tui.shared.console.app import ConsoleApp
from tui.shared.joining import Taken
from tui.shared.seat.app import SeatApp

LOOKS = 3000
"""How often a screen is looked at for a text before it is given up: enough for a machine that is busy."""


class HubDesk:
    """A desk in the host itself, for screens whose link is not what is tested."""

    def __init__(self, office: Office, role: Role = "controller", name: str = "Chen Yu") -> None:
        self.office, self.role = office, role
        self.member: Member = office.enter(role, name=name)
        self.trouble: DrillroomError | None = None
        self.is_cut_off = False

    @property
    def scenario(self) -> Scenario:
        return self.office.hub.room.drill.scenario

    @property
    def header(self) -> Mapping[str, Any]:
        return self.office.hub.room.drill.journal.header

    @property
    def entries(self) -> list[Entry]:
        return list(self.office.hub.room.drill.journal)

    def console(self) -> Console:
        return self.office.hub.console()

    def lead(self, what: Doing) -> Receipt:
        try:
            return self.office.lead(self.member, what).receipt
        except Refusal as refusal:
            raise error_of(refusal.code, refusal.detail) from refusal

    def act(self, seat: str, act: Act) -> Receipt:
        return self.office.act(self.member, act, seat).receipt

    def close(self) -> None:
        """Nothing is open."""


@dataclass
class Hosted:
    """A host, and the hands that come into its room."""

    folder: Path
    host: Host
    clock: Clock

    def join(self, seat: str = SEAT, name: str = "Lin Qiao") -> Joined:
        wish = Wish("seat", name, self.host.codes()["seat"], seat)
        return join_room(self.host.own_address, wish, self.folder / f"{seat}.jsonl")

    def desk(self, role: Role = "controller", name: str = "Chen Yu") -> RemoteDesk:
        return open_desk(self.host.own_address, Wish(role, name, self.host.codes()[role]))

    def begin(self) -> RemoteDesk:
        desk = self.desk()
        desk.lead(Turning("start"))
        return desk


@contextmanager
def hosted(folder: Path) -> Iterator[Hosted]:
    """The sample, shared, on this machine."""
    clock = Clock()
    shared = open_shared(sample(folder), 7, folder / "drill.jsonl", clock, None)
    with host_rooms({"one": shared}, Terms(), clock=clock) as host:
        yield Hosted(folder, host, clock)


async def until(stage: Stage, wanted: str | Callable[[], bool]) -> str:
    """The screen, once a text stands on it or something holds; fails after a bounded number of looks."""
    for _ in range(LOOKS):
        stage.app.tick()
        await stage.pilot.pause()
        if wanted in stage.text if isinstance(wanted, str) else wanted():
            return stage.text
        await asyncio.sleep(0.02)
    raise AssertionError(f"{wanted!r} never came:\n{stage.text}")


@asynccontextmanager
async def seated(joined: Joined, language: str = "en", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Stage]:
    """A seat of a shared drill on a screen."""
    preferences = Preferences(joined.file.path.with_suffix(".settings"), {})
    app = SeatApp(
        Taken(joined, Call("127.0.0.1:8710", "seat")), translator_for(language), beats=None, preferences=preferences
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Stage(app, pilot, Clock())


@asynccontextmanager
async def at_console(
    desk: ControlDesk, folder: Path, language: str = "en", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Stage]:
    """The console on a screen."""
    app = ConsoleApp(desk, translator_for(language), beats=None, preferences=Preferences(folder / "settings.json", {}))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        # A stage knows programs with a drill of their own; of this one it uses keys, beats and what is shown.
        yield Stage(cast(DrillroomApp, app), pilot, Clock())
