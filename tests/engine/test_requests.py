"""What seats want of one another: an order is asked for, granted or refused; what was told is handed over."""

import pytest

from simulator.engine.drill import Drill
from simulator.engine.view import Message
from simulator.journal.acts import HandOver, Order, Reply, Request
from simulator.journal.lines import canonical
from simulator.players.replay import feed
from tests.engine.little import drill, kinds, run

LEVEL = {"level": "III"}


@pytest.fixture
def running() -> Drill:
    call = {"at": "1m", "to": "petition_lead", "text": "86.", "tells": {"residents.people": 86}}
    found = drill(injects={"call": call})
    run(found, 120)
    return found


def newest(running: Drill, seat: str) -> Message:
    return running.view(seat).inbox[-1]


def asked(running: Drill) -> Message:
    """The petition lead asks the commander for a level of response; answers what lies before the commander."""
    assert running.submit("petition_lead", Request("commander", "activate", LEVEL, "The hall is full.")).accepted
    run(running, 180)
    return newest(running, "commander")


def test_a_request_lies_before_the_other_seat_ready_to_be_given(running: Drill) -> None:
    message = asked(running)
    assert message.wanted is not None
    assert (message.sender, message.words) == ("petition_lead", "The hall is full.")
    assert (message.wanted.verb, message.wanted.arguments, message.wanted.answered) == ("activate", LEVEL, "")


def test_who_grants_it_gives_the_order(running: Drill) -> None:
    wanted = asked(running).wanted
    assert wanted is not None
    assert running.submit("commander", Order(wanted.verb, wanted.arguments)).accepted
    assert running.submit("commander", Reply(wanted.request, granted=True)).accepted
    run(running, 900)
    assert [entry.seat for entry in kinds(running, "order.carried_out")] == ["commander"]
    answer = newest(running, "petition_lead")
    assert answer.wanted is not None
    assert (answer.sender, answer.wanted.answered) == ("commander", "granted")


def test_a_refusal_reaches_who_asked_with_its_reason(running: Drill) -> None:
    wanted = asked(running).wanted
    assert wanted is not None
    running.submit("commander", Reply(wanted.request, granted=False, words="Not yet."))
    run(running, 900)
    answer = newest(running, "petition_lead")
    assert answer.wanted is not None
    assert (answer.words, answer.wanted.answered) == ("Not yet.", "refused")
    assert kinds(running, "order.carried_out") == []


def test_a_request_is_answered_once_and_by_whom_it_was_sent_to(running: Drill) -> None:
    wanted = asked(running).wanted
    assert wanted is not None
    assert running.submit("public_security", Reply(wanted.request, granted=True)).refused == "unknown"
    assert running.submit("commander", Reply(wanted.request, granted=False)).accepted
    assert running.submit("commander", Reply(wanted.request, granted=True)).refused == "answered"


def test_what_a_seat_may_order_itself_it_does_not_ask_for(running: Drill) -> None:
    request = Request("commander", "dispatch", {"unit": "team", "place": "hall"})
    assert running.submit("petition_lead", request).refused == "granted"


def test_a_request_goes_to_a_seat_with_the_authority(running: Drill) -> None:
    receipt = running.submit("petition_lead", Request("public_security", "activate", LEVEL))
    assert (receipt.refused, receipt.ask) == ("authority", ("commander",))


def test_a_hand_over_tells_all_that_one_was_told(running: Drill) -> None:
    running.submit("petition_lead", HandOver("public_security", "I have to leave."))
    run(running, 240)
    assert running.view("public_security").told == {"residents.people": 86}
    assert newest(running, "public_security").words == "I have to leave."


def test_requests_replay(running: Drill) -> None:
    wanted = asked(running).wanted
    assert wanted is not None
    running.submit("commander", Reply(wanted.request, granted=True, words="Go."))
    run(running, running.scenario.length)
    again = Drill(running.scenario, running.seed)
    feed(again, running.journal)
    assert [canonical(entry.payload) for entry in again.journal] == [
        canonical(entry.payload) for entry in running.journal
    ]
