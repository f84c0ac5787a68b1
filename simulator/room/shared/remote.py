"""A seat of a room on another machine, as screens use any room.

What it shows is what the host told last; whatever the seat does is asked of the host, which decides.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulator.engine.view import Receipt, View
from simulator.errors import CallError, DrillroomError
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.acts import Act
from simulator.journal.entry import Entry
from simulator.journal.file import write_all
from simulator.journal.journal import Journal
from simulator.journal.lines import decode, line_hash
from simulator.language.said import say
from simulator.room.room import Status
from simulator.room.shared.background import Background
from simulator.room.shared.client import Link
from simulator.room.shared.growing import become, fresh, grow
from simulator.room.shared.model import Seating
from simulator.room.shared.picture import view_of
from simulator.room.shared.reaching import Address, Wish
from simulator.room.shared.refusing import error_of
from simulator.scenario.scenario import Scenario


class OwnJournal(Journal):
    """What reached a seat and what it did; after the debriefing the whole journal."""

    def __init__(self, entries: list[Entry], header: Mapping[str, Any]) -> None:
        super().__init__(entries)
        self._header = header

    @property
    def header(self) -> Mapping[str, Any]:
        return self._header


class RemoteDrill:
    """The drill behind a link, as far as the seat may know it."""

    def __init__(self, link: Link, header: Mapping[str, Any]) -> None:
        self._link = link
        self.scenario: Scenario = fresh(header["resolved"])
        """Grows as things reach the seat."""
        self.journal: Journal = OwnJournal(link.entries, header)
        self.seed: int = header["seed"]
        """0 until the debriefing: with it, somebody could look ahead."""

    @property
    def now(self) -> int:
        return self._link.standing.time

    @property
    def over(self) -> bool:
        return self._link.standing.status == "over"

    def finish(self) -> None:
        raise _not_here()


class RemoteFile:
    """Where the journal will stand on this machine after the debriefing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.head = ""

    def keep(self, lines: tuple[bytes, ...]) -> None:
        """Keep the whole journal. Raises as `write_all` does."""
        write_all((decode(line)[0] for line in lines), self.path)
        self.head = line_hash(lines[-1])

    def close(self) -> None:
        """Nothing is open."""


class RemoteRoom:
    """One seat of a shared room, over the net."""

    practice = False
    """Nobody pauses or hastens a shared drill from a seat, or goes back in it."""
    shared = True
    steps = False

    def __init__(self, link: Link, background: Background, file: RemoteFile) -> None:
        assert link.welcome is not None
        self.link, self.file, self._background = link, file, background
        self.seat = link.welcome.seat
        self.drill = RemoteDrill(link, link.welcome.header)
        self.scorecard: Scorecard | None = None
        self._seen: tuple[int, int] = (0, 0)
        self._view = view_of(link.listener.parts)
        self.tick()

    # -- how it stands ------------------------------------------------------------------------------------

    @property
    def status(self) -> Status:
        return self.link.standing.status

    @property
    def pace(self) -> float:
        return self.link.standing.pace

    @property
    def over(self) -> bool:
        return self.status == "over"

    @property
    def behind(self) -> bool:
        return self.link.standing.behind

    @property
    def seating(self) -> tuple[Seating, ...]:
        """Who sits where."""
        return self.link.seating

    @property
    def secret(self) -> str:
        """To come back with, also from another process."""
        return self.link.secret

    @property
    def lost(self) -> DrillroomError | None:
        """Why there will be no link any more; nothing while there may."""
        return self.link.over

    @property
    def trouble(self) -> DrillroomError | None:
        """A link that is broken, or what hinders the host."""
        code = self.link.standing.trouble
        return self.link.over or self.link.broken or (error_of(code) if code else None)

    def tick(self) -> None:
        """Take in what was told since."""
        listener = self.link.listener
        seen = (id(listener), listener.version)
        if listener.version and seen != self._seen:
            grow(self.drill.scenario, listener.parts)
            self._view, self._seen = view_of(listener.parts), seen

    def view(self, seat: str) -> View:
        """What the seat may know, as it was told last. Raises `CallError` for another seat."""
        if seat != self.seat:
            raise error_of("not_yours")
        self.tick()
        return self._view

    # -- what it does -------------------------------------------------------------------------------------

    def act(self, seat: str, act: Act) -> Receipt:
        """An act, kept by the host when this returns. Raises `DrillroomError` where it is not taken."""
        if seat != self.seat:
            raise error_of("not_yours")
        receipt = self._background.run(self.link.give(act))
        self.tick()
        return receipt

    def leave(self) -> None:
        """Leave for good: a stand-in takes the seat."""
        self._background.run(self.link.leave())

    def disconnect(self) -> None:
        """End the link; the seat is kept for a while."""
        self._background.run(self.link.__aexit__())
        self._background.close()

    def start(self) -> None:
        raise _not_here()

    def pause(self) -> None:
        raise _not_here()

    def resume(self) -> None:
        raise _not_here()

    def set_pace(self, pace: float) -> None:
        raise _not_here()

    def wait(self, seat: str, seconds: int) -> None:
        raise _not_here()

    def skip_to(self, time: int, seat: str | None = None) -> None:
        raise _not_here()

    def end(self) -> Scorecard:
        raise _not_here()

    # -- afterwards ---------------------------------------------------------------------------------------

    def close(self) -> Scorecard:
        """After the end: wait for the whole journal, keep it on this machine, and score it here.

        Raises `CallError` while the drill runs, and where the host keeps the score to itself.
        """
        if self.scorecard is None:
            self._hear_all()
            lines = tuple(line.encode() for part in sorted(self.link.lines) for line in self.link.lines[part])
            try:
                entries = [decode(line)[0] for line in lines]
            except ValueError as error:
                raise error_of("garbled") from error
            self.file.keep(lines)
            self._know_all(entries)
        assert self.scorecard is not None
        return self.scorecard

    def _hear_all(self) -> None:
        if not self.over:
            raise CallError(say("the drill has not ended"))
        assert self.link.welcome is not None
        if not self.link.welcome.debrief:
            raise CallError(say("the trainers keep the scores of this drill"), say("ask them for your report"))
        self._background.run(self.link.hear_all(), longest=None)

    def _know_all(self, entries: list[Entry]) -> None:
        header = entries[0].payload
        become(self.drill.scenario, Scenario.model_validate(header["resolved"]))
        self.drill.journal, self.drill.seed = Journal(entries), header["seed"]
        self.scorecard = evaluate(self.drill.scenario, entries)


class Joined:
    """A seat that was taken, and where its journal will be kept: as screens take any room."""

    def __init__(self, room: RemoteRoom) -> None:
        self.room = room
        self.file = room.file


def join_room(address: Address, wish: Wish, path: Path) -> Joined:
    """Take a seat of a room on the net. *path*: where the whole journal is kept after the end.

    Raises `DrillroomError` where no room answers, it is not the one that is meant, or it refuses.
    """
    background = Background()
    try:
        link = background.run(_linked(address, wish))
        return Joined(RemoteRoom(link, background, RemoteFile(path)))
    except BaseException:
        background.close()
        raise


async def _linked(address: Address, wish: Wish) -> Link:
    return await Link(address, wish).__aenter__()


def _not_here() -> CallError:
    return CallError(say("the controller has the clock of a shared drill"), say("ask the controller"))
