"""A drill: one run of a scenario. Four verbs and no more: `advance`, `submit`, `view`, `journal`."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator import __version__
from simulator.engine.core import Core
from simulator.engine.looking import look
from simulator.engine.personas import Personas, draw_personas
from simulator.engine.submitting import submit
from simulator.engine.view import Receipt, View
from simulator.engine.world import World
from simulator.journal import entry
from simulator.journal.controls import Input
from simulator.journal.journal import Journal
from simulator.scenario.scenario import Scenario

Seats = Mapping[str, Mapping[str, str]]
"""Who sits where: `{seat: {"player": …, "name": …}}`; stands in the header only."""


class Drill:
    """One run of a scenario with a seed. Acts come in by `submit`; time passes only by `advance`."""

    def __init__(
        self,
        scenario: Scenario,
        seed: int,
        *,
        seats: Seats | None = None,
        pace: int | None = None,
        mode: str = "headless",
        language: str = "en",
        wall: Callable[[], str | None] | None = None,
        parent: Mapping[str, Any] | None = None,
        personas: Personas | None = None,
    ) -> None:
        """*personas*: those of a journal that is replayed; drawn from the seed where there are none."""
        self.scenario, self.seed = scenario, seed
        self.journal = Journal()
        self.over = False
        self._wall = wall
        self._core = Core(scenario, seed, self.journal)
        header = {
            "format": entry.FORMAT, "engine": __version__, "scenario": scenario.id, "digest": scenario.digest(),
            "seed": seed, "length": scenario.length, "seats": _seated(scenario, seats),
            "pace": scenario.pace if pace is None else pace, "mode": mode, "language": language,
            "personas": draw_personas(scenario, seed) if personas is None else dict(personas),
            "parent": parent, "resolved": scenario.as_json(),
        }  # fmt: skip
        self.journal.write(0, None, entry.HEADER, header, self._now_on_the_wall())
        self._world = World(self._core)
        self._world.begin()

    @property
    def now(self) -> int:
        """The present exercise second: everything before it has happened."""
        return self._core.now

    def advance(self, until: int) -> tuple[str, ...]:
        """Time passes to *until*, everything before it happening; or only to the second after the first at
        which something reached a seat. Answers the seats reached, in the scenario's order.

        Never passes the scenario's length: there the drill is over and its closing entry is written.
        """
        core, end = self._core, min(until, self.scenario.length)
        core.reached.clear()
        while not self.over and core.now < end and not core.reached:
            following = core.clockwork.next_second()
            core.clockwork.run_to(end if following is None or following >= end else following + 1)
        if core.now >= self.scenario.length and not self.over:
            self._close(early=False)
        return tuple(seat for seat in self.scenario.seats if seat in core.reached)

    def submit(self, seat: str, act: Input) -> Receipt:
        """A seat acts: written into the journal at once, its consequences follow with the next `advance`.

        What who runs the drill does comes under the seat `@control`.

        Raises `WriteError` where the journal could not keep it; then it was not taken.
        """
        return submit(self._world, seat, act, self.over, self._assessed, self._now_on_the_wall())

    def view(self, seat: str) -> View:
        """All that a seat may know now; under `@control` no more than the time."""
        return look(self._world, seat, self.over)

    def finish(self) -> None:
        """The drill ends here, before its length; what was not yet due or past its limit is not observed."""
        if not self.over:
            self._close(early=True)

    @property
    def _assessed(self) -> bool:
        return bool(self.journal.header["mode"] == "assessed")

    def _close(self, early: bool) -> None:
        self.over = True
        measures: dict[str, Any] = dict(self._core.tracks.measures())
        harm = dict(self._core.facts.harm)
        measures |= {f"harm.{kind}": number for kind, number in harm.items()}
        state = self._core.facts.state.items()
        measures |= {name: value for name, value in state if isinstance(value, int | float)}
        self._core.write(entry.CLOSING, {"measures": measures, "harm": harm, "early": early})

    def _now_on_the_wall(self) -> str | None:
        return self._wall() if self._wall else None


def _seated(scenario: Scenario, seats: Seats | None) -> dict[str, dict[str, str]]:
    given = seats or {}
    return {seat: dict(given.get(seat, {"player": "stand-in", "name": ""})) for seat in scenario.seats}
