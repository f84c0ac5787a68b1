"""What a rehearsal says of expectations and options."""

from collections import Counter

import pytest

from simulator.rehearsal.exam.options import Tried, worths
from simulator.rehearsal.exam.quality import earnings, items, separation
from simulator.rehearsal.exam.tally import Drilled
from tests.rehearsal.exams import corners, rehearsed

EVERY = len(corners().expectations)


def drill(number: int, player: str, *shares: float, overall: float = 0.0) -> Drilled:
    """A drill with these shares of the credit of the first expectations; the others were not due."""
    credits = [(share, 1.0) for share in shares]
    return Drilled(number, player, overall, "M", None, (*credits, *[None] * (EVERY - len(shares))))


def test_an_item_that_goes_with_the_others_tells_good_from_bad() -> None:
    drills = [drill(0, "by-the-book", 1, 1, 0), drill(1, "late", 0.5, 0.5, 1), drill(2, "silent", 0, 0, 0)]
    with_others, the_same, against = items(corners(), drills)[:3]
    assert with_others.earned == pytest.approx(0.5)
    assert with_others.by_player == {"by-the-book": 1, "late": 0.5, "silent": 0}
    # Shares 1, 0.5, 0 against the rest's 0.5, 0.75, 0.
    assert with_others.discrimination == pytest.approx(0.25 / (0.5**0.5 * (7 / 24) ** 0.5))
    assert the_same.discrimination == with_others.discrimination
    assert against.discrimination == pytest.approx(0)
    assert not against.tells


def test_bots_off_the_ladder_do_not_enter_into_items() -> None:
    with_everything = [drill(0, "by-the-book", 1), drill(1, "everything", 0)]
    assert items(corners(), with_everything)[0].due == 1
    assert items(corners(), with_everything[1:])[0].due == 1


def test_a_setting_leaves_a_player_on_its_step_of_the_ladder() -> None:
    drills = [drill(0, "silent", overall=1), drill(1, "late:20m", overall=60), drill(2, "by-the-book", overall=90)]
    assert [(step.better, step.worse, step.auc) for step in separation(drills)] == [
        ("by-the-book", "late:20m", 1), ("late:20m", "silent", 1), ("by-the-book", "silent", 1),
    ]  # fmt: skip
    assert list(earnings(drills)) == ["silent", "late:20m", "by-the-book"]


def flags(*tried: tuple[str, float], decision: str = "first_words") -> dict[str, tuple[str, ...]]:
    differences = [Tried(decision, option, difference) for option, difference in tried]
    return {each.option: each.flags for each in worths(corners(), differences, {}) if each.decision == decision}


def test_odd_options_are_flagged() -> None:
    assert flags(("wave_off", -20.0), ("later", -2.0), ("sit_down", 0.0))["wave_off"] == ("ruinous",)
    assert flags(("wave_off", 3.0), ("later", 0.0), ("sit_down", 0.0)) == {
        "wave_off": ("better_than_book",), "later": ("harmless",), "sit_down": (),
    }  # fmt: skip
    assert flags(("wave_off", 0.0), ("later", 0.0), ("sit_down", 0.0))["sit_down"] == ("indifferent",)


def test_that_everybody_takes_an_option_who_knows_is_told() -> None:
    answers = {
        ("first_words", "sit_down"): Counter({"by-the-book": 3, "random": 1}),
        ("first_words", "later"): Counter({"random": 2}),
    }
    worth = {each.option: each for each in worths(corners(), [], answers)}
    assert worth["sit_down"].flags == ("everybody",)
    assert worth["later"].flags == ()
    assert worth["later"].difference is None


def test_each_option_is_tried_in_the_place_of_the_books() -> None:
    found = {(each.decision, each.option): each for each in rehearsed(("by-the-book", "silent"), 20).options}
    assert found["first_words", "sit_down"].difference == 0
    wrong = found["first_words", "wave_off"].difference
    assert wrong is not None
    assert wrong < -5
    assert found["small_talk", "tea"].flags[0] == "indifferent"
