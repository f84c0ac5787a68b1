"""The full-screen program with the lobby before its drills: one drill after another, until the person leaves."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from simulator.language.said import say
from simulator.room.opening import Opened, Wall, people
from simulator.room.room import Clock
from tui.app import BEATS, always, desk_of
from tui.choices import Invitation, Preparation
from tui.lobby import Lobby
from tui.screens.before import LobbyScreen
from tui.screens.joining import Joining
from tui.screens.lobby import Foyer, LobbyHelp, ReadinessPage, Results, TakingUp
from tui.settings import Preferences
from tui.sharing import SharingApp, Sitting
from tui.speech import Speech
from tui.web.session import forget_journal, note_seat, noted_seat


class LobbyApp(SharingApp):
    """The lobby, and whatever drill is opened from it."""

    GROUND: ClassVar[int] = 3

    def __init__(
        self, lobby: Lobby, *, preferences: Preferences | None = None, beats: float | None = BEATS,
        is_there: Callable[[], bool] = always, clock: Clock = time.monotonic, wall: Wall | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            None, "", lobby.speech.translator, beats=beats, is_there=is_there, clock=clock, wall=wall,
            preferences=preferences,
        )  # fmt: skip
        self.lobby = lobby

    def on_mount(self) -> None:
        self.lobby.name = self.lobby.name or self.preferences.now.name
        for warning in self.preferences.warnings:
            self.lobby.reply(warning)
        self.push_screen(Foyer(self.lobby))
        self.work(partial(self.lobby.read, lambda: self.call_from_thread(self.refresh_all)))
        super().on_mount()
        seat = noted_seat()
        if seat is not None:
            self.lobby.invitation = Invitation(
                seat["place"], "", seat["name"], seat["seat"], bool(seat["encrypted"]), seat["fingerprint"]
            )
            forget_journal()
            self.join()

    def speak(self, language: str) -> None:
        self.lobby.speak(language)
        super().speak(language)

    @property
    def speech(self) -> Speech:
        return self.lobby.speech if self.seated is None else super().speech

    def begin(self, prepared: Preparation) -> None:
        """From the lobby into a new drill; the name is kept for the next one."""
        if prepared.name != self.preferences.now.name:
            self.lobby.attempt(partial(self.preferences.choose, name=prepared.name))
        self._open(partial(self.lobby.doors.begin, prepared.scenario, self.lobby.wishes(prepared)))

    def take_up(self, path: Path) -> None:
        """From the lobby on with an interrupted drill."""
        self._open(partial(self.lobby.doors.take_up, path))

    def join(self) -> None:
        """From the lobby into a seat of a shared drill; the host may take a while to answer."""
        lobby = self.lobby
        if lobby.knocking:
            return
        lobby.knocking = True
        lobby.reply(say("Asking at {place} …", place=lobby.invitation.place))
        self.refresh_all()
        self.work(self._knock)

    def _knock(self) -> None:
        found = self.lobby.knock()
        self.lobby.knocking = False
        if found is not None:
            self.call_from_thread(self._take_seat, found)

    def _take_seat(self, sitting: Sitting) -> None:
        """Into the seat, unless the person has begun something else meanwhile."""
        if self.seated is not None:
            self.work(sitting.go)
            return
        name = self.lobby.invitation.name
        if name != self.preferences.now.name:
            self.lobby.name = name
            self.lobby.attempt(partial(self.preferences.choose, name=name))
        self.lobby.hush()
        self.sit(sitting)
        note_seat(sitting.noted)
        self._back_to_foyer()
        self.enter()

    def visit(self, name: str) -> None:
        """Do one of the things that the lobby offers."""
        self.lobby.hush()
        match name:
            case "language":
                self.lobby.speak(self.lobby.other_language)
                if isinstance(self.screen, ReadinessPage):
                    self.work(self.screen.ask)
            case "leave":
                self.exit()
            case "help" if isinstance(self.screen, LobbyHelp):
                self.pop_screen()
            case "help" if isinstance(self.screen, LobbyScreen):
                self.push_screen(LobbyHelp(self.lobby, self.screen))
            case "left":
                self.push_screen(TakingUp(self.lobby))
            case "join":
                self.lobby.invitation = invited(self.lobby.invitation, self.lobby.name)
                self.push_screen(Joining(self.lobby))
            case "results":
                self.push_screen(Results(self.lobby))
            case "readiness":
                page = ReadinessPage(self.lobby)
                self.push_screen(page)
                self.work(page.ask)
            case "settings":
                self.set_preferences()
        self.refresh_all()

    def _open(self, door: Callable[[], Opened]) -> None:
        """Open a drill; where that fails, the lobby says why."""
        found: list[Opened] = []
        if not self.lobby.attempt(lambda: found.append(door())):
            self.refresh_all()
            return
        self.opened = found[0]
        seat = people(found[0].room.drill.journal.header["seats"])[0]
        self.seated = desk_of(found[0], seat, self.lobby.speech.translator)
        self._back_to_foyer()
        self.enter()

    def leave(self) -> None:
        """Back to the lobby; the journal is on disk, or the seat is kept for a while."""
        forget_journal()
        self.lobby.speak(self.desk.wording.translator.language)
        if self.sitting is None:
            self.lobby.reply(say("The journal: {path}", path=str(self.desk.path)))
        else:
            self.lobby.reply(self.sitting.farewell())
            self.work(self.sitting.go)
        self._back_to_foyer()
        if self.opened is not None:
            self.opened.file.close()
        self.opened = self.seated = self.sitting = None
        self.work(self.lobby.look_back)

    def _back_to_foyer(self) -> None:
        while not isinstance(self.screen, Foyer):
            self.pop_screen()


def invited(before: Invitation, name: str) -> Invitation:
    """What was written before, with the person's name where none was."""
    return before if before.name else before.written("name", name)
