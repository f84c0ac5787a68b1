"""The full-screen program with the lobby before its drills: one drill after another, until the person leaves."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from simulator.language.said import say
from simulator.room.opening import Opened, people
from tui.app import BEATS, DrillroomApp, always, desk_of
from tui.choices import Preparation
from tui.lobby import Lobby
from tui.screens.before import LobbyScreen
from tui.screens.lobby import Foyer, LobbyHelp, Results, TakingUp
from tui.speech import Speech


class LobbyApp(DrillroomApp):
    """The lobby, and whatever drill is opened from it."""

    GROUND: ClassVar[int] = 3

    def __init__(self, lobby: Lobby, *, beats: float | None = BEATS, is_there: Callable[[], bool] = always) -> None:
        super().__init__(None, "", lobby.speech.translator, beats=beats, is_there=is_there)
        self.lobby = lobby

    def on_mount(self) -> None:
        self.push_screen(Foyer(self.lobby))
        self.work(partial(self.lobby.read, lambda: self.call_from_thread(self.refresh_all)))
        super().on_mount()

    @property
    def speech(self) -> Speech:
        return self.lobby.speech if self.seated is None else super().speech

    def begin(self, prepared: Preparation) -> None:
        """From the lobby into a new drill."""
        self._open(partial(self.lobby.doors.begin, prepared.scenario, self.lobby.wishes(prepared)))

    def take_up(self, path: Path) -> None:
        """From the lobby on with an interrupted drill."""
        self._open(partial(self.lobby.doors.take_up, path))

    def visit(self, name: str) -> None:
        """Do one of the things that the lobby offers."""
        self.lobby.hush()
        match name:
            case "language":
                self.lobby.speak(self.lobby.other_language)
            case "leave":
                self.exit()
            case "help" if isinstance(self.screen, LobbyHelp):
                self.pop_screen()
            case "help" if isinstance(self.screen, LobbyScreen):
                self.push_screen(LobbyHelp(self.lobby, self.screen))
            case "left":
                self.push_screen(TakingUp(self.lobby))
            case "results":
                self.push_screen(Results(self.lobby))
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
        while not isinstance(self.screen, Foyer):
            self.pop_screen()
        self.enter()

    def leave(self) -> None:
        """Back to the lobby; the journal is on disk."""
        self.lobby.speak(self.desk.wording.translator.language)
        self.lobby.reply(say("The journal: {path}", path=str(self.desk.path)))
        while not isinstance(self.screen, Foyer):
            self.pop_screen()
        if self.opened is not None:
            self.opened.file.close()
        self.opened = self.seated = None
        self.work(self.lobby.look_back)
