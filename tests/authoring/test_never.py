"""What can never come about, and what only seems so."""

from pathlib import Path

import pytest

from tests.authoring.sample import findings_of, place_of

CROWDED = "hall.density > 0.6"


@pytest.mark.parametrize(
    ("condition", "guilty"),
    [
        ("hall.density < 0", "hall.density < 0"),
        ("elapsed > 4h", "elapsed > 4h"),
        ("residents.trust > 1", "residents.trust > 1"),
        ("buses > 4 and hall.density > 0.6", "buses > 4"),
        ("mood_of_press == loud", "mood_of_press == loud"),
        ("leaders_told", "leaders_told"),
        ("hall.density > 0.8 and hall.density < 0.4", "hall.density > 0.8 and hall.density < 0.4"),
        ("chant and not chant", "chant and not chant"),
        ("first_words == wait and first_words == listen", "first_words == wait and first_words == listen"),
        ("close_comments()", "close_comments()"),
        ("not elapsed < 4h", "not elapsed < 4h"),
    ],
)
def test_a_condition_that_can_never_hold_is_told_at_its_guilty_part(
    tmp_path: Path, condition: str, guilty: str
) -> None:
    change = (CROWDED, f'"{condition}"')
    found = [(each.line, each.column, each.length) for each in findings_of(tmp_path, change) if each.code == "W410"]
    assert found == [(*place_of("crowded:", guilty, change), len(guilty))]


@pytest.mark.parametrize(
    "condition",
    [
        "elapsed > 3h59m",
        "buses > 1",
        "residents.tension > 0.99",
        "chant or elapsed > 9h",
        "not leaders_told",
        "since(chant) > 10m and chant",
        "first_words != wait",
        "residents.stage == blocking",
        "windows.open",
        "reception_team.on_scene",
        "residents.waited >= 1h and residents.waited <= 1h",
    ],
)
def test_a_condition_that_can_hold_is_left_alone(tmp_path: Path, condition: str) -> None:
    found = findings_of(tmp_path, (CROWDED, f'"{condition}"'))
    assert "W410" not in {each.code for each in found}


def test_what_hangs_on_a_contingency_inject_can_come_about(tmp_path: Path) -> None:
    ready = ("  chant:\n", "  bus: {purpose: help, to: petition_lead, text: {en: A bus., zh: 一辆车。}}\n  chant:\n")
    assert findings_of(tmp_path, ready, (CROWDED, "bus and since(bus) < 10m")) == []


def test_units_that_nobody_may_send_are_never_on_the_scene(tmp_path: Path) -> None:
    found = findings_of(
        tmp_path, ("length: 4h", "length: 4h\nwithout: [dispatch]"), (CROWDED, "reception_team.on_scene")
    )
    assert "W410" in {each.code for each in found}


def test_a_state_that_an_unreached_message_sets_does_not_count_as_set_for_what_follows_it(tmp_path: Path) -> None:
    quarrel = (
        "  chant:\n",
        "  quarrel: {when: elapsed > 9h, to: petition_lead, text: Quarrel, set: {leaders_told: true}}\n"
        "  after: {when: leaders_told, to: petition_lead, text: After}\n  chant:\n",
    )
    found = {each.code: str(each.message) for each in findings_of(tmp_path, quarrel)}
    assert found["W411"].startswith("'after' can never come about")


def test_a_conversation_that_goes_on_is_no_way_back(tmp_path: Path) -> None:
    later = (
        "decisions:\n",
        "decisions:\n  then_what: {to: petition_lead, text: And then, time_limit: 5m, if_silent: hush,"
        " options: {hush: {text: Hush}, go_on: {text: Go on, quality: 1.0}}}\n",
    )
    change = ("quality: 0.0, conduct: U02", "quality: 0.0, then: then_what")
    assert [each.code for each in findings_of(tmp_path, later, change)] == []


def test_a_misspelt_name_does_not_make_its_owner_look_unused(tmp_path: Path) -> None:
    assert [each.code for each in findings_of(tmp_path, ("base: bureau", "base: burau"))] == ["E400"]


@pytest.mark.parametrize(
    ("condition", "remedy"),
    [
        ("hall.density < 0", "'hall.density' goes from 0 to ∞"),
        ("residents.waited > 9h", "'residents.waited' goes from 0m to 3h59m59s"),
        ("elapsed > 9h", "the drill lasts 4h"),
        ("mood_of_press == loud", "it is never anything but: ['quiet']"),
        ("close_comments()", "no seat of this scenario may order 'close_comments'"),
    ],
)
def test_the_remedy_says_what_could_be(tmp_path: Path, condition: str, remedy: str) -> None:
    found = findings_of(tmp_path, (CROWDED, condition))
    assert [str(each.help) for each in found if each.code == "W410"] == [remedy]
