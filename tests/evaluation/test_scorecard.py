"""From verdicts to figures, numbers and letters: by hand, for trainees and the team."""

import pytest

from simulator.errors import JournalError
from simulator.evaluation.rating import letter
from tests.evaluation.builder import Story, score, trainee
from tests.sample import CRITICAL, UNLAWFUL, with_expectation


def day() -> Story:
    """Both trainees do all that falls due at the doors: the lead in time, the officer halfway to the limit."""
    story = Story().inject(1, "doors").answer(2, "lead", "first_words", "explain")
    story.order(3, "lead", "open_reception", place="hall").order(5, "lead", "register", incident="residents")
    return story.order(21.5, "officer", "report", kind="first", people=86)


def test_the_figures_weigh_each_expectation_that_was_due() -> None:
    lead = trainee(score(day()), "lead").figures
    assert (lead.speed, lead.conduct) == (100.0, 100.0)
    assert lead.quality == pytest.approx(100 * 3.6 / 4)
    officer = trainee(score(day()), "officer").figures
    assert (officer.speed, officer.quality, officer.coordination) == (50.0, 100.0, None)


def test_coordination_is_the_credit_of_handing_on() -> None:
    story = day().inject(5, "sign").order(10.5, "officer", "tell", seat="lead", about="sign")
    # Due at 5, target 5m, limit 10m, carried out at 12.5: half of the way, so three quarters of the credit.
    assert trainee(score(story), "officer").figures.coordination == pytest.approx(75.0)


def test_overall_is_credit_earned_out_of_credit_due() -> None:
    card = score(day())
    assert trainee(card, "lead").overall == pytest.approx(90.0)
    assert trainee(card, "officer").overall == pytest.approx(75.0)
    assert (trainee(card, "lead").rating, trainee(card, "officer").rating) == ("P", "S")


def test_the_team_is_the_sum_over_seats() -> None:
    # Lead 3.6 of 4, officer 1.5 of 2.
    assert score(day()).team.overall == pytest.approx(100 * 5.1 / 6)


def test_one_absent_member_does_not_zero_a_team() -> None:
    story = Story().inject(1, "doors").order(3, "officer", "report", kind="first", people=86)
    card = score(story)
    assert trainee(card, "lead").overall == 0.0
    assert card.team.overall == pytest.approx(100 * 2 / 6)


def test_stand_ins_are_listed_and_not_scored() -> None:
    card = score(Story(stand_ins=("commander", "officer")).inject(1, "doors"))
    officer = trainee(card, "officer")
    assert (officer.stand_in, officer.overall, officer.rating, officer.judged) == (True, None, None, ())
    assert trainee(card, "officer").findings == ()
    assert [clause.expected for clause in card.clauses if clause.id == "M2"] == [0]


def test_a_seat_with_nothing_due_has_no_number() -> None:
    card = score(Story(stand_ins=()).inject(1, "doors"))
    assert (trainee(card, "commander").overall, trainee(card, "commander").rating) == (None, None)


@pytest.mark.parametrize(
    ("number", "rating"), [(100, "P"), (85, "P"), (84.99, "S"), (70, "S"), (69.99, "M"), (50, "M"), (49.9, "U")]
)
def test_letters_stand_beside_numbers(number: float, rating: str) -> None:
    assert letter(number) == rating


def test_an_unlawful_act_caps_at_m_however_well_it_worked() -> None:
    card = score(day().order(30, "lead", "line_up", place="square"))
    lead = trainee(card, "lead")
    assert (lead.overall, lead.rating) == (69.0, "M")
    assert [str(cap.reason) for cap in lead.caps] == [f"an unlawful act: {UNLAWFUL}"]
    assert card.team.overall == pytest.approx(85.0)


def test_critical_conduct_fails_trainee_and_team() -> None:
    card = score(day().order(30, "lead", "detain"))
    assert (trainee(card, "lead").overall, trainee(card, "lead").rating) == (49.0, "U")
    assert (card.team.overall, card.team.rating) == (49.0, "U")
    assert [str(cap.reason) for cap in card.team.caps] == [f"a serious breach: {CRITICAL}"]
    assert trainee(card, "officer").overall == pytest.approx(75.0)


def test_a_critical_task_missed_fails_the_trainee_and_past_its_limit_caps_at_m() -> None:
    weightless = Story(with_expectation("open_doors", weight=0.01))
    missed = weightless.inject(1, "doors").answer(2, "lead", "first_words", "listen")
    lead = trainee(score(missed), "lead")
    assert (lead.overall, lead.rating) == (49.0, "U")
    assert [str(cap.reason) for cap in lead.caps] == ["a critical task was not done: Open the doors"]
    missed.order(40, "lead", "open_reception", place="hall").order(42, "lead", "register", incident="residents")
    lead = trainee(score(missed), "lead")
    assert (lead.overall, lead.rating) == (69.0, "M")


def test_only_what_is_critical_for_the_team_caps_the_team_when_missed() -> None:
    for critical, rating in ((True, "P"), ("team", "U")):
        story = Story(with_expectation("open_doors", weight=0.01, critical=critical)).inject(1, "doors")
        story.answer(2, "lead", "first_words", "listen").order(3, "officer", "report", kind="first", people=86)
        assert score(story).team.rating == rating


def test_clauses_show_what_was_practised_and_how_well() -> None:
    clauses = {each.id: (each.expected, each.met, each.score) for each in score(day()).clauses}
    assert clauses == {
        "W2": (0, 0, None), "M1": (0, 0, None), "M2": (1, 1, 75.0), "M3": (1, 1, 100.0), "M4": (1, 1, 60.0),
    }  # fmt: skip


def test_an_entry_that_lacks_what_its_kind_holds_is_told() -> None:
    story = Story().event(3, "inject.delivered", inject="doors")
    with pytest.raises(JournalError, match=r"entry 1 does not hold what 'inject\.delivered' holds"):
        score(story)


def test_a_rubric_that_lacks_an_order_counts_it_as_unneeded() -> None:
    story = Story().order(3, "lead", "juggle")
    assert trainee(score(story), "lead").unneeded == (1,)
