"""A rumour after Daley and Kendall with official statements, in Euler steps of one minute while it lives.

The one process that ticks: it has no closed form. Shares of the audience: ignorant i, spreaders s,
stiflers r, reached by the correction first m; i + s + r + m = 1 at every step (check R-8).

di = −β·i·s − δ·i   ds = β·i·s − β·s·(s + r) − δ·s   dr = β·s·(s + r) + δ·s   dm = δ·i

Equations and reference values: `models.md` 5 (Daley and Kendall 1965; Sudbury 1985 for the share that
never hears).
"""

from simulator.engine.clockwork import Timer
from simulator.engine.core import Core
from simulator.journal import entry
from simulator.language.quantity import Quantity, Steady
from simulator.scenario.crises import Rumour

MINUTE = 60
ALIVE = 1e-4
"""The share of spreaders above which the rumour goes on."""
RECORDED = 0.01
"""The change in reach that is written into the journal."""


class LiveRumour:
    """One rumour in a running drill."""

    def __init__(self, core: Core, name: str, written: Rumour) -> None:
        self._core = core
        self.name, self.written = name, written
        self.present = False
        self.ignorant, self.spreaders, self.stiflers, self.corrected = 1.0, 0.0, 0.0, 0.0
        self.reach = 0.0
        self.people = 0
        self._statement = False
        self._doubled_until = 0
        self._waits = False
        """Whether it is watched already what its conditions say."""
        self._timer: Timer | None = None
        self._written_reach = 0.0
        core.facts.provide(name, self.part)
        for part in ("reach", "spreaders", "corrected"):
            core.tracks.declare(f"{name}.{part}")

    def part(self, name: str) -> Quantity:
        """A part as conditions name it."""
        if name == "heard_by":
            return Steady(round(self.reach * self.written.audience))
        return Steady(getattr(self, name))

    def begin(self) -> None:
        """The first people tell it; one that was over begins anew."""
        if self.present:
            return
        self.present = True
        self.spreaders = self.reach = self.written.start
        self.ignorant = 1.0 - self.spreaders
        self.stiflers = self.corrected = 0.0
        self._core.begin(self.name)
        if not self._waits:
            self._waits = True
            self._wait_on_statements()
        self._record()
        self._go_on()

    def _wait_on_statements(self) -> None:
        watches, written = self._core.watches, self.written
        if written.corrected is not None:
            watches.watch(written.corrected, self._state)
        if written.denied is not None:
            watches.watch(written.denied, lambda holds: self._deny() if holds else None)
        if written.revival is not None:
            watches.watch(written.revival.when, lambda holds: self._revive() if holds else None)

    def _state(self, holds: bool) -> None:
        self._statement = holds

    def _deny(self) -> None:
        self._doubled_until = self._core.now + self.written.doubled_for

    def _revive(self) -> None:
        """An old grievance joins: part of the stiflers listen again, and one in ten of them tell it."""
        assert self.written.revival is not None
        moved = self.stiflers * self.written.revival.share
        self.stiflers -= moved
        self.ignorant += 0.9 * moved
        self.spreaders += 0.1 * moved
        self._go_on()

    def end(self) -> None:
        """It is over."""
        self.present = False
        if self._timer:
            self._timer.stop()

    def _go_on(self) -> None:
        if self.present and self.spreaders > ALIVE and (self._timer is None or not self._timer.live):
            self._timer = self._core.clockwork.at(self._core.now + MINUTE, self._spread)

    def _spread(self) -> None:
        """One minute passes."""
        beta = self.written.telling * (2 if self._core.now <= self._doubled_until else 1)
        delta = self.written.correction if self._statement else 0.0
        # A whole minute at the largest rates may ask for more than there are.
        told = min(beta * self.ignorant * self.spreaders, self.ignorant)
        tired = beta * self.spreaders * (self.spreaders + self.stiflers) + delta * self.spreaders
        tired = min(tired, self.spreaders + told)
        informed = min(delta * self.ignorant, self.ignorant - told)
        self.ignorant = max(0.0, self.ignorant - told - informed)
        self.spreaders = max(0.0, self.spreaders + told - tired)
        self.stiflers += tired
        self.corrected += informed
        self.reach = min(1.0, self.reach + told)
        self._record()
        self._go_on()

    def _record(self) -> None:
        for part in ("reach", "spreaders", "corrected"):
            self._core.tracks.follow(f"{self.name}.{part}", Steady(getattr(self, part)))
        self._core.touch(self.name)
        if abs(self.reach - self._written_reach) >= RECORDED or self.reach == self.written.start:
            self._written_reach = self.reach
            values = {"reach": self.reach, "spreaders": self.spreaders, "corrected": self.corrected}
            payload = {"incident": self.name} | {part: round(value, 9) for part, value in values.items()}
            self._core.write(entry.SPREAD, payload)

    def step(self, part: str, by: float) -> None:
        """More or fewer people tell it at once."""
        if self.present and part == "spreaders":
            moved = min(max(by, -self.spreaders), self.ignorant)
            self.spreaders += moved
            self.ignorant -= moved
            self.reach = min(1.0, self.reach + max(0.0, moved))
            self._record()
            self._go_on()

    def come(self, number: int) -> int:
        return 0

    def leave(self, number: int) -> int:
        return 0

    def lose(self, number: int) -> int:
        return number
