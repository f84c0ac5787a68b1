"""Expectations, times, incidents and measures of a scenario: each fault at its place, with what to write."""

from pathlib import Path

import pytest

from tests.authoring.sample import findings_of, place_of

MET = ("    wrong: [", "    met: residents.heard > 0.5\n    wrong: [")
TO_OTHER = ('    to: petition_lead\n    text: {en: "What', '    to: duty_officer\n    text: {en: "What')
REPORT_DUE = ("clauses: [M2, W1]\n    due: doors", "clauses: [M2, W1]\n    due: doors  # the report")
LOW = ("raises: 0.35, when: show", "raises: 0.05, when: show")
DISPATCH = ("allowed: [talk_on_site()]", 'allowed: ["dispatch(unit=reception_team, place=square)"]')
SQUARE = ("routes:", "  square: {name: {en: Square, zh: 广场}}\nroutes:")

FAULTS = [
    ("an order without what it needs", [("register(incident=residents)", "register()")], "E405", "register()",
     '"register()"', "write register(incident=…)"),
    ("a state to be done", [("[first_words == listen]", "[residents.heard]")], "E406", "[residents.heard]",
     "residents.heard", "write an order"),
    ("a trigger that goes to others", [("due: residents.blocking", "due: residents.chanting")], "E407",
     "due: residents", "residents.chanting", "give the stage an inject"),
    ("an inject that goes to others", [("to: [duty_officer, petition_lead]", "to: petition_lead"), REPORT_DUE], "E407",
     "    due: doors  #", "doors", "add the seat to its 'to'"),
    ("a condition that no act meets", [MET], "E408", "met:", "residents.heard", "or leave 'met' out"),
    ("an answer among wrong orders", [("[disperse_first()]", "[first_words == wait]")], "E409", "wrong:", "first_words",
     "disperse_first()"),
    ("a wrong order of another role", [("[disperse_first()]", "[seize_phones()]")], "E410", "wrong:", "seize",
     "public_security"),
    ("an order that nobody here may give", [("activate(level=III)", "close_comments(incident=residents)")], "E410",
     "close_comments", "close", "give the order's 'by' this role"),
    ("a target after its limit", [("target: 15m", "target: 40m")], "E411", "target: 40m", "40m", "smaller time"),
    ("a limit after the end", [("limit: 20m", "limit: 5h")], "E412", "limit: 5h", "5h", "ends at 11:40, after 4h"),
    ("a time after the end", [("at: doors + 45m", "at: doors + 5h")], "E413", "at: doors", "doors + 5h", "11:40"),
    ("a clock time before the start", [("at: doors + 45m", 'at: "07:30"')], "E413", '"07:30"', '"07:30"', "11:40"),
    ("stages out of order", [("above: 0.50", "above: 0.75")], "E414", "blocking: {", "0.70", "weakest first"),
    ("a stage out of reach", [("above: 0.70", "above: 0.99"), LOW, ("0.40, when", "0.05, when")], "E415", "0.99",
     "0.99", "lower 'above'"),
    ("a pressure on itself", [("not residents.heard", "residents.tension < 0.5")], "E416", "unheard", "residents.t",
     "until_below"),
    ("half a pair of thresholds", [("when: not residents.heard", "above: 0.6")], "E416", "unheard", "unheard",
     "write both"),
    ("a measure of nothing", [("windows.left", "windows.lft")], "E419", "windows.lft", "windows.lft", "'windows.left'"),
    ("a measure of a truth", [("windows.left", "windows.open")], "E419", "windows.open, per", "windows.open", ""),
    ("a time that counts from itself", [("at: doors + 45m", "at: second_wave + 45m")], "E421", "at: second",
     "second_wave", "a time of its own"),
    ("a trigger that does not exist", [("due: residents.blocking", "due: residents.bloking")], "E422", "bloking",
     "residents.bloking", "'residents.blocking'"),
    ("an order as a trigger", [("due: residents.blocking", "due: register()")], "E422", "due: register", "register",
     "tell(about=doors)"),
    ("a message about nothing", [("due: residents.blocking", "due: tell(about=dors)")], "E301", "dors", "dors",
     "did you mean 'doors'?"),
    ("an answer of another seat", [TO_OTHER], "E423", "do: [first_words", "first_words", "that seat"),
    ("a player that does not exist", [("player: by-the-book", "player: by-the-bok")], "E430", "bok", "by-the-bok",
     "did you mean 'by-the-book'?"),
    ("an inject nothing delivers", [("chanting: {above: 0.50, inject: chant}", "chanting: {above: 0.50}")], "W404",
     "  chant:", "chant", "give it 'at' or 'when'"),
    ("a decision nothing puts", [("    asks: first_words\n", "")], "W405", "  first_words:", "first_words", "'asks'"),
    ("an inject nobody receives", [("to: [commander, public_security]", "to: []")], "W406", "to: []", "[]", "one seat"),
    ("a unit without a way", [SQUARE, DISPATCH], "W407", "dispatch(", "square", "between: [bureau, square]"),
    ("a skill that nobody has", [("staff: reception", "staff: arabic")], "W408", "staff:", "arabic",
     "give it to a unit"),
    ("a contingency inject with a cause", [("  chant:\n", "  chant:\n    purpose: help\n")], "W422", "purpose: help",
     "help", "take 'purpose' out"),
    ("a contingency inject with a time", [("    at: 0m\n", "    at: 0m\n    purpose: redirect\n")], "W422",
     "purpose: redirect", "redirect", "take 'purpose' out"),
    ("a purpose that there is not", [("  chant:\n", "  chant:\n    purpose: presure\n")], "E205", "presure", "presure",
     "did you mean 'pressure'?"),
    ("a reception where there is none", [("open_reception(place=hall)", "open_reception(place=bureau)")], "W423",
     "open_reception", "bureau", "a place with a reception"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "code", "line_with", "part", "remedy"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS]
)
def test_a_task_that_cannot_be_is_told_at_its_place_with_a_remedy(
    tmp_path: Path, changes: list[tuple[str, str]], code: str, line_with: str, part: str, remedy: str
) -> None:
    found = {(each.code, each.line, each.column): str(each.help) for each in findings_of(tmp_path, *changes)}
    place = (code, *place_of(line_with, part, *changes))
    assert place in found
    assert remedy in found[place]


