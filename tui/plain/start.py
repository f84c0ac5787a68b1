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
from simulator.room.rewinding import Point, beside, left_of, rewind
from simulator.room.room import Clock, Room
from simulator.scenario.scenario import Scenario
from tui.plain.commands import HANDLERS
from tui.plain.console import Console
from tui.plain.hotwash import HotWash
from tui.plain.session import Plain
from tui.presentation.briefing import briefing_lines
from tui.presentation.messages import decision_lines
from tui.presentation.scorecard import scorecard_lines
from tui.presentation.situation import situation_lines


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
    return _play(opened, plain, playing)


def play_on(path: Path, playing: Playing) -> Room:
    """Take up an unfinished drill where its journal ends; it stands paused until `go`."""
    opened = reopen_room(path, playing.clock, now_on_the_wall, playing.console.steps)
    seat = people(opened.room.drill.journal.header["seats"])[0]
    plain = _plain(opened, seat, playing)
    plain.show(briefing_lines(plain.wording, seat, playing.width))
    plain.state(say("Taken up again from {path}. It is paused; type go to run on.", path=str(path)))
    return _play(opened, plain, playing)


def _plain(opened: Opened, seat: str, playing: Playing) -> Plain:
    return Plain(opened.room, seat, _wording(opened, playing), playing.console, HANDLERS, playing.width)


def _wording(opened: Opened, playing: Playing) -> Wording:
    return Wording(opened.room.drill.scenario, playing.translator, opened.room.drill.journal.header["personas"])


def _play(opened: Opened, plain: Plain, playing: Playing) -> Room:
    """Play a drill, and every drill that the person goes back into from it."""
    while True:
        following = _play_one(opened, plain, playing)
        if following is None:
            return opened.room
        opened = following
        plain = _going_on(opened, plain, playing)


def _play_one(opened: Opened, plain: Plain, playing: Playing) -> Opened | None:
    """Play one drill and talk it over; answers the drill that goes on from a point of it, where there is one."""
    found: list[Opened] = []

    def go_back(point: Point) -> None:
        path = beside(opened.file.path)
        steps = playing.console.steps
        found.append(rewind(left_of(opened), point, path, playing.clock, now_on_the_wall, steps=steps))

    plain.go_back = go_back
    try:
        plain.run()
        if opened.room.over:
            plain.write(say("The drill is over. Working out the score …"))
            plain.show(score_lines(opened.room.close(), opened.room, plain))
        _say_where(opened, plain)
        if opened.room.over:
            opened.file.close()
            _keep(opened.file.path, plain)
            wash = HotWash(opened, plain.seat, plain.wording, playing.console, playing.width)
            wash.go_back = go_back
            wash.run()
    finally:
        opened.file.close()
    return found[0] if found else None


def _say_where(opened: Opened, plain: Plain) -> None:
    path = str(opened.file.path)
    plain.state(say("The journal: {path}", path=path))
    if plain.leaving or plain.gone_back:
        plain.state(say("Take it up again with: drillroom play --resume {path}", path=path))
    if opened.room.trouble is not None:
        plain.complain(opened.room.trouble)


def _keep(path: Path, plain: Plain) -> None:
    """Keep the finished drill in the records; where that fails, the journal is there all the same."""
    # Loaded here: a database is needed only once a drill has ended.
    from reports.records.keeping import keep_finished

    warning = keep_finished(path)
    if warning is not None:
        plain.write(say("warning: {message}", message=warning))


def _going_on(opened: Opened, left: Plain, playing: Playing) -> Plain:
    """The same person in the drill that goes on from a point of the one that was left."""
    plain = _plain(opened, left.seat, playing)
    plain.history = left.history.until(plain.view.time)
    plain.know_all()
    clock, path = plain.wording.clock(plain.view.time), str(opened.file.path)
    plain.state(say("Back at {clock}. A new journal: {path}", clock=clock, path=path))
    plain.show(situation_lines(plain.wording, plain.view, plain.width))
    for decision in plain.view.decisions:
        plain.show(decision_lines(plain.wording, decision, plain.width))
    if playing.console.steps:
        plain.write(say("Time passes only by wait and next."))
    else:
        plain.write(say("It is paused; type go to run on."))
    return plain


def score_lines(scorecard: Scorecard, room: Room, plain: Plain) -> list[str]:
    """The scorecard of a drill that is over."""
    drill, wording = room.drill, plain.wording
    return scorecard_lines(drill.scenario, drill.journal, scorecard, wording.translator, plain.width)
