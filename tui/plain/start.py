"""From a call to a played drill: where the journal goes, the briefing, the session, the score afterwards."""

import secrets
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reports.wording import Wording
from simulator.errors import WriteError
from simulator.evaluation.scorecard import Scorecard
from simulator.language.said import say
from simulator.language.translator import Translator
from simulator.room.opening import Opened, Wishes, open_room, people, reopen_room
from simulator.room.room import Clock, Room
from simulator.scenario.scenario import Scenario
from tui.plain.commands import HANDLERS
from tui.plain.console import Console
from tui.plain.session import Plain
from tui.presentation.briefing import briefing_lines
from tui.presentation.scorecard import scorecard_lines


@dataclass(frozen=True, slots=True)
class Playing:
    """What a drill in lines is played with: the person's side of it."""

    console: Console
    translator: Translator
    clock: Clock = time.monotonic
    width: int = 80


def drawn_seed() -> int:
    """A seed for a drill whose caller named none; it is told and stands in the journal."""
    return secrets.randbelow(1_000_000)


def now_on_the_wall() -> str:
    """The wall time as journals write it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def journal_folder() -> Path:
    """The folder of the journals that nobody named a place for, made where it is not there.

    Raises `WriteError` where it cannot be made or written to.
    """
    import platformdirs

    folder = Path(platformdirs.user_data_dir("drillroom")) / "journals"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        message = say("no journal can be kept in {path}", path=str(folder))
        raise WriteError(message, say("name a file with --journal")) from error
    return folder


def journal_path(scenario: str, moment: datetime) -> Path:
    """A new name in the journals' folder: the scenario and the moment; raises as `journal_folder` does."""
    folder, stem = journal_folder(), f"{scenario}-{moment:%Y%m%d-%H%M%S}"
    path, number = folder / f"{stem}.jsonl", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.jsonl", number + 1
    return path


def play_new(scenario: Scenario, wishes: Wishes, path: Path, playing: Playing) -> Room:
    """Play a new drill to its end, or until the person leaves."""
    opened = open_room(scenario, wishes, path, playing.clock, now_on_the_wall)
    plain = _plain(opened, wishes.seat, playing)
    plain.show(briefing_lines(plain.wording, wishes.seat, playing.width))
    plain.state(say("Seed {seed}. The journal: {path}", seed=wishes.seed, path=str(path)))
    if playing.console.steps:
        plain.write(say("Time passes only by wait and next."))
    opened.room.start()
    return _play(opened, plain)


def play_on(path: Path, playing: Playing) -> Room:
    """Take up an unfinished drill where its journal ends; it stands paused until `go`."""
    opened = reopen_room(path, playing.clock, now_on_the_wall, playing.console.steps)
    seat = people(opened.room.drill.journal.header["seats"])[0]
    plain = _plain(opened, seat, playing)
    plain.show(briefing_lines(plain.wording, seat, playing.width))
    plain.state(say("Taken up again from {path}. It is paused; type go to run on.", path=str(path)))
    return _play(opened, plain)


def _plain(opened: Opened, seat: str, playing: Playing) -> Plain:
    wording = Wording(opened.room.drill.scenario, playing.translator, opened.room.drill.journal.header["personas"])
    return Plain(opened.room, seat, wording, playing.console, HANDLERS, playing.width)


def _play(opened: Opened, plain: Plain) -> Room:
    room = opened.room
    try:
        plain.run()
        if room.over:
            plain.write(say("The drill is over. Working out the score …"))
            plain.show(score_lines(room.close(), room, plain))
        plain.state(say("The journal: {path}", path=str(opened.file.path)))
        if plain.leaving:
            plain.state(say("Take it up again with: drillroom play --resume {path}", path=str(opened.file.path)))
        if room.trouble is not None:
            plain.complain(room.trouble)
    finally:
        opened.file.close()
    return room


def score_lines(scorecard: Scorecard, room: Room, plain: Plain) -> list[str]:
    """The scorecard of a drill that is over."""
    drill, wording = room.drill, plain.wording
    return scorecard_lines(drill.scenario, drill.journal, scorecard, wording.translator, plain.width)
