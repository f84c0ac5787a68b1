"""Saving a finished drill's scorecard and after-action report as pages beside its journal."""

from simulator.language.said import say
from tui.screens.base import House
from tui.screens.desk import Desk


def save(house: House) -> None:
    """Write the pages beside the screen; their paths, or why they could not be written, are the notice."""
    house.desk.reply(say("Writing the reports …"))
    house.work(lambda: house.desk.attempt(lambda: _save(house.desk)))


def _save(desk: Desk) -> None:
    # Loaded here: figures take a second to come, and only a saved report needs them.
    from reports.aar.drilled import Drilled
    from reports.aar.saving import save_pages

    room = desk.room
    if room.scorecard is None:
        return
    drill, folder = room.drill, desk.path.resolve().parent
    drilled = Drilled(drill.scenario, drill.journal, room.scorecard, desk.head(), str(desk.path))
    paths = [str(path) for path in save_pages(drilled, folder, desk.wording.translator)]
    desk.reply(say("Reports: {paths}", paths=paths))
