"""What a worker does: plays runs of a rehearsal and keeps of each what is counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from simulator.engine.drill import Drill
from simulator.engine.probing import Probe
from simulator.evaluation.outcome import Baseline, Baselines
from simulator.evaluation.rating import Rating
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.journal import Journal
from simulator.players.bots import player_for
from simulator.players.chance import chance
from simulator.players.least_used import LeastUsed, Straying, Uses
from simulator.players.play import Players, play
from simulator.rehearsal.exam.planning import LEAST_USED, Chunk, Run
from simulator.rehearsal.exam.things import came_up, taken
from simulator.rehearsal.exam.waiting import awaited, probed
from simulator.rehearsal.run import BOOK, header_seats
from simulator.scenario.scenario import Scenario

SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Observed:
    """What is counted of one drill."""

    run: Run
    overall: float
    """The team's, 0..100; 0 where nothing fell due."""
    rating: Rating | None
    outcome: float | None
    paths: tuple[str, ...]
    """What came up."""
    answers: tuple[tuple[str, str], ...]
    credits: tuple[tuple[float, float] | None, ...]
    """For each expectation of the scenario, credit earned and due; nothing where it did not fall due."""
    statuses: tuple[str, ...]
    """For each expectation that of its first instance."""
    held: Mapping[str, int]
    """Seconds for which the conditions of what has not come up so far, and their parts, held, by their words."""
    extremes: Mapping[str, tuple[float, float]]
    """The lowest and highest value of what the conditions read."""
    measures: Mapping[str, float]
    """The highest tension or distress of incidents with stages, by path."""


@dataclass(frozen=True, slots=True)
class Played:
    """A drill that has been played, not yet scored."""

    journal: Journal
    probe: Probe

    @property
    def measures(self) -> Mapping[str, float]:
        closing = self.journal.closing
        assert closing is not None
        measures: Mapping[str, float] = closing.payload["measures"]
        return measures


@lru_cache(maxsize=2)
def scenario_of(text: str) -> Scenario:
    """The scenario of its own JSON: read once by each worker, however many chunks it is handed."""
    return Scenario.model_validate_json(text)


def play_chunk(text: str, chunk: Chunk) -> list[Observed]:
    """Play runs; *text* is the scenario as JSON. What comes out hangs on the runs alone."""
    series = _Series(scenario_of(text))
    return [seen for runs in _by_seed(chunk) for seen in series.turn(runs)]


def team_baseline(silent: Mapping[str, float], book: Mapping[str, float]) -> Baselines:
    """What the team's outcome is measured against: drills of this seed that bots played in every seat."""
    return Baselines(team=Baseline(silent, book))


def players_of(scenario: Scenario, player: str, seed: int, uses: Uses) -> Players:
    """One kind of player in every seat. The explorer strays from the book in every other drill of its series."""
    if player != LEAST_USED:
        return {seat: player_for(player, scenario, seat, seed) for seat in scenario.seats}
    if uses.begin() % 2:
        return {seat: LeastUsed(scenario, uses, chance(seed, seat)) for seat in scenario.seats}
    book = {seat: player_for(BOOK, scenario, seat, seed) for seat in scenario.seats}
    return {seat: Straying(follows, uses, chance(seed, seat)) for seat, follows in book.items()}


def drill_of(scenario: Scenario, seed: int, name: str) -> Drill:
    """A fresh drill in which everybody is a trainee of this name."""
    return Drill(scenario, seed, seats=header_seats(dict.fromkeys(scenario.seats, name)))


def _by_seed(chunk: Chunk) -> list[list[Run]]:
    found: dict[int, list[Run]] = {}
    for run in chunk.runs:
        found.setdefault(run.seed, []).append(run)
    return list(found.values())


class _Series:
    """The runs of one chunk, and what is known from those before."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._uses = Uses()
        self._awaited = awaited(scenario)

    def turn(self, runs: list[Run]) -> Iterator[Observed]:
        """The runs on one seed. Silence and the book are played in any case: outcomes are measured by them."""
        seed = runs[0].seed
        known = {player: self._played(player, seed) for player in (SILENT, BOOK)}
        baselines = team_baseline(known[SILENT].measures, known[BOOK].measures)
        for run in runs:
            played = known.get(run.player) or self._played(run.player, seed)
            seen = _observed(self._scenario, run, played, baselines)
            for path in seen.paths:
                self._awaited.pop(path, None)
            yield seen

    def _played(self, player: str, seed: int) -> Played:
        """A drill, looked on at only for what has not come up in this series: only that will be asked about."""
        drill = drill_of(self._scenario, seed, player)
        probe = Probe(drill, probed(self._awaited.values()))
        play(drill, players_of(self._scenario, player, seed, self._uses))
        return Played(drill.journal, probe)


def _observed(scenario: Scenario, run: Run, played: Played, baselines: Baselines) -> Observed:
    journal, probe = played.journal, played.probe
    card = evaluate(scenario, journal, baselines)
    team = card.team
    return Observed(
        run, team.overall or 0.0, team.rating, team.outcome, came_up(journal, card), taken(journal),
        _credits(scenario, card), _statuses(scenario, card), probe.held(), probe.extremes(),
        {path: value for path, value in played.measures.items() if path.endswith((".tension.max", ".distress.max"))},
    )  # fmt: skip


def _credits(scenario: Scenario, card: Scorecard) -> tuple[tuple[float, float] | None, ...]:
    earned: dict[str, tuple[float, float]] = {}
    for each in (each for trainee in card.trainees for each in trainee.judged if each.observed):
        credit, of = earned.get(each.id, (0.0, 0.0))
        earned[each.id] = (credit + each.credit, of + each.of)
    return tuple(earned.get(name) for name in scenario.expectations)


def _statuses(scenario: Scenario, card: Scorecard) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for each in (each for trainee in card.trainees for each in trainee.judged):
        first.setdefault(each.id, each.status)
    return tuple(first.get(name, "not_observed") for name in scenario.expectations)
