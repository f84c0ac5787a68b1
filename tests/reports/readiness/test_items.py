"""Tasks as questions of an exam."""

import pytest

from reports.readiness.items import items
from reports.readiness.model import Item
from reports.records.rows import PlayedTask
from tests.reports.readiness.rows import task, undone


def exam(takers: int, right: int) -> list[PlayedTask]:
    """An easy and a hard task: the first *right* people do both, the others the easy one half."""
    rows = []
    for each in range(takers):
        person, good = f"p{each}", each < right
        rows.append(task(person, each, expectation="easy", credit=1.0 if good else 0.5))
        rows.append((task if good else undone)(person, each, expectation="hard"))
    return rows


def item(rows: list[PlayedTask], name: str) -> Item:
    return next(found for found in items(rows) if found.expectation == name)


def test_difficulty_is_the_mean_share_of_credit() -> None:
    rows = exam(10, 4)
    assert (item(rows, "easy").difficulty, item(rows, "hard").difficulty) == (0.7, 0.4)


def test_a_task_that_goes_with_all_others_tells_good_from_bad() -> None:
    assert item(exam(10, 4), "hard").discrimination == pytest.approx(1.0)


def test_discrimination_leaves_the_task_itself_out() -> None:
    rows = exam(10, 4) + [task(f"p{each}", each, expectation="all") for each in range(10)]
    # The rest of "all" is easy and hard together: what everybody does does not differ.
    assert item(rows, "all").discrimination is None
    # 4 with 1.0 and 6 with 0.75 in the rest of "hard" (easy and all).
    assert item(rows, "hard").discrimination == pytest.approx(1.0)


def test_with_fewer_than_ten_people_there_is_no_discrimination() -> None:
    assert item(exam(9, 4), "hard").discrimination is None


def test_only_the_first_attempt_counts_for_difficulty() -> None:
    rows = [undone("ann", 1, day="2026-03-01"), task("ann", 2, day="2026-03-09"), task("ben", 3, day="2026-03-05")]
    (only,) = items(rows)
    assert (only.takers, only.difficulty) == (2, 0.5)


def test_the_commonest_wrong_act_is_named_with_how_often_it_was_given() -> None:
    wrong = ["line_up", "wait", "wait", ""]
    (only,) = items([task(f"p{at}", status="wrong", act=act) for at, act in enumerate(wrong)])
    assert (only.wrong, only.commonest, only.commonest_times) == (4, "wait", 2)


def test_tasks_that_few_people_took_come_after_all_others() -> None:
    rows = [undone("ann", expectation="rare"), *exam(5, 2)]
    assert [found.expectation for found in items(rows)] == ["hard", "easy", "rare"]
