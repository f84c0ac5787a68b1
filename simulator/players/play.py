"""The one loop in which players play a drill: asking them, and letting time pass, kept apart.

The room lets time pass by the wall clock instead, and uses `ask`, `due` and `wake` alone.
"""

from collections.abc import Iterable, Mapping

from simulator.engine.drill import Drill
from simulator.engine.view import Receipt
from simulator.journal.controls import CONTROL
from simulator.players.player import Player

Players = Mapping[str, Player]
"""Who plays which seat; seats that nobody plays do nothing. Under `@control`: what was done from outside them."""


def play(drill: Drill, players: Players, until: int | None = None) -> None:
    """Play on from where the drill stands to its end, or to second *until*.

    Every player is asked at once, then whenever something reached its seat or it wakes.
    """
    end = drill.scenario.length if until is None else min(until, drill.scenario.length)
    ask(drill, players, drill.scenario.seats)
    while not drill.over and drill.now < end:
        reached = drill.advance(next_stop(players, drill.now, end))
        if not drill.over:
            ask(drill, players, {*reached, *due(players, drill.now)})


def ask(drill: Drill, players: Players, seats: Iterable[str]) -> list[Receipt]:
    """Ask the players of these seats, whoever runs the drill first, then in the scenario's order of seats, and submit
    what they do.
    """
    asked = frozenset(seats)
    receipts: list[Receipt] = []
    for seat in (CONTROL, *drill.scenario.seats):
        if seat in asked and seat in players:
            acts = players[seat].act(drill.view(seat))
            receipts.extend(drill.submit(seat, act) for act in acts)
    return receipts


def due(players: Players, now: int) -> tuple[str, ...]:
    """The seats whose players want to be asked by now."""
    wishes = ((seat, player.wakes()) for seat, player in players.items())
    return tuple(seat for seat, second in wishes if second is not None and second <= now)


def wake(players: Players) -> int | None:
    """The earliest second at which a player wants to be asked; nothing where all only wait for news."""
    wishes = (player.wakes() for player in players.values())
    return min((second for second in wishes if second is not None), default=None)


def next_stop(players: Players, now: int, end: int) -> int:
    """Where time may pass to before somebody must be asked: later than *now*, *end* at the latest."""
    earliest = wake(players)
    return end if earliest is None else min(end, max(earliest, now + 1))
