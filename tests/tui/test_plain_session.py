"""A drill played in lines: through a pipe, where time passes by words, and on a terminal, where a clock runs."""

from pathlib import Path

import pytest

from simulator.journal.entry import ANSWER, ORDER
from tests.room.rooms import SEAT, Clock
from tests.tui.lines import at_terminal, piped, played
from tui.plain.console import Nothing

ENGLISH = """\
07:40 > next
[1] 07:40 phone – Hall guard
DECISION 07:40 visitor
    What do you say first?
    1. Listen.
    2. Say nothing.
    Answer before 07:45: type the number.
07:40 > read 1
[1] 07:40 phone – Hall guard
    reliability: confirmed
    Eighty-six people at the door.
    Residents: people: 86
07:40 > 1
Taken on: Listen.
07:40 > next
07:40 You have read [1].
07:40 > next
07:40 Said: Listen.
07:40 > open_reception hall
Taken on: #1 Open reception (place Hall)
07:40 > status
EXERCISE – 07:40 – Petition lead
Now: free
  #1 Open reception (place Hall)
Known:
  Residents: people: 86 (told at 07:40, 0 min ago)
Units:
  Reception team: free at Bureau
07:40 > wait 5m
07:42 Done: Open reception
07:42 > quit
Leave this drill? The journal is kept and can be taken up again. (y/n)
07:42 > y
"""


def test_a_drill_through_a_pipe_in_english(tmp_path: Path) -> None:
    typed = ("next", "read 1", "1", "next", "next", "open_reception hall", "status", "wait 5m", "quit", "y")
    assert piped(tmp_path, *typed) == ENGLISH.splitlines()


def test_the_same_drill_in_chinese_with_full_width_signs(tmp_path: Path) -> None:
    typed = ("下一条", "读１", "１", "下一条", "下一条", "开放接待 大厅", "等５分钟", "退出", "是")
    shown = piped(tmp_path, *typed, language="zh")
    assert [line for line in shown if "大厅" in line or "先听" in line or "八十六" in line] == [
        "[1] 07:40 电话 – 大厅保安",
        "    1. 先听。",
        "[1] 07:40 电话 – 大厅保安",
        "    门口有八十六人。",
        "已受理：先听。",
        "07:40 已说：先听。",
        "07:40 > 开放接待 大厅",
        "已受理：#1 开放接待（地点 大厅）",
    ]
    assert shown[-1] == "07:42 > 是"


def test_what_is_not_understood_loses_nothing(tmp_path: Path) -> None:
    shown = piped(tmp_path, "next", "staus", "xyzzy", "status", "quit", "y")
    assert "Not understood: 'staus'. Did you mean 'status'?" in shown
    assert "Not understood: 'xyzzy'. Type ? for help." in shown
    assert "EXERCISE – 07:40 – Petition lead" in shown


def test_an_order_by_number_asks_for_its_argument_and_takes_a_choice_by_number(tmp_path: Path) -> None:
    shown = piped(tmp_path, "order register", "7", "２", "quit", "y")
    assert shown[:9] == [
        "07:40 > order register",
        "Register the claims: incident? (a number from the list, or a name; empty",
        "cancels)",
        "   1. Residents [residents]",
        "   2. Windows [windows]",
        "07:40 > 7",
        "'incident' cannot be '7': it can be: residents, windows.",
        "07:40 > ２",
        "Taken on: #1 Register the claims (incident Windows)",
    ]


@pytest.mark.parametrize("name", ["Ask for the facts", "询问情况", "ask"])
def test_an_order_is_called_by_its_whole_name_even_where_a_command_begins_it(tmp_path: Path, name: str) -> None:
    shown = piped(tmp_path, f"{name} residents", "quit", "y")
    assert shown[1] == "Taken on: #1 Ask for the facts (about Residents)"


def test_an_empty_line_cancels_an_order_in_the_asking(tmp_path: Path) -> None:
    shown = piped(tmp_path, "register", "", "queue", "quit", "y")
    assert "Cancelled: Register the claims" in shown
    assert "Nothing waits." in shown


def test_an_order_without_authority_is_refused_with_whom_to_ask(tmp_path: Path) -> None:
    shown = " ".join(piped(tmp_path, "activate III", "quit", "y"))
    assert "your seat does not have the authority. Ask: Commander." in shown


