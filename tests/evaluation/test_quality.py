"""How good an act was: its arguments against what the seat had been told, and what a correction mends."""

import pytest

from simulator.scenario.scenario import Scenario
from tests.evaluation.builder import Story, score, verdict
from tests.sample import SCENARIO, with_expectation


def reported(*people: int) -> Story:
    """The doors at minute 1; first reports of these numbers from minute 3 on, three minutes apart."""
    story = Story().inject(1, "doors")
    for number, heads in enumerate(people):
        story.order(3 + 3 * number, "officer", "report", kind="first", people=heads)
    return story


@pytest.mark.parametrize(
    ("people", "quality", "case"), [(86, 1.0, 0), (94, 1.0, 0), (95, 0.5, 1), (60, 0.0, 2), (0, 0.0, 2)]
)
def test_the_first_case_that_holds_is_the_quality(people: int, quality: float, case: int) -> None:
    found = verdict(score(reported(people)), "first_report")
    assert (found.quality, found.case) == (quality, case)


def test_where_no_case_holds_the_quality_is_nothing() -> None:
    scenario = with_expectation("first_report", quality=[{"is": 1.0, "when": "report.people > 1000"}])
    story = Story(scenario).inject(1, "doors").order(3, "officer", "report", kind="first", people=86)
    found = verdict(score(story), "first_report")
    assert (found.quality, found.case, found.status) == (0.0, None, "wrong")


def test_a_seat_is_judged_on_what_it_was_told_not_on_what_is_true() -> None:
    story = Story().inject(1, "doors", residents__people=40)
    story.event(1, "gathering.people", incident="residents", people=86)
    story.order(3, "officer", "report", kind="first", people=40)
    assert verdict(score(story), "first_report").quality == 1.0


def test_news_during_the_call_is_not_held_against_the_caller() -> None:
    story = reported(86).message(4, "officer", "lead", "residents", residents__people=180)
    assert verdict(score(story), "first_report").quality == 1.0


def test_news_before_the_call_is() -> None:
    story = Story().inject(1, "doors").message(2, "officer", "lead", "residents", residents__people=180)
    story.order(3, "officer", "report", kind="first", people=86)
    assert verdict(score(story), "first_report").quality == 0.0


def test_without_cases_every_graded_argument_must_be_as_asked() -> None:
    for level, quality in (("III", 1.0), ("I", 0.0)):
        story = Story(stand_ins=()).event(1, "inject.delivered", inject="doors", to=["commander"], tells={}, numbers={})
        found = verdict(score(story.order(3, "commander", "activate", level=level)), "level")
        assert (found.quality, found.credit) == (quality, quality)


def test_several_deeds_share_the_quality() -> None:
    scenario = with_expectation("heed", due="doors", do=["care(place=square)", "report(kind=first, people=86)"])
    story = Story(scenario).inject(1, "doors").order(3, "lead", "care", place="square")
    story.order(5, "lead", "report", kind="first", people=1)
    assert verdict(score(story), "heed").quality == 0.5


@pytest.mark.parametrize(("by", "quality"), [(40, 1.0), (63, 1.0), (64, 0.0)])
def test_a_deadline_is_as_asked_where_it_is_no_later(by: int, quality: float) -> None:
    # An hour from the order's second, which is minute 3.
    scenario = with_expectation("heed", due="doors", do=["promise(what=register, by=1h)"])
    story = Story(scenario).inject(1, "doors").order(3, "lead", "promise", what="register", by=by * 60)
    assert verdict(score(story), "heed").quality == quality


def test_a_deadline_may_be_a_time_of_the_clock() -> None:
    scenario = with_expectation("heed", due="doors", do=['promise(what=register, by="09:00")'])
    story = Story(scenario).inject(1, "doors").order(3, "lead", "promise", what="register", by=3600)
    assert verdict(score(story), "heed").quality == 1.0


def test_an_argument_left_open_has_its_default() -> None:
    scenario = with_expectation("heed", due="doors", do=["open_reception(place=square, windows=2)"])
    story = Story(scenario).inject(1, "doors").order(3, "lead", "open_reception", place="square")
    assert verdict(score(story), "heed").quality == 1.0


def test_a_correction_earns_half_of_what_it_adds() -> None:
    found = verdict(score(reported(100, 86)), "first_report")
    assert [step.adds for step in found.steps] == [0.5, 0.25]
    assert (found.quality, found.credit) == (0.75, 1.5)


def test_a_correction_counts_at_its_own_time() -> None:
    # Corrected at minute 23.5 after due at 1: half of the way from target 15m to limit 30m.
    story = reported(100).order(21.5, "officer", "report", kind="first", people=86)
    assert verdict(score(story), "first_report").credit == pytest.approx(2 * (0.5 + 0.25 * 0.75))


def test_trying_every_value_earns_no_more_than_one_correction() -> None:
    assert verdict(score(reported(60, 100, 86, 87)), "first_report").quality == 0.5


def test_a_worse_second_thought_takes_nothing_from_the_quality() -> None:
    assert verdict(score(reported(86, 100)), "first_report").quality == 1.0


def test_several_patterns_of_the_seats_own_acts_make_a_case() -> None:
    cases = [{"is": 1.0, "when": "register(incident=residents)"}, {"is": 0.4, "when": "otherwise"}]
    scenario = with_expectation("heed", due="doors", quality=cases)
    story = Story(scenario).inject(1, "doors").order(3, "officer", "register", incident="residents")
    story.order(4, "lead", "care", place="square")
    assert verdict(score(story), "heed").quality == 0.4
    story.order(8, "lead", "register", incident="residents")
    found = verdict(score(story), "heed")
    assert found.quality == pytest.approx(0.4 + 0.3)


def test_a_scenario_under_another_rubric_scores_the_same_journal_otherwise() -> None:
    journal_story = reported(100)
    strict = [{"is": 1.0, "when": "report.people == 86"}]
    rubric = Scenario.model_validate(
        SCENARIO
        | {
            "expectations": {
                "first_report": {
                    "of": "officer", "task": "Report", "clauses": ["M2"], "due": "doors", "quality": strict,
                    "do": ["report(kind=first)"], "target": "15m", "limit": "30m",
                }
            }
        }
    )  # fmt: skip
    assert verdict(score(journal_story), "first_report").quality == 0.5
    journal_story.scenario = rubric
    assert verdict(score(journal_story), "first_report").quality == 0.0
