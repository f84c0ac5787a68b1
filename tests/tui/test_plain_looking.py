"""Looking things up in lines: the plan and the glossary, what was known over time, what has changed, the notes."""

from pathlib import Path

import pytest

from simulator.authoring.glossary import load_glossary, read_glossary
from simulator.authoring.load import scenario_or_raise
from simulator.errors import ContentError
from tests.tui.lines import at_terminal, piped
from tui.plain.commands import HANDLERS, HELP
from tui.plain.hotwash import HANDLERS as AFTERWARDS
from tui.plain.hotwash import HELP as HELP_AFTERWARDS
from tui.plain.words import COMMANDS
from tui.presentation.history import History, Sample, known_at, sparkline
from tui.presentation.lookup import look_up

ROOT = Path(__file__).parents[2]
TO_THE_HALL = ("next", "1", "dispatch reception_team hall")


def after(shown: list[str], line: str) -> list[str]:
    """What was shown from a typed line to the next one."""
    place = next(number for number, each in enumerate(shown) if each.endswith(f"> {line}"))
    rest = shown[place + 1 :]
    return rest[: next((number for number, each in enumerate(rest) if " > " in each), len(rest))]


@pytest.mark.parametrize("word", ["rumour", "RUMOUR", "ｒｕｍｏｕｒ", "辟谣"])
def test_a_word_is_found_in_either_language_and_whatever_its_width(tmp_path: Path, word: str) -> None:
    shown = piped(tmp_path, f"lookup {word}", "quit", "y")
    assert shown[1] == "correct a rumour (辟谣): Saying what is true and how one knows, where the"


def test_a_clause_is_found_by_its_number(tmp_path: Path) -> None:
    shown = piped(tmp_path, "clauses w2", "quit", "y")
    assert [line[:4] for line in after(shown, "clauses w2") if not line.startswith(" ")] == ["W2: "]


def test_what_neither_has_is_said_once(tmp_path: Path) -> None:
    shown = piped(tmp_path, "lookup xyzzy", "lookup", "quit", "y")
    assert after(shown, "lookup xyzzy") == ["Neither the plan nor the glossary has 'xyzzy'."]
    assert after(shown, "lookup") == ["no word is named: write lookup WORD; clauses shows the whole plan."]


def test_what_bears_a_name_comes_before_what_only_speaks_of_it() -> None:
    plan = scenario_or_raise(ROOT / "scenarios" / "mass" / "scenario.yaml").emergency_plan
    found = look_up(plan, load_glossary(), "复查")
    assert [each.key for each in found][:2] == ["review", "opinion_letter"]


def test_every_term_has_a_name_and_a_meaning_in_both_languages() -> None:
    texts = [text for term in load_glossary().terms.values() for text in (term.term, term.means)]
    assert [str(text) for text in texts if text.languages != ("en", "zh")] == []