def test_a_pressure_may_hang_on_when_a_stage_was_reached(tmp_path: Path) -> None:
    change = ("not residents.heard", "since(residents.blocking) < 10m")
    assert findings_of(tmp_path, change) == []


def test_a_pressure_from_the_tension_itself_has_two_thresholds(tmp_path: Path) -> None:
    assert findings_of(tmp_path, ("when: not residents.heard", "above: 0.6, until_below: 0.5")) == []


def test_a_message_of_another_seat_may_make_something_due(tmp_path: Path) -> None:
    assert findings_of(tmp_path, ("due: residents.blocking", "due: tell(about=doors)")) == []


@pytest.mark.parametrize("player", ["late:20m", "partial:0.5", "everything:lawful", "heavy-handed", "silent"])
def test_players_with_and_without_a_number_are_known(tmp_path: Path, player: str) -> None:
    assert findings_of(tmp_path, ("player: by-the-book", f"player: {player}")) == []


INCOMPLETE = [
    ("a translation", ("task: {en: Greet them, zh: 先打招呼}", "task: {en: Greet them}"), "W401"),
    ("a clause of the type", ("[O1, M1, W3]", "[O1, M1]"), "W402"),
    ("a measure of harm", ("measure: harm.injured", "measure: windows.served"), "W403"),
]


@pytest.mark.parametrize(("change", "code"), [case[1:] for case in INCOMPLETE], ids=[case[0] for case in INCOMPLETE])
def test_what_is_missing_is_nothing_in_a_draft_a_warning_in_play_and_an_error_when_published(
    tmp_path: Path, change: tuple[str, str], code: str
) -> None:
    told = {
        profile: [(each.code, each.severity) for each in findings_of(tmp_path, change, profile=profile)]
        for profile in ("draft", "play", "publish")
    }
    assert told == {"draft": [], "play": [(code, "warning")], "publish": [(code, "error")]}


def test_a_plain_text_needs_no_translation(tmp_path: Path) -> None:
    assert findings_of(tmp_path, ("ms_yu: {name: {en: Yu Wen, zh: 于雯}}", "ms_yu: {name: Yu Wen}")) == []
