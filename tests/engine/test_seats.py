"""What a seat may do and know: authority, attention, information, units, promises."""

from simulator.journal.acts import Answer, Cancel, Hint, Note, Open, Order, Reorder
from tests.engine.little import drill, kinds, play, run

SEND = Order("dispatch", {"unit": "team", "place": "hall"})
DOORS = {"doors": {"at": "5m", "to": "petition_lead", "text": "People at the door.", "tells": {"residents.people": 60}}}
WORDS = {
    "words": {
        "at": "5m", "to": "petition_lead", "text": "What do you say to them now?", "time_limit": "5m",
        "if_silent": "wait",
        "options": {"listen": {"text": "We listen.", "then": "more"}, "wait": {"text": "Wait here."}},
    },
    "more": {
        "to": "petition_lead", "text": "And then?", "time_limit": "5m", "if_silent": "no",
        "options": {"yes": {"text": "Yes."}, "no": {"text": "No."}},
    },
}  # fmt: skip


def test_a_seat_without_authority_is_told_whom_to_ask() -> None:
    receipt = drill().submit("public_security", Order("activate", {"level": "III"}))
    assert (receipt.accepted, receipt.refused, receipt.ask) == (False, "authority", ("commander",))


def test_an_order_that_is_not_understood_is_refused_and_recorded() -> None:
    found = drill()
    wrong = [
        Order("fly_away"), Order("activate"), Order("activate", {"level": "VII"}),
        Order("activate", {"level": "III", "speed": 3}), Order("open_reception", {"place": "hall", "windows": 99}),
    ]  # fmt: skip
    refusals = [found.submit("commander", order).refused for order in wrong]
    assert refusals[:4] == ["unknown", "arguments", "arguments", "arguments"]
    assert len(kinds(found, "act.order")) == len(wrong)


def test_only_its_own_seat_and_the_commander_send_a_unit() -> None:
    found = drill()
    assert found.submit("public_security", SEND).refused == "not_yours"
    assert found.submit("commander", SEND).accepted
    assert found.submit("petition_lead", SEND).accepted


def test_a_seat_does_one_thing_at_a_time() -> None:
    found = drill()
    found.submit("petition_lead", SEND)
    found.submit("petition_lead", Order("provide_care", {"place": "hall"}))
    run(found, 1)
    view = found.view("petition_lead")
    first = found.scenario.order("dispatch").takes
    second = found.scenario.order("provide_care").takes
    assert view.current is not None
    assert (view.current.verb, view.current.ends) == ("dispatch", first)
    assert [task.verb for task in view.queue] == ["provide_care"]
    run(found, 3600)
    assert [e.time for e in kinds(found, "order.carried_out")] == [first, first + second]


def test_what_waits_can_be_moved_and_taken_back() -> None:
    found = drill()
    for verb in ("provide_care", "open_reception", "keep_lane_open"):
        found.submit("petition_lead", Order(verb, {"place": "hall"}))
    run(found, 1)
    assert found.submit("petition_lead", Cancel(1)).refused == "not_waiting"
    assert found.submit("petition_lead", Reorder(3, 0)).accepted
    assert found.submit("petition_lead", Cancel(2)).accepted
    run(found, 7200)
    assert [e.payload["verb"] for e in kinds(found, "order.carried_out")] == ["provide_care", "keep_lane_open"]


def test_reading_takes_time_and_pushes_the_present_order_back() -> None:
    found = drill(injects=DOORS)
    run(found, 301)
    found.submit("petition_lead", Order("provide_care", {"place": "hall"}))
    found.submit("petition_lead", Open(1))
    run(found, 3600)
    reading = kinds(found, "message.opened")[0].time - 301
    takes = found.scenario.order("provide_care").takes
    assert reading > 0
    assert kinds(found, "order.carried_out")[0].time == 301 + takes + reading


def test_a_decision_has_its_reading_time_before_its_clock_starts() -> None:
    found = drill(decisions=WORDS)
    run(found, 302)
    [decision] = found.view("petition_lead").decisions
    # Seven words, two and two: 7/200, 2/200 and 2/200 of a minute, each rounded up to whole seconds.
    assert (decision.put, decision.starts, decision.closes) == (300, 305, 605)


def test_silence_takes_its_option_and_a_turn_follows_the_one_before() -> None:
    silent = play(drill(decisions=WORDS), [])
    assert [e.payload["option"] for e in kinds(silent, "decision.silent")] == ["wait"]
    spoken = drill(decisions=WORDS)
    run(spoken, 400)
    assert spoken.submit("petition_lead", Answer("words", "sing")).refused == "unknown"
    assert spoken.submit("petition_lead", Answer("words", "listen")).accepted
    assert spoken.submit("petition_lead", Answer("words", "wait")).refused == "closed"
    run(spoken, 440)
    assert [open_now.decision for open_now in spoken.view("petition_lead").decisions] == ["more"]


def test_a_seat_knows_only_what_reached_it() -> None:
    found = drill(injects=DOORS)
    run(found, 400)
    assert found.view("petition_lead").told == {"residents.people": 60}
    assert found.view("commander").told == {}
    assert found.view("commander").known == {}


