"""Opening a room for one trainee: a new drill, or one taken up again from its journal, paused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.engine.drill import Drill
from simulator.errors import CallError
from simulator.journal.file import JournalFile
from simulator.journal.journal import Journal
from simulator.journal.reading import Resumed
from simulator.journal.reading import resume as take_up
from simulator.language.remedies import closest
from simulator.language.said import say
from simulator.players.bots import player_for
from simulator.players.player import Player
from simulator.players.replay import act_of
from simulator.room.keeping import Keeper
from simulator.room.room import Clock, Room
from simulator.scenario.scenario import Scenario

Wall = Callable[[], str | None]
"""The wall time as journals write it."""

PERSON, STAND_IN = "person", "stand-in"


@dataclass(frozen=True, slots=True)
class Wishes:
    """How one trainee wants to play."""

    seat: str
    name: str
    seed: int
    assessed: bool = False
    pace: int | None = None
    """Exercise seconds a second; the scenario's where empty."""
    language: str = "en"
    steps: bool = False
    """Whether time passes by `wait` alone."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A room and what was opened with it."""

    room: Room
    file: JournalFile


def open_room(scenario: Scenario, wishes: Wishes, path: Path, clock: Clock, wall: Wall | None) -> Opened:
    """A room with a new drill, its journal kept at *path*.

    Raises `CallError` for a seat that the scenario does not have, and as `JournalFile` does.
    """
    must_have_seat(scenario, wishes.seat)
    file = JournalFile(path)
    drill = Drill(
        scenario,
        wishes.seed,
        seats=seating(scenario, wishes.seat, wishes.name),
        pace=wishes.pace,
        mode="assessed" if wishes.assessed else "practice",
        language=wishes.language,
        wall=wall,
    )
    return Opened(room_of(drill, file, clock, wishes.steps), file)


def must_have_seat(scenario: Scenario, seat: str) -> None:
    """Raises `CallError` for a seat that the scenario does not have."""
    if seat in scenario.seats:
        return
    known = tuple(scenario.seats)
    near = closest(seat, known)
    names = list(known)
    remedy = say("did you mean '{near}'? there are: {known}", near=near, known=names) if near else None
    raise CallError(say("no seat '{seat}'", seat=seat), remedy or say("there are: {known}", known=names))


def seating(scenario: Scenario, seat: str, name: str) -> dict[str, dict[str, str]]:
    """Who sits where: one person, and stand-ins in all other seats."""
    return {
        each: {"player": PERSON, "name": name} if each == seat else {"player": STAND_IN, "name": ""}
        for each in scenario.seats
    }


def people(seats: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """The seats in which persons sit."""
    return tuple(seat for seat, who in seats.items() if who["player"] == PERSON)


def reopen_room(path: Path, clock: Clock, wall: Wall | None, steps: bool = False) -> Opened:
    """A room with an unfinished drill, brought to where its journal ends: its persons' acts are played again.

    Call `start` to let it run on. Raises as `journal.reading.resume` does, and `JournalError` where the drill
    now runs otherwise than it is recorded.
    """
    kept = take_up(path)
    try:
        return Opened(_played_again(kept, clock, wall, steps), kept.file)
    except BaseException:
        kept.file.close()
        raise


def _played_again(kept: Resumed, clock: Clock, wall: Wall | None, steps: bool) -> Room:
    recorded = tuple(kept.journal)
    room = room_of(drill_of(kept.journal.header, wall), kept.file, clock, steps)
    _play_again(room, Journal(list(recorded)))
    return room


def _play_again(room: Room, recorded: Journal) -> None:
    """The persons' acts at their own seconds; the stand-ins decide the same again, for chance is the same."""
    persons = people(recorded.header["seats"])
    last = recorded[len(recorded) - 1]
    room.bring_to(0)
    for entry in recorded:
        if entry.is_act and entry.seat in persons:
            room.bring_to(entry.time)
            room.act(entry.seat, act_of(entry))
    room.bring_to(last.time if last.is_act or len(recorded) == 1 else last.time + 1)


def drill_of(header: Mapping[str, Any], wall: Wall | None) -> Drill:
    """A fresh drill that begins as the one with this header did."""
    return Drill(
        Scenario.model_validate(header["resolved"]),
        header["seed"],
        seats=header["seats"],
        pace=header["pace"],
        mode=header["mode"],
        language=header["language"],
        wall=wall,
        parent=header.get("parent"),
        personas=header.get("personas"),
    )


def room_of(drill: Drill, file: JournalFile, clock: Clock, steps: bool) -> Room:
    """A room for a drill whose header says who sits where, its journal kept in a file."""
    seats = drill.journal.header["seats"]
    return Room(drill, _stand_ins(drill, seats), clock, keeper=Keeper(file, people(seats)), steps=steps)


def _stand_ins(drill: Drill, seats: Mapping[str, Mapping[str, str]]) -> dict[str, Player]:
    persons = people(seats)
    scenario, seed = drill.scenario, drill.seed
    return {seat: player_for(STAND_IN, scenario, seat, seed) for seat in scenario.seats if seat not in persons}
