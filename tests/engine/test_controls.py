"""What who runs a drill does to its injects, and that it stands in the journal and replays."""

import pytest

from simulator.engine.drill import Drill
from simulator.journal.controls import CONTROL, Control, Deliver, Doing, Hold, Release, Remark, Skip, Speak
from simulator.journal.lines import canonical
from simulator.players.replay import feed
from tests.engine.little import drill, kinds, run

INJECTS = {
    "call": {"at": "10m", "to": "petition_lead", "text": "Call at ten."},
    "echo": {"at": "call + 5m", "to": "petition_lead", "text": "Five minutes after it."},
    "spare": {"to": "commander", "text": "Only by hand."},
}


@pytest.fixture
def running() -> Drill:
    found = drill(injects=INJECTS)
    run(found, 60)
    return found


def lead(running: Drill, what: Doing) -> str:
    """Do it; answers why it was refused, or nothing."""
    return running.submit(CONTROL, Control("Chen Yu", what)).refused


def delivered(running: Drill) -> list[tuple[str, int]]:
    return [(entry.payload["inject"], entry.time) for entry in kinds(running, "inject.delivered")]


def test_an_inject_delivered_early_does_not_come_again_at_its_time(running: Drill) -> None:
    lead(running, Deliver("call"))
    run(running, 3600)
    assert delivered(running) == [("call", 60), ("echo", 360)]


def test_a_held_inject_waits_and_comes_when_it_is_released(running: Drill) -> None:
    lead(running, Hold("call"))
    run(running, 1200)
    assert delivered(running) == []
    lead(running, Release("call"))
    run(running, 3600)
    assert delivered(running) == [("call", 1200), ("echo", 1500)]


def test_an_inject_released_before_its_time_comes_at_its_time(running: Drill) -> None:
    lead(running, Hold("call"))
    lead(running, Release("call"))
    run(running, 3600)
    assert delivered(running) == [("call", 600), ("echo", 900)]


def test_a_skipped_inject_and_what_follows_from_it_never_come(running: Drill) -> None:
    assert lead(running, Skip("call", "The group has got there by itself.")) == ""
    run(running, 3600)
    assert delivered(running) == []


def test_nothing_is_skipped_without_a_reason(running: Drill) -> None:
    assert lead(running, Skip("call", " ")) == "arguments"
    run(running, 700)
    assert delivered(running) == [("call", 600)]


def test_a_contingency_inject_comes_only_by_hand(running: Drill) -> None:
    run(running, 900)
    lead(running, Deliver("spare", "help"))
    run(running, 3600)
    assert [time for name, time in delivered(running) if name == "spare"] == [900]
    (entry,) = kinds(running, "control.deliver")
    assert (entry.payload["purpose"], entry.payload["by"]) == ("help", "Chen Yu")


def test_a_character_speaks_to_the_seats_that_are_named(running: Drill) -> None:
    lead(running, Speak(("commander",), "The mayor's office", "How many are there?", "residents"))
    run(running, 61)
    (message,) = running.view("commander").inbox
    assert (message.speaker, message.words, message.about) == ("The mayor's office", "How many are there?", "residents")
    assert running.view("petition_lead").inbox == ()


@pytest.mark.parametrize(
    ("what", "why"),
    [
        (Deliver("nothing"), "unknown"),
        (Release("call"), "not_held"),
        (Speak((), "Somebody", "Hello"), "unknown"),
        (Speak(("commander",), "Somebody", ""), "arguments"),
        (Remark("commander", "Well done.", 61), "arguments"),
        (Remark("nobody", "Well done.", 1), "unknown"),
        (Remark("commander", "", 1), "arguments"),
    ],
)
def test_what_cannot_be_done_is_refused_and_kept(running: Drill, what: Doing, why: str) -> None:
    assert lead(running, what) == why
    assert [entry.payload["refused"] for entry in running.journal if entry.seat == CONTROL] == [why]


def test_a_drill_replays_with_all_that_was_done_to_it(running: Drill) -> None:
    lead(running, Hold("call"))
    run(running, 900)
    lead(running, Speak(("commander",), "A neighbour", "They are singing."))
    run(running, 1200)
    lead(running, Release("call"))
    run(running, running.scenario.length)
    lead(running, Remark("commander", "Calm throughout.", 1200))
    again = drill(injects=INJECTS)
    feed(again, running.journal)
    assert [canonical(entry.payload) for entry in again.journal] == [
        canonical(entry.payload) for entry in running.journal
    ]


def test_a_seat_does_not_control(running: Drill) -> None:
    assert running.submit("commander", Control("Lin Qiao", Deliver("spare"))).refused == "unknown"
    assert [entry for entry in running.journal if entry.kind.startswith("control.")] == []
