"""The pictures show what the engine does, and the page says what they show."""

import pytest

from tests.docs.charts import digest
from tests.docs.pages import links, text
from tests.docs.pictures import FORCE, LISTEN, RELIEF, STOP, pictures, place
from tests.docs.wording import LANGUAGES
from tests.docs.worlds import credit, density, losses, queue, rumour, tension


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_was_made_from_what_the_engine_does_now(language: str) -> None:
    old = [
        name
        for name, rows in pictures(language).items()
        if digest(rows) not in place(language, name).read_text(encoding="utf-8")
    ]
    assert old == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_stands_on_the_page(language: str) -> None:
    shown = [target for picture, _, target in links(text(language, "how-scores-come-about.md")) if picture]
    assert sorted(shown) == sorted(f"pictures/{name}.svg" for name in pictures(language))


def test_tension_turns_when_somebody_has_listened() -> None:
    assert [tension()[minute][1] for minute in (0, 37, 120)] == [0.25, 0.5029, 0.5945]
    assert [tension([LISTEN])[minute][1] for minute in (35, 120)] == [0.4959, 0.208]
    assert max(value for minute, value in tension([LISTEN, FORCE]) if minute > 60) == 0.5311


def test_two_windows_serve_whom_one_cannot() -> None:
    assert queue(1)[1:] == (22, 17)
    assert queue(2)[1:] == (35, 6)


def test_the_truth_stops_a_rumour_if_it_comes_early() -> None:
    assert [round(rumour(hour)[1], 2) for hour in (None, 4, 2, 1)] == [0.8, 0.33, 0.06, 0.02]


def test_a_gate_that_is_relieved_in_time_empties() -> None:
    assert max(value for _, value in density()) == 5.01
    assert max(value for _, value in density([STOP])) == 3.289
    assert max(value for _, value in density([RELIEF])) == 3.289


def test_credit_of_a_good_act_by_its_minute() -> None:
    assert [credit(0.5)[minute][1] for minute in (10, 25, 30)] == [1.0, 0.5, 0.5]
    assert [credit(1.0)[minute][1] for minute in (10, 25, 30)] == [1.0, 0.0, 0.0]


def test_outcome_lies_between_silence_and_the_book() -> None:
    assert losses() == {"silent": (18.27, 0.0), "late": (8.86, 77.9), "by-the-book": (6.2, 100.0)}
