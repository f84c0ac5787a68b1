"""What came of it: losses by hand, and the outcome between silence and the book."""

import pytest

from simulator.evaluation.outcome import Baseline, Baselines, loss, outcome
from simulator.evaluation.scorecard import evaluate
from tests.evaluation.builder import Story, score, trainee
from tests.sample import sample_scenario

SILENT = {"residents.tension.mean": 0.6, "windows.left.end": 20.0, "harm.injured": 2}
BOOK = {"residents.tension.mean": 0.3, "windows.left.end": 0.0}
BOTH = Baseline(SILENT, BOOK)


def test_loss_is_weight_times_measure_over_the_authors_unit() -> None:
    # 2 × 0.6 ÷ 0.1 + 20 ÷ 10 + 5 × 2
    assert loss(sample_scenario(), SILENT) == pytest.approx(24.0)
    assert loss(sample_scenario(), BOOK) == pytest.approx(6.0)


@pytest.mark.parametrize(
    ("tension", "injured", "expected"),
    [(0.6, 2, 11.1111), (0.3, 0, 100.0), (0.1, 0, 100.0), (0.9, 9, 0.0), (0.3, 1, 72.2222), (0.45, 0, 83.3333)],
)
def test_silence_is_nothing_and_the_book_a_hundred(tension: float, injured: int, expected: float) -> None:
    measures = {"residents.tension.mean": tension, "harm.injured": injured}
    assert outcome(sample_scenario(), measures, BOTH) == pytest.approx(expected, abs=1e-4)


def test_where_the_book_is_hardly_better_nothing_is_said() -> None:
    # 24 against 22.8: not a twentieth better by a hair.
    for tension, says in ((0.6 - 0.0599, False), (0.6 - 0.0601, True)):
        book = SILENT | {"residents.tension.mean": tension}
        assert (outcome(sample_scenario(), SILENT, Baseline(SILENT, book)) is not None) is says


def test_without_a_baseline_there_is_no_outcome_and_its_share_goes_to_the_credit() -> None:
    story = Story().inject(1, "doors").order(3, "officer", "report", kind="first", people=86)
    officer = trainee(score(story), "officer")
    assert (officer.figures.outcome, officer.overall) == (None, 100.0)


def test_overall_is_three_quarters_credit_and_one_quarter_outcome() -> None:
    story = Story().inject(1, "doors").order(3, "officer", "report", kind="first", people=86)
    ends = {"residents__tension__mean": 0.45}
    officer = trainee(score(story, Baselines(None, {"officer": BOTH}), **ends), "officer")
    assert officer.figures.outcome == pytest.approx(83.3333, abs=1e-4)
    assert officer.overall == pytest.approx(75 + 83.3333 / 4, abs=1e-4)


def test_a_seat_that_did_nothing_is_not_credited_with_what_others_brought() -> None:
    both = Baselines(BOTH, {"lead": BOTH, "officer": BOTH})
    story = Story().inject(1, "doors").order(3, "officer", "report", kind="first", people=86)
    card = score(story, both, residents__tension__mean=0.3)
    assert trainee(card, "lead").figures.outcome == 0.0
    assert card.team.outcome == 100.0


def test_the_journals_own_baselines_are_taken() -> None:
    story = Story().inject(1, "doors").order(3, "officer", "report", kind="first", people=86)
    both = {"silent": SILENT, "book": BOOK}
    story.event(240, "baselines", team=both, seats={"officer": both})
    card = score(story, residents__tension__mean=0.3)
    assert (card.team.outcome, trainee(card, "officer").figures.outcome) == (100.0, 100.0)


def test_a_drill_ended_early_is_incomplete_and_has_no_rating() -> None:
    story = Story().inject(1, "doors").order(3, "officer", "report", kind="first", people=86)
    card = score(story, Baselines(BOTH, {"officer": BOTH}), at=20, early=True)
    assert (card.incomplete, card.team.rating, trainee(card, "officer").rating) == (True, None, None)


def test_a_journal_that_broke_off_has_no_outcome() -> None:
    story = Story().inject(1, "doors").order(3, "officer", "report", kind="first", people=86)
    card = evaluate(story.scenario, list(story.end())[:-1], Baselines(BOTH, {"officer": BOTH}))
    assert (card.incomplete, card.length, card.team.outcome) == (True, 300, None)
    assert trainee(card, "officer").overall == 100.0
