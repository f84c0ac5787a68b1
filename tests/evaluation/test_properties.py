"""What must hold for every journal, on journals that are made up."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.evaluation.as_json import as_json
from simulator.evaluation.expectations import Judged
from simulator.evaluation.outcome import Baseline, Baselines
from simulator.evaluation.scorecard import evaluate
from simulator.journal.entry import Entry
from simulator.journal.journal import Journal
from tests.evaluation.builder import Story, score, trainee, verdict
from tests.sample import with_expectation

QUIET = settings(deadline=None, max_examples=40)
MINUTES = st.integers(1, 100)
SHARES = st.integers(0, 20).map(lambda twentieth: twentieth / 20)
OPTIONS = {"listen": 1.0, "explain": 0.6, "wave_off": 0.2}
OFFICER = [("report", {"kind": "first", "people": people}) for people in (0, 60, 86, 90, 100)]
LEAD = [
    ("open_reception", {"place": "hall"}),
    ("register", {"incident": "residents"}),
    ("care", {"place": "square"}),
    ("line_up", {"place": "hall"}),
    ("scold", {}),
    ("put_right", {"incident": "residents"}),
    ("disclose", {}),
]
ACT = st.tuples(MINUTES, st.sampled_from([("officer", *act) for act in OFFICER] + [("lead", *act) for act in LEAD]))
Acts = list[tuple[int, tuple[str, str, dict[str, Any]]]]


def told(acts: Acts, answer: tuple[int, str] | None = None) -> Story:
    """The doors at minute 1, then these acts."""
    story = Story().inject(1, "doors")
    if answer is not None:
        story.answer(answer[0], "lead", "first_words", answer[1])
    for at, (seat, verb, arguments) in acts:
        story.order(at, seat, verb, **arguments)
    return story


def greeting(option: str, at: int, speed: float, target: int = 5, limit: int = 15) -> Judged:
    """The answer that was due at minute 1, with a speed share."""
    scenario = with_expectation("greet", speed=speed, target=f"{target}m", limit=f"{limit}m", wrong=[])
    return verdict(score(Story(scenario).inject(1, "doors").answer(at, "lead", "first_words", option)), "greet")


@QUIET
@given(MINUTES, SHARES)
def test_better_quality_never_lowers_credit_or_speed(at: int, speed: float) -> None:
    found = [greeting(option, at, speed) for option in ("wave_off", "explain", "listen")]
    assert [each.credit for each in found] == sorted(each.credit for each in found)
    assert len({each.timeliness for each in found}) == 1


@QUIET
@given(MINUTES, MINUTES, SHARES, st.sampled_from(sorted(OPTIONS)))
def test_acting_earlier_never_lowers_credit_or_speed(first: int, second: int, speed: float, option: str) -> None:
    early, late = (greeting(option, at, speed) for at in sorted((first, second)))
    assert early.credit >= late.credit
    assert early.timeliness >= late.timeliness
    assert early.quality == late.quality


@QUIET
@given(SHARES, st.integers(2, 15), st.integers(2, 15), st.sampled_from(sorted(OPTIONS)))
def test_fast_and_wrong_scores_below_slow_and_right(speed: float, fast: int, slow: int, option: str) -> None:
    # Both are within the limit: due at minute 1, effective half a minute after the answer.
    wrong, right = greeting(option, fast, speed), greeting("listen", slow, speed)
    if OPTIONS[option] < 1 - speed:
        assert wrong.status == "wrong"
        assert wrong.credit < right.credit


@QUIET
@given(st.integers(1, 60), st.integers(1, 60), SHARES)
def test_on_target_all_timeliness_is_earned_and_on_the_limit_none(target: int, longer: int, speed: float) -> None:
    # The answer takes half a minute, so it is given that much before.
    limit = target + longer
    scenario = with_expectation("greet", speed=speed, target=f"{target}m", limit=f"{limit}m")
    for at, share in ((1 + target, 1.0), (1 + limit, 0.0)):
        story = Story(scenario).inject(1, "doors").answer(at - 0.5, "lead", "first_words", "listen")
        found = verdict(score(story), "greet")
        assert found.timeliness == share
        assert found.credit == pytest.approx(1 - speed + speed * share)


@QUIET
@given(st.lists(st.tuples(st.integers(1, 200), st.sampled_from(["doors", "sign", "hourly", "faint"])), max_size=6))
def test_a_journal_without_an_act_earns_nothing(injects: list[tuple[int, str]]) -> None:
    story = Story(stand_ins=())
    for at, name in injects:
        story.inject(at, name)
    both = Baseline({"harm.injured": 5}, {"harm.injured": 0})
    card = score(story, Baselines(both, dict.fromkeys(story.scenario.seats, both)))
    assert {trainee.overall for trainee in card.trainees} <= {None, 0.0}
    assert {trainee.figures.conduct for trainee in card.trainees} == {None}
    assert card.team.overall in (None, 0.0)


@QUIET
@given(MINUTES, st.sampled_from([None, 0, 20, 60, 130, 300]), st.integers(31, 200))
def test_a_false_or_missing_report_scores_below_a_late_true_one(at: int, people: int | None, late: int) -> None:
    false = told([] if people is None else [(at, ("officer", "report", {"kind": "first", "people": people}))])
    true = told([(late, ("officer", "report", {"kind": "first", "people": 86}))])
    cards = score(false), score(true)
    credits = [verdict(card, "first_report").credit for card in cards]
    numbers = [trainee(card, "officer").overall or 0.0 for card in cards]
    assert credits[0] < credits[1]
    assert numbers[0] < numbers[1]


def without_numbers(journal: Journal, rubric: Story) -> dict[str, Any]:
    """The scores of a journal without the places in it that they cite."""

    def stripped(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: stripped(value) for key, value in part.items() if key not in ("entry", "entries", "unneeded")}
        return [stripped(each) for each in part] if isinstance(part, list) else part

    found: dict[str, Any] = stripped(as_json(evaluate(rubric.scenario, journal)))
    return found


@QUIET
@given(st.integers(2, 60), st.sampled_from(OFFICER), st.sampled_from(LEAD))
def test_the_order_of_acts_of_two_seats_at_one_second_changes_nothing(
    at: int, first: tuple[str, dict[str, Any]], second: tuple[str, dict[str, Any]]
) -> None:
    one, other = (at, ("officer", *first)), (at, ("lead", *second))
    stories = told([one, other]), told([other, one])
    assert without_numbers(stories[0].end(), stories[0]) == without_numbers(stories[1].end(), stories[1])


@QUIET
@given(st.lists(ACT, max_size=8), st.text(max_size=8))
def test_no_score_hangs_on_a_time_that_a_client_sent(acts: Acts, wall: str) -> None:
    story = told(acts)
    journal = story.end()
    stamped = [Entry(each.number, each.time, each.seat, each.kind, each.payload, wall) for each in journal]
    assert evaluate(story.scenario, stamped) == evaluate(story.scenario, journal)


@QUIET
@given(st.lists(ACT, max_size=12), st.none() | st.tuples(st.integers(2, 5), st.sampled_from(sorted(OPTIONS))))
def test_every_number_stays_in_its_bounds_and_has_its_receipts(acts: Acts, answer: tuple[int, str] | None) -> None:
    card = score(told(acts, answer))
    for each in (each for person in card.trainees for each in person.judged):
        assert 0 <= each.credit <= each.of
        assert 0 <= each.quality <= 1
        assert each.observed == (each.due is not None)
        assert bool(each.entries) == each.observed
    for person in card.trainees:
        assert person.overall is None or 0 <= person.overall <= 100
        assert not person.caps or person.rating in ("M", "U")


@QUIET
@given(st.lists(ACT, max_size=8))
def test_an_unlawful_act_is_never_rated_above_m(acts: Acts) -> None:
    story = told([*acts, (101, ("lead", "line_up", {"place": "square"}))])
    assert trainee(score(story), "lead").rating in ("M", "U")
