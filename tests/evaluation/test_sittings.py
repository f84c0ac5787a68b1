"""In a shared drill people come late and leave: each is scored on what fell due while they sat there, by own acts."""

from typing import Any

from simulator.engine.drill import Drill
from simulator.evaluation.agreement import agreement
from simulator.evaluation.expectations import Judged
from simulator.evaluation.scorecard import Trainee, evaluate
from simulator.journal.acts import Order, Reply, Request
from simulator.journal.controls import CONTROL, Control, Remark, Sit
from simulator.journal.sittings import Sat
from simulator.rehearsal.baselines import trainees_of
from tests.engine.little import drill, run

TASKS: dict[str, Any] = {
    "injects": {
        "first": {"at": "10m", "to": "petition_lead", "text": "One."},
        "second": {"at": "60m", "to": "petition_lead", "text": "Two."},
    },
    "expectations": {
        name: {
            "of": "petition_lead", "task": "Register them", "clauses": ["M4"], "due": name,
            "do": ["register(incident=residents)"], "target": "10m", "limit": "30m",
        }
        for name in ("first", "second")
    },
}  # fmt: skip
REGISTER = Order("register", {"incident": "residents"})


def running() -> Drill:
    return drill(**TASKS)


def sit(found: Drill, second: int, player: str, name: str = "") -> None:
    run(found, second)
    found.submit(CONTROL, Control("room", Sit("petition_lead", player, name)))


def register(found: Drill, second: int) -> None:
    run(found, second)
    found.submit("petition_lead", REGISTER)


def scored(found: Drill) -> tuple[Trainee, dict[str, Judged]]:
    run(found, found.scenario.length)
    (trainee,) = (each for each in evaluate(found.scenario, found.journal).trainees if each.seat == "petition_lead")
    return trainee, {each.id: each for each in trainee.judged}


def test_what_fell_due_before_somebody_came_is_not_observed() -> None:
    found = running()
    register(found, 700)
    sit(found, 2400, "person", "Lin Qiao")
    register(found, 3700)
    trainee, judged = scored(found)
    assert (trainee.name, trainee.stand_in) == ("Lin Qiao", False)
    assert (judged["first"].status, judged["second"].status) == ("not_observed", "met")


def test_what_a_stand_in_did_is_nobodys_credit_and_leaving_something_due_leaves_no_rating() -> None:
    found = running()
    sit(found, 0, "person", "Lin Qiao")
    sit(found, 800, "stand-in")
    register(found, 900)
    sit(found, 2400, "person", "Lin Qiao")
    register(found, 3700)
    trainee, judged = scored(found)
    assert (judged["first"].status, judged["second"].status) == ("not_observed", "met")
    assert trainee.rating is None


def test_who_is_back_in_time_and_does_it_is_credited() -> None:
    found = running()
    sit(found, 0, "person", "Lin Qiao")
    sit(found, 800, "stand-in")
    sit(found, 1000, "person", "Lin Qiao")
    register(found, 1100)
    _, judged = scored(found)
    assert judged["first"].status == "met"


def test_who_left_with_everything_done_is_rated() -> None:
    found = running()
    sit(found, 0, "person", "Lin Qiao")
    register(found, 700)
    sit(found, 2400, "stand-in")
    trainee, judged = scored(found)
    assert (judged["first"].status, judged["second"].status) == ("met", "not_observed")
    assert trainee.rating == "P"


def test_of_two_people_each_is_credited_for_what_fell_due_while_they_sat_there() -> None:
    found = running()
    sit(found, 0, "person", "Lin Qiao")
    register(found, 700)
    sit(found, 2400, "person", "Tang Li")
    register(found, 3700)
    run(found, found.scenario.length)
    card = evaluate(found.scenario, found.journal)
    told = [(each.name, each.credit, each.of, each.rating) for each in card.trainees if each.seat == "petition_lead"]
    assert told == [("Lin Qiao", 1.0, 1.0, "P"), ("Tang Li", 1.0, 1.0, "P")]
    assert [(each.expected, each.met) for each in card.clauses] == [(2, 2)]


