"""Journals of little drills that invented people play, each on a day of its own; a bot's hands do the work."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from simulator.engine.drill import Drill
from simulator.journal.entry import Entry
from simulator.journal.file import write_all
from simulator.players.bots import STAND_IN, player_for
from simulator.players.play import play
from simulator.room.opening import seating
from tests.players.sample import MORNING, scenario_of

SEAT = "petition_lead"
GOOD, BAD = "by-the-book", "silent"
"""How somebody plays: every task in time, or nothing at all."""

OTHER = MORNING.replace("id: morning", "id: evening").replace("title: A morning", "title: An evening")
"""The same drill as another scenario."""


@cache
def entries(name: str, how: str, day: str, seat: str, text: str, seed: int) -> tuple[Entry, ...]:
    """A finished drill: one person in a seat, stand-ins in the others."""
    scenario = scenario_of(text)
    drill = Drill(scenario, seed, seats=seating(scenario, seat, name), mode="practice", wall=wall_from(day))
    hands = {each: how if each == seat else STAND_IN for each in scenario.seats}
    play(drill, {each: player_for(bot, scenario, each, seed) for each, bot in hands.items()})
    return tuple(drill.journal)


def wall_from(day: str) -> Callable[[], str] | None:
    """A wall clock that stands at noon of a day and moves a second at every look; none without a day."""
    if not day:
        return None
    moments = (datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC) + timedelta(seconds=n) for n in range(100_000))
    return lambda: next(moments).isoformat(timespec="milliseconds")


def journal(
    folder: Path, name: str = "Zhou Min", how: str = GOOD, day: str = "2026-03-02", seat: str = SEAT,
    text: str = MORNING, seed: int = 1,
) -> Path:  # fmt: skip
    """The journal of such a drill, as a file of its own."""
    path = folder / f"{len(list(folder.iterdir())):03}.jsonl"
    write_all(entries(name, how, day, seat, text, seed), path)
    return path
