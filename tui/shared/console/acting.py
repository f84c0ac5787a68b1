"""Acting in a seat that the controller has taken over: an order of the seat, or an answer to what it is asked."""

from simulator.clock import Malformed
from simulator.journal.acts import Act, Answer, Order
from simulator.language.quantity import Value
from simulator.language.said import say
from simulator.scenario.arguments import read_argument
from simulator.scenario.names import plan_choices
from tui.shared.console.form import Answers, Form, Question, in_turn
from tui.shared.console.station import Station

ANSWERING = "?"
"""What the keys of open decisions begin with; no verb does."""
LEFT_OUT = "-"


def acting(station: Station, seat: str, decisions: tuple[str, ...]) -> Form:
    """A form for one act of a seat."""
    title = say("Act as {seat}", seat=station.wording.seat(seat))
    return Form(
        station, title, lambda answers: _next(station, seat, decisions, answers),
        lambda answers: _act(station, seat, answers),
    )  # fmt: skip


def _next(station: Station, seat: str, decisions: tuple[str, ...], answers: Answers) -> Question | None:
    """What to do, then what it needs."""
    wording, scenario = station.wording, station.wording.scenario
    asked = [
        (f"{ANSWERING}{name}", wording.say("answer: {what}", what=wording.said(scenario.decisions[name].text).strip()))
        for name in decisions
    ]
    verbs = [verb for verb in scenario.catalogue.orders if _offered(station, seat, verb)]
    orders = [(verb, wording.verb(verb)) for verb in verbs]
    first = Question("what", say("What is done?"), (*asked, *orders))
    what = answers.get("what", "")
    if what.startswith(ANSWERING):
        options = scenario.decisions[what[1:]].options
        shown = tuple((name, wording.option(what[1:], name)) for name in options)
        return in_turn(first, Question("option", say("With which answer?"), shown))(answers)
    return in_turn(first, *_arguments(station, what))(answers)


def _offered(station: Station, seat: str, verb: str) -> bool:
    scenario = station.wording.scenario
    return verb not in scenario.without and scenario.may_order(seat, verb)


def _arguments(station: Station, verb: str) -> tuple[Question, ...]:
    """A question for each argument of an order."""
    wording, scenario = station.wording, station.wording.scenario
    if verb not in scenario.catalogue.orders:
        return ()
    found = []
    for name, argument in scenario.order(verb).arguments.items():
        choices = tuple((each, wording.argument(argument, each)) for each in plan_choices(scenario, argument))
        written = argument.kind in ("number", "deadline", "words")
        if argument.optional and not written:
            choices = ((LEFT_OUT, wording.say("leave it out")), *choices)
        asked = say("{argument}?", argument=argument.name)
        found.append(Question(f"with {name}", asked, choices, written=written, optional=argument.optional))
    return tuple(found)


def _act(station: Station, seat: str, answers: Answers) -> None:
    what = answers["what"]
    if what.startswith(ANSWERING):
        decision, option = what[1:], answers["option"]
        act: Act = Answer(decision, option)
        station.act(seat, act, lambda wording: wording.option(decision, option))
        return
    try:
        order = Order(what, _read(station, what, answers))
    except Malformed as error:
        station.complain(error.error)
        return
    station.act(seat, order, lambda wording: wording.order(order.verb, order.arguments))


def _read(station: Station, verb: str, answers: Answers) -> dict[str, Value]:
    """The arguments as they were typed or chosen. Raises `Malformed`."""
    scenario, now = station.wording.scenario, station.now.time
    typed = {
        name.removeprefix("with "): written
        for name, written in answers.items()
        if name.startswith("with ") and written not in ("", LEFT_OUT)
    }
    return {name: read_argument(scenario, verb, name, written, now) for name, written in typed.items()}
