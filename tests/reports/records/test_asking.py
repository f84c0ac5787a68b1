"""A filter means the drills it says, people are shown as they may be, and items say whether they were fixed."""

from datetime import date
from pathlib import Path

import pytest

from reports.records.rows import Filter
from reports.records.standing import clause_standings, person_standings
from reports.records.store import Records
from reports.records.training import Intervals
from simulator.errors import CallError
from tests.reports.records.drills import BAD, GOOD, OTHER, journal
from tests.reports.records.test_people import ROSTER


@pytest.fixture
def kept(records: Records, folder: Path) -> Records:
    """Three people in March: Zhou Min twice, the second time in the other scenario; two of them in a roster."""
    records.keep(journal(folder, "Zhou Min", BAD, "2026-03-02"))
    records.keep(journal(folder, "Ana Ito", GOOD, "2026-03-03", seat="duty_officer"))
    records.keep(journal(folder, "Zhou Min", GOOD, "2026-03-04", text=OTHER))
    records.keep(journal(folder, "Li Shu", GOOD, "2026-03-05"))
    records.enrol(ROSTER)
    return records


@pytest.mark.parametrize(
    ("wished", "days"),
    [
        (Filter(), ["02", "03", "04", "05"]),
        (Filter(person="Zhou Min"), ["02", "04"]),
        (Filter(person="magpie"), ["02", "04"]),
        (Filter(person="  zhou  MIN "), ["02", "04"]),
        (Filter(person="person 3"), ["05"]),
        (Filter(department="Reception"), ["02", "04"]),
        (Filter(scenario="evening"), ["04"]),
        (Filter(type="mass"), ["02", "03", "04", "05"]),
        (Filter(type="online"), []),
        (Filter(mode="assessed"), []),
        (Filter(clause="M2"), ["03"]),
        (Filter(clause="M3", since="2026-03-03"), ["04", "05"]),
        (Filter(since="2026-03-03", until="2026-03-04"), ["03", "04"]),
        (Filter(person="Ana Ito", clause="M3"), []),
    ],
)
def test_a_filter_means_these_days_of_march(kept: Records, wished: Filter, days: list[str]) -> None:
    assert [drill.day for drill in kept.drills(wished)] == [f"2026-03-{day}" for day in days]
    assert [seat.day for seat in kept.seats(wished)] == [f"2026-03-{day}" for day in days]
    assert sorted({task.day[-2:] for task in kept.tasks(wished)}) == days


@pytest.mark.parametrize(
    ("wished", "told"),
    [
        (Filter(person="Nobody"), "nobody in the records is called 'Nobody'"),
        (Filter(department="Weather"), "nobody in the records is in the department 'Weather'"),
        (Filter(since="last week"), "'last week' is not a day"),
    ],
)
def test_what_cannot_be_meant_is_told(kept: Records, wished: Filter, told: str) -> None:
    with pytest.raises(CallError, match=told):
        kept.drills(wished)


def test_people_are_shown_by_pseudonym_or_number_unless_names_are_asked_for(kept: Records) -> None:
    assert [seat.shown for seat in kept.seats()] == ["Magpie", "person 2", "Magpie", "person 3"]
    assert [seat.shown for seat in kept.seats(Filter(named=True))] == ["Zhou Min", "Ito Ana", "Zhou Min", "Li Shu"]
    assert [seat.department for seat in kept.seats()] == ["Reception", "Duty desk", "Reception", ""]


def test_a_later_drill_says_whether_an_item_was_fixed(records: Records, folder: Path) -> None:
    first = records.keep(journal(folder, "Zhou Min", BAD, "2026-03-02"))
    assert [(item.id, item.status) for item in records.items()] == [
        ("listen_first", "open"), ("open_doors", "open"), ("send_team", "open"),
    ]  # fmt: skip
    again = records.keep(journal(folder, "Zhou Min", "first-option", "2026-03-03"))
    found = {item.id: item.status for item in again.settled}
    assert found == {"listen_first": "fixed", "open_doors": "again", "send_team": "again"}
    last = records.keep(journal(folder, "Zhou Min", GOOD, "2026-03-04"))
    stands = {item.id: (item.status, item.settled_by) for item in records.items() if item.drill == first.drill}
    assert stands == {
        "listen_first": ("fixed", again.drill), "open_doors": ("fixed", last.drill), "send_team": ("fixed", last.drill),
    }  # fmt: skip


