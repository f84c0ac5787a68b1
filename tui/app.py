"""The full-screen program: one drill at one seat, from the briefing to the hot wash.

It turns the clock's beats into looks at the room and keeps the screens in order; what they show and do stands in
`tui.screens`.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from reports.wording import Wording
from simulator.language.said import say
from simulator.language.translator import N_, Translator
from simulator.room.news import Asked, Came
from simulator.room.opening import Opened, Wall
from simulator.room.rewinding import Point, beside, left_of, rewind
from simulator.room.room import Clock
from simulator.room.settling import settle
from tui.hosting import Hosting
from tui.screens.base import DeskScreen, Panel
from tui.screens.briefing import Briefing
from tui.screens.commands import why_off
from tui.screens.deciding import Deciding
from tui.screens.desk import Desk
from tui.screens.doing import DOING
from tui.screens.drill import DrillScreen
from tui.screens.hotwash import HotWash
from tui.screens.looking import Help
from tui.screens.reading import Reader
from tui.screens.saving import save
from tui.screens.small import TooSmall, fits
from tui.screens.whole import Whole
from tui.settings import Preferences
from tui.signals import AWAY, mind
from tui.speech import Speech
from tui.web.session import forget_journal, note_journal

BEATS = 8
"""How often in a second the screen looks at the room, where nobody says otherwise."""


def always() -> bool:
    return True


def desk_of(opened: Opened, seat: str, translator: Translator) -> Desk:
    """A seat of an open drill, in a language."""
    drill = opened.room.drill
    return Desk(opened, seat, Wording(drill.scenario, translator, drill.journal.header["personas"]))


class DrillroomApp(Hosting):
    """A drill on a whole screen."""

    CSS_PATH = Path(__file__).with_name("styles") / "drillroom.tcss"
    ENABLE_COMMAND_PALETTE = False
    GROUND: ClassVar[int] = 2
    """How many screens there are while only the drill's own one is shown."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "leave_or_end", N_("Leave"), id="app.leave", priority=True, show=False,
                tooltip=N_("leave the drill, or end it and be scored")),
    ]  # fmt: skip

    def __init__(
        self, opened: Opened | None, seat: str, translator: Translator, *, beats: float | None = BEATS,
        is_there: Callable[[], bool] = always, clock: Clock = time.monotonic, wall: Wall | None = None,
        preferences: Preferences | None = None,
    ) -> None:  # fmt: skip
        """*beats*: looks at the room in a second; without, `tick` is called by whoever owns the clock.
        *is_there*: whether the terminal still is. *clock* and *wall*: of drills that go on from a moment of this one.
        *preferences*: the person's own where nobody says otherwise. Without *opened* no drill is open yet.
        """
        super().__init__(preferences, translator)
        self.opened = opened
        self.seated = None if opened is None else desk_of(opened, seat, translator)
        self._beats = beats
        self._is_there = is_there
        self._clock = clock
        self._wall = wall
        self._halted = False

    @property
    def desk(self) -> Desk:
        """The seat that is played; there is one while a drill is open."""
        assert self.seated is not None
        return self.seated

    def on_mount(self) -> None:
        self.dress(self.preferences.now)
        if self.seated is not None:
            self.enter()
        if self._beats is not None:
            self.set_interval(1 / self._beats, self.tick)
            # A terminal that goes away, or a request to end, closes the program as leaving does.
            mind(AWAY, self.exit)
        self.call_after_refresh(self.fit)

    def enter(self) -> None:
        """Into the drill that is open: its briefing, or where it was left."""
        note_journal(self.desk.path)
        if self._beats is not None:
            settle()
        if self.desk.room.status == "waiting":
            self.push_screen(Briefing(self.desk))
        else:
            self._take_up()

    def tick(self) -> None:
        """One beat: the drill follows the clock, and what has changed is shown."""
        if not self._is_there():
            self.exit()
            return
        if self.seated is None:
            return
        if self.desk.room.status == "running":
            self.desk.follow()
            self.announce()
            self.refresh_all()
        if self.desk.room.over and not self._scoring():
            self.score()

    def announce(self) -> None:
        """Of what is new, a decision opens by itself, unless something else is in front; what is urgent rings."""
        fresh = self.desk.unannounced()
        if any(isinstance(each, Came) and self._is_urgent(each) for each in fresh):
            self.desk.tone = "urgent"
            self.ring()
        asked = any(isinstance(each, Asked) for each in fresh)
        if asked:
            self.ring()
        if asked and isinstance(self.screen, DrillScreen | Reader) and self.desk.view.decisions:
            self.push_screen(Deciding(self.desk))

    def _is_urgent(self, came: Came) -> bool:
        inject = self.desk.wording.scenario.injects.get(came.message.inject)
        return inject is not None and inject.urgent

    def do(self, name: str) -> None:
        """Carry out a command, or say why it is off."""
        self.desk.hush()
        reason = why_off(self.desk, name)
        if reason is not None:
            self.desk.reply(reason)
        elif name == "help":
            self._help()
        elif name == "start":
            self.start()
        elif name == "save":
            save(self)
        else:
            DOING[name](self)
        if self.seated is not None and self.seated.room.over and not self._scoring():
            self.score()
        if self.seated is not None:
            self.announce()
        self.refresh_all()

    def start(self) -> None:
        """From the briefing into the drill."""
        self.desk.room.start()
        self.switch_screen(DrillScreen(self.desk))
        self.desk.look()
        self.announce()

    def show(self, panel: Panel) -> None:
        """Bring a panel to the front; the same one again goes away, another one takes its place."""
        there = self.screen
        if isinstance(there, Panel) and type(there) is type(panel):
            self.pop_screen()
            return
        while isinstance(self.screen, Panel) and not panel.ON_TOP:
            self.pop_screen()
        self.push_screen(panel)

    def refresh_all(self) -> None:
        """Show what has changed on the screen in front; one below does so when it comes to the front."""
        if isinstance(self.screen, Whole):
            self.screen.renew()
        elif isinstance(self.screen, TooSmall):
            self.screen.reload()

    def end_drill(self) -> None:
        """End the drill before its time and score it."""
        self.desk.room.drill.finish()
        self.score()

    def go_back(self, point: Point) -> None:
        """Play on from a moment of the drill, in a new journal; where that cannot be, the notice says why."""
        assert self.opened is not None
        before, desk, found = self.opened, self.desk, list[Opened]()
        if not desk.attempt(lambda: found.append(self._gone_back(before, point))):
            self.refresh_all()
            return
        before.file.close()
        self.opened, self.seated = found[0], desk_of(found[0], desk.seat, desk.wording.translator)
        while len(self.screen_stack) >= self.GROUND:
            self.pop_screen()
        note_journal(self.desk.path)
        self._take_up()

    def _gone_back(self, opened: Opened, point: Point) -> Opened:
        left = left_of(opened)
        return rewind(left, point, beside(left.path), self._clock, self._wall)

    def leave(self) -> None:
        """Close the program; the journal is on disk."""
        forget_journal()
        self.exit()

    def score(self) -> None:
        """On to the hot wash; the score is worked out beside the screen."""
        self.desk.look()
        self.desk.hush()
        while len(self.screen_stack) > self.GROUND:
            self.pop_screen()
        self.switch_screen(HotWash(self.desk))
        self.call_after_refresh(self.fit)
        desk = self.desk
        self.work(desk.score, lambda: desk.work_out(lambda: self.call_from_thread(self.refresh_all)))

    def work(self, *deeds: Callable[[], object]) -> None:
        """Do lengthy things one after another beside the screen; after each, show what came of it."""

        def done() -> None:
            for deed in deeds:
                deed()
                self.call_from_thread(self.refresh_all)

        self.run_worker(done, thread=True)

    def fit(self) -> None:
        """Hide the screens while the terminal is too small; in practice the clock stands meanwhile."""
        small, enough = isinstance(self.screen, TooSmall), fits(self.size.width, self.size.height)
        room = None if self.seated is None else self.seated.room
        if not enough and not small:
            self._halted = room is not None and room.practice and room.status == "running"
            if room is not None and self._halted:
                room.pause()
            self.push_screen(TooSmall(self.speech))
        elif enough and small:
            self.pop_screen()
            if room is not None and self._halted:
                self.desk.attempt(room.resume)

    def on_resize(self) -> None:
        self.call_after_refresh(self.fit)

    @property
    def speech(self) -> Speech:
        """The language of now."""
        return super().speech if self.seated is None else Speech(self.seated.wording.translator)

    def speak(self, language: str) -> None:
        """Go on in another language."""
        if self.seated is not None:
            self.seated.speak(language)

    def action_leave_or_end(self) -> None:
        if self.seated is None:
            self.exit()
        else:
            self.do("leave")

    def _take_up(self) -> None:
        """A drill from its journal stands where it was left, paused."""
        self.push_screen(DrillScreen(self.desk))
        self.desk.unannounced()
        self.desk.reply(say("Taken up again, and paused: F8 lets it run on."))
        if self.desk.view.decisions:
            self.push_screen(Deciding(self.desk))

    def _help(self) -> None:
        of = self.screen
        if isinstance(of, Help):
            self.pop_screen()
        elif isinstance(of, DeskScreen):
            self.push_screen(Help(self.desk, of))

    def _scoring(self) -> bool:
        return any(isinstance(screen, HotWash) for screen in self.screen_stack)

    def _fatal_error(self) -> None:
        """A fault ends the program without Textual's traceback; `failed` says what it was."""
        self._close_messages_no_wait()

    @property
    def failed(self) -> Exception | None:
        """The fault that ended the program, if one did."""
        return self._exception
