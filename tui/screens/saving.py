"""Saving the scorecard of a finished drill as a page beside its journal."""

from pathlib import Path

from reports.markdown import write_report
from simulator.language.said import say
from tui.screens.base import House
from tui.screens.desk import Desk


def save(house: House) -> None:
    """Write the page beside the screen; its path, or why it could not be written, is the notice."""
    desk = house.desk
    path = desk.path.with_name(f"{desk.path.stem}-{desk.wording.translator.language}.html")
    desk.reply(say("Writing the report …"))
    house.work(lambda: _save(desk, path))


def _save(desk: Desk, path: Path) -> None:
    if desk.attempt(lambda: write_report(path, _page(desk))):
        desk.reply(say("The report: {path}", path=str(path)))


def _page(desk: Desk) -> str:
    # Loaded here: figures take a second to come, and only a saved report needs them.
    from reports.page import scorecard_page

    room = desk.room
    if room.scorecard is None:
        return ""
    drill = room.drill
    return scorecard_page(drill.scenario, drill.journal, room.scorecard, desk.wording.translator, desk.head())
