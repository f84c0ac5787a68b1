"""One expectation: when it is due and met, how fast, how well, and what it earns."""

import pytest

from simulator.evaluation.expectations import timeliness
from simulator.journal import entry as kinds
from tests.evaluation.builder import Story, score, verdict, verdicts
from tests.sample import with_expectation


def report(at: float, people: int = 86) -> Story:
    """The doors at minute 1, a first report given at a minute (and carried out two later)."""
    return Story().inject(1, "doors").order(at, "officer", "report", kind="first", people=people)


@pytest.mark.parametrize(
    ("took", "expected"), [(0, 1.0), (600, 1.0), (601, 899 / 900), (1050, 0.5), (1500, 0.0), (9000, 0.0)]
)
def test_timeliness_is_whole_up_to_the_target_and_nothing_at_the_limit(took: int, expected: float) -> None:
    assert timeliness(600, 1500, took) == pytest.approx(expected)


def test_a_limit_at_the_target_leaves_nothing_in_between() -> None:
    assert (timeliness(600, 600, 600), timeliness(600, 600, 601)) == (1.0, 0.0)


def test_what_is_done_by_the_target_earns_its_whole_weight() -> None:
    found = verdict(score(report(at=14)), "first_report")
    assert (found.due, found.met, found.decided) == (60, 960, 840)
    assert (found.status, found.rating, found.timeliness, found.credit, found.of) == ("met", "P", 1.0, 2.0, 2.0)


def test_an_order_counts_when_it_is_carried_out() -> None:
    # Due at minute 1, target 15m: given at 15 and carried out at 17, that is one minute of fifteen over.
    found = verdict(score(report(at=15)), "first_report")
    assert found.timeliness == pytest.approx(14 / 15)
    assert found.credit == pytest.approx(2 * (0.5 + 0.5 * 14 / 15))
    assert (found.status, found.rating) == ("met", "S")


def test_exactly_on_the_limit_no_timeliness_is_left_and_it_is_not_yet_late() -> None:
    found = verdict(score(report(at=29)), "first_report")
    assert (found.timeliness, found.status, found.rating, found.credit) == (0.0, "met", "S", 1.0)


def test_past_its_limit_a_true_report_keeps_what_does_not_hang_on_time() -> None:
    found = verdict(score(report(at=90)), "first_report")
    assert (found.status, found.rating, found.gate.value, found.credit) == ("late", "M", 1.0, 1.0)


def test_what_was_never_due_is_not_observed() -> None:
    found = verdict(score(report(at=5)), "heed")
    assert (found.status, found.rating, found.due, found.credit) == ("not_observed", None, None, 0.0)


def test_what_was_due_and_never_done_is_missed() -> None:
    found = verdict(score(Story().inject(1, "doors")), "open_doors")
    assert (found.status, found.rating, found.due, found.met, found.credit) == ("missed", "U", 60, None, 0.0)


def test_an_order_not_carried_out_is_not_done() -> None:
    story = Story().inject(1, "doors").order(5, "officer", "report", takes=None, kind="first", people=86)
    assert verdict(score(story), "first_report").status == "missed"


def test_an_act_before_it_was_due_does_not_count() -> None:
    story = Story().order(1, "officer", "report", kind="first", people=86).inject(5, "doors")
    assert verdict(score(story), "first_report").status == "missed"


def test_ended_early_only_what_had_passed_its_limit_is_missed() -> None:
    story = Story().inject(1, "doors").inject(5, "sign")
    card = score(story, at=16, early=True)
    assert [verdict(card, name).status for name in ("hand_on", "open_doors", "first_report")] == [
        "missed", "not_observed", "not_observed",
    ]  # fmt: skip


def test_several_deeds_are_met_with_the_last_of_them() -> None:
    story = Story().inject(1, "doors").order(3, "lead", "register", incident="residents")
    story.order(12, "lead", "open_reception", place="hall")
    found = verdict(score(story), "open_doors")
    assert found.met == 840
    assert found.timeliness == pytest.approx(12 / 15)


