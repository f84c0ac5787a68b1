"""Improvement items: what went wrong, how grave it is, what is to be done, by whom and by when."""

from reports.aar.items import DAYS, Item, items, repeated
from tests.evaluation.builder import Story
from tests.playthroughs.shipped import SEEDS, played, scenario
from tests.reports.stories import little, little_drill, scored


def items_of(story: Story) -> dict[str, Item]:
    """The items of a story that ends, by id."""
    journal = story.end()
    return {item.id: item for item in items(story.scenario, journal, scored(journal, story.scenario))}


def promptly() -> Story:
    """A lead who opens the doors in time and lawfully."""
    return Story(little()).inject(1, "doors").order(2, "lead", "open_reception", place="hall").order(
        4, "lead", "register", incident="residents")  # fmt: skip


def test_what_was_done_promptly_well_and_lawfully_is_no_item() -> None:
    assert "open_doors" not in items_of(promptly())


def test_a_critical_task_not_done_is_a_deficiency_due_within_15_days() -> None:
    item = items_of(Story(little()).inject(1, "doors"))["open_doors"]
    assert (item.grade, item.days, item.clause, item.seat, item.owner) == ("deficiency", 15, "M3", "lead", "lead")
    assert (str(item.text), item.at, item.times) == ("Not done: Open the doors", 60, 1)


def test_another_task_not_done_is_to_rectify_within_30_days() -> None:
    item = items_of(Story(little()).inject(1, "doors"))["greet"]
    assert (item.grade, item.days, str(item.text)) == ("rectify", 30, "Not done: Listen first")


def test_a_task_of_life_and_safety_past_its_limit_is_a_deficiency() -> None:
    story = Story(little()).inject(30, "faint").order(46, "lead", "dispatch", unit="medics", place="hall")
    item = items_of(story)["medics"]
    assert (item.grade, str(item.text)) == ("deficiency", "Done 3 min past the limit: Send the medics")


def test_done_in_time_but_after_the_target_is_to_improve_within_90_days() -> None:
    item = items_of(Story(little()).inject(1, "doors").order(21, "officer", "report", kind="first", people=86))[
        "first_report"
    ]
    assert (item.grade, item.days) == ("improve", 90)
    assert str(item.text) == "Done in time, but after its target: Report"
    assert str(item.corrective).startswith("Drill it again: decide sooner; done within 15 min")


def test_an_unlawful_act_spoils_its_task_and_is_a_deficiency_with_its_code() -> None:
    item = items_of(promptly().order(7, "lead", "line_up", place="hall"))["open_doors"]
    assert (item.grade, item.code, str(item.text)) == ("deficiency", "U10", "Open the doors: unlawful")


def test_a_harmful_act_is_no_more_than_to_rectify() -> None:
    journal = Story(little()).order(5, "officer", "scold").end()
    (item,) = [item for item in items(little(), journal, scored(journal)) if item.code]
    assert (item.id, item.grade, item.clause, item.expectation) == ("officer.U22", "rectify", "", "")


def test_the_same_breach_twice_outside_any_task_is_one_item() -> None:
    found = items_of(Story(little()).order(5, "officer", "detain").order(9, "officer", "detain"))
    assert [(item.id, item.grade, item.times, item.at) for item in found.values()] == [
        ("officer.U06", "deficiency", 2, 420)
    ]


def test_a_stand_in_has_no_items() -> None:
    story = Story(little(), stand_ins=("lead", "officer", "commander")).inject(1, "doors")
    assert items_of(story) == {}


def test_the_gravest_come_first_then_the_earliest() -> None:
    found = items(little(), little_drill(), scored(little_drill()))
    assert [(item.id, item.grade) for item in found] == [
        ("open_doors", "deficiency"), ("first_report", "improve"), ("greet", "improve"),
    ]  # fmt: skip


def test_what_comes_back_in_a_later_drill_is_graver() -> None:
    assert [repeated(grade) for grade in DAYS] == ["deficiency", "deficiency", "improve"]


def test_every_item_of_a_silent_drill_has_an_owner_in_the_plan_and_something_to_do() -> None:
    mass = scenario("mass")
    found = items(mass, list(played("mass", "silent", SEEDS[0]).journal), played("mass", "silent", SEEDS[0]).scorecard)
    assert {item.owner for item in found} <= set(mass.emergency_plan.roles)
    assert {item.grade for item in found} == {"deficiency", "rectify"}
    assert [item.id for item in found if not str(item.corrective)] == []
