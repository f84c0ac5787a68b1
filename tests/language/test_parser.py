"""Reading conditions: what the language has, and a clear fault with its place for what it has not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.clock import Malformed
from simulator.language.parser import parse
from simulator.language.tree import (
    Act,
    All,
    Compare,
    Duration,
    Name,
    Not,
    Number,
    Since,
    Some,
    Told,
    Within,
    Word,
    reads,
)

FAULTS = [
    ("a.tension = 0.5", 10, "E305", "one '=' where a comparison is meant"),
    ("open_reception(place==hall)", 20, "E300", "arguments are written with one '='"),
    ("a and", 5, "E300", "the condition ends too early"),
    ("a b", 2, "E300", "'b' cannot stand here"),
    ("a ＝ b", 2, "E300", "full-width '＝' in a condition"),
    ("a > 5x", 4, "E300", "'5x' is not a part of a condition"),
    ("a < b < c", 6, "E300", "two comparisons in a row"),
    ("a and otherwise", 6, "E300", "'otherwise' stands alone"),
    ("open_reception(place=hall).ready", 27, "E300", "an act has no 'ready'"),
    ("told(5)", 5, "E300", "told( ) takes a name"),
    ("since(a) > 99999d", 11, "E302", "'99999d' is longer than ten years"),
    ("x > 1234567890123456", 4, "E300", "a number of more than 15 digits"),
    ("(" * 40 + "a" + ")" * 40, 31, "E300", "more than 30 brackets inside one another"),
    ("", 0, "E300", "the condition ends too early"),
]


def test_or_is_weaker_than_and_and_and_than_not() -> None:
    tree = parse("not a or b and c")
    assert isinstance(tree, Some)
    assert isinstance(tree.of[0], Not)
    assert isinstance(tree.of[1], All)


def test_a_bare_word_after_equals_is_a_word_and_elsewhere_a_name() -> None:
    tree = parse("residents.stage == blocking")
    assert isinstance(tree, Compare)
    assert tree.right == Word("blocking", (19, 27))
    assert isinstance(parse("a.people == b.people").right, Name)  # type: ignore[union-attr]
    assert isinstance(parse("a > b").right, Name)  # type: ignore[union-attr]


def test_an_act_has_arguments_and_a_moment() -> None:
    act = parse("report_upward(kind=first, people=told(residents.people)).done")
    assert isinstance(act, Act)
    assert (act.verb, act.moment) == ("report_upward", "done")
    assert act.arguments[0].value == Word("first", (19, 24))
    assert isinstance(act.arguments[1].value, Told)


def test_times_and_numbers_keep_their_units() -> None:
    since = parse("since(relay_progress) < 1h30m")
    assert isinstance(since, Compare)
    assert isinstance(since.left, Since)
    assert since.right == Duration(5400, (24, 29))
    within = parse("report_upward.people within 10% of told(residents.people)")
    assert isinstance(within, Within)
    assert within.percent == 10
    assert parse("0.6") == Number(0.6, (0, 3))


def test_what_a_condition_reads_is_each_head_once() -> None:
    assert reads(parse("a.x > 1 and (b or listen(incident=a)) and a.y < 2")) == ("a", "b", "listen")


@pytest.mark.parametrize(("source", "start", "code", "message"), FAULTS)
def test_a_fault_has_its_place_and_its_remedy(source: str, start: int, code: str, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        parse(source)
    assert (caught.value.start, caught.value.code) == (start, code)
    assert str(caught.value).startswith(message)
    assert caught.value.error.remedy is not None


@given(st.text(max_size=60) | st.text("ab.()=<>! andornotsince(told)within%10m,\"'", max_size=60))
def test_any_text_is_read_or_refused(source: str) -> None:
    assert 0 <= _place_of_fault(source) <= len(source)


def _place_of_fault(source: str) -> int:
    """Where a condition is refused; 0 where it is read."""
    try:
        parse(source)
    except Malformed as fault:
        return fault.start
    return 0
