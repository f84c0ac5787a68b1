"""Whether conditions hold, and until when: closed form against looking at every second."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language.parser import parse
from simulator.language.quantity import Curve, Line, Quantity, Steady, Value
from simulator.language.truth import holds


@dataclass
class World:
    """A reader over what a test writes down."""

    now: int = 0
    values: dict[str, Quantity] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)
    acts: list[tuple[str, dict[str, Value], int]] = field(default_factory=list)
    heard: dict[str, Value] = field(default_factory=dict)

    def quantity(self, path: str) -> Quantity:
        return self.values.get(path, Steady(path in self.events))

    def happened(self, path: str) -> int | None:
        return self.events.get(path)

    def acted(self, verb: str, arguments: dict[str, Value], moment: str) -> int | None:
        found = [at for name, given, at in self.acts if name == verb and arguments.items() <= given.items()]
        return max(found, default=None)

    def told(self, path: str) -> Value | None:
        return self.heard.get(path)


def test_a_share_alone_holds_from_one_half_on() -> None:
    world = World(values={"residents.heard": Steady(0.5)})
    assert holds(parse("residents.heard"), world).holds
    world.values["residents.heard"] = Steady(0.49)
    assert not holds(parse("residents.heard"), world).holds


def test_since_is_beyond_any_duration_before_it_happened_and_counts_afterwards() -> None:
    world = World(now=100)
    assert not holds(parse("since(doors) < 20m"), world).holds
    assert holds(parse("since(doors) > 20m"), world).holds
    world.events["doors"] = 40
    answer = holds(parse("since(doors) < 20m"), world)
    assert (answer.holds, answer.until) == (True, 1240)


def test_an_act_holds_with_any_of_its_arguments() -> None:
    world = World(acts=[("listen", {"incident": "residents"}, 5)])
    assert holds(parse("listen(incident=residents)"), world).holds
    assert holds(parse("listen()"), world).holds
    assert not holds(parse("listen(incident=others)"), world).holds


def test_within_takes_the_percentage_of_what_was_told() -> None:
    world = World(values={"report_upward.people": Steady(95)}, heard={"residents.people": 86})
    source = "report_upward.people within {}% of told(residents.people)"
    assert holds(parse(source.format(11)), world).holds
    assert not holds(parse(source.format(10)), world).holds
    world.heard.clear()
    assert not holds(parse(source.format(100)), world).holds


def test_no_answer_yet_equals_no_word() -> None:
    world = World(values={"first_words": Steady("")})
    assert not holds(parse("first_words == listen"), world).holds
    assert holds(parse("first_words != listen"), world).holds


def test_a_curve_crosses_at_the_second_after_its_exact_crossing() -> None:
    world = World(values={"residents.tension": Curve(0.3, 0.6, 0, 1500)})
    answer = holds(parse("residents.tension > 0.5"), world)
    assert (answer.holds, answer.until) == (False, 2378)


@pytest.mark.parametrize("joined", ["a > 10 and b > 20", "a > 10 or b > 20", "not (a > 10) and not (b > 20)"])
def test_joined_conditions_change_with_the_part_that_decides(joined: str) -> None:
    world = World(values={"a": Line(0, 1, 0, whole=True), "b": Line(0, 1, 0, whole=True)})
    agrees_with_every_second(joined, world, 60)


lines = st.builds(
    Line, start=st.floats(-50, 50), slope=st.floats(-2, 2), since=st.integers(0, 20), low=st.just(-100.0),
    high=st.just(100.0), whole=st.booleans(),
)  # fmt: skip
curves = st.builds(
    Curve, start=st.floats(0, 1), level=st.floats(0, 1), since=st.integers(0, 20), half_life=st.integers(1, 200)
)
signs = st.sampled_from(["<", "<=", ">", ">="])


@given(lines, lines, signs, signs, st.integers(-40, 40), st.integers(-40, 40), st.sampled_from(["and", "or"]))
def test_a_line_is_right_until_it_says_it_changes(
    first: Line, second: Line, sign: str, other: str, left: int, right: int, word: str
) -> None:
    world = World(now=20, values={"a": first, "b": second})
    source = f"a {sign} {abs(left)} {word} b {other} {abs(right)}"
    agrees_with_every_second(source, world, 120)


@given(curves, signs, st.integers(0, 100))
def test_a_curve_is_right_until_it_says_it_changes(curve: Curve, sign: str, percent: int) -> None:
    world = World(now=20, values={"a": curve})
    agrees_with_every_second(f"a {sign} {percent / 100}", world, 400)


def agrees_with_every_second(source: str, world: World, end: int) -> None:
    """Between an answer and its `until`, asking at every second gives the same answer."""
    tree = parse(source)
    answer, asked = holds(tree, world), world.now
    for second in range(world.now, end):
        world.now = second
        now = holds(tree, world)
        if answer.until is not None and second >= answer.until:
            answer, asked = now, second
        assert now.holds is answer.holds, f"asked at {asked}, until {answer.until}, wrong at {second}"