def test_telling_hands_on_what_one_was_told_and_asking_gives_the_truth() -> None:
    found = drill(injects=DOORS)
    run(found, 301)
    tell = Order("tell", {"seat": "commander", "about": "doors"})
    assert found.submit("commander", Order("tell", {"seat": "petition_lead", "about": "doors"})).refused == "not_known"
    found.submit("petition_lead", tell)
    found.submit("petition_lead", Order("ask", {"about": "doors"}))
    run(found, 1200)
    assert found.view("commander").told == {"residents.people": 60}
    assert found.view("petition_lead").told == {"residents.people": 86}
    assert found.view("commander").inbox[0].sender == "petition_lead"


def test_a_unit_is_in_one_place_only() -> None:
    found = drill()
    found.submit("petition_lead", SEND)
    found.submit("petition_lead", Order("dispatch", {"unit": "team", "place": "square"}))
    run(found, 3600)
    assert [e.payload["reason"] for e in kinds(found, "order.failed")] == ["travelling"]
    [unit] = found.view("petition_lead").units
    assert (unit.place, unit.status) == ("hall", "working")


def test_travel_takes_the_time_of_the_route_and_longer_into_a_crowd() -> None:
    arrivals = []
    for seed in range(20):
        found = play(drill(seed), [(0, "petition_lead", SEND)])
        arrivals.append(kinds(found, "unit.left")[0].payload["arrives"] - found.scenario.order("dispatch").takes)
    crowd = 1 + 86 / 120 / 4 / 2
    assert min(arrivals) >= 8 * 60 * crowd - 1
    assert max(arrivals) <= 14 * 60 * crowd + 1
    assert len(dict.fromkeys(arrivals)) > 10


def test_a_unit_tires_until_it_is_relieved() -> None:
    units = {"team": {"name": "Team", "base": "bureau", "under": "petition_lead", "tires_after": "1h"}}
    found = drill(units=units)
    found.submit("petition_lead", SEND)
    run(found, 5000)
    assert [e.kind for e in kinds(found, "unit.tired")] == ["unit.tired"]
    assert found.view("petition_lead").units[0].tired
    found.submit("petition_lead", Order("relieve", {"unit": "team"}))
    run(found, 6000)
    assert not found.view("petition_lead").units[0].tired


def test_a_promise_beyond_the_end_is_a_commitment_neither_kept_nor_broken() -> None:
    far = Order("promise", {"what": "mediate", "by": 15 * 86400})
    found = play(drill(), [(60, "petition_lead", far)])
    assert kinds(found, "promise.kept", "promise.broken") == []


def test_notes_are_kept_and_hints_are_refused_to_who_is_assessed() -> None:
    from simulator.engine.drill import Drill
    from tests.engine.little import little

    assessed = Drill(little(), 1, mode="assessed")
    assert assessed.submit("commander", Note("Ring the bureau.")).accepted
    assert assessed.submit("commander", Hint()).refused == "assessed"
    assert drill().submit("commander", Hint()).accepted


ABROAD = {
    "plea": {
        "at": "5m", "to": "petition_lead", "text": "They hold our passports.", "tells": {"residents.people": 43},
        "original": {"language": "French", "text": "Ils gardent nos passeports."}, "understood": "team.on_scene",
    }
}  # fmt: skip


def test_what_is_said_in_another_language_tells_nothing_until_somebody_interprets() -> None:
    found = drill(injects=ABROAD)
    run(found, 400)
    assert not found.view("petition_lead").inbox[0].understood
    assert found.view("petition_lead").told == {}
    found.submit("petition_lead", SEND)
    run(found, 3600)
    arrived = kinds(found, "unit.arrived")[0].time
    assert [entry.time for entry in kinds(found, "inject.understood")] == [arrived]
    assert found.view("petition_lead").inbox[0].understood
    assert found.view("petition_lead").told == {"residents.people": 43}


def test_names_left_open_are_drawn_once_from_the_seed() -> None:
    from simulator.engine.personas import draw_personas
    from tests.engine.little import little

    cast = {"marie": {"locale": "fr_FR"}, "lin": {"name": "Lin Yue"}}
    scenario = little(cast=cast)
    drawn = draw_personas(scenario, 4)
    assert list(drawn) == ["marie"]
    assert drawn == draw_personas(scenario, 4)
    assert drawn != draw_personas(scenario, 5)
    header = drill(cast=cast).journal.header
    assert set(header["personas"]["marie"]) == {"name", "job"}


def test_two_ways_of_the_same_length_are_no_trouble() -> None:
    routes = [
        {"between": ["bureau", "hall"], "travel": "2m..4m"}, {"between": ["hall", "square"], "travel": "2m..4m"},
        {"between": ["bureau", "gate"], "travel": "1m..5m"}, {"between": ["gate", "square"], "travel": "1m..5m"},
    ]  # fmt: skip
    places = {name: {"name": name} for name in ("bureau", "hall", "gate", "square")}
    found = drill(routes=routes, places=places)
    found.submit("petition_lead", Order("dispatch", {"unit": "team", "place": "square"}))
    run(found, 3600)
    assert kinds(found, "unit.arrived")[0].payload["place"] == "square"
