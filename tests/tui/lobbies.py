"""A lobby for tests: the sample on offer, journals in a folder, a clock that the test turns."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from simulator.errors import CallError
from simulator.language.said import say
from simulator.language.translator import Translator, translator_for
from simulator.room.opening import Opened, Wishes, open_room, reopen_room
from simulator.scenario.scenario import Scenario
from tests.authoring.sample import sample_file
from tests.room.rooms import SEAT, Clock
from tests.tui.screen import Stage
from tui.choices import Invitation, Result
from tui.lobby import Doors, Lobby
from tui.lobby_app import LobbyApp
from tui.settings import Preferences
from tui.sharing import Sitting

TITLE = {"en": "Late rent at the hall", "zh": "大厅里的过渡费"}
PAST = (
    Result("2026-03-01", "sample", TITLE, SEAT, "practice", 61.5, "M", (50, 70, 100, 40, None)),
    Result("2026-04-02", "sample", TITLE, SEAT, "assessed", 82.25, "S", (80, 90, 100, 60, None)),
)


READY = ("Ready in part.", "- M2 is the weakest clause.")


class House:
    """A lobby whose journals lie in a folder, and the hands that play in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.results: tuple[Result, ...] = ()
        self.wishes: list[Wishes] = []

    def doors(self) -> Doors:
        return Doors(
            lambda: [sample_file(self.folder)], self.begin, self.take_up, lambda name: self.results,
            lambda translator: READY,
            lambda: self.folder, lambda: 7, self.join,
        )  # fmt: skip

    def begin(self, scenario: Scenario, wishes: Wishes) -> Opened:
        self.wishes.append(wishes)
        path = self.folder / f"drill-{len(self.wishes)}.jsonl"
        return open_room(scenario, wishes, path, self.clock, None)

    def take_up(self, path: Path) -> Opened:
        return reopen_room(path, self.clock, None)

    def join(self, invitation: Invitation, translator: Translator) -> Sitting:
        """Whoever joins for real hands in another door."""
        raise CallError(say("no room answers at {place}", place=invitation.place))

    @property
    def preferences(self) -> Preferences:
        return Preferences(self.folder / "settings.json", {})


@asynccontextmanager
async def lobby(house: House, language: str = "en", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Stage]:
    app = LobbyApp(
        Lobby(house.doors(), translator_for(language)), preferences=house.preferences, beats=None, clock=house.clock
    )
    async with app.run_test(size=size) as pilot:
        stage = Stage(app, pilot, house.clock)
        await stage.done()
        yield stage
        if app.opened is not None:
            app.opened.file.close()
