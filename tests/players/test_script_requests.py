"""What seats want of one another, in scripts: a request, its answer, a hand-over; written from a journal and back."""

from pathlib import Path

import pytest

from simulator.engine.drill import Drill
from simulator.journal.acts import HandOver, Order, Reply, Request
from simulator.journal.entry import HAND_OVER, ORDER, REPLY, REQUEST
from simulator.players.play import play
from simulator.players.script import Script, read_script
from simulator.players.scripted import players_of
from simulator.rehearsal.recording import Play, acts_of, script_text
from tests.engine.little import drill, kinds, little

ACTS = (
    "  - {at: 1m, seat: petition_lead, request: activate, to: commander, with: {level: III}, words: the hall is full}\n"
    "  - {at: 2m, seat: commander, order: activate, with: {level: III}}\n"
    "  - {at: 2m, seat: commander, approve: 1, words: 'yes'}\n"
    "  - {at: 3m, seat: petition_lead, request: activate, to: commander, with: {level: II}}\n"
    "  - {at: 4m, seat: commander, refuse: 2, words: not yet}\n"
    "  - {at: 5m, seat: petition_lead, handover: commander, words: all I know}\n"
)


def script(folder: Path, acts: str) -> Script:
    path = folder / "acts.yaml"
    path.write_text("format: 1\nacts:\n" + acts, encoding="utf-8")
    return read_script(path, little())


def played(found: Script) -> Drill:
    running = drill()
    play(running, dict(players_of(found)), 900)
    return running


def told(running: Drill) -> list[tuple[int, str, str, bool]]:
    """Second, seat, kind and whether it was taken, of what seats did."""
    acts = kinds(running, REQUEST, REPLY, HAND_OVER, ORDER)
    return [(each.time, str(each.seat), each.kind, each.payload["accepted"]) for each in acts]


def test_a_script_asks_grants_refuses_and_hands_over(tmp_path: Path) -> None:
    found = script(tmp_path, ACTS)
    assert found.findings == ()
    assert [act.act for act in found.acts] == [
        Request("commander", "activate", {"level": "III"}, "the hall is full"),
        Order("activate", {"level": "III"}),
        Reply(1, granted=True, words="yes"),
        Request("commander", "activate", {"level": "II"}, ""),
        Reply(2, granted=False, words="not yet"),
        HandOver("commander", "all I know"),
    ]
    assert told(played(found)) == [
        (60, "petition_lead", REQUEST, True),
        (120, "commander", ORDER, True),
        (120, "commander", REPLY, True),
        (180, "petition_lead", REQUEST, True),
        (240, "commander", REPLY, True),
        (300, "petition_lead", HAND_OVER, True),
    ]


def test_a_journal_written_as_a_script_is_the_same_drill_again(tmp_path: Path) -> None:
    first = played(script(tmp_path, ACTS))
    seats = ("petition_lead", "commander")
    text = script_text(first.scenario, Play(1, seats, tuple(acts_of(first.journal, seats))))
    again = played(script(tmp_path, text.removeprefix("format: 1\nacts:\n")))
    assert told(again) == told(first)
    assert [entry.payload for entry in again.journal if entry.is_act] == [
        entry.payload for entry in first.journal if entry.is_act
    ]


@pytest.mark.parametrize(
    ("act", "code", "message", "remedy"),
    [
        ("request: activate, with: {level: III}", "E202", "the setting 'to' is missing", "name the seat that is asked"),
        ("request: activate, to: comander, with: {level: III}", "E303", "no seat is called 'comander'",
         "did you mean 'commander'?"),
        ("request: activat, to: commander", "E303", "activat", "activate"),
        ("handover: comander", "E303", "no seat is called 'comander'", "did you mean 'commander'?"),
        ("approve: 1, refuse: 1", "E201", "one act cannot be 'approve' and 'refuse'", "write two acts"),
        ("aprove: 1", "E201", "there is no setting 'aprove' here", "did you mean 'approve'?"),
    ],
)  # fmt: skip
def test_a_wrong_name_is_told_with_what_was_meant(
    tmp_path: Path, act: str, code: str, message: str, remedy: str
) -> None:
    first = script(tmp_path, f"  - {{at: 1m, seat: petition_lead, {act}}}\n").findings[0]
    assert first.code == code
    assert message in str(first.message)
    assert remedy in str(first.help)
