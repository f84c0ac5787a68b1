"""Opening a shared drill: a new one, or one that is taken up again after its host was stopped or killed, paused."""

from dataclasses import dataclass, field
from pathlib import Path

from simulator.engine.drill import Drill
from simulator.errors import CallError
from simulator.journal.controls import CONTROL, STAND_IN
from simulator.journal.entry import TURNING
from simulator.journal.file import JournalFile
from simulator.journal.journal import Journal
from simulator.journal.reading import Resumed
from simulator.journal.reading import resume as take_up
from simulator.language.said import say
from simulator.players.player import Player
from simulator.players.replay import feed, pass_until
from simulator.room.keeping import Keeper
from simulator.room.opening import Wall, drill_of
from simulator.room.room import Clock, Room
from simulator.scenario.scenario import Scenario

MODES = ("practice", "assessed")


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared drill that is open: its room, its journal's file, and who plays."""

    room: Room
    file: JournalFile
    players: dict[str, Player] = field(default_factory=dict)
    """The stand-ins; the hub takes them out and puts them in as people come and go."""
    people: dict[str, bool] = field(default_factory=dict)
    """Whose acts must be kept before they are acknowledged: seats with persons, and those who run the drill."""
    started: bool = False


def open_shared(
    scenario: Scenario, seed: int, path: Path, clock: Clock, wall: Wall | None, *,
    assessed: bool = False, pace: int | None = None, language: str = "en",
) -> Shared:  # fmt: skip
    """A new shared drill in which every seat is a stand-in's as yet. Raises as `JournalFile` does."""
    file = JournalFile(path)
    seats = {seat: {"player": STAND_IN, "name": ""} for seat in scenario.seats}
    mode = "assessed" if assessed else "practice"
    drill = Drill(scenario, seed, seats=seats, pace=pace, mode=mode, language=language, wall=wall)
    return _shared(drill, file, clock, started=False)


def reopen_shared(path: Path, clock: Clock, wall: Wall | None) -> Shared:
    """A shared drill brought to where its journal ends: every act in it is done again. It is paused.

    Raises as `journal.reading.resume` does, `CallError` for the journal of a drill that was not shared, and
    `JournalError` where the drill now runs otherwise than it is recorded.
    """
    kept = take_up(path)
    try:
        return _fed(kept, path, clock, wall)
    except BaseException:
        kept.file.close()
        raise


def _fed(kept: Resumed, path: Path, clock: Clock, wall: Wall | None) -> Shared:
    recorded = Journal(list(kept.journal))
    if any(who["player"] != STAND_IN for who in recorded.header["seats"].values()):
        message = say("{path}: this drill was not shared", path=str(path))
        raise CallError(message, say("take it up with drillroom play --resume"))
    drill = drill_of(recorded.header, wall)
    feed(drill, recorded)
    last = recorded[len(recorded) - 1]
    pass_until(drill, last.time if last.is_act or len(recorded) == 1 else last.time + 1)
    started = any(entry.payload["what"] == "start" for entry in recorded.of_kind(TURNING))
    shared = _shared(drill, kept.file, clock, started)
    paces = [entry.payload["pace"] for entry in recorded.of_kind(TURNING) if entry.payload["what"] == "pace"]
    if paces:
        shared.room.keep_pace(paces[-1])
    return shared


def _shared(drill: Drill, file: JournalFile, clock: Clock, started: bool) -> Shared:
    players: dict[str, Player] = {}
    people = {CONTROL: True}
    room = Room(drill, players, clock, keeper=Keeper(file, people))
    if started:
        room.status = "over" if drill.over else "paused"
    return Shared(room, file, players, people, started)