def test_somebody_elses_drill_and_an_earlier_one_fix_nothing(records: Records, folder: Path) -> None:
    records.keep(journal(folder, "Zhou Min", BAD, "2026-03-09"))
    records.keep(journal(folder, "Ana Ito", GOOD, "2026-03-10"))
    records.keep(journal(folder, "Zhou Min", GOOD, "2026-03-02"))
    assert {item.status for item in records.items(Filter(person="Zhou Min", since="2026-03-09"))} == {"open"}


def test_another_scenario_speaks_of_an_item_by_its_clause(records: Records, folder: Path) -> None:
    first = records.keep(journal(folder, "Zhou Min", BAD, "2026-03-02"))
    other = records.keep(journal(folder, "Zhou Min", GOOD, "2026-03-03", text=OTHER))
    stands = {(item.status, item.settled_by) for item in records.items() if item.drill == first.drill}
    assert stands == {("fixed", other.drill)}


def test_an_item_is_due_some_days_after_its_drill(records: Records, folder: Path) -> None:
    records.keep(journal(folder, how=BAD, day="2026-03-02"))
    item = next(item for item in records.items() if item.id == "send_team")
    assert (item.grade, item.due, item.text["en"]) == ("rectify", "2026-04-01", "Not done: Send the team")


def test_items_of_one_status_can_be_asked_for(kept: Records) -> None:
    assert {item.status for item in kept.items(status="fixed")} == {"fixed"}
    assert len(kept.items()) == len(kept.items(status="fixed")) + len(kept.items(status="open"))


def test_what_was_settled_by_hand_holds(kept: Records) -> None:
    item = kept.items()[0]
    kept.settle(item.drill, item.id, "open", owner="Duty desk")
    found = next(each for each in kept.items() if (each.drill, each.id) == (item.drill, item.id))
    assert (found.status, found.settled_by, found.owner) == ("open", None, "Duty desk")
    with pytest.raises(CallError, match="has no item 'nothing'"):
        kept.settle(item.drill, "nothing", "fixed")


INTERVALS = Intervals.model_validate({"format": 1, "mark": "D", "every": "100d", "clauses": {"M2": "10d"}})


def test_training_is_due_when_the_interval_has_passed(kept: Records) -> None:
    asked = Filter(person="Ana Ito", clause="M2")
    assert kept.due(asked, date(2026, 3, 13), INTERVALS) == ()
    (found,) = kept.due(asked, date(2026, 3, 14), INTERVALS)
    assert (found.clause, found.last, found.every, found.over) == ("M2", "2026-03-03", 10, 1)


def test_a_clause_of_another_role_is_not_due_and_one_that_never_came_up_is(kept: Records) -> None:
    never = {found.clause for found in kept.due(Filter(person="Ana Ito"), date(2026, 3, 5)) if found.over is None}
    owned = {clause.id for clause in kept.clauses() if "duty_officer" in clause.owners and clause.trained}
    assert owned - never == {"M2"}
    assert "M1" not in never


def test_whoever_took_part_in_nothing_is_to_train_everything(kept: Records) -> None:
    everything = {clause.id for clause in kept.clauses() if clause.trained}
    assert {found.clause for found in kept.due(Filter(person="wang"), date(2026, 3, 5))} == everything


def test_clauses_and_people_are_counted(kept: Records) -> None:
    clauses = {each.clause: each for each in clause_standings([], kept.tasks())}
    assert (clauses["M3"].due, clauses["M3"].met, clauses["M3"].missed, clauses["M3"].people) == (9, 6, 3, 2)
    people = {each.person: each for each in person_standings(kept.people(), kept.seats(), kept.breaches())}
    assert (people["zhou"].drills, people["zhou"].last, people["zhou"].rating) == (2, "2026-03-04", "P")
    assert people["zhou"].overall == pytest.approx(45.49, abs=0.01)
    assert (people["wang"].drills, people["wang"].overall) == (0, None)
