"""The properties of scoring that must hold on every shipped scenario, whatever the seed."""

import pytest

from tests.playthroughs.shipped import SCENARIOS, SEEDS, loss, overall, played

EVERY = [pytest.param(name, seed, id=f"{name}-{seed}") for name in SCENARIOS for seed in SEEDS]
ONCE = [pytest.param(name, SEEDS[0], id=name) for name in SCENARIOS]


@pytest.mark.parametrize(("name", "seed"), EVERY)
def test_by_the_book_is_over_ninety_and_performed_without_challenges(name: str, seed: int) -> None:
    card = played(name, "by-the-book", seed, team_only=False).scorecard
    assert overall(name, "by-the-book", seed) > 90
    assert card.team.rating == "P"
    assert {trainee.rating for trainee in card.trainees if trainee.overall is not None} == {"P"}


@pytest.mark.parametrize(("name", "seed"), EVERY)
def test_doing_nothing_scores_under_twenty(name: str, seed: int) -> None:
    card = played(name, "silent", seed, team_only=False).scorecard
    assert overall(name, "silent", seed) < 20
    assert card.team.rating == "U"
    assert all(trainee.figures.conduct is None for trainee in card.trainees)


@pytest.mark.parametrize(("name", "seed"), EVERY)
def test_heavy_handed_is_never_above_major_challenges(name: str, seed: int) -> None:
    card = played(name, "heavy-handed", seed).scorecard
    assert card.team.rating in ("M", "U")
    assert overall(name, "heavy-handed", seed) < overall(name, "by-the-book", seed)
    assert (card.team.outcome or 0) <= (played(name, "by-the-book", seed).scorecard.team.outcome or 0)


@pytest.mark.parametrize(("name", "seed"), EVERY)
def test_the_first_option_always_is_below_sixty(name: str, seed: int) -> None:
    assert overall(name, "first-option", seed) < 60


@pytest.mark.parametrize(("name", "seed"), EVERY)
def test_late_is_worse_than_by_the_book_and_better_than_nothing(name: str, seed: int) -> None:
    assert overall(name, "silent", seed) < overall(name, "late", seed) < overall(name, "by-the-book", seed)
    assert loss(name, "by-the-book", seed) <= loss(name, "late", seed) <= loss(name, "silent", seed)


@pytest.mark.parametrize(("name", "seed"), EVERY)
def test_random_clicks_are_far_below_by_the_book(name: str, seed: int) -> None:
    assert overall(name, "random", seed) < overall(name, "by-the-book", seed) - 40


@pytest.mark.parametrize(("name", "seed"), ONCE)
def test_doing_everything_at_once_is_worse_than_doing_the_right_things(name: str, seed: int) -> None:
    book = overall(name, "by-the-book", seed)
    assert overall(name, "everything", seed) <= book - 30
    assert overall(name, "everything:lawful", seed) <= book - 15
