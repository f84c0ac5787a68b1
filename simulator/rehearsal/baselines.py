"""The worlds between which an outcome is measured: the same drill with a seat silent, and by the book.

Everything else stays as it was: seed, chance, and the others' acts at their own seconds.
"""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.engine.drill import Drill
from simulator.errors import JournalError
from simulator.journal.controls import CONTROL
from simulator.journal.entry import BASELINES, Entry
from simulator.journal.journal import Journal
from simulator.journal.sittings import trainees
from simulator.language.said import say
from simulator.players.bots import player_for
from simulator.players.play import Players, play
from simulator.players.player import Player
from simulator.players.replay import Replayed
from simulator.scenario.scenario import Scenario

Measures = Mapping[str, float]
"""By path, as in a closing entry."""

Pair = dict[str, Measures]
"""The measures of both worlds, `silent` and `book`."""

KEPT = 256
"""Pairs that one cache holds."""

_BOTS = {"silent": "silent", "book": "by-the-book"}


class Cache:
    """Team baselines of drills that nobody's acts tell apart, for rehearsals over many bots."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, int], Pair] = {}

    def pair(self, digest: str, seed: int, make: Callable[[], Pair]) -> Pair:
        """The pair of a scenario and seed, made once; the oldest is forgotten where there are too many."""
        key = (digest, seed)
        if key not in self._pairs:
            if len(self._pairs) >= KEPT:
                del self._pairs[next(iter(self._pairs))]
            self._pairs[key] = make()
        return self._pairs[key]


def baselines(
    scenario: Scenario, journal: Journal, cache: Cache | None = None, *, team_only: bool = False
) -> dict[str, Any]:
    """The payload of the baselines entry of a drill that has ended.

    `team`: all trainees silent, or by the book, the stand-ins' acts as recorded. `seats`, for each trainee:
    that seat silent, or by the book, everybody else's acts as recorded; what can no longer be done is void.
    With *team_only* the seats are left out, as rehearsals do: two drills instead of two more for each seat.
    Raises `JournalError` where the journal has no end.
    """
    closing = journal.closing
    if closing is None:
        raise JournalError(say("the drill has not ended"), say("play it to its end first"))
    trainees = trainees_of(journal)
    asked = () if team_only and len(trainees) > 1 else trainees
    seats = {seat: _pair(scenario, journal, closing, (seat,)) for seat in asked}
    return {"team": _team(scenario, journal, closing, trainees, seats, cache), "seats": seats}


def append_baselines(
    scenario: Scenario, journal: Journal, cache: Cache | None = None, *, team_only: bool = False
) -> Entry:
    """Write the baselines after the end of a drill. Raises as `baselines` does, and `WriteError`."""
    payload = baselines(scenario, journal, cache, team_only=team_only)
    return journal.write(journal[len(journal) - 1].time, None, BASELINES, payload)


def trainees_of(journal: Journal) -> tuple[str, ...]:
    """The seats that are scored: all but those in which only stand-ins sat, in the order of the header."""
    return trainees(journal)


def _team(
    scenario: Scenario,
    journal: Journal,
    closing: Entry,
    trainees: tuple[str, ...],
    seats: dict[str, Pair],
    cache: Cache | None,
) -> Pair:
    if len(trainees) == 1:
        return seats[trainees[0]]

    def make() -> Pair:
        return _pair(scenario, journal, closing, trainees)

    alike = set(trainees) == set(scenario.seats) and not closing.payload["early"]
    if cache is not None and alike:
        return cache.pair(journal.header["digest"], journal.header["seed"], make)
    return make()


def _pair(scenario: Scenario, journal: Journal, closing: Entry, seats: tuple[str, ...]) -> Pair:
    """The two worlds in which these seats are played otherwise."""
    return {world: _measures(scenario, journal, closing, dict.fromkeys(seats, bot)) for world, bot in _BOTS.items()}


def _measures(scenario: Scenario, journal: Journal, closing: Entry, bots: Mapping[str, str]) -> Measures:
    seed = journal.header["seed"]
    played: dict[str, Player] = {seat: player_for(bot, scenario, seat, seed) for seat, bot in bots.items()}
    others = {seat: Replayed(journal, seat) for seat in (CONTROL, *scenario.seats) if seat not in bots}
    return end_of(scenario, seed, {**others, **played}, closing.time)


def end_of(scenario: Scenario, seed: int, players: Players, until: int) -> Measures:
    """The measures at second *until* of a drill that these players play."""
    drill = Drill(scenario, seed)
    play(drill, players, until)
    drill.finish()
    closing = drill.journal.closing
    assert closing is not None
    measures: Measures = closing.payload["measures"]
    return measures
