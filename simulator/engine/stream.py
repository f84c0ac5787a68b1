"""People who come or go a few at a time while a condition holds."""

from collections.abc import Callable

from simulator.engine.clockwork import Timer
from simulator.engine.core import Core
from simulator.language.condition import Condition
from simulator.scenario.incidents import Stream

Move = Callable[[int], int]
"""Moves so many people; answers how many there were to move."""


class Coming:
    """One stream of arrivals or departures. Costs one timer a step, whatever the size of the step."""

    def __init__(self, core: Core, written: Stream, move: Move) -> None:
        self._core, self._written, self._move = core, written, move
        self._moved = 0
        self._timer: Timer | None = None
        core.watches.watch(written.when or Condition.read(True), self._switch)

    def _switch(self, runs: bool) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self._core.clockwork.at(self._core.now + self._written.every, self._step) if runs else None

    def _step(self) -> None:
        left = None if self._written.up_to is None else self._written.up_to - self._moved
        number = self._written.people if left is None else min(left, self._written.people)
        self._moved += self._move(number)
        if left is None or self._moved < (self._written.up_to or 0):
            self._switch(True)
