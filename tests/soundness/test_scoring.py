"""What must hold of every score, on made-up scenarios and with whatever was done in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.evaluation.expectations import Judged
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.entry import Entry
from simulator.rehearsal.run import run_drill
from simulator.scenario.scenario import Scenario
from tests.soundness.acting import Deed, deeds, played, sensible
from tests.soundness.effort import effort
from tests.soundness.worlds import LENGTH, fair_worlds, worlds

seeds = st.integers(0, 10**9)
BOTS = ("by-the-book", "late", "partial", "random", "first-option", "heavy-handed", "everything", "silent")


def card_of(world: Scenario, seed: int, bot: str) -> Scorecard:
    return run_drill(world, seed, bot, with_baselines=False).scorecard


def judged(card: Scorecard) -> dict[str, Judged]:
    """By expectation, what was observed."""
    every = [each for trainee in card.trainees for each in trainee.judged if each.observed]
    return {f"{each.instance.id}/{each.instance.number}": each for each in every}


def credit(card: Scorecard) -> float:
    """Of all seats."""
    return sum((each.credit for each in judged(card).values()), 0.0)


def out_of_bounds(card: Scorecard) -> list[str]:
    """Numbers that no score may have."""
    found = [
        each.instance.id
        for each in judged(card).values()
        if not (0 <= each.credit <= each.of and 0 <= each.quality <= 1 and 0 <= each.timeliness <= 1)
    ]
    figures = [(trainee.overall, trainee.figures.conduct) for trainee in card.trainees]
    found += [f"{pair}" for pair in figures if any(number is not None and not 0 <= number <= 100 for number in pair)]
    return found + [trainee.seat for trainee in card.trainees if trainee.caps and trainee.rating not in ("M", "U")]


@effort(16)
@given(worlds, seeds, st.sampled_from(BOTS))
def test_every_number_of_every_bot_stays_in_its_bounds(world: Scenario, seed: int, bot: str) -> None:
    assert out_of_bounds(card_of(world, seed, bot)) == []


@effort(10)
@given(worlds, seeds)
def test_silence_earns_nothing_and_has_no_conduct(world: Scenario, seed: int) -> None:
    card = card_of(world, seed, "silent")
    assert {each.credit for each in judged(card).values()} <= {0.0}
    assert {trainee.figures.conduct for trainee in card.trainees} == {None}


@effort(15)
@given(fair_worlds, seeds)
def test_who_follows_a_book_that_can_be_followed_earns_all_there_is(world: Scenario, seed: int) -> None:
    card = card_of(world, seed, "by-the-book")
    assert len(judged(card)) >= 4
    assert {name: each.credit for name, each in judged(card).items() if each.credit < each.of} == {}
    assert [trainee.findings for trainee in card.trainees if trainee.findings] == []


@effort(10)
@given(fair_worlds, seeds)
def test_the_later_somebody_acts_the_less_they_earn(world: Scenario, seed: int) -> None:
    earned = [credit(card_of(world, seed, bot)) for bot in ("late:0m", "late:15m", "late:25m", "late:60m")]
    assert earned == sorted(earned, reverse=True)


@effort(10)
@given(fair_worlds, seeds, st.sampled_from(("partial", "random", "first-option", "heavy-handed", "silent")))
def test_nobody_earns_more_than_who_goes_by_the_book(world: Scenario, seed: int, bot: str) -> None:
    book, other = card_of(world, seed, "by-the-book"), card_of(world, seed, bot)
    for one, two in zip(book.trainees, other.trainees, strict=True):
        if one.overall is not None and two.overall is not None and one.of == two.of:
            assert two.overall <= one.overall


@effort(15)
@given(worlds, seeds, deeds(sensible), st.text(max_size=6))
def test_a_score_hangs_on_the_record_alone_and_on_no_wall_time(
    world: Scenario, seed: int, script: list[Deed], wall: str
) -> None:
    entries = list(played(world, seed, script).journal)
    stamped = [Entry(each.number, each.time, each.seat, each.kind, each.payload, wall) for each in entries]
    card = evaluate(world, entries)
    assert evaluate(world, stamped) == card
    assert out_of_bounds(card) == []


@effort(10)
@given(worlds, seeds, deeds(sensible), st.lists(st.integers(0, LENGTH - 1), max_size=20))
def test_no_score_hangs_on_how_often_time_was_let_pass(
    world: Scenario, seed: int, script: list[Deed], ticks: list[int]
) -> None:
    ticked, straight = played(world, seed, script, tuple(ticks)), played(world, seed, script)
    assert evaluate(world, ticked.journal) == evaluate(world, straight.journal)


@pytest.mark.parametrize("bot", ["heavy-handed", "everything"])
@effort(4)
@given(world=worlds, seed=seeds)
def test_suppression_is_never_rated_above_major_challenges(world: Scenario, seed: int, bot: str) -> None:
    card = card_of(world, seed, bot)
    unlawful = [each for each in card.trainees if any(found.severity != "harmful" for found in each.findings)]
    assert {trainee.rating for trainee in unlawful} <= {"M", "U", None}
    assert all(trainee.overall is None or trainee.overall <= 69 for trainee in unlawful)
