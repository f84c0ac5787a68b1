"""What must hold of every score, on made-up scenarios and with whatever was done in them."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.evaluation.expectations import Judged
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal.entry import Entry
from simulator.rehearsal.run import run_drill
from simulator.scenario.scenario import Scenario
from tests.soundness.acting import Deed, deeds, played, sensible
from tests.soundness.effort import effort
from tests.soundness.worlds import worlds

seeds = st.integers(0, 10**9)
BOTS = ("by-the-book", "late", "partial", "random", "first-option", "heavy-handed", "everything")


def card_of(world: Scenario, seed: int, bot: str) -> Scorecard:
    return run_drill(world, seed, bot, with_baselines=False).scorecard


def judged(card: Scorecard) -> dict[str, Judged]:
    """By expectation."""
    return {each.instance.id: each for trainee in card.trainees for each in trainee.judged}


def out_of_bounds(card: Scorecard) -> list[str]:
    """Numbers that no score may have."""
    found = [
        each.instance.id
        for each in judged(card).values()
        if not (0 <= each.credit <= each.of and 0 <= each.quality <= 1 and 0 <= each.timeliness <= 1)
    ]
    figures = [(trainee.overall, trainee.figures.conduct) for trainee in card.trainees]
    found += [f"{pair}" for pair in figures if any(number is not None and not 0 <= number <= 100 for number in pair)]
    return found + [trainee.seat for trainee in card.trainees if trainee.caps and trainee.rating not in ("M", "U")]


@effort(20)
@given(worlds, seeds, st.sampled_from(BOTS))
def test_every_number_of_every_bot_stays_in_its_bounds(world: Scenario, seed: int, bot: str) -> None:
    assert out_of_bounds(card_of(world, seed, bot)) == []


@effort(10)
@given(worlds, seeds)
def test_silence_earns_nothing_and_has_no_conduct(world: Scenario, seed: int) -> None:
    card = card_of(world, seed, "silent")
    assert {each.credit for each in judged(card).values()} == {0.0}
    assert {trainee.figures.conduct for trainee in card.trainees} == {None}


@effort(12)
@given(worlds, seeds)
def test_who_does_everything_by_the_book_earns_no_less_than_who_does_it_late(world: Scenario, seed: int) -> None:
    book, late = judged(card_of(world, seed, "by-the-book")), judged(card_of(world, seed, "late:10m"))
    both = [name for name in book if book[name].observed and late[name].observed]
    assert [name for name in both if late[name].credit > book[name].credit + 1e-9] == []


@effort(15)
@given(worlds, seeds, deeds(sensible), st.text(max_size=6))
def test_a_score_hangs_on_the_record_alone_and_on_no_wall_time(
    world: Scenario, seed: int, script: list[Deed], wall: str
) -> None:
    entries = list(played(world, seed, script).journal)
    stamped = [Entry(each.number, each.time, each.seat, each.kind, each.payload, wall) for each in entries]
    card = evaluate(world, entries)
    assert evaluate(world, stamped) == card
    assert out_of_bounds(card) == []


@effort(8)
@given(worlds, seeds)
def test_force_is_never_rated_above_major_challenges(world: Scenario, seed: int) -> None:
    card = card_of(world, seed, "heavy-handed")
    assert {trainee.rating for trainee in card.trainees if trainee.findings} <= {"M", "U", None}