def test_another_place_is_another_order() -> None:
    story = Story().inject(1, "doors").order(3, "lead", "register", incident="residents")
    story.order(4, "lead", "open_reception", place="square")
    assert verdict(score(story), "open_doors").status == "missed"


def test_another_seats_order_does_not_count() -> None:
    story = Story().inject(1, "doors").order(3, "lead", "report", kind="first", people=86)
    assert verdict(score(story), "first_report").status == "missed"


def test_an_answer_earns_the_grade_of_its_option() -> None:
    story = Story().inject(1, "doors").answer(2, "lead", "first_words", "explain")
    found = verdict(score(story), "greet")
    assert (found.met, found.quality, found.credit, found.rating) == (150, 0.6, 0.6, "S")


def test_a_message_of_another_seat_makes_due_and_a_reply_does_not() -> None:
    story = Story().message(3, "lead", "", "sign").message(9, "lead", "officer", "sign")
    assert verdict(score(story.order(10, "lead", "care", place="square")), "heed").due == 540


def test_each_delivery_of_a_repeated_expectation_needs_an_act_of_its_own() -> None:
    story = Story().inject(1, "doors").inject(60, "hourly").inject(120, "hourly")
    story.order(61, "officer", "report", kind="follow_up", people=86)
    assert [each.status for each in verdicts(score(story), "keep_reporting")] == ["met", "missed"]


def test_a_repeated_expectation_takes_the_acts_one_after_another() -> None:
    story = Story().inject(1, "doors").inject(60, "hourly").inject(120, "hourly")
    for at in (62, 125):
        story.order(at, "officer", "report", kind="follow_up", people=86)
    found = verdicts(score(story), "keep_reporting")
    assert [(each.instance.number, each.met, each.quality) for each in found] == [(1, 3840, 1.0), (2, 7620, 1.0)]


def test_time_is_split_into_noticed_decided_and_effective() -> None:
    story = Story().inject(30, "faint").event(31, kinds.OPENED, "lead", number=1)
    story.order(32, "lead", "dispatch", unit="medics", place="hall")
    story.event(34, kinds.LEFT, unit="medics", trip=1, origin="square", place="hall", arrives=2340, order=1)
    story.event(39, kinds.ARRIVED, "lead", unit="medics", trip=1, place="hall")
    found = verdict(score(story), "medics")
    assert (found.noticed, found.decided, found.met, found.effective) == (1860, 1920, 2040, 2340)


def test_where_all_hangs_on_speed_the_limit_leaves_nothing() -> None:
    # Due at 30, target 5m, limit 15m; carried out at 40: half of the way.
    story = Story().inject(30, "faint").order(38, "lead", "dispatch", unit="medics", place="hall")
    assert verdict(score(story), "medics").credit == pytest.approx(2 * 0.5)


def test_a_condition_of_its_own_is_met_at_the_first_second_it_holds() -> None:
    scenario = with_expectation("medics", met="dispatch(unit=medics) and medics.on_scene", target="10m")
    story = Story(scenario).inject(30, "faint").order(31, "lead", "dispatch", unit="medics", place="hall")
    story.event(33, kinds.LEFT, unit="medics", trip=1, origin="square", place="hall", arrives=2280, order=1)
    story.event(38, kinds.ARRIVED, "lead", unit="medics", trip=1, place="hall")
    found = verdict(score(story), "medics")
    assert (found.status, found.met, found.credit) == ("met", 2280, 2.0)


def test_a_condition_may_come_to_hold_by_the_passing_of_time() -> None:
    scenario = with_expectation("heed", due="faint", met="care(place=square) and since(care(place=square)) >= 7m")
    story = Story(scenario).inject(30, "faint").order(31, "lead", "care", place="square")
    assert verdict(score(story), "heed").met == 40 * 60


def test_what_holds_without_any_act_meets_nothing() -> None:
    scenario = with_expectation("medics", met="residents.stage == calm")
    assert verdict(score(Story(scenario).inject(30, "faint")), "medics").status == "missed"
