"""Scripts: read with the same care as scenarios, and played at their own seconds."""

from pathlib import Path

import pytest

from simulator.errors import FileError
from simulator.journal.entry import ANSWER, CANCEL, NOTE, OPEN, ORDER, REORDER
from simulator.players.script import Script, read_script
from simulator.players.scripted import players_of
from tests.players.sample import morning, played


def script(folder: Path, acts: str, seat: str | None = None) -> Script:
    """The script of these lines of acts."""
    path = folder / "acts.yaml"
    path.write_text("format: 1\nacts:\n" + acts, encoding="utf-8")
    return read_script(path, morning(), seat)


def faults(found: Script) -> list[tuple[str, int, int, str, str]]:
    """Code, line, column, message and remedy of each finding."""
    return [(f.code, f.line, f.column, str(f.message), str(f.help)) for f in found.findings]


def test_every_act_is_given_at_its_second(tmp_path: Path) -> None:
    found = script(
        tmp_path,
        "  - {at: 4m, seat: petition_lead, order: open_reception, with: {place: hall, windows: 3}}\n"
        '  - {at: "08:03", seat: petition_lead, answer: first_words, option: sit_down}\n'
        "  - {at: 4m, seat: duty_officer, tell: doors, to: commander}\n"
        "  - {at: 5m, seat: petition_lead, order: promise, with: {what: listen, by: 45m}}\n",
    )
    assert found.findings == ()
    journal = played(dict(players_of(found))).journal
    acts = [(entry.time, entry.seat) for entry in journal.of_kind(ORDER, ANSWER)]
    assert acts == [(180, "petition_lead"), (240, "duty_officer"), (240, "petition_lead"), (300, "petition_lead")]
    told, opened, promised = (entry.payload for entry in journal.of_kind(ORDER))
    assert (told["verb"], told["with"]) == ("tell", {"seat": "commander", "about": "doors"})
    assert opened["with"] == {"place": "hall", "windows": 3}
    assert promised["with"] == {"what": "listen", "by": 300 + 45 * 60}


def test_messages_and_waiting_orders_are_named_not_numbered(tmp_path: Path) -> None:
    found = script(
        tmp_path,
        "  - {at: 3m, open: doors}\n"
        "  - {at: 4m, order: listen, with: {incident: residents}}\n"
        "  - {at: 4m, order: open_reception, with: {place: hall}}\n"
        "  - {at: 4m, ask: residents}\n"
        "  - {at: 5m, reorder: ask, to: 0}\n"
        "  - {at: 6m, cancel: open_reception}\n"
        "  - {at: 6m, note: enough}\n",
        seat="petition_lead",
    )
    journal = played(dict(players_of(found))).journal
    assert [entry.payload["message"] for entry in journal.of_kind(OPEN)] == [1]
    assert [(e.payload["order"], e.payload["to"]) for e in journal.of_kind(REORDER)] == [(3, 0)]
    assert [(e.payload["order"], e.payload["accepted"]) for e in journal.of_kind(CANCEL)] == [(2, True)]
    assert [entry.payload["text"] for entry in journal.of_kind(NOTE)] == ["enough"]


def test_what_cannot_be_done_then_is_refused_and_kept(tmp_path: Path) -> None:
    found = script(
        tmp_path,
        "  - {at: 0m, seat: petition_lead, answer: first_words, option: sit_down}\n"
        "  - {at: 0m, seat: petition_lead, open: gate}\n"
        "  - {at: 1m, seat: duty_officer, order: activate, with: {level: III}}\n",
    )
    refused = [entry.payload["refused"] for entry in played(dict(players_of(found))).journal if entry.is_act]
    assert refused == ["closed", "unknown", "authority"]


@pytest.mark.parametrize(
    ("act", "fault"),
    [
        (
            "{at: 4m, seat: petition_lead, order: open_recepton, with: {place: hall}}",
            ("E303", 3, 42, "there is no order 'open_recepton'", "did you mean 'open_reception'?"),
        ),
        (
            "{at: 4m, seat: petition_lead, order: open_reception, with: {place: hal}}",
            ("E301", 3, 72, "'place' cannot be 'hal'", "did you mean 'hall'? it can be: hall, office"),
        ),
        (
            "{at: 4m, seat: petition_lead, order: open_reception, with: {plce: hall}}",
            ("E310", 3, 65, "'open_reception' has no argument 'plce'",
             "did you mean 'place'? it takes: place, windows"),
        ),
        (
            "{at: 4m, seat: petition_lead, order: open_reception}",
            ("E405", 3, 42, "'open_reception' needs 'place'", "write place: …"),
        ),
        (
            "{at: 4m, seat: petition_led, note: x}",
            ("E303", 3, 20, "no seat is called 'petition_led'",
             "did you mean 'petition_lead'? there are: ['duty_officer', 'petition_lead', 'commander']"),
        ),
        (
            "{at: 4m, seat: commander, answer: first_word, option: x}",
            ("E303", 3, 39, "no decision is called 'first_word'",
             "did you mean 'first_words'? there are: ['first_words']"),
        ),
        (
            "{at: 4m, seat: commander, answer: first_words, option: sit_don}",
            ("E303", 3, 60, "the decision has no option 'sit_don'",
             "did you mean 'sit_down'? there are: ['wave_off', 'later', 'sit_down']"),
        ),
        (
            "{at: 4m, seat: commander, answer: first_words}",
            ("E202", 3, 31, "the setting 'option' is missing", "it can be: ['wave_off', 'later', 'sit_down']"),
        ),
        (
            "{at: 4m, note: x}",
            ("E202", 3, 5, "the setting 'seat' is missing",
             "name who acts: ['duty_officer', 'petition_lead', 'commander']"),
        ),
        (
            "{at: 4m..6m, seat: commander, note: x}",
            ("E210", 3, 10, "'4m..6m' is not one moment of the exercise", 'write 4m or "07:44"'),
        ),
        (
            "{at: 4m, seat: commander, note: x, ask: doors}",
            ("E201", 3, 31, "one act cannot be 'ask' and 'note'", "write two acts"),
        ),
        (
            "{at: 4m, seat: commander, ordr: ask}",
            ("E201", 3, 31, "there is no setting 'ordr' here", "did you mean 'order'?"),
        ),
        (
            "{at: 4, seat: commander, note: x}",
            ("E210", 3, 10, "a time without its unit", 'write 12m, 12m..16m, "11:00" or doors + 4m'),
        ),
    ],
)  # fmt: skip
def test_a_wrong_name_is_a_finding_at_its_place(
    tmp_path: Path, act: str, fault: tuple[str, int, int, str, str]
) -> None:
    found = script(tmp_path, f"  - {act}\n")
    assert faults(found) == [fault]
    assert found.acts == ()


def test_all_findings_come_at_once(tmp_path: Path) -> None:
    found = script(tmp_path, "  - {at: 1m, seat: comander, ask: door}\n  - {at: 2m, seat: commander, open: gat}\n")
    assert [(line, column) for _, line, column, _, _ in faults(found)] == [(3, 20), (3, 35), (4, 37)]


def test_an_act_that_says_nothing_to_do_is_a_finding(tmp_path: Path) -> None:
    found = script(tmp_path, "  - {at: 4m, seat: commander}\n")
    assert [fault[:4] for fault in faults(found)] == [("E202", 3, 5, "this act does not say what is done")]


def test_a_script_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="does not exist"):
        read_script(tmp_path / "none.yaml", morning())
