"""People, departments, and figures over time."""

from reports.readiness.assess import breaches
from reports.readiness.due import by_person
from reports.readiness.model import Square
from reports.readiness.people import departments, people, trends
from reports.records.rows import DueClause
from tests.reports.readiness.rows import breach, drill, ready_for, seat, task, undone


def test_a_person_is_told_over_all_drills_and_clause_by_clause() -> None:
    seats = [seat("ann", 1), seat("ann", 2, day="2026-04-01", overall=80.0), seat("ben", 1, overall=20.0)]
    tasks = [task("ann", 1), task("ann", 2, clauses=("M2",), credit=0.5), undone("ben", 1)]
    ann, ben = people(seats, tasks)
    assert (ann.shown, ann.drills, ann.last, ann.credit) == ("Ann", 2, "2026-04-01", 0.75)
    assert ann.squares == {"M2": Square(0.5, 1), "M3": Square(1.0, 1)}
    assert ann.overall is not None
    assert (ann.overall.median, ben.credit) == (70.0, 0.0)


def test_departments_stand_in_the_order_of_their_names_and_people_without_one_last() -> None:
    seats = [seat("ann", department=""), seat("ben", department="Duty"), seat("cem", department="Archive")]
    assert [each.name for each in departments(seats, [])] == ["Archive", "Duty", ""]


def test_a_trend_has_a_point_for_each_day_with_its_median() -> None:
    seats = [seat(f"p{number}", number, day=f"2026-03-{day:02}", overall=float(points))
             for number, (day, points) in enumerate([(1, 10), (1, 30), (1, 80), (4, 50)])]  # fmt: skip
    overall = trends(seats)[0]
    assert [(point.day, point.value, point.number) for point in overall.points] == [
        ("2026-03-01", 30.0, 3),
        ("2026-03-04", 50.0, 1),
    ]
    assert (overall.moving, overall.change) == ((), None)


def test_from_ten_drill_days_on_a_trend_says_what_changed() -> None:
    seats = [seat("ann", day, day=f"2026-03-{day:02}", overall=day * 5.0) for day in range(1, 11)]
    overall = trends(seats)[0]
    # The medians of the days 1 to 5 and of the days 6 to 10.
    assert (overall.moving[0], overall.moving[-1], overall.change) == (15.0, 40.0, 25.0)


def test_a_figure_that_nobody_has_is_in_no_trend() -> None:
    assert [trend.figure for trend in trends([seat()])] == ["overall", "speed", "quality", "conduct", "outcome"]


def test_drills_without_a_day_are_counted_and_left_out_of_trends() -> None:
    ready = ready_for([task()], [seat(day="")], [drill(day="")])
    assert (ready.undated, ready.first, ready.trends[0].points) == (1, "", ())


def test_breaches_are_counted_by_kind_the_gravest_first() -> None:
    found = breaches([breach("ann"), breach("ann"), breach("ben"), breach("ben", "U01", "critical")])
    assert [(each.code, each.times, each.people) for each in found] == [("U01", 1, 1), ("U05", 3, 2)]


def test_who_is_overdue_longest_comes_first_and_who_never_practised_after_that() -> None:
    rows = [
        DueClause("ann", "Ann", "", "M1", "", 180, None),
        DueClause("ben", "Ben", "", "M1", "2025-01-01", 180, 12),
        DueClause("ben", "Ben", "", "M2", "2025-01-01", 90, 102),
        DueClause("ben", "Ben", "", "M3", "", 180, None),
    ]
    ben, ann = by_person(rows)
    assert (ben.person, list(ben.overdue.items()), ben.never) == ("ben", [("M2", 102), ("M1", 12)], ("M3",))
    assert (ann.person, dict(ann.overdue), ann.never) == ("ann", {}, ("M1",))
