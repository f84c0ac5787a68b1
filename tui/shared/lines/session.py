"""One person among others, playing one seat in lines: waiting for the start, the shared clock, the link.

What each command does stands in `commands`; all that is as in a drill alone, in `tui.plain`.
"""

import threading
from collections.abc import Callable, Mapping
from typing import cast

from reports.wording import Wording
from simulator.errors import DrillroomError
from simulator.language.said import Said, say
from simulator.room.room import Room, Status
from simulator.room.shared.model import Seating
from simulator.room.shared.remote import Joined, RemoteRoom
from tui.plain.console import Console
from tui.plain.session import Dialog, Handler, Plain
from tui.plain.words import YES, cleaned
from tui.presentation.text import wrapped
from tui.shared.seat.people import seating_line

WORDS: Mapping[str, str] = {
    "others": "others", "同事": "others", "request": "request", "请求": "request", "approve": "approve",
    "批准": "approve", "refuse": "refuse", "拒绝": "refuse", "handover": "handover", "移交": "handover",
    "free": "free", "让出": "free",
}  # fmt: skip
"""The words that call what only a shared drill has."""

LOOKS = 0.2
"""Seconds between two looks at a room for whose clock a pipe waits."""

TURNED: dict[tuple[Status, Status], Said] = {
    ("waiting", "running"): say("The controller has started the drill."),
    ("waiting", "paused"): say("The controller has started the drill."),
    ("running", "paused"): say("The drill is paused. You can go on looking and ordering."),
    ("paused", "running"): say("The drill runs on."),
}
"""What is said when the room's status changes."""

Wait = Callable[[float], object]


def let_pass(seconds: float) -> None:
    """Wait so long, while the link is heard by its own thread."""
    threading.Event().wait(seconds)


class SharedPlain(Plain):
    """One person among others, playing one seat in lines."""

    def __init__(
        self, joined: Joined, wording: Wording, console: Console, handlers: Mapping[str, Handler], width: int = 80,
        wait: Wait = let_pass,
    ) -> None:  # fmt: skip
        self.remote: RemoteRoom = joined.room
        # A room on another machine does for a seat what one in this process does: see `simulator.room.seat`.
        super().__init__(cast(Room, joined.room), joined.room.seat, wording, console, handlers, width)
        self.for_good = False
        """Whether the person has given the seat up."""
        self._wait = wait
        self._status = joined.room.status
        self._lost: DrillroomError | None = None

    @property
    def seating(self) -> tuple[Seating, ...]:
        """Who sits where."""
        return self.remote.seating

    def await_start(self) -> None:
        """Say who is there until the controller starts the drill, or the person leaves."""
        if self.remote.status != "waiting":
            return
        self.write(say("Waiting for the controller to start the drill."))
        there: tuple[Seating, ...] = ()
        while self.remote.status == "waiting" and not self.leaving and self.remote.lost is None:
            self.remote.tick()
            for each in (each for each in self.seating if each not in there):
                self.show(wrapped(seating_line(self.wording, each), self.width, "  "))
            there = self.seating
            self._hear_or_wait()
            self._tell_room()

    def _hear_or_wait(self) -> None:
        """A person may leave meanwhile; a pipe has its lines read only when the drill has begun."""
        if self.console.steps:
            self._wait(LOOKS)
        else:
            self.listen()

    def run(self) -> None:
        """Play until the drill is over, the person leaves, or the room is closed."""
        self.await_start()
        self.tell()
        while not (self.remote.over or self.leaving or self.remote.lost is not None):
            self.remote.tick()
            self.tell()
            if not self.remote.over:
                self.listen()
        self.tell()

    def pass_time(self, until: int, news_too: bool) -> None:
        """Through a pipe: wait until the shared clock has come so far, or something reaches the seat, or it is over."""
        reached = (len(self.view.inbox), len(self.view.decisions), len(self.view.results))
        while not self.remote.over and self.remote.lost is None and self.view.time < until:
            self._wait(LOOKS)
            self.remote.tick()
            if news_too and reached != (len(self.view.inbox), len(self.view.decisions), len(self.view.results)):
                return

    def command(self, line: str) -> None:
        """Do a command; those of a shared drill have words of their own."""
        first, _, rest = cleaned(line).partition(" ")
        name = WORDS.get(first.casefold())
        if name is None:
            super().command(line)
        else:
            self.talk(self._handlers[name](self, rest.strip()))

    def stop(self) -> None:
        self.talk(leave_room(self))

    def no_more(self) -> None:
        """Ctrl-D on a terminal asks, a second time leaves; at the end of a pipe the seat waits for the end."""
        if self.console.steps:
            self.pass_time(self.wording.scenario.length, news_too=False)
        elif self._dialog is not None:
            self.leaving = True
        else:
            self.talk(leave_room(self))

    def _tell_room(self) -> None:
        """Tell how the room fares: its clock, and the link."""
        before, self._status = self._status, self.remote.status
        if (before, self._status) in TURNED:
            self.write(TURNED[before, self._status])
        trouble, lost = self.remote.trouble, self._lost
        if trouble is not None and (lost is None or str(lost) != str(trouble)):
            self.complain(trouble)
        elif trouble is None and lost is not None:
            self.write(say("The link stands again."))
        self._lost = trouble


def leave_room(plain: SharedPlain) -> Dialog:
    """Ask whether to leave the room."""
    plain.write(say("Leave? The seat is kept for a minute, then a stand-in takes it. (y/n)"))
    if (yield).casefold() in YES:
        plain.leaving = True
    else:
        plain.write(say("Still here."))
