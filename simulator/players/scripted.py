"""Plays a script in a seat: each act at its own second, whatever happens."""

from collections.abc import Iterable

from simulator.engine.view import View
from simulator.journal.acts import Act, Cancel, Open, Reorder
from simulator.players.script import OpenInject, Queued, Script, Timed

NOWHERE = 0
"""The number of no message and no order: what the drill refuses."""


class Scripted:
    """A player whose acts were written beforehand, in the order of their seconds."""

    def __init__(self, acts: Iterable[Timed]) -> None:
        self._acts = tuple(acts)
        self._next = 0

    def wakes(self) -> int | None:
        return self._acts[self._next].second if self._next < len(self._acts) else None

    def act(self, view: View) -> list[Act]:
        acts: list[Act] = []
        while self._next < len(self._acts) and self._acts[self._next].second <= view.time:
            acts.append(_numbered(self._acts[self._next].act, view))
            self._next += 1
        return acts


def players_of(script: Script) -> dict[str, Scripted]:
    """A player for each seat that the script names."""
    seats = dict.fromkeys(timed.seat for timed in script.acts)
    return {seat: Scripted(timed for timed in script.acts if timed.seat == seat) for seat in seats}


def _numbered(act: Act | OpenInject | Queued, view: View) -> Act:
    """The act with the number that its message or order bears now."""
    match act:
        case OpenInject(inject=inject):
            return Open(next((found.number for found in view.inbox if found.inject == inject), NOWHERE))
        case Queued(verb=verb, to=place):
            number = next((task.order for task in view.queue if task.verb == verb), NOWHERE)
            return Cancel(number) if place is None else Reorder(number, place)
        case _:
            return act
