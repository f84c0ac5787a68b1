"""The real screens of a drill in a program that only wears settings, and how a terminal would set what they show."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from rich.segment import Segment
from textual.pilot import Pilot
from textual.screen import Screen

from reports.wording import Wording
from simulator.language.translator import Translator, translator_for
from tests.room.rooms import SEAT, Clock, opened
from tui.presentation.lines import Tone
from tui.screens.briefing import Briefing
from tui.screens.desk import Desk
from tui.screens.drill import DrillScreen
from tui.screens.looking import Log, Plan
from tui.screens.ordering import Palette
from tui.screens.settings import SettingsScreen
from tui.settings import Preferences, Settings
from tui.themes import Dressed

STYLES = Path(__file__).parents[2] / "tui" / "styles" / "drillroom.tcss"


class Gallery(Dressed):
    """Shows screens of one seat, and their settings."""

    CSS_PATH = STYLES
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, desk: Desk, settings: Settings, environ: Mapping[str, str]) -> None:
        super().__init__()
        self.desk = desk
        self.bells = 0
        self.dressed_in = (settings, environ)

    def on_mount(self) -> None:
        self.dress(*self.dressed_in)

    @property
    def translator(self) -> Translator:
        return self.desk.wording.translator

    def first_line(self) -> tuple[str, str, Tone]:
        return self.desk.wording.exercise(), "! DECISION 4:05", "urgent"

    def apply(self, settings: Settings) -> None:
        self.dress(settings, self.dressed_in[1])
        if settings.language:
            self.desk.speak(settings.language)

    def bell(self) -> None:
        self.bells += 1


@asynccontextmanager
async def gallery(
    folder: Path, settings: Settings | None = None, environ: Mapping[str, str] | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[tuple[Gallery, Pilot[None]]]:  # fmt: skip
    """A program that has a drill of the sample at hand, in which the first messages have come."""
    clock = Clock()
    found = opened(folder, clock)
    wording = Wording(found.room.drill.scenario, translator_for("en"), found.room.drill.journal.header["personas"])
    desk = Desk(found, SEAT, wording)
    found.room.start()
    for _ in range(8):
        clock.now += 5
        desk.follow()
    app = Gallery(desk, settings or Settings(), environ or {})
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot
    found.file.close()


def screens(app: Gallery, folder: Path) -> Iterator[Screen[None]]:
    """One screen of each make: a page, the board, panels with and without a line to type in, the settings."""
    for kind in (Briefing, DrillScreen, Palette, Plan, Log):
        yield kind(app.desk)
    yield SettingsScreen(Preferences(folder / "settings.json", {}), app)


def segments(app: Gallery) -> list[Segment]:
    """What the terminal is told to show, with how it is set."""
    return [segment for strip in app.screen._compositor.render_strips() for segment in strip if segment.text.strip()]


def text(app: Gallery) -> str:
    """What is on the screen, without how it is set."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def with_text(app: Gallery, wanted: str) -> Segment:
    """The first piece of the screen in which a text stands."""
    return next(segment for segment in segments(app) if wanted in segment.text)
