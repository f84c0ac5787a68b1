"""Screens for tests: a drill on a screen whose clock the test turns, and what it shows as text."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from rich.console import Console
from syrupy.extensions.amber import AmberSnapshotExtension
from syrupy.location import PyTestLocation
from textual.pilot import Pilot

from simulator.language.translator import translator_for
from simulator.room.opening import Opened, Wishes, open_room
from simulator.scenario.scenario import Scenario
from tests.room.rooms import SEAT, Clock
from tui.app import DrillroomApp
from tui.settings import Preferences

ORDERS = (
    "open_reception", "register", "dispatch", "tell", "ask", "report_upward", "listen", "activate", "show_of_force",
    "disperse_first",
)  # fmt: skip
"""The orders of a scenario whose looks must not change when the shipped catalogue grows."""

SIZES = ((80, 24), (120, 40))
LANGUAGES = ("en", "zh")


class Stage:
    """A running screen and the hands that play it."""

    def __init__(self, app: DrillroomApp, pilot: Pilot[None], clock: Clock) -> None:
        self.app = app
        self.pilot = pilot
        self.clock = clock

    @property
    def opened(self) -> Opened:
        """The drill that is open."""
        assert self.app.opened is not None
        return self.app.opened

    async def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text, sign by sign, as an input method hands it over."""
        await self.press(*text)

    async def pass_seconds(self, seconds: float) -> None:
        """Let so many seconds pass in the room, and look at it once."""
        self.clock.now += seconds
        self.app.tick()
        await self.pilot.pause()

    async def done(self) -> None:
        """Wait for what is worked out beside the screen."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()
        await self.pilot.pause()

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, without blanks at the ends of lines."""
        app = self.app
        width, height = app.size
        console = Console(width=width, height=height, file=io.StringIO(), record=True, legacy_windows=False)
        console.print(app.screen._compositor.render_update(full=True, screen_stack=app._background_screens))
        return [line.rstrip() for line in console.export_text().split("\n")][:height]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def notice(self) -> str:
        """The line above the keys."""
        return self.lines[-2].strip()


class Looks(AmberSnapshotExtension):
    """Text snapshots of screens, in a folder whose name says so."""

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        return str(Path(test_location.filepath).with_name("snapshots"))


def with_few_orders(scenario: Scenario) -> Scenario:
    """The scenario with the few orders of `ORDERS`."""
    kept = {verb: order for verb, order in scenario.catalogue.orders.items() if verb in ORDERS}
    return scenario.model_copy(update={"catalogue": scenario.catalogue.model_copy(update={"orders": kept})})


@asynccontextmanager
async def on_screen(
    scenario: Scenario, folder: Path, *, language: str = "en", size: tuple[int, int] = (80, 24),
    assessed: bool = False,
) -> AsyncIterator[Stage]:  # fmt: skip
    """A new drill at one seat on a screen; the journal lies in the folder."""
    clock = Clock()
    wishes = Wishes(SEAT, "Lin Qiao", 7, assessed=assessed, language=language)
    opened = open_room(scenario, wishes, folder / "drill.jsonl", clock, None)
    async with staged(opened, clock, language, size) as stage:
        yield stage


@asynccontextmanager
async def staged(opened: Opened, clock: Clock, language: str, size: tuple[int, int]) -> AsyncIterator[Stage]:
    """A room on a screen."""
    folder = opened.file.path.parent
    app = DrillroomApp(
        opened, SEAT, translator_for(language), beats=None, clock=clock,
        preferences=Preferences(folder / "settings.json", {}),
    )  # fmt: skip
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Stage(app, pilot, clock)
    (app.opened or opened).file.close()
