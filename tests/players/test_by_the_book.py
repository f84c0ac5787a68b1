"""By the book: what was expected, the most urgent first, once, as soon as the seat is free."""

from simulator.journal.entry import OPEN, ORDER
from tests.players.sample import MORNING, deeds_of, played_by, scenario_of


def orders(text: str, seat: str) -> list[tuple[str, dict[str, object]]]:
    """Verbs and arguments of a seat that goes by the book through a scenario."""
    drill = played_by("by-the-book", scenario=scenario_of(text))
    return [(e.payload["verb"], e.payload["with"]) for e in drill.journal.of_kind(ORDER) if e.seat == seat]


def test_the_most_urgent_target_comes_first() -> None:
    # Reading takes from 02:01 to 02:34 with the answer before it, sending 30 s, opening 2 minutes.
    assert deeds_of(played_by("by-the-book"), "petition_lead") == [
        (121, "sit_down"), (155, "dispatch"), (186, "open_reception"), (307, "listen"),
    ]  # fmt: skip


def test_a_message_of_another_seat_makes_an_expectation_due() -> None:
    drill = played_by("by-the-book")
    assert deeds_of(drill, "duty_officer") == [(125, "tell"), (156, "report_upward")]
    assert deeds_of(drill, "commander") == [(187, "activate")]


def test_what_was_told_is_put_into_the_report() -> None:
    assert orders(MORNING, "duty_officer")[1] == ("report_upward", {"kind": "first", "people": 40})


def test_the_message_that_makes_a_task_due_is_read_before_acting() -> None:
    drill = played_by("by-the-book")
    first_read = drill.journal.of_kind(OPEN)[0]
    first_order = drill.journal.of_kind(ORDER)[0]
    assert (first_read.seat, first_read.payload["message"], first_read.time) == ("duty_officer", 1, 121)
    assert first_read.number < first_order.number


def test_messages_that_ask_for_nothing_are_read_when_there_is_time() -> None:
    read = [entry for entry in played_by("by-the-book").journal.of_kind(OPEN) if entry.seat == "duty_officer"]
    assert [(entry.time, entry.payload["message"]) for entry in read] == [(121, 1), (1801, 2)]


def test_a_number_nobody_told_is_asked_for_first() -> None:
    silent_doors = MORNING.replace("    tells: {residents.people: 40}\n", "")
    assert orders(silent_doors, "duty_officer") == [
        ("tell", {"seat": "commander", "about": "doors"}),
        ("ask", {"about": "residents"}),
        ("report_upward", {"kind": "first", "people": 40}),
    ]


def test_an_order_that_two_expectations_name_is_given_once() -> None:
    twice = MORNING.replace('"listen(incident=residents)"]', '"dispatch(unit=team, place=hall)"]')
    verbs = [verb for verb, _ in orders(twice, "petition_lead")]
    assert verbs == ["dispatch", "open_reception"]


def test_each_instance_of_a_repeated_expectation_gets_an_order_of_its_own() -> None:
    repeated = MORNING.replace("    text: The district asks", "    repeat: 30m\n    text: The district asks").replace(
        '    due: doors\n    do: ["report', '    repeat: true\n    due: call\n    do: ["report'
    )
    drill = played_by("by-the-book", scenario=scenario_of(repeated))
    reports = [time for time, verb in deeds_of(drill, "duty_officer") if verb == "report_upward"]
    assert [time // 60 for time in reports] == [30, 60, 90]


def test_a_deadline_counts_from_the_second_of_the_promise() -> None:
    promising = MORNING.replace(
        '"listen(incident=residents)"]', '"promise(what=listen, by=45m)", "listen(incident=residents)"]'
    )
    drill = played_by("by-the-book", scenario=scenario_of(promising))
    (promise,) = [entry for entry in drill.journal.of_kind(ORDER) if entry.payload["verb"] == "promise"]
    assert promise.payload["with"]["by"] - promise.time == 45 * 60


def test_a_unit_that_was_on_its_way_is_sent_again_later() -> None:
    recalled = MORNING.replace(
        '    do: ["dispatch(unit=team, place=hall)"]',
        '    do: ["dispatch(unit=team, place=hall)", "dispatch(unit=team, place=office)"]',
    )
    drill = played_by("by-the-book", scenario=scenario_of(recalled))
    sent = [entry for entry in drill.journal.of_kind(ORDER) if entry.payload["verb"] == "dispatch"]
    assert [entry.payload["with"]["place"] for entry in sent] == ["hall", "office", "office"]
    assert len(drill.journal.of_kind("order.failed")) == 1
    assert len(drill.journal.of_kind("unit.left")) == 2
