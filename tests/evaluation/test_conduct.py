"""Breaches: what they spoil, what they cost, whom they cap, and what repair brings back."""

import pytest

from simulator.evaluation.scorecard import Scorecard
from tests.evaluation.builder import Story, score, trainee, verdict
from tests.sample import CRITICAL, HARMFUL, UNLAWFUL, with_expectation


def opened(**settings: object) -> Story:
    """The doors at minute 1, opened and registered by minute 7, and the first words listened to."""
    story = Story(with_expectation("open_doors", **settings) if settings else None).inject(1, "doors")
    story.answer(2, "lead", "first_words", "listen").order(3, "lead", "open_reception", place="hall")
    return story.order(5, "lead", "register", incident="residents")


def found(card: Scorecard, seat: str = "lead") -> list[tuple[str, str, int, int | None]]:
    """The breaches of a seat: code, source, second, second of repair."""
    return [(each.code, each.source, each.at, each.repaired_at) for each in trainee(card, seat).findings]


def test_a_lawful_seat_that_acted_has_full_conduct_and_a_silent_one_none() -> None:
    card = score(opened())
    assert trainee(card, "lead").figures.conduct == 100
    assert trainee(card, "officer").figures.conduct is None


@pytest.mark.parametrize(
    ("verb", "code", "conduct"), [("line_up", UNLAWFUL, 60), ("detain", CRITICAL, 0), ("scold", HARMFUL, 85)]
)
def test_an_order_that_is_a_breach_costs_by_its_severity(verb: str, code: str, conduct: float) -> None:
    story = opened(wrong=[]).order(9, "lead", verb, place="hall")
    card = score(story)
    assert found(card) == [(code, "order", 660, None)]
    assert trainee(card, "lead").figures.conduct == conduct


def test_a_breach_that_was_never_carried_out_is_none() -> None:
    assert found(score(opened().order(9, "lead", "detain", takes=None))) == []


def test_a_wrong_order_spoils_the_task_it_belongs_to() -> None:
    card = score(opened().order(9, "lead", "line_up", place="hall"))
    spoilt = verdict(card, "open_doors")
    assert (spoilt.status, spoilt.gate.value, spoilt.credit, spoilt.rating) == ("wrong", 0.0, 0.0, "M")
    assert verdict(card, "greet").credit == 1.0


def test_elsewhere_the_same_order_leaves_the_task_alone() -> None:
    card = score(opened().order(9, "lead", "line_up", place="square"))
    assert verdict(card, "open_doors").credit == 3.0
    assert [each[0] for each in found(card)] == [UNLAWFUL]


def test_a_harmful_order_halves_the_quality_of_its_task() -> None:
    harmed = verdict(score(opened().order(9, "lead", "scold")), "open_doors")
    assert (harmed.quality, harmed.gate.value, harmed.credit, harmed.rating) == (0.5, 1.0, 1.5, "S")


def test_an_unlawful_answer_gates_its_own_task() -> None:
    story = Story().inject(1, "doors").answer(2, "lead", "first_words", "threaten")
    card = score(story)
    assert (verdict(card, "greet").status, verdict(card, "greet").credit) == ("wrong", 0.0)
    assert found(card)[0] == (UNLAWFUL, "answer", 150, None)


def repaired(story: Story, at: float) -> Story:
    story.order(at, "lead", "put_right", incident="residents")
    return story.order(at + 2, "lead", "disclose")


def test_prompt_and_honest_repair_brings_back_at_most_two_fifths() -> None:
    # The breach counts at minute 11; the repair is whole at 21.
    card = score(repaired(opened().order(9, "lead", "line_up", place="hall"), 17))
    assert found(card) == [(UNLAWFUL, "order", 660, 1260)]
    assert verdict(card, "open_doors").gate.value == 0.4
    assert verdict(card, "open_doors").credit == pytest.approx(1.2)
    assert trainee(card, "lead").figures.conduct == 80


def test_a_repaired_breach_stays_below_the_same_act_done_lawfully_and_late() -> None:
    story = opened(speed=0.75).order(9, "lead", "line_up", place="hall")
    mended = verdict(score(repaired(story, 12)), "open_doors")
    assert mended.gate.value == pytest.approx(0.2)
    assert mended.credit < 3 * (1 - 0.75)


def test_repair_after_ten_minutes_or_by_halves_repairs_nothing() -> None:
    late = repaired(opened().order(9, "lead", "line_up", place="hall"), 18)
    half = opened().order(9, "lead", "line_up", place="hall").order(12, "lead", "disclose")
    before = repaired(opened(), 5).order(12, "lead", "line_up", place="hall")
    for story in (late, half, before):
        assert verdict(score(story), "open_doors").gate.value == 0.0


def test_orders_of_repair_are_not_unneeded_after_a_breach_and_are_without_one() -> None:
    assert trainee(score(repaired(opened().order(9, "lead", "line_up", place="hall"), 12)), "lead").unneeded == ()
    assert len(trainee(score(repaired(opened(), 12)), "lead").unneeded) == 2


def test_a_false_report_is_a_breach_and_earns_nothing_even_when_corrected() -> None:
    story = Story().inject(1, "doors").order(3, "officer", "report", kind="first", people=20)
    story.order(6, "officer", "report", kind="first", people=86)
    card = score(story)
    assert found(card, "officer")[0] == ("U09", "quality", 300, None)
    assert verdict(card, "first_report").credit == 0.0


def test_a_report_never_sent_is_a_breach_at_its_limit() -> None:
    card = score(Story().inject(1, "doors"))
    assert found(card, "officer") == [("U09", "missed", 31 * 60, None)]
    assert trainee(card, "officer").findings[0].entry == 1


def test_the_same_answer_that_a_case_condemns_is_one_finding() -> None:
    cases = [{"is": 0.0, "conduct": UNLAWFUL, "when": "first_words == threaten"}]
    story = Story(with_expectation("greet", quality=cases)).inject(1, "doors")
    assert len(found(score(story.answer(2, "lead", "first_words", "threaten")))) == 1


def test_past_a_limit_of_law_the_breach_is_recorded_and_the_credit_stays() -> None:
    law = {"source": "§ 1", "conduct": "U09"}
    story = Story(with_expectation("heed", due="doors", law=law)).inject(1, "doors")
    card = score(story.order(40, "lead", "care", place="square"))
    assert ("U09", "law", 21 * 60, None) in found(card)
    assert (verdict(card, "heed").status, verdict(card, "heed").credit) == ("late", 0.5)


def test_within_a_limit_of_law_nothing_is_recorded() -> None:
    law = {"source": "§ 1", "conduct": "U09"}
    story = Story(with_expectation("heed", due="doors", law=law)).inject(1, "doors")
    assert found(score(story.order(5, "lead", "care", place="square"))) == []
