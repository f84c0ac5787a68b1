"""A host of shared rooms in a program of its own or beside a screen: server, codes, certificate, and where it is."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from simulator.errors import CallError
from simulator.language.said import say
from simulator.room.room import Clock
from simulator.room.shared.background import Background
from simulator.room.shared.certificate import Certificate, host_context, kept_certificate
from simulator.room.shared.chairs import GRACE
from simulator.room.shared.hub import Hub
from simulator.room.shared.keys import Keys
from simulator.room.shared.log import EventLog
from simulator.room.shared.model import Role
from simulator.room.shared.opening import Shared
from simulator.room.shared.reaching import Address
from simulator.room.shared.server import RoomServer

LOCAL = "127.0.0.1"
EVERYWHERE = "0.0.0.0"


@dataclass(frozen=True, slots=True)
class Terms:
    """How rooms are hosted."""

    lan: bool = False
    """Whether other machines may join; otherwise this one alone."""
    insecure: bool = False
    """Whether a network is trusted without encryption."""
    port: int = 0
    """0: any free one."""
    grace: float = GRACE
    """Seconds that a seat is kept for somebody whose link was lost."""
    debrief: bool = True
    """Whether everybody has the whole journal after the end."""


class Host:
    """Rooms that are being hosted. Close it, or use it with `with`."""

    def __init__(
        self, rooms: Mapping[str, Shared], terms: Terms, *, clock: Clock = time.monotonic,
        log: EventLog | None = None, certificate: Certificate | None = None,
    ) -> None:  # fmt: skip
        """Made by `host_rooms`."""
        self.rooms, self.certificate = rooms, certificate
        self.hubs = {name: _hub(name, shared, terms, clock, log) for name, shared in rooms.items()}
        self._background = Background()
        context = host_context(certificate) if certificate else None
        where = EVERYWHERE if terms.lan else LOCAL
        self._server = RoomServer(self.hubs, where, terms.port, encrypt=context)
        try:
            self._background.run(self._server.__aenter__())
        except BaseException:
            self._background.close()
            raise

    @property
    def port(self) -> int:
        return self._server.port

    @property
    def fingerprint(self) -> str:
        """What people compare beside the code; empty where nothing is encrypted."""
        return self.certificate.shown if self.certificate else ""

    @property
    def own_address(self) -> Address:
        """For the screens of this machine."""
        encrypted = self.certificate is not None
        return Address(LOCAL, self.port, encrypted, self.certificate.fingerprint if self.certificate else "")

    def codes(self, room: str = "") -> Mapping[Role, str]:
        """The join codes of a room: of the only one where none is named."""
        return self.hubs[room or next(iter(self.hubs))].keys.codes

    def close(self) -> None:
        """Tell everybody, and close; every drill can be taken up again from its journal."""
        self._background.run(self._server.__aexit__())
        self._background.close()
        for shared in self.rooms.values():
            shared.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def host_rooms(
    rooms: Mapping[str, Shared], terms: Terms, *, clock: Clock = time.monotonic, log: EventLog | None = None
) -> Host:
    """Host rooms by their names. Raises `CallError` where the port is taken, or nothing can encrypt."""
    if not rooms:
        raise CallError(say("there is no room to host"))
    folder = next(iter(rooms.values())).file.path.parent
    encrypted = terms.lan and not terms.insecure
    certificate = kept_certificate(folder) if encrypted else None
    return Host(rooms, terms, clock=clock, log=log, certificate=certificate)


def keys_beside(journal: Path) -> Path:
    """Where a room's codes and the digests of its secrets are kept: beside its journal."""
    return journal.with_name(f"{journal.stem}.keys")


def _hub(name: str, shared: Shared, terms: Terms, clock: Clock, log: EventLog | None) -> Hub:
    keys = Keys(keys_beside(shared.file.path), clock)
    return Hub(name, shared, keys, clock, log=log, grace=terms.grace, debrief=terms.debrief)
