"""Bringing a drill of a scenario, changed or not, to where another one stood: same seed, same acts, same second."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from simulator.engine.drill import Drill
from simulator.journal.file import JournalFile
from simulator.players.script import Timed
from simulator.players.scripted import Scripted
from simulator.rehearsal.recording import Play
from simulator.room.opening import PERSON, STAND_IN, Opened, room_of
from simulator.room.room import Clock, Room
from simulator.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Stood:
    """A drill that stands, paused, at a second."""

    opened: Opened
    play: Play
    """The seats taken, of those that the scenario has, the one that is played last; and the acts done again."""
    lost: tuple[Timed, ...]
    """The acts that could not be done again."""

    @property
    def seat(self) -> str:
        """The seat that is played now."""
        return self.play.seats[-1]


def stand(scenario: Scenario, play: Play, moment: int, path: Path, language: str, clock: Clock) -> Stood:
    """A new drill with this play's seed, its acts before *moment* done again, standing paused at that second.

    The seats of the play are nobody's but theirs: stand-ins sit in the others. The journal lies at *path*.
    Raises as `JournalFile` does, and `ContentError` where the scenario's conditions go in circles.
    """
    taken = tuple(seat for seat in play.seats if seat in scenario.seats) or (next(iter(scenario.seats)),)
    file = JournalFile(path)
    try:
        seats = {seat: {"player": PERSON if seat in taken else STAND_IN, "name": ""} for seat in scenario.seats}
        drill = Drill(scenario, play.seed, seats=seats, mode="practice", language=language)
        room = room_of(drill, file, clock, steps=False)
        lost = _play_again(room, play.acts, moment)
    except BaseException:
        file.close()
        raise
    done = tuple(act for act in play.acts if act.second <= moment and act not in lost)
    return Stood(Opened(room, file), Play(play.seed, taken, done), lost)


def _play_again(room: Room, acts: Iterable[Timed], moment: int) -> tuple[Timed, ...]:
    """Lead a room to a second; answers the acts on the way that could not be done."""
    lost = []
    room.bring_to(0)
    for timed in acts:
        if timed.second <= moment and not room.over:
            room.bring_to(timed.second)
            if not _done(room, timed):
                lost.append(timed)
    if not room.over:
        room.bring_to(moment)
    return tuple(lost)


def _done(room: Room, timed: Timed) -> bool:
    if timed.seat not in room.drill.scenario.seats:
        return False
    acts = Scripted((timed,)).act(room.view(timed.seat))
    receipts = [room.act(timed.seat, act) for act in acts]
    return all(receipt.accepted for receipt in receipts)
