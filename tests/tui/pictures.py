"""Draws the pictures of the README: `python -m tests.tui.pictures`. A drill of `mass` is played the same every time."""

import asyncio
import tempfile
from pathlib import Path

from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.journal.acts import Order
from simulator.language.translator import translator_for
from simulator.room.opening import Wishes, open_room
from tests.room.rooms import Clock
from tests.tui.screen import Stage
from tui.app import DrillroomApp
from tui.picture import picture
from tui.settings import Preferences

SEAT = "petition_lead"
PLACE = Path(__file__).parents[2] / "docs" / "pictures"
SIZE = (100, 30)


async def draw(language: str, folder: Path) -> None:
    """One drill in one language, with a picture of each of its main screens."""
    clock = Clock()
    scenario = scenario_or_raise(find_scenario("mass"))
    opened = open_room(scenario, Wishes(SEAT, "", 7, language=language), folder / f"{language}.jsonl", clock, None)
    preferences = Preferences(folder / "settings.json", {})
    app = DrillroomApp(opened, SEAT, translator_for(language), beats=None, clock=clock, preferences=preferences)
    async with app.run_test(size=SIZE) as pilot:
        await play(Stage(app, pilot, clock), language)
    opened.file.close()


async def play(stage: Stage, language: str) -> None:
    """To the middle of the morning, a decision, and the hot wash."""
    await stage.press("enter")
    for verb, arguments in (("open_reception", {"place": "hall"}), ("register", {"incident": "residents"})):
        order = Order(verb, arguments)
        stage.app.desk.act(order, lambda wording, order=order: wording.order(order.verb, order.arguments))  # type: ignore[misc]
    while not stage.app.desk.view.decisions:
        await stage.pass_seconds(5)
    keep(stage, f"decision-{language}")
    await stage.press("1")
    for _ in range(60):
        await stage.pass_seconds(5)
        if stage.app.desk.view.decisions:
            await stage.press("1")
    await stage.press("escape" if stage.app.desk.view.decisions else "right")
    keep(stage, f"drill-{language}")
    while not stage.app.desk.room.over:
        await stage.pass_seconds(300)
    await stage.done()
    await stage.done()
    await stage.press("4")
    keep(stage, f"mattered-{language}")


def keep(stage: Stage, name: str) -> None:
    """The screen of now as a picture."""
    PLACE.mkdir(parents=True, exist_ok=True)
    (PLACE / f"{name}.svg").write_text(picture(stage.app), encoding="utf-8")


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for language in ("en", "zh"):
            await draw(language, Path(folder))


if __name__ == "__main__":
    asyncio.run(main())
