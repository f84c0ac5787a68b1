"""A seat's client is told what reached its seat, and nothing else: what it may not know never leaves the host."""

import json
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect

from simulator.engine.drill import Drill
from simulator.journal.acts import Open, Order
from simulator.players.bots import player_for
from simulator.players.play import play
from simulator.room.shared.codec import encode
from simulator.room.shared.growing import fresh, grow
from simulator.room.shared.knowing import things_known, what_a_seat_knows
from simulator.room.shared.model import PROTOCOL, Give, Join
from simulator.room.shared.picture import seat_parts
from simulator.scenario.scenario import Scenario
from tests.playthroughs.shipped import SCENARIOS
from tests.playthroughs.shipped import scenario as shipped
from tests.room.rooms import SEAT
from tests.room.shared.rooms import Net, net, office

HIDDEN = ("quality", "expectations", "when", "raises", "lowers", "if_missed", "harm", "why", "playthroughs")
"""Keys of a scenario that say how it goes on or how it is judged."""


def half_way(scenario: Scenario) -> Drill:
    drill = Drill(scenario, 3)
    play(drill, {seat: player_for("by-the-book", scenario, seat, 3) for seat in scenario.seats}, scenario.length // 2)
    return drill


def all_told(scenario: Scenario, drill: Drill, seat: str) -> str:
    """Everything that a seat's client may have been told, as it goes over the net."""
    return encode([what_a_seat_knows(scenario, seat), seat_parts(scenario, drill.view(seat))])


def texts(written: Any) -> list[str]:
    """The texts that an author wrote, in every language."""
    return list(written.values()) if isinstance(written, dict) else [written]


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_inject_is_told_before_it_has_reached_the_seat(name: str) -> None:
    scenario = shipped(name)
    drill = half_way(scenario)
    whole = scenario.as_json()["injects"]
    for seat in scenario.seats:
        told = all_told(scenario, drill, seat)
        had = {each for message in drill.view(seat).inbox for each in (message.inject, message.about)}
        leaked = [inject for inject, written in whole.items() if inject not in had
                  for text in texts(written["text"]) if json.dumps(text, ensure_ascii=False)[1:-1] in told]  # fmt: skip
        assert leaked == []


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_decision_is_told_before_it_was_put_to_the_seat(name: str) -> None:
    scenario = shipped(name)
    drill = half_way(scenario)
    for seat in scenario.seats:
        view = drill.view(seat)
        put = {*view.answers, *(each.decision for each in view.decisions)}
        known = {each.removeprefix("decisions.") for each in things_known(scenario, view) if "decisions." in each}
        assert known == put


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_a_seat_knows_is_a_scenario_that_screens_can_show(name: str) -> None:
    scenario = shipped(name)
    drill = half_way(scenario)
    for seat in scenario.seats:
        shown = fresh(what_a_seat_knows(scenario, seat))
        grow(shown, seat_parts(scenario, drill.view(seat)))
        assert {message.inject for message in drill.view(seat).inbox if message.inject} <= set(shown.injects)
        assert set(drill.view(seat).incidents) <= set(shown.incidents)
        assert (shown.expectations, shown.outcome, shown.notes) == ({}, {}, None)


def test_how_an_answer_is_judged_is_not_told_with_the_decision(tmp_path: Path) -> None:
    room = office(tmp_path)
    lin = room.enter(seat=SEAT)
    room.begin()
    room.run(60)
    told = room.hub.picture(lin)["thing.decisions.first_words"]
    assert told["options"] == {
        "listen": {"text": {"en": "Listen.", "zh": "先听。"}},
        "wait": {"text": {"en": "Say nothing.", "zh": "不说话。"}},
    }


def test_an_inject_is_told_with_no_word_of_who_else_had_it(tmp_path: Path) -> None:
    room = office(tmp_path)
    lin = room.enter(seat=SEAT)
    room.begin()
    room.run(60)
    (line,) = [line for line in room.hub.lines(lin, 0, 100) if line["kind"] == "inject.delivered"]
    assert line["data"]["to"] == [SEAT]
    assert line["data"]["numbers"] == {SEAT: 1}


def test_the_numbers_of_a_seats_log_count_its_own_entries_alone(tmp_path: Path) -> None:
    room = office(tmp_path)
    lin = room.enter(seat=SEAT)
    room.begin()
    room.run(900)
    given = room.act(lin, Order("open_reception", {"place": "hall"}))
    room.run(900)
    lines = room.hub.lines(lin, 0, 1000)
    assert [line["n"] for line in lines] == list(range(len(lines)))
    (done,) = [line for line in lines if line["kind"] == "order.carried_out"]
    assert done["data"]["act"] == given.receipt.entry
    assert lines[given.receipt.entry]["kind"] == "act.order"


async def test_a_trainees_socket_carries_no_other_seats_inbox_and_no_hidden_truth(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        received = await _everything_received(found)
    assert "Eighty-six people at the door." in received
    assert "They chant." not in received
    assert "The gate is blocked." not in received
    assert "Ninety more are on their way." not in received
    assert [key for key in HIDDEN if f'"{key}' in received] == []
    assert [code for code in ("U02", "U09") if f'"{code}"' in received] == []
    assert '"residents.tension"' not in received


async def _everything_received(found: Net) -> str:
    """What goes to the duty officer's socket, byte for byte, while another seat opens reception."""
    room = found.office
    lead = room.enter(seat=SEAT, name="Wu Min")
    async with connect(f"ws://127.0.0.1:{found.address.port}", compression=None) as ws:
        await ws.send(encode(Join(PROTOCOL, "seat", "Lin Qiao", room.hub.keys.codes["seat"], "duty_officer")))
        received = [str(await ws.recv())]
        room.begin()
        found.run(600)
        room.act(lead, Order("open_reception", {"place": "hall"}))
        found.run(2400)
        await ws.send(encode(Give("duty_officer", 1, 1, Open(1))))
        while '"is":"given"' not in received[-1]:
            received.append(str(await ws.recv()))
    return "".join(received)
