"""What tasks say of a clause: how well, how fast, how surely."""

import math

import pytest

from reports.readiness.clauses import clauses, pace
from tests.reports.readiness.rows import ready_for, task, undone


def test_a_clause_counts_credit_time_and_what_was_never_done() -> None:
    (clause,) = clauses([
        task(), task("ben", at=700, credit=0.5), task("cem", at=1200, status="late", credit=0.2),
        undone("dan"), undone("eva", status="not_observed"),
    ])  # fmt: skip
    assert (clause.id, clause.tasks, clause.people, clause.undone) == ("M3", 4, 4, 1)
    assert clause.credit == pytest.approx(1.7 / 4)
    assert (clause.in_time.part, clause.on_target.part) == (2, 1)
    assert (clause.took.lower, clause.took.median) == (525.0, 850.0)
    assert clause.took.highest == math.inf


@pytest.mark.parametrize(
    ("took", "expected"), [(0, 0.0), (150, 0.5), (300, 1.0), (600, 1.5), (900, 2.0), (1350, 2.3), (9000, 2.5)]
)
def test_pace_is_told_between_due_target_and_limit(took: int, expected: float) -> None:
    assert pace(task(at=100 + took)) == pytest.approx(expected)


def test_a_task_that_is_never_done_is_later_than_any() -> None:
    assert pace(undone()) == math.inf


def test_a_task_under_two_clauses_counts_for_both() -> None:
    assert [(clause.id, clause.tasks) for clause in clauses([task(clauses=("M2", "M4"))])] == [("M2", 1), ("M4", 1)]


def test_the_weakest_clause_comes_first() -> None:
    rows = [task(clauses=("W1",)), undone(clauses=("M2",)), task(clauses=("O1",), credit=0.5)]
    assert [clause.id for clause in clauses(rows)] == ["M2", "O1", "W1"]


def test_a_clause_that_rests_on_few_tasks_is_not_called_the_weakest() -> None:
    rows = [undone(clauses=("M2",))] * 4 + [task(clauses=("O1",), credit=0.5)] * 5
    assert [clause.id for clause in ready_for(rows).weakest] == ["O1"]


def test_a_clause_with_nothing_left_to_earn_is_no_weakest() -> None:
    assert ready_for([task()] * 6).weakest == ()
