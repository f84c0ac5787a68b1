"""The author's own tests: who plays a scenario, and what must come out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import DrillroomError
from simulator.evaluation.scorecard import Scorecard
from simulator.language.quantity import Quantity, Steady, Value
from simulator.language.said import Said, say
from simulator.language.tree import All, Compare, Expression, Name, Not, Some, Truth, Within, walk
from simulator.language.truth import holds
from simulator.rehearsal.baselines import Cache
from simulator.rehearsal.run import run_drill
from simulator.rehearsal.scripts import script_of
from simulator.scenario.expectations import Playthrough
from simulator.scenario.scenario import Scenario

SEED = 1
"""The seed of a playthrough that names none."""

FIGURES = ("overall", "speed", "quality", "conduct", "outcome", "coordination", "rating")
"""What an expectation of a playthrough may name."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one `expect` of one playthrough."""

    id: str
    index: int
    """Its place among the playthrough's, from 0."""
    holds: bool
    said: Said
    """Where it does not hold: that, and the figures it names as they came out."""


def run_playthroughs(scenario: Scenario, folder: Path) -> list[Outcome]:
    """Play every playthrough of a scenario; the outcomes in its order. Scripts are looked for from *folder*, the
    scenario's. Raises `CallError` for an unknown bot.
    """
    cache = Cache()
    return [
        outcome
        for name, playthrough in scenario.playthroughs.items()
        for outcome in _outcomes(scenario, name, playthrough, cache, folder)
    ]


def _outcomes(scenario: Scenario, name: str, written: Playthrough, cache: Cache, folder: Path) -> list[Outcome]:
    seed = SEED if written.seed is None else written.seed
    try:
        script = None if written.script is None else script_of(scenario, written.script, folder)
    except DrillroomError as error:
        return [Outcome(name, 0, False, error.message)]
    finished = run_drill(scenario, seed, written.player, written.seat, script, cache=cache)
    came_out = figures_of(finished.scorecard, written.seat)
    return [
        Outcome(name, index, meets(condition.tree, came_out), _said(name, condition.source, condition.tree, came_out))
        for index, condition in enumerate(written.expect)
    ]


def figures_of(scorecard: Scorecard, seat: str | None) -> dict[str, Value | None]:
    """The figures by name: a seat's, or the team's, which has no speed, quality, conduct and coordination."""
    found: dict[str, Value | None] = dict.fromkeys(FIGURES)
    if seat is None:
        team = scorecard.team
        return found | {"overall": team.overall, "rating": team.rating, "outcome": team.outcome}
    trainee = next(each for each in scorecard.trainees if each.seat == seat)
    figures = {name: getattr(trainee.figures, name) for name in FIGURES[1:-1]}
    return found | figures | {"overall": trainee.overall, "rating": trainee.rating}


def meets(tree: Expression, figures: Mapping[str, Value | None]) -> bool:
    """Whether a condition holds for these figures; a comparison with one that is nothing does not."""
    return holds(_without_nothing(tree, figures), _Figures(figures)).holds


def _without_nothing(tree: Expression, figures: Mapping[str, Value | None]) -> Expression:
    match tree:
        case Not(of=inner, span=span):
            return Not(_without_nothing(inner, figures), span)
        case All(of=parts, span=span):
            return All(tuple(_without_nothing(part, figures) for part in parts), span)
        case Some(of=parts, span=span):
            return Some(tuple(_without_nothing(part, figures) for part in parts), span)
        case Compare(span=span) | Within(span=span) | Name(span=span):
            named = [part.path for part in walk(tree) if isinstance(part, Name)]
            return Truth(False, span) if any(figures.get(name) is None for name in named) else tree
        case _:
            return tree


class _Figures:
    """Figures as conditions read them; nothing else exists there."""

    now = 0

    def __init__(self, figures: Mapping[str, Value | None]) -> None:
        self._figures = figures

    def quantity(self, path: str) -> Quantity:
        value = self._figures.get(path)
        return Steady(False if value is None else value)

    def happened(self, path: str) -> int | None:
        return None

    def acted(self, verb: str, arguments: dict[str, Value], moment: str) -> int | None:
        return None

    def told(self, path: str) -> Value | None:
        return None


def _said(name: str, source: str, tree: Expression, figures: Mapping[str, Value | None]) -> Said:
    named = dict.fromkeys(part.path for part in walk(tree) if isinstance(part, Name))
    came_out = ", ".join(f"{figure} = {_shown(figures.get(figure))}" for figure in named)
    return say("'{name}' does not hold: {source}; it came out as {figures}", name=name, source=source, figures=came_out)


def _shown(value: Value | None) -> str:
    if value is None:
        return "–"
    return f"{value:.1f}" if isinstance(value, float) else str(value)