def test_the_queue_is_changed_by_the_orders_numbers(tmp_path: Path) -> None:
    typed = ("open_reception hall", "register residents", "dispatch reception_team hall")
    shown = piped(tmp_path, *typed, "queue move 3 1", "queue cancel 2", "queue", "quit", "y")
    place = shown.index("07:40 > queue")
    assert shown[place + 1 : place + 4] == [
        "Now: free",
        "  #3 Dispatch a unit (unit Reception team, place Hall)",
        "  #1 Open reception (place Hall)",
    ]


def test_a_number_without_an_open_decision_says_what_numbers_are_for(tmp_path: Path) -> None:
    shown = piped(tmp_path, "3", "quit", "y")
    assert shown[1] == "no decision is open: read 3 reads a message, order 3 gives an order."


def test_a_hint_names_what_the_plan_expects_and_its_price(tmp_path: Path) -> None:
    shown = piped(tmp_path, "next", "hint", "quit", "y")
    assert "Expected: Greet them (clauses M4). The hint costs 3 points." in shown


def test_the_log_tells_acts_and_what_came_of_them(tmp_path: Path) -> None:
    shown = piped(tmp_path, "open_reception hall", "note 人很多", "wait 3m", "wait 3m", "log", "quit", "y")
    place = shown.index("07:42 > log")
    assert shown[place + 1 : place + 4] == [
        "07:40 Petition lead: Open reception (place Hall)",
        "07:40 Petition lead: note: 人很多",
        "07:42 Done: Open reception",
    ]


def test_at_the_end_of_a_pipe_the_drill_runs_to_its_end_without_further_acts(tmp_path: Path) -> None:
    found, shown = played(tmp_path, ["open_reception hall"], Clock(), steps=True)
    assert found.room.over
    assert "07:45 Nobody answered in time." in shown
    assert [entry.seat for entry in found.room.drill.journal.of_kind(ORDER)].count(SEAT) == 1


def test_a_unit_that_comes_to_its_place_is_told(tmp_path: Path) -> None:
    shown = piped(tmp_path, "next", "1", "dispatch reception_team hall", *["wait 30m"] * 5, "quit", "y")
    assert [line[6:] for line in shown if "has arrived" in line] == ["Reception team has arrived at Hall"]


def test_the_clock_runs_while_nothing_is_typed(tmp_path: Path) -> None:
    found, shown = at_terminal(tmp_path, *[Nothing.YET] * 30, "2", "quit", "y", seconds=0.5)
    assert found.room.drill.now == 198
    assert shown[0] == "[1] 07:40 phone – Hall guard"
    assert [entry.time for entry in found.room.drill.journal.of_kind(ANSWER)] == [186]


def test_ctrl_c_pauses_and_asks(tmp_path: Path) -> None:
    found, shown = at_terminal(
        tmp_path, Nothing.YET, Nothing.STOP, Nothing.YET, "n", "go", Nothing.YET, "quit", "y", seconds=10
    )
    assert "Leave this drill? The journal is kept and can be taken up again. (y/n)" in shown
    assert "Still here, and paused. Type go to run on." in shown
    assert found.room.drill.now == 480


def test_an_assessed_drill_is_not_paused_by_ctrl_c(tmp_path: Path) -> None:
    found, shown = at_terminal(tmp_path, Nothing.STOP, Nothing.YET, "n", "pause", "wait 5m", "hint", "quit", "y",
                               assessed=True, seconds=10)  # fmt: skip
    assert "Still here." in shown
    assert "an assessed drill is not paused." in shown
    assert "an assessed drill runs by the clock." in shown
    assert "Refused: a hint – not while you are assessed." in shown
    assert found.room.drill.now == 960


def test_ctrl_d_asks_once_and_leaves_the_second_time(tmp_path: Path) -> None:
    found, shown = at_terminal(tmp_path, Nothing.YET, Nothing.MORE, Nothing.MORE, seconds=1)
    assert shown[-1] == "Leave this drill? The journal is kept and can be taken up again. (y/n)"
    assert not found.room.over


def test_ending_the_drill_early_is_asked_for(tmp_path: Path) -> None:
    found, shown = at_terminal(tmp_path, "end", "n", "end", "y", seconds=10)
    assert "End the drill now, 3 h 58 min before its time? (y/n)" in shown
    assert "The drill goes on." in shown
    assert found.room.over


def test_decisions_are_answered_by_name_too(tmp_path: Path) -> None:
    found, _ = at_terminal(tmp_path, Nothing.YET, "answer first_words listen", "quit", "y", seconds=1)
    assert [entry.payload["option"] for entry in found.room.drill.journal.of_kind(ANSWER)] == ["listen"]
    assert found.room.drill.journal.of_kind(ORDER) == []
