"""Orders that nothing asks for, and what help costs."""

from typing import Any

import pytest

from tests.evaluation.builder import Story, score, trainee
from tests.sample import with_expectation


def unneeded(story: Story, seat: str = "lead") -> int:
    return len(trainee(score(story), seat).unneeded)


@pytest.mark.parametrize(
    ("verb", "arguments", "count"),
    [
        ("open_reception", {"place": "hall"}, 0),
        ("open_reception", {"place": "square"}, 1),
        ("care", {"place": "square"}, 0),
        ("care", {"place": "hall"}, 0),
        ("report", {"kind": "first", "people": 3}, 0),
        ("line_up", {"place": "square"}, 0),
        ("scold", {}, 0),
        ("disclose", {}, 1),
        ("ask", {"about": "doors"}, 0),
        ("dispatch", {"unit": "medics", "place": "square"}, 1),
    ],
)
def test_only_what_no_expectation_and_nothing_allowed_names_is_unneeded(
    verb: str, arguments: dict[str, Any], count: int
) -> None:
    assert unneeded(Story().inject(1, "doors").order(3, "lead", verb, **arguments)) == count


def test_what_a_case_or_a_condition_names_is_needed() -> None:
    cases = [{"is": 1.0, "when": "disclose()"}]
    story = Story(with_expectation("heed", quality=cases)).order(3, "lead", "disclose")
    assert unneeded(story) == 0


def test_an_order_that_was_not_carried_out_costs_nothing() -> None:
    assert unneeded(Story().order(3, "lead", "disclose", takes=None)) == 0


def test_telling_is_unneeded_only_where_the_receiver_knew() -> None:
    story = Story().inject(1, "doors").order(3, "lead", "tell", seat="commander", about="doors")
    assert unneeded(story) == 0
    story = Story().inject(1, "doors").order(3, "lead", "tell", seat="officer", about="doors")
    assert unneeded(story) == 1


def test_telling_newer_numbers_is_needed() -> None:
    story = Story().message(1, "lead", "", "residents", residents__people=40)
    story.message(1, "officer", "", "residents", residents__people=30)
    assert unneeded(story.order(3, "lead", "tell", seat="officer", about="residents")) == 0
    story.message(6, "officer", "lead", "residents", residents__people=40)
    assert unneeded(story.order(7, "lead", "tell", seat="officer", about="residents")) == 1


def test_the_message_that_makes_another_seats_task_due_is_needed() -> None:
    story = Story().message(1, "lead", "", "sign").order(3, "officer", "tell", seat="lead", about="sign")
    assert unneeded(story, "officer") == 0


def test_each_costs_a_point_and_all_of_them_twenty_at_most() -> None:
    for count, lost in ((1, 1.0), (20, 20.0), (33, 20.0)):
        story = Story().inject(1, "doors").order(3, "officer", "report", kind="first", people=86)
        for number in range(count):
            story.order(10 + number, "officer", "disclose")
        officer = trainee(score(story), "officer")
        assert (officer.lost, officer.overall) == (lost, 100 - lost)


def test_help_costs_what_the_catalogue_says() -> None:
    story = Story().inject(1, "doors").order(3, "officer", "report", kind="first", people=86)
    story.event(4, "act.hint", "officer", about="", accepted=True)
    story.event(5, "act.hint", "officer", about="", accepted=False)
    officer = trainee(score(story), "officer")
    assert (officer.hints, officer.lost, officer.overall) == ((4,), 3.0, 97.0)
