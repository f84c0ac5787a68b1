"""Journals of invented people: bots of many kinds sit in persons' seats over a year, getting better month by month.

`python -m tests.reports.readiness.making FOLDER NUMBER` writes so many journals into a folder, and a roster beside
them, as a base for measuring records and readiness.
"""

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulator.authoring.library import shipped
from simulator.authoring.load import scenario_or_raise
from simulator.engine.drill import Drill
from simulator.journal.file import write_all
from simulator.players.book import heavy_hand, part_of, the_book
from simulator.players.bots import stand_in
from simulator.players.by_the_book import ByTheBook
from simulator.players.play import play
from simulator.players.player import Player
from simulator.rehearsal.baselines import append_baselines
from simulator.room.opening import seating
from simulator.scenario.scenario import Scenario

DEPARTMENTS = ("Reception office", "Duty office", "Street offices", "Bureau of facts")
FIRST = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
DAYS = 300


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who never was."""

    id: str
    name: str
    department: str
    talent: float
    """0..1."""


def invented(number: int, chance: random.Random) -> list[Invented]:
    """So many people over the departments."""
    return [
        Invented(f"p{each:03}", f"Trainee {each:03}", DEPARTMENTS[each % len(DEPARTMENTS)], chance.uniform(0.2, 0.9))
        for each in range(1, number + 1)
    ]


def roster(people: list[Invented]) -> str:
    """The people as a roster in CSV."""
    lines = [f"{each.id},{each.name},Heron {each.id[1:]},{each.department}" for each in people]
    return "\n".join(["id,name,pseudonym,department", *lines, ""])


def drills(
    number: int, people: list[Invented], chance: random.Random, scenarios: Sequence[Scenario]
) -> Iterator[tuple[str, Drill]]:
    """So many finished drills in the order of their days, each with a name for its file."""
    for each in range(number):
        day = round(each * DAYS / max(number - 1, 1))
        person, scenario = chance.choice(people), chance.choice(scenarios)
        seat = chance.choice(list(scenario.seats)[:3])
        yield f"{each:05}-{scenario.id}", _drill(scenario, seat, person, day, chance)


def _drill(scenario: Scenario, seat: str, person: Invented, day: int, chance: random.Random) -> Drill:
    """One drill that a person plays, as well as their talent and the months have made them."""
    skill = min(1.0, person.talent + 0.3 * day / DAYS + chance.gauss(0, 0.1))
    seed = chance.randrange(1_000_000)
    mode = "assessed" if chance.random() < 0.3 else "practice"
    seats = seating(scenario, seat, person.name)
    drill = Drill(scenario, seed, seats=seats, mode=mode, wall=_wall(FIRST + timedelta(days=day)))
    players: dict[str, Player] = {name: stand_in(scenario, name) for name in scenario.seats}
    play(drill, players | {seat: _played(scenario, seat, skill, chance)})
    append_baselines(scenario, drill.journal)
    return drill


def _played(scenario: Scenario, seat: str, skill: float, chance: random.Random) -> Player:
    """By the book, less of it and later the less skill there is; sometimes with a heavy hand."""
    book = the_book(scenario, seat)
    if chance.random() > skill + 0.4:
        book = heavy_hand(scenario, seat, book)
    own = random.Random(chance.randrange(1_000_000))
    return ByTheBook(scenario, seat, part_of(book, max(0.0, min(1.0, skill)), own), delay=round(900 * (1 - skill)))


def _wall(began: datetime) -> Callable[[], str]:
    """A clock that is a second further each time it is asked."""
    passed = iter(range(10**9))
    return lambda: (began + timedelta(seconds=next(passed))).isoformat(timespec="milliseconds")


def make(folder: Path, number: int, scenarios: Sequence[Scenario]) -> list[Path]:
    """Write so many journals and the roster; answers the journals."""
    chance = random.Random(20261)
    people = invented(max(4, number // 16), chance)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "roster.csv").write_text(roster(people), encoding="utf-8")
    made = []
    for name, drill in drills(number, people, chance, scenarios):
        made.append(folder / f"{name}.jsonl")
        write_all(drill.journal, made[-1])
    return made


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), [scenario_or_raise(path) for path in shipped()])
