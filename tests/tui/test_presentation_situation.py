"""What a seat knows, in words: values with their age, tension without colour, units with their arrival."""

from dataclasses import replace
from pathlib import Path

import pytest

from reports.wording import Wording
from simulator.engine.view import Known, Message, OpenDecision, Receipt, Result, Task, UnitView, View
from simulator.language.translator import translator_for
from tests.authoring.sample import sample
from tui.presentation.messages import decision_lines, headline, inbox_lines, message_lines
from tui.presentation.orders import choices_of, offered, order_lines, receipt_line, result_line
from tui.presentation.situation import bar, known_value, mood, queue_lines, situation_lines, unit_line

EMPTY = View(0, "petition_lead", False, (), (), None, 0, (), (), (), {}, ("residents", "windows"), {}, (), {})
DOORS = Message(1, 60, "doors", "", "", {"residents.people": 86}, None)


@pytest.fixture
def english(tmp_path: Path) -> Wording:
    return Wording(sample(tmp_path), translator_for("en"))


@pytest.fixture
def chinese(tmp_path: Path) -> Wording:
    return Wording(sample(tmp_path), translator_for("zh"))


def test_the_clock_is_the_scenarios_and_counts_days(english: Wording) -> None:
    assert english.clock(5400) == "09:10"
    assert english.clock(86400) == "day 2, 07:40"


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0 min"), (59, "59 s"), (90, "1 min 30 s"), (5400, "1 h 30 min"), (90061, "1 d 1 h")]
)
def test_a_span_is_told_in_its_two_largest_units(english: Wording, seconds: int, said: str) -> None:
    assert english.span(seconds) == said


@pytest.mark.parametrize(
    ("tension", "word"),
    [(0.0, "quiet"), (0.29, "quiet"), (0.3, "uneasy"), (0.5, "tense"), (0.7, "heated"), (0.85, "at breaking point")],
)
def test_tension_has_a_word(tension: float, word: str) -> None:
    assert str(mood(tension)) == word


def test_tension_is_a_bar_and_a_word_and_needs_no_colour(english: Wording) -> None:
    assert bar(0.62) == "[######....]"
    assert known_value(english, "residents.tension", Known(0.62, 0, True)) == "[######....] tense"


def test_the_whole_situation_of_a_busy_seat(english: Wording) -> None:
    view = replace(
        EMPTY,
        time=1200,
        inbox=(DOORS,),
        decisions=(OpenDecision("first_words", 1190, 1195, 1495, ("wait", "listen")),),
        current=Task(1, "open_reception", {"place": "hall"}, 1100, 1260),
        busy_until=1260,
        queue=(Task(2, "register", {"incident": "residents"}, 1150, None),),
        units=(UnitView("reception_team", "hall", "travelling", 1500, True),),
        known={"residents.people": Known(86, 60, False), "residents.tension": Known(0.4, 1200, True)},
    )
    assert situation_lines(english, view, 80) == [
        "EXERCISE – 08:00 – Petition lead",
        "Now: Open reception (place Hall) until 08:01",
        "  #2 Register the claims (incident Residents)",
        "Unread: 1",
        "Agenda:",
        "  08:04 (in 4 min 55 s) decision open: What do you say first?",
        "  08:05 (in 5 min) Reception team arrives",
        "Known:",
        "  Residents: people: 86 (told at 07:41, 19 min ago)",
        "  Residents: tension: [####......] uneasy (seen now)",
        "Units:",
        "  Reception team: on the way to Hall, arrives 08:05, tired",
    ]


def test_every_screen_says_that_it_is_an_exercise_in_chinese_too(chinese: Wording) -> None:
    assert situation_lines(chinese, EMPTY, 80)[0] == "演练 – 07:40 – 信访负责人"


def test_an_empty_queue_says_so(english: Wording) -> None:
    assert queue_lines(english, EMPTY, 80) == ["Now: free", "Nothing waits."]


def test_a_unit_that_works_is_named_with_its_place(chinese: Wording) -> None:
    assert "大厅" in unit_line(chinese, UnitView("reception_team", "hall", "working", None, False))


def test_a_message_bears_time_channel_and_sender_before_it_is_read(english: Wording) -> None:
    assert headline(english, DOORS) == "[1] 07:41 phone – Hall guard"
    assert inbox_lines(english, (DOORS, replace(DOORS, number=2, opened=70)), 80) == [
        "* [1] 07:41 phone – Hall guard",
        "  [2] 07:41 phone – Hall guard",
        "* not read yet; type: read NUMBER",
    ]


def test_a_message_in_full_says_how_reliable_it_is_and_what_it_tells(english: Wording) -> None:
    assert message_lines(english, DOORS, 80) == [
        "[1] 07:41 phone – Hall guard",
        "    reliability: confirmed",
        "    Eighty-six people at the door.",
        "    Residents: people: 86",
    ]


def test_what_another_seat_hands_on_comes_with_the_original_text(english: Wording) -> None:
    told = Message(4, 120, "", "duty_officer", "doors", {"residents.people": 86}, 150)
    assert message_lines(english, told, 80) == [
        "[4] 07:42 message – Duty officer",
        "    about Hall guard",
        "    Eighty-six people at the door.",
        "    Residents: people: 86",
    ]


def test_a_decision_numbers_its_options_in_the_order_shown(english: Wording) -> None:
    put = OpenDecision("first_words", 0, 4, 304, ("wait", "listen"))
    assert decision_lines(english, put, 80) == [
        "DECISION 07:40 visitor",
        "    What do you say first?",
        "    1. Say nothing.",
        "    2. Listen.",
        "    Answer before 07:45: type the number.",
    ]


def test_orders_are_found_by_a_word_of_either_language(english: Wording) -> None:
    view = replace(EMPTY, orders=("register", "open_reception", "call_medics"))
    assert offered(english, view, "登记") == ["register"]
    assert order_lines(english, view, ["open_reception"], 80)[:2] == [
        "-- Reception",
        "   2 Open reception (2 min)",
    ]


def test_messages_still_to_come_are_no_topic_to_choose(english: Wording) -> None:
    about = english.scenario.order("tell").arguments["about"]
    assert choices_of(english, EMPTY, about) == ("residents", "windows")
    assert choices_of(english, replace(EMPTY, inbox=(DOORS,)), about) == ("doors", "residents", "windows")


def test_a_refusal_gives_its_reason_and_whom_to_ask(english: Wording) -> None:
    refused = Receipt(7, False, refused="authority", ask=("commander",))
    assert receipt_line(english, "Activate", refused) == (
        "Refused: Activate – your seat does not have the authority. Ask: Commander."
    )


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (Result(300, 1, "register", "carried_out"), "07:45 Done: Register the claims"),
        (Result(300, 1, "dispatch", "failed", "travelling"), "07:45 Failed: Dispatch a unit – the unit is on the way"),
        (Result(300, 0, "first_words", "silent"), "07:45 Nobody answered in time."),
        (Result(300, 0, "first_words", "listen"), "07:45 Said: Listen."),
        (Result(300, 2, "promise", "broken"), "07:45 Promise broken: Promise something by a date"),
    ],
)
def test_what_became_of_an_act(english: Wording, result: Result, said: str) -> None:
    assert result_line(english, result) == said
