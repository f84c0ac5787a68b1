"""A rehearsal: what it counts, that it counts the same whoever works, and what it says never came up."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from simulator.engine.drill import Drill
from simulator.engine.probing import Probe
from simulator.journal.lines import head_hash
from simulator.players.bots import player_for
from simulator.players.chance import Chance
from simulator.players.least_used import Uses
from simulator.players.play import play
from simulator.rehearsal.exam.as_json import as_json
from simulator.rehearsal.exam.crew import Alone, crew
from simulator.rehearsal.exam.planning import seed_of
from simulator.rehearsal.exam.rehearsing import rehearse
from simulator.rehearsal.exam.things import things
from simulator.rehearsal.exam.waiting import awaited, probed
from simulator.rehearsal.run import run_drill
from tests.authoring.sample import sample
from tests.players.sample import morning
from tests.rehearsal.exams import corners, rehearsed, whys

Item = TypeVar("Item")
Result = TypeVar("Result")

ALL = ("by-the-book", "late", "partial", "random", "first-option", "silent", "least-used")

CALM = ("by-the-book", "late", "first-option", "silent")
"""Players that give no orders at random: with them the tension stays below what breaks doors."""


def test_a_drill_earns_in_a_rehearsal_what_it_earns_alone() -> None:
    found = rehearsed(("by-the-book", "random"), 2)
    for name in ("by-the-book", "random"):
        alone = run_drill(corners(), seed_of(7, 0), name).scorecard.team.overall
        assert found.players[name].overall.mean == alone


def test_competence_shows_step_by_step() -> None:
    found = rehearsed(ALL, 70)
    steps = [(step.better, step.worse) for step in found.separation]
    assert steps == [
        ("by-the-book", "late"), ("late", "partial"), ("partial", "random"), ("random", "silent"),
        ("by-the-book", "silent"),
    ]  # fmt: skip
    assert found.separation[-1].auc == 1
    assert found.players["by-the-book"].overall.p10 > 90
    assert found.players["silent"].overall.mean == 0
    assert 0 <= found.blind["first-option"] < 0.6


def test_the_figures_are_the_same_with_one_worker_and_with_two() -> None:
    players = ("by-the-book", "random", "silent", "least-used")
    with crew(2) as hands:
        by_two = rehearse(corners(), players, 24, 7, hands)
    alone, together = (as_json(found, str) for found in (rehearsed(players, 24), by_two))
    assert alone.pop("runs_per_second") > 0
    assert together.pop("runs_per_second") > 0
    assert together == alone


def test_what_never_came_up_says_why() -> None:
    found = whys(rehearsed(CALM, 40))
    assert found["injects.full"] == ["'hall.density > 0.9' never held in 40 drills (highest 0.33)"]
    assert found["injects.reply"] == ["it counts from 'full', which never happened"]
    assert found["injects.doors_broken"] == [
        "only this brings it, and it never came up: ['incidents.residents.stages.storming']"
    ]
    assert found["incidents.residents.stages.storming"][0].startswith("it lies above 1, and the highest in 40 drills")
    assert found["injects.apart"][-1] == "each part held, never all of them together"
    assert "injects.doors" not in found


def test_what_came_up_is_counted_by_kind() -> None:
    coverage = rehearsed(CALM, 40).coverage
    assert (coverage["injects"].reached, len(coverage["injects"].counts)) == (3, 7)
    assert len(coverage["options"].counts) == 5
    assert (coverage["stages"].reached, len(coverage["stages"].counts)) == (1, 2)
    assert coverage["expectations"].share == 1
    assert coverage["injects"].counts["injects.doors"] == 40


def test_an_explorer_takes_every_option_before_it_takes_one_again() -> None:
    uses, chance = Uses(), Chance(3)
    taken = [uses.take(("wave_off", "later", "sit_down"), chance, "option", "first_words") for _ in range(9)]
    assert sorted(taken[:3]) == sorted(taken[3:6]) == sorted(taken[6:]) == ["later", "sit_down", "wave_off"]


def test_an_explorer_reaches_what_lies_behind_right_answers() -> None:
    found = rehearsed(("least-used",), 20).coverage
    assert found["options"].share == 1
    assert found["met"].share > 0.8


def test_an_interruption_leaves_what_was_counted() -> None:
    class Interrupted(Alone):
        def each(self, task: Callable[[str, Item], Result], text: str, items: Iterable[Item]) -> Iterator[Result]:
            for place, item in enumerate(items):
                if place == 2:
                    raise KeyboardInterrupt
                yield task(text, item)

    found = rehearse(corners(), ("silent", "late"), 20, 7, Interrupted())
    assert (found.runs, found.wanted) == (4, 20)
    assert found.players["silent"].overall.number == 2


@pytest.mark.parametrize("bot", ["by-the-book", "random", "silent"])
def test_looking_on_changes_nothing(bot: str) -> None:
    heads = []
    for looks_on in (False, True):
        drill = Drill(morning(), 5)
        if looks_on:
            Probe(drill, probed(awaited(corners()).values()))
        play(drill, {seat: player_for(bot, morning(), seat, 5) for seat in morning().seats})
        heads.append(head_hash(drill.journal))
    assert heads[0] == heads[1]


def test_a_probe_says_how_long_a_condition_held_and_how_high_a_number_rose() -> None:
    drill = Drill(corners(), 5)
    probe = Probe(drill, probed(awaited(corners()).values()))
    play(drill, {})
    held, (low, high) = probe.held(), probe.extremes()["hall.density"]
    assert held["elapsed < 5m"] == 300
    assert held["elapsed > 30m"] == 2 * 3600 - 1801
    assert "hall.density > 0.9" not in held
    assert (round(low * 120), round(high * 120)) == (38, 40)


def test_conditions_are_taken_apart_in_their_own_words() -> None:
    parts = awaited(corners())["injects.apart"].parts
    assert [part.source for part in parts] == ["elapsed > 30m", "elapsed < 5m"]


def test_what_only_a_controller_brings_is_not_missed_by_a_rehearsal(tmp_path: Path) -> None:
    ready = "  bus: {purpose: help, to: petition_lead, text: {en: A bus., zh: 一辆车。}}\n  chant:\n"
    assert "injects.bus" not in things(sample(tmp_path, ("  chant:\n", ready)))["injects"]