def test_a_glossary_with_a_fault_says_where(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text("format: 1\nid: own\nterms:\n  claim: {term: claim, meens: what people want}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"glossary\.yaml:4:"):
        read_glossary(path)


def test_the_history_is_what_the_seat_saw_and_nothing_before(tmp_path: Path) -> None:
    unseen = piped(tmp_path, "next", "history", "quit", "y")
    assert after(unseen, "history") == ["You know nothing of tension or waiting yet; history WORD shows other numbers."]
    (tmp_path / "seen").mkdir()
    seen = piped(tmp_path / "seen", *TO_THE_HALL, *["wait 30m"] * 5, "history", "quit", "y")
    assert [line[:19] for line in after(seen, "history") if "tension" in line] == ["Residents: tension:"]


def test_a_number_that_was_told_has_its_curve_by_its_name(tmp_path: Path) -> None:
    shown = piped(tmp_path, "next", "history people", "history nonsense", "quit", "y")
    assert after(shown, "history people") == ["Residents: people: 86 at 07:40", "    |^^^^^^^^^^^^^^^^^^^^^^^^|"]
    assert after(shown, "history nonsense") == ["You have known no number called 'nonsense'."]


def test_a_curve_is_blank_until_something_is_known_and_keeps_the_last_value() -> None:
    samples = (Sample(300, 0.0), Sample(600, 0.5), Sample(900, 1.0))
    assert sparkline(samples, 1200, 8, 1.0) == " __--^^^"
    assert (known_at(samples, 299), known_at(samples, 899)) == (None, 0.5)


def test_what_was_known_up_to_a_second_is_kept_when_one_goes_back() -> None:
    history = History()
    for time, value in ((0, 1.0), (60, 2.0), (120, 3.0)):
        history._keep("windows.queue", value, time)
    assert history.until(60).of("windows.queue") == (Sample(0, 1.0), Sample(60, 2.0))


def test_what_has_changed_counts_from_the_last_look(tmp_path: Path) -> None:
    shown = piped(tmp_path, "changes", "next", "changes", "changes", "quit", "y")
    place = shown.index("07:40 > changes")
    assert shown[place + 1] == "Nothing has changed since 07:40."
    told = [line for line in shown if line.startswith("  ")]
    assert told[-2:] == ["  messages came: 1", "  Residents: people: 86 (told at 07:40, 0 min ago)"]
    assert shown.count("Nothing has changed since 07:40.") == 2


def test_a_note_without_a_text_shows_the_notes(tmp_path: Path) -> None:
    shown = piped(tmp_path, "note", "note 人很多", "note", "quit", "y")
    assert shown[1] == "you have noted nothing yet: note TEXT."
    assert shown[shown.index("Noted.") + 2] == "07:40 Petition lead: note: 人很多"


def test_an_order_is_previewed_and_not_given(tmp_path: Path) -> None:
    shown = piped(tmp_path, "open_reception hall", "preview register residents", "queue", "quit", "y")
    assert after(shown, "preview register residents")[-3:] == [
        "It takes 3 min of your time.",
        "Before it: Open reception (place Hall).",
        "Carried out at about 07:45.",
    ]
    assert [line for line in after(shown, "queue") if "#" in line] == ["  #1 Open reception (place Hall)"]


def test_an_order_is_given_again_by_its_place_among_the_last(tmp_path: Path) -> None:
    shown = piped(tmp_path, "again", "open_reception hall", "register residents", "！", "!2", "again 7", "quit", "y")
    assert shown[1] == "you have given no order yet: orders lists them."
    assert after(shown, "！") == [
        "   1. Register the claims (incident Residents)",
        "   2. Open reception (place Hall)",
        "type: again NUMBER",
    ]
    assert after(shown, "!2") == ["Taken on: #3 Open reception (place Hall)"]
    assert after(shown, "again 7") == ["there is no order 7: again lists them."]


def test_through_a_pipe_only_what_an_order_needs_is_asked_for(tmp_path: Path) -> None:
    shown = piped(tmp_path, "open_reception", "1", "status", "quit", "y")
    assert after(shown, "1") == ["Taken on: #1 Open reception (place Hall)"]


def test_on_a_terminal_an_order_that_was_asked_for_is_shown_before_it_is_given(tmp_path: Path) -> None:
    typed = ("register", "1", "n", "queue", "register", "1", "y", "quit", "y")
    _, shown = at_terminal(tmp_path, *typed, seconds=0)
    assert shown.count("Give this order? (y/n)") == 2
    assert shown.count("Cancelled: Register the claims") == 1
    assert [line for line in shown if line.startswith("Taken on")] == [
        "Taken on: #1 Register the claims (incident Residents)"
    ]


def test_no_guess_is_the_very_word_that_was_typed(tmp_path: Path) -> None:
    shown = piped(tmp_path, "order status", "order", "quit", "y")
    assert [line for line in shown if "Did you mean 'status'" in line] == []
    assert after(shown, "order") == ["no order is named: orders lists them."]


def test_every_word_that_calls_a_command_stands_in_the_document_and_every_command_in_a_help() -> None:
    written = (ROOT / "docs" / "playing.md").read_text(encoding="utf-8")
    words = [word for names in COMMANDS.values() for word in names]
    assert [word for word in words if f"`{word}" not in written] == []
    assert set(COMMANDS) == {*HELP, *HELP_AFTERWARDS}
    assert (set(HELP), set(HELP_AFTERWARDS)) == (set(HANDLERS) - {"number"}, set(AFTERWARDS))


@pytest.mark.parametrize("place", ["Hall", "hal", "大厅"])
def test_a_choice_is_named_in_part_where_no_other_name_has_it(tmp_path: Path, place: str) -> None:
    language = "en" if place.isascii() else "zh"
    shown = piped(tmp_path, f"open_reception {place}", "quit", "y", language=language)
    assert shown[1] in ("Taken on: #1 Open reception (place Hall)", "已受理：#1 开放接待（地点 大厅）")
