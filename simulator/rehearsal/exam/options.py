"""What each option of a decision is worth: the book is played with that one answer changed, all else equal."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from simulator.engine.drill import Drill
from simulator.evaluation.scorecard import evaluate
from simulator.journal import entry as kinds
from simulator.players.book import the_book
from simulator.players.by_the_book import ByTheBook
from simulator.players.least_used import Uses
from simulator.players.play import play
from simulator.players.player import Player
from simulator.rehearsal.exam.playing import drill_of, players_of, scenario_of, team_baseline
from simulator.rehearsal.run import BOOK
from simulator.scenario.scenario import Scenario

BLIND = ("random", "first-option", "everything", "everything:lawful", "least-used")
"""Players that take options without knowing what they mean."""

NOTHING = 0.05
"""Points of the team's overall: a smaller difference is none."""

RUINS = 15.0
"""Points: what takes as many from a hundred costs the P all by itself (design value)."""

Flag = Literal["better_than_book", "indifferent", "harmless", "ruinous", "everybody"]
"""Oddities: worth more than the book's option; all options worth the same; a wrong one that costs nothing; one that
nobody should ever take; one that everybody takes who knows what it means."""


@dataclass(frozen=True, slots=True)
class Trial:
    """The task of one worker: every option on one seed."""

    seed: int


@dataclass(frozen=True, slots=True)
class Tried:
    """One option in the place of the book's on one seed."""

    decision: str
    option: str
    difference: float
    """The team's overall less what the book earns, in points."""


@dataclass(frozen=True, slots=True)
class Worth:
    """One option of one decision."""

    decision: str
    option: str
    quality: float
    conduct: str | None
    book: bool
    """Whether the book takes it."""
    taken: Mapping[str, int]
    """How often each player took it."""
    difference: float | None
    """What taking it in the place of the book's changes in the team's overall, in points, on average over seeds;
    nothing where playing by the book never brings the decision up."""
    flags: tuple[Flag, ...] = ()


def try_options(text: str, trial: Trial) -> list[Tried]:
    """Play the book on a seed with each other option of each decision that it meets."""
    scenario = scenario_of(text)
    silent, plain = _played(scenario, trial.seed, "silent"), _played(scenario, trial.seed, BOOK)
    put = dict.fromkeys(entry.payload["decision"] for entry in plain.journal.of_kind(kinds.PUT))
    baselines = team_baseline(_measures(silent), _measures(plain))
    own = evaluate(scenario, plain.journal, baselines).team.overall or 0.0
    found: list[Tried] = []
    for decision in put:
        for option in scenario.decisions[decision].options:
            changed = _played(scenario, trial.seed, BOOK, {decision: option})
            overall = evaluate(scenario, changed.journal, baselines).team.overall or 0.0
            found.append(Tried(decision, option, overall - own))
    return found


def worths(
    scenario: Scenario, tried: Iterable[Tried], answers: Mapping[tuple[str, str], Counter[str]]
) -> tuple[Worth, ...]:
    """Every option with its worth; flags say what is odd about it."""
    seen: dict[tuple[str, str], list[float]] = {}
    for each in tried:
        seen.setdefault((each.decision, each.option), []).append(each.difference)
    found: list[Worth] = []
    for name, decision in scenario.decisions.items():
        key = the_book(scenario, decision.to).options[name]
        own = [
            Worth(
                name, option, written.quality, written.conduct, option == key,
                dict(sorted(answers.get((name, option), Counter()).items())), _mean(seen.get((name, option), [])),
            )
            for option, written in decision.options.items()
        ]  # fmt: skip
        found += [replace(each, flags=_flags(each, own)) for each in own]
    return tuple(found)


def _flags(worth: Worth, own: list[Worth]) -> tuple[Flag, ...]:
    flags: list[Flag] = []
    others = [each for each in own if each.option != worth.option]
    if worth.difference is not None and not worth.book:
        if worth.difference > NOTHING:
            flags.append("better_than_book")
        elif worth.difference > -NOTHING and worth.quality < 1:
            flags.append("harmless")
        elif worth.difference < -RUINS:
            flags.append("ruinous")
    if worth.book and others and all(each.difference is not None and abs(each.difference) < NOTHING for each in others):
        flags.append("indifferent")
    if _meant(worth) and not any(_meant(each) for each in others):
        flags.append("everybody")
    return tuple(flags)


def _meant(worth: Worth) -> bool:
    """Whether somebody took it who knew what it means."""
    return any(player not in BLIND for player in worth.taken)


def _mean(values: list[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None


def _played(scenario: Scenario, seed: int, player: str, otherwise: Mapping[str, str] | None = None) -> Drill:
    """A drill by a bot; the book with some answers changed."""
    drill = drill_of(scenario, seed, player)
    players: dict[str, Player] = dict(players_of(scenario, player, seed, Uses()))
    for decision, option in (otherwise or {}).items():
        seat = scenario.decisions[decision].to
        book = the_book(scenario, seat)
        players[seat] = ByTheBook(scenario, seat, replace(book, options={**book.options, decision: option}))
    play(drill, players)
    return drill


def _measures(drill: Drill) -> Mapping[str, float]:
    closing = drill.journal.closing
    assert closing is not None
    measures: Mapping[str, float] = closing.payload["measures"]
    return measures
