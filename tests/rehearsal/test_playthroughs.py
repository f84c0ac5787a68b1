"""The author's own tests of a scenario."""

from pathlib import Path

import pytest

from simulator.language.condition import Condition
from simulator.language.quantity import Value
from simulator.rehearsal.playthroughs import Outcome, meets, run_playthroughs
from tests.players.sample import MORNING, scenario_of

TESTS = """
playthroughs:
  by_the_book: {player: by-the-book, expect: [overall > 90, rating == P, speed > 0]}
  silent: {player: silent, seed: 3, expect: [overall < 20, overall > 20]}
  lead: {player: silent, seat: petition_lead, expect: [rating == U and speed == 0, coordination >= 0]}
"""


def outcomes() -> dict[tuple[str, int], Outcome]:
    return {(each.id, each.index): each for each in run_playthroughs(scenario_of(MORNING + TESTS), Path())}


def test_each_expectation_of_each_playthrough_is_tried() -> None:
    assert {place: each.holds for place, each in outcomes().items()} == {
        ("by_the_book", 0): True,
        ("by_the_book", 1): True,
        ("by_the_book", 2): False,
        ("silent", 0): True,
        ("silent", 1): False,
        ("lead", 0): True,
        ("lead", 1): False,
    }


def test_what_does_not_hold_is_told_with_the_figures() -> None:
    found = outcomes()
    assert str(found["silent", 1].said) == "'silent' does not hold: overall > 20; it came out as overall = 0.0"
    assert str(found["lead", 1].said) == "'lead' does not hold: coordination >= 0; it came out as coordination = –"


@pytest.mark.parametrize(
    ("condition", "held"),
    [
        ("overall > 80", True),
        ("overall > 80 and rating == S", True),
        ("rating != S", False),
        ("overall within 5% of 84", True),
        ("outcome > 0", False),
        ("outcome <= 0", False),
        ("outcome != 5", False),
        ("not outcome > 0", True),
        ("outcome > 0 or overall > 80", True),
        ("outcome within 10% of 5", False),
    ],
)
def test_a_figure_that_is_nothing_makes_a_comparison_false(condition: str, held: bool) -> None:
    figures: dict[str, Value | None] = {"overall": 82.5, "rating": "S", "outcome": None}
    assert meets(Condition.read(condition).tree, figures) is held