def test_who_comes_back_is_the_same_person() -> None:
    found = running()
    for second, name in ((0, "Lin Qiao"), (2400, "Tang Li"), (2500, "Lin Qiao")):
        sit(found, second, "person", name)
    register(found, 3700)
    run(found, found.scenario.length)
    trainees = [each for each in evaluate(found.scenario, found.journal).trainees if each.seat == "petition_lead"]
    assert [(each.name, each.judged[1].status) for each in trainees] == [
        ("Lin Qiao", "met"),
        ("Tang Li", "not_observed"),
    ]


def test_who_leaves_after_the_end_sat_there_to_the_end() -> None:
    found = running()
    sit(found, 0, "person", "Lin Qiao")
    register(found, 700)
    register(found, 3700)
    run(found, found.scenario.length)
    found.submit(CONTROL, Control("room", Sit("petition_lead", "stand-in")))
    assert Sat(found.journal).left("petition_lead", 0, found.scenario.length + 1) is None


def test_what_was_past_its_limit_when_somebody_left_is_missed() -> None:
    found = running()
    sit(found, 0, "person", "Lin Qiao")
    sit(found, 3000, "stand-in")
    _, judged = scored(found)
    assert judged["first"].status == "missed"


def test_a_seat_in_which_only_a_stand_in_sat_is_not_scored() -> None:
    found = running()
    sit(found, 60, "controller", "Chen Yu")
    sit(found, 120, "stand-in")
    trainee, judged = scored(found)
    assert (trainee.stand_in, judged) == (True, {})
    assert trainees_of(found.journal) == ()


def answered_after(seconds: int) -> float | None:
    """The commander's coordination who answers a request so many seconds after it came."""
    found = running()
    found.submit(CONTROL, Control("room", Sit("commander", "person", "Wu Min")))
    run(found, 60)
    found.submit("petition_lead", Request("commander", "activate", {"level": "III"}))
    while not found.view("commander").inbox:
        run(found, found.now + 1)
    run(found, found.view("commander").inbox[0].time + seconds)
    found.submit("commander", Reply(1, granted=False))
    run(found, found.scenario.length)
    (trainee,) = (each for each in evaluate(found.scenario, found.journal).trainees if each.seat == "commander")
    return trainee.figures.coordination


def test_a_request_that_is_answered_soon_counts_for_coordination() -> None:
    assert answered_after(180) == 100.0
    assert answered_after(390) == 50.0
    assert answered_after(600) == 0.0


def rated(found: Drill, *ratings: tuple[str, str, str]) -> None:
    for who, expectation, rating in ratings:
        found.submit(CONTROL, Control(who, Remark("petition_lead", "", found.now, expectation, rating)))  # type: ignore[arg-type]


def test_an_evaluators_rating_stands_beside_the_machines() -> None:
    found = running()
    sit(found, 0, "person", "Lin Qiao")
    register(found, 700)
    run(found, found.scenario.length)
    rated(found, ("Ma Lin", "first", "S"), ("Ma Lin", "first", "P"), ("Ma Lin", "second", "S"))
    found_out = agreement(evaluate(found.scenario, found.journal), found.journal)
    assert [(each.expectation, each.human, each.machine, each.apart) for each in found_out.rated] == [
        ("first", "P", "P", 0),
        ("second", "S", "U", 2),
    ]
    assert (found_out.compared, found_out.exact, found_out.near, found_out.kappa) == (2, 0.5, 0.5, None)


def test_kappa_is_one_where_all_agree_and_nought_where_it_is_as_by_chance() -> None:
    found = running()
    sit(found, 0, "person", "Lin Qiao")
    register(found, 700)
    run(found, found.scenario.length)
    names = ("Ma Lin", "Gu Yan", "He Rui")
    rated(found, *((who, task, rating) for who in names for task, rating in (("first", "P"), ("second", "U"))))
    assert agreement(evaluate(found.scenario, found.journal), found.journal).kappa == 1.0
    rated(found, *((who, task, "P") for who in names for task in ("first", "second")))
    assert agreement(evaluate(found.scenario, found.journal), found.journal).kappa == 0.0
