"""From a call to a drill on the whole screen, and what is said in the terminal after it.

The line mode has the same for itself in `tui.plain.start`; nothing of Textual is loaded for that one.
"""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from simulator.authoring.library import shipped
from simulator.language.said import Said, say
from simulator.language.translator import Translator
from simulator.room.opening import Opened, Wishes, open_room, people, reopen_room
from simulator.room.room import Room
from simulator.scenario.scenario import Scenario
from tui.app import DrillroomApp
from tui.choices import Invitation
from tui.commands.host import must_have_net
from tui.lobby import Doors, Lobby
from tui.lobby_app import LobbyApp
from tui.plain.start import drawn_seed, journal_folder, journal_path, now_on_the_wall
from tui.results import past_results, present_readiness
from tui.session import emit
from tui.sharing import Sitting
from tui.web.session import in_page, page_is_there


def play_new_on_screen(scenario: Scenario, wishes: Wishes, path: Path, speaker: Translator) -> Room:
    """Play a new drill, from the briefing to the hot wash or until the person leaves. Raises as `open_room` does."""
    return _play(open_room(scenario, wishes, path, time.monotonic, now_on_the_wall), wishes.seat, speaker)


def play_on_on_screen(path: Path, speaker: Translator) -> Room:
    """Take up an unfinished drill where its journal ends, paused. Raises as `reopen_room` does."""
    opened = reopen_room(path, time.monotonic, now_on_the_wall)
    return _play(opened, people(opened.room.drill.journal.header["seats"])[0], speaker)


def terminal_is_there() -> bool:
    """Whether the keyboard's end of the terminal is still connected: a terminal that was closed is none any more."""
    if in_page():
        return page_is_there()
    return os.isatty(sys.__stdin__.fileno()) if sys.__stdin__ else False


def play_from_lobby(speaker: Translator) -> None:
    """The lobby, and the drills that are opened from it, until the person leaves."""
    lobby = Lobby(doors(), speaker)
    app = LobbyApp(lobby, is_there=terminal_is_there, wall=now_on_the_wall)
    try:
        app.run()
    finally:
        if app.opened is not None:
            app.opened.file.close()
        if app.sitting is not None:
            app.sitting.go()
    if app.failed is not None:
        raise app.failed
    if app.opened is not None:
        for said in _afterwards(app.opened):
            emit(app.desk.wording.said(said))
    if app.sitting is not None and not in_page():
        emit(app.desk.wording.said(app.sitting.farewell()))


def doors() -> Doors:
    """How the lobby opens drills on this machine: in the journals' folder, by its clocks."""
    return Doors(shipped, begin, take_up, past_results, present_readiness, journal_folder, drawn_seed, join)


def begin(scenario: Scenario, wishes: Wishes) -> Opened:
    path = journal_path(scenario.id, datetime.now(UTC))
    return open_room(scenario, wishes, path, time.monotonic, now_on_the_wall)


def take_up(path: Path) -> Opened:
    return reopen_room(path, time.monotonic, now_on_the_wall)


def join(invitation: Invitation, speaker: Translator) -> Sitting:
    """A seat of a drill that is hosted elsewhere. Raises as `sit_down`, and `CallError` without what it needs."""
    must_have_net()
    # Loaded here: a drill alone needs nothing of the net.
    from tui.shared.seat.sitting import sit_down

    return sit_down(invitation, speaker)


def _play(opened: Opened, seat: str, speaker: Translator) -> Room:
    app = DrillroomApp(opened, seat, speaker, is_there=terminal_is_there, wall=now_on_the_wall)
    try:
        app.run()
    finally:
        last = app.opened or opened
        last.file.close()
    if app.failed is not None:
        raise app.failed
    for said in _afterwards(last):
        emit(app.desk.wording.said(said))
    return last.room


def _afterwards(opened: Opened) -> list[Said]:
    """Where everything lies, once the screen has gone; in a browser nobody would see it."""
    if in_page():
        return []
    path, room = str(opened.file.path), opened.room
    lines = [say("Seed {seed}. The journal: {path}", seed=room.drill.seed, path=path)]
    if not room.over:
        lines.append(say("Take it up again with: drillroom play --resume {path}", path=path))
    if room.trouble is not None:
        lines.append(say("{message}.", message=room.trouble.message))
    return lines
