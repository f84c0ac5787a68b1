"""The desk of a controller, an evaluator or an observer of a shared room, over the net or in the host itself."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from simulator.engine.view import Receipt
from simulator.errors import DrillroomError
from simulator.journal.acts import Act
from simulator.journal.controls import Doing
from simulator.journal.entry import Entry
from simulator.room.shared.background import Background
from simulator.room.shared.client import Link
from simulator.room.shared.model import Console, Role, Seating
from simulator.room.shared.picture import console_in
from simulator.room.shared.reaching import Address, Wish
from simulator.room.shared.refusing import error_of
from simulator.scenario.scenario import Scenario


class ControlDesk(Protocol):
    """What who runs, judges or watches a drill works with."""

    @property
    def role(self) -> Role: ...

    @property
    def scenario(self) -> Scenario:
        """The whole of it."""
        ...

    @property
    def header(self) -> Mapping[str, Any]: ...

    @property
    def entries(self) -> Sequence[Entry]:
        """The whole journal so far."""
        ...

    @property
    def trouble(self) -> DrillroomError | None: ...

    @property
    def is_cut_off(self) -> bool:
        """Whether the link is broken for now; it comes back by itself."""
        ...

    def console(self) -> Console:
        """Everything at a glance, as it was told last."""
        ...

    def lead(self, what: Doing) -> Receipt:
        """Run the drill, or note something. Raises `DrillroomError` where it is refused."""
        ...

    def act(self, seat: str, act: Act) -> Receipt:
        """Act in a seat that was taken over. Raises `DrillroomError` where it is refused."""
        ...

    def close(self) -> None: ...


class RemoteDesk:
    """A desk over the net."""

    def __init__(self, link: Link, background: Background) -> None:
        assert link.welcome is not None
        self.link, self._background = link, background
        self.role: Role = link.welcome.role
        self.header: Mapping[str, Any] = link.welcome.header
        self.scenario = Scenario.model_validate(self.header["resolved"])
        self._seen: tuple[int, int] = (0, 0)
        self._console = console_in(link.listener.parts)

    @property
    def entries(self) -> Sequence[Entry]:
        return self.link.entries

    @property
    def seating(self) -> tuple[Seating, ...]:
        """Who sits where."""
        return self.link.seating

    @property
    def secret(self) -> str:
        """To come back with, also from another process."""
        return self.link.secret

    @property
    def trouble(self) -> DrillroomError | None:
        code = self.link.standing.trouble
        return self.link.over or self.link.broken or (error_of(code) if code else None)

    @property
    def is_cut_off(self) -> bool:
        """Whether the link is broken for now; it comes back by itself."""
        return self.link.over is None and self.link.broken is not None

    def console(self) -> Console:
        listener = self.link.listener
        seen = (id(listener), listener.version)
        if listener.version and seen != self._seen:
            self._console, self._seen = console_in(listener.parts), seen
        return self._console

    def lead(self, what: Doing) -> Receipt:
        return self._background.run(self.link.lead(what))

    def act(self, seat: str, act: Act) -> Receipt:
        return self._background.run(self.link.give(act, seat))

    def close(self) -> None:
        self._background.run(self.link.__aexit__())
        self._background.close()


def open_desk(address: Address, wish: Wish) -> RemoteDesk:
    """Join a room on the net as controller, evaluator or observer. Raises as `join_room` does."""
    background = Background()
    try:
        return RemoteDesk(background.run(_linked(address, wish)), background)
    except BaseException:
        background.close()
        raise


async def _linked(address: Address, wish: Wish) -> Link:
    return await Link(address, wish).__aenter__()
