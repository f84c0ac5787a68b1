"""Objectives: the clauses that fell due, each with score and letter, and what holds the letter down."""

from reports.aar.objectives import Objective, objectives
from tests.evaluation.builder import Story
from tests.reports.stories import little, little_drill, scored
from tests.sample import with_expectation


def objectives_of(story: Story) -> dict[str, Objective]:
    """The objectives of a story that ends, by clause."""
    return {each.clause: each for each in objectives(scored(story.end(), story.scenario))}


def test_only_clauses_that_fell_due_are_objectives_in_the_plans_order() -> None:
    assert [each.clause for each in objectives(scored(little_drill()))] == ["M2", "M3", "M4"]


def test_the_score_is_credit_earned_out_of_credit_due() -> None:
    # The report: 22 of 15 to 30 minutes: timeliness 8/15, credit 2 × (½ + ½ × 8/15) of 2.
    objective = objectives_of(
        Story(little()).inject(1, "doors").order(21, "officer", "report", kind="first", people=86)
    )
    assert round(objective["M2"].score, 2) == 76.67
    assert (objective["M2"].rating, objective["M2"].met, len(objective["M2"].tasks)) == ("S", 1, 1)


def test_an_unlawful_act_lets_an_objective_stand_no_higher_than_m() -> None:
    scenario = with_expectation("greet", clauses=["M3"], weight=60)
    story = Story(scenario).inject(1, "doors").answer(1.1, "lead", "first_words", "listen")
    story.order(3, "lead", "line_up", place="hall").order(4, "lead", "open_reception", place="hall")
    objective = objectives_of(story.order(5, "lead", "register", incident="residents"))["M3"]
    assert (objective.score > 90, objective.rating) == (True, "M")


def test_a_critical_task_not_done_makes_an_objective_unable_to_be_performed() -> None:
    scenario = with_expectation("greet", clauses=["M3"], weight=60)
    story = Story(scenario).inject(1, "doors").answer(1.1, "lead", "first_words", "listen")
    objective = objectives_of(story)["M3"]
    assert (objective.score > 90, objective.rating) == (True, "U")


def test_a_task_under_two_clauses_counts_for_both_and_is_told_under_the_first() -> None:
    found = objectives_of(Story(with_expectation("greet", clauses=["M4", "M3"])).inject(1, "doors"))
    assert [[task.judged.id for task in found[clause].tasks] for clause in ("M3", "M4")] == [
        ["greet", "open_doors"], ["greet"],
    ]  # fmt: skip
    assert [[task.judged.id for task in found[clause].own] for clause in ("M3", "M4")] == [["open_doors"], ["greet"]]
