"""One person playing one seat in lines: the loop that listens, lets the clock run, and tells what comes.

What each command does stands in `tui.plain.commands`; here is only who gets the next line.
"""

from collections.abc import Callable, Generator, Iterable, Mapping
from typing import assert_never

from reports.wording import Wording
from simulator.clock import Malformed
from simulator.engine.view import View
from simulator.errors import DrillroomError
from simulator.language.said import Said, say
from simulator.room.news import Arrived, Asked, Came, Ended, News, Read, news
from simulator.room.rewinding import Point
from simulator.room.room import Room
from tui.plain.console import Console, Nothing
from tui.plain.naming import named_order
from tui.plain.words import WORDS, YES, Typed, cleaned, near, typed
from tui.presentation.briefing import chapter_line
from tui.presentation.history import History
from tui.presentation.messages import decision_lines, headline, message_lines
from tui.presentation.orders import result_line
from tui.presentation.situation import arrival_line
from tui.presentation.text import wrapped

Dialog = Generator[None, str, None]
"""A talk over several lines: it is sent each line until it ends."""

Handler = Callable[["Plain", str], Dialog | None]
"""Does one command with what follows it; a command that asks back answers a dialog."""


class Plain:
    """A room seen and moved from one seat through a console."""

    def __init__(
        self, room: Room, seat: str, wording: Wording, console: Console, handlers: Mapping[str, Handler],
        width: int = 80,
    ) -> None:  # fmt: skip
        self.room = room
        self.seat = seat
        self.wording = wording
        self.console = console
        self.width = width
        self.leaving = False
        """Whether the person has left a drill that is not over."""
        self.go_back: Callable[[Point], None] | None = None
        """Makes the drill that goes on from a point of this one; raises `DrillroomError` where it cannot."""
        self.gone_back = False
        """Whether the person plays on elsewhere: in a drill that goes on from a point of this one."""
        self.history = History()
        self.looked = room.view(seat)
        """The view when the person last looked at the status or at what has changed."""
        self.reading: set[int] = set()
        """Messages whose text has been shown already, while they were being read."""
        self._handlers = handlers
        self._told: View | None = None
        self._dialog: Dialog | None = None
        self._trouble: DrillroomError | None = None
        self._behind = False

    @property
    def view(self) -> View:
        """What the seat knows now."""
        return self.room.view(self.seat)

    def run(self) -> None:
        """Play until the drill is over or the person leaves. The room has been started."""
        self.tell()
        while not (self.room.over or self.leaving or self.gone_back):
            self.room.tick()
            self.tell()
            if not self.room.over:
                self.listen()
        if not self.gone_back:
            self.tell()

    def know_all(self) -> None:
        """Nothing that has reached the seat so far is told again."""
        self._told = self.looked = self.view

    def listen(self) -> None:
        """Take what is heard next, if anything is."""
        match self.console.hear(self.prompt()):
            case str(line):
                self.room.tick()
                self.take(line)
            case Nothing.YET:
                pass
            case Nothing.STOP:
                self.stop()
            case Nothing.MORE:
                self.no_more()
            case Nothing.GONE:
                self.leaving = True
            case never:
                assert_never(never)

    def take(self, line: str) -> None:
        """Do what a line says. Whatever is wrong with it is one line of answer; nothing is lost by it."""
        try:
            if self._dialog is not None:
                self._go_on(cleaned(line))
            else:
                self.command(line)
        except DrillroomError as error:
            self.complain(error)
        except Malformed as error:
            self.complain(error.error)
        self.tell()

    def command(self, line: str) -> None:
        """Do a command; an order may be called by its own name."""
        meant = self._meant(line)
        if not meant.command and not meant.rest:
            return
        handler = self._handlers.get(meant.command or "order")
        if handler is not None:
            self.talk(handler(self, meant.rest))
        elif meant.command:
            self.write(say("'{line}' is for another time: ? lists what can be done now.", line=cleaned(line)))
        else:
            self.unknown(line)

    def _meant(self, line: str) -> Typed:
        """A line made out; an order's whole name goes before a command with which it begins."""
        words = cleaned(line).split()
        _, count = named_order(self.wording.scenario, words)
        name = " ".join(words[:count]).casefold()
        return Typed("", " ".join(words)) if name and name not in WORDS else typed(line)

    def talk(self, dialog: Dialog | None) -> None:
        """Begin a dialog: the next lines are for it."""
        self._dialog = dialog
        if dialog is not None:
            self._go_on(None)

    def _go_on(self, line: str | None) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        try:
            if line is None:
                next(dialog)
            else:
                dialog.send(line)
        except StopIteration:
            return
        self._dialog = dialog

    def unknown(self, line: str) -> None:
        """Say that a line was not understood, and what may have been meant."""
        line = cleaned(line)
        likely = near(line, self.view.orders if "order" in self._handlers else ())
        if likely:
            self.write(say("Not understood: '{line}'. Did you mean '{near}'?", line=line, near=likely))
        else:
            self.write(say("Not understood: '{line}'. Type ? for help.", line=line))

    def complain(self, error: DrillroomError) -> None:
        """An error as one line."""
        if error.remedy is None:
            self.write(say("{message}.", message=error.message))
        else:
            self.write(say("{message}: {remedy}.", message=error.message, remedy=error.remedy))

    def write(self, said: Said) -> None:
        """Say one thing, wrapped."""
        self.show(wrapped(self.wording.said(said), self.width))

    def state(self, said: Said) -> None:
        """Say one thing on one line, however long: it holds a path to be copied."""
        self.show([self.wording.said(said)])

    def show(self, lines: Iterable[str]) -> None:
        """Show lines as they are."""
        for line in lines:
            self.console.write(line)

    def tell(self) -> None:
        """Tell what has reached the seat since the last time, and how the room fares."""
        view = self.view
        chapter = self.wording.scenario.chapter_at(view.time)
        if self._told is not None and chapter != self.wording.scenario.chapter_at(self._told.time) and chapter:
            self.show(["", *wrapped(chapter_line(self.wording, chapter), self.width, "== ")])
        for item in news(self._told, view):
            self.show(self._item(item))
        self._told = view
        self.history.take(view)
        self._tell_room()

    def _tell_room(self) -> None:
        trouble = self.room.trouble
        if trouble is not None and trouble is not self._trouble:
            self.complain(trouble)
            self.write(say("The drill is paused; nothing is lost. Type go when that is mended."))
        self._trouble = trouble
        if self.room.behind and not self._behind:
            self.write(say("Catching up with the clock …"))
        self._behind = self.room.behind

    def _item(self, item: News) -> list[str]:
        wording, width = self.wording, self.width
        match item:
            case Came(message):
                return wrapped(headline(wording, message), width)
            case Read(message):
                if message.number not in self.reading:
                    return message_lines(wording, message, width)
                clock = wording.clock(message.opened or message.time)
                return [wording.say("{clock} You have read [{number}].", clock=clock, number=message.number)]
            case Asked(decision):
                return decision_lines(wording, decision, width)
            case Ended(result):
                return wrapped(result_line(wording, result), width)
            case Arrived(unit, time):
                return wrapped(arrival_line(wording, unit, time), width)
            case _:
                assert_never(item)

    def prompt(self) -> str:
        """What stands before the line that is typed."""
        clock = self.wording.clock(self.room.drill.now)
        halted = f" {self.wording.say('paused')}" if self.room.status == "paused" else ""
        return f"{clock}{halted} > "

    def stop(self) -> None:
        """Ctrl-C: halt where that is allowed, and ask."""
        if self.room.practice:
            self.room.pause()
        self.talk(leaving(self))

    def no_more(self) -> None:
        """Ctrl-D on a terminal asks, a second time leaves; at the end of a pipe the drill runs to its end."""
        asked, self._dialog = self._dialog, None
        if getattr(asked, "__name__", "") == leaving.__name__:
            self.leaving = True
        elif self.console.steps:
            self._run_out()
        else:
            self.talk(leaving(self))

    def _run_out(self) -> None:
        try:
            while not self.room.over:
                self.room.wait(self.seat, self.room.drill.scenario.length)
                self.tell()
        except DrillroomError as error:
            self.complain(error)
            self.leaving = True


def leaving(plain: Plain) -> Dialog:
    """Ask whether to leave the drill as it stands."""
    plain.write(say("Leave this drill? The journal is kept and can be taken up again. (y/n)"))
    answer = yield
    if answer.casefold() in YES:
        plain.leaving = True
    elif plain.room.status == "paused":
        plain.write(say("Still here, and paused. Type go to run on."))
    else:
        plain.write(say("Still here."))
