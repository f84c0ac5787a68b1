"""A drill that was played and scored, on its way to reports. Nothing is drawn or put into words here."""

from dataclasses import dataclass, replace
from typing import Literal

from simulator.errors import CallError
from simulator.evaluation.scorecard import Scorecard
from simulator.journal.journal import Journal
from simulator.language.said import say
from simulator.scenario.scenario import Scenario

Kind = Literal["both", "scorecard", "aar"]
"""Which reports of a drill."""
KINDS: tuple[Kind, ...] = ("both", "scorecard", "aar")


@dataclass(frozen=True, slots=True)
class Drilled:
    """A drill that was played and scored."""

    scenario: Scenario
    journal: Journal
    scorecard: Scorecard
    head: str
    """The hash of the journal's last line."""
    path: str | None = None
    """Where the journal stands."""
    seat: str = ""
    """The one trainee whose result this is; empty for all."""

    @property
    def name(self) -> str:
        """How its reports are called: scenario, seed, and the seat where it is of one."""
        whole = f"{self.scenario.id}-{int(self.scorecard.seed)}"
        return f"{whole}-{self.seat.replace('_', '-')}" if self.seat else whole


def of_seat(drilled: Drilled, seat: str) -> Drilled:
    """The same drill with the result of one trainee alone. Raises `CallError` where the seat has none."""
    scored = drilled.scorecard
    known = [trainee.seat for trainee in scored.trainees if not trainee.stand_in]
    if seat not in known:
        message = say("{path}: no trainee sat in '{seat}'", path=drilled.path or drilled.name, seat=seat)
        raise CallError(message, say("it can be: {known}", known=known))
    mine = tuple(trainee for trainee in scored.trainees if trainee.seat == seat)
    return replace(drilled, seat=seat, scorecard=replace(scored, trainees=mine))
