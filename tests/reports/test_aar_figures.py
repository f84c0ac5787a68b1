"""The figure of where the time went says in words what it shows, and comes out the same byte for byte."""

from reports.aar.spending import spending, spending_table
from reports.figures.drawing import svg
from reports.figures.moments import moments_chart
from reports.figures.rows import Spending
from tests.reports.stories import little_drill, scored, wording
from tests.reports.test_figures import words_of


def rows() -> Spending:
    """Where the lead's time went in the little drill."""
    return spending(wording(), scored(little_drill()).trainees[0].judged)


def test_the_figure_names_tasks_parts_target_and_limit() -> None:
    expected = {
        "Listen first", "Open the doors", "after 17 min", "until read", "until decided", "until in effect", "due",
        "limit", "target",
    }  # fmt: skip
    assert expected <= set(words_of(moments_chart(rows())))


def test_the_same_rows_give_the_same_bytes() -> None:
    assert svg(moments_chart(rows())) == svg(moments_chart(rows()))


def test_a_figure_of_no_task_can_be_drawn() -> None:
    empty = Spending((), "read", "decided", "effect", "due", "target", "limit")
    assert "read" in words_of(moments_chart(empty))


def test_the_table_holds_the_minutes_of_the_figure() -> None:
    table = spending_table(wording(), "time", scored(little_drill()).trainees[0].judged)
    assert [[cell.number for cell in row[1:]] for row in table.rows] == [
        [0.0, 1.0, 0.5, 1.5, 2.0, 4.0],
        [0.0, 15.0, 2.0, 17.0, 10.0, 25.0],
    ]
