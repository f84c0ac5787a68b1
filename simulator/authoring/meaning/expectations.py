"""Expectations: what is asked for is an act, the seat can do it, and it becomes due (E405–E410, E422, E423)."""

from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.conditions import pattern
from simulator.authoring.meaning.matter import Matter
from simulator.language.condition import Condition
from simulator.language.said import Said, say
from simulator.language.tree import Act, Compare, Expression, Name, Word, walk
from simulator.scenario.deeds import Answered, Deed, Ordered, deed_of
from simulator.scenario.expectations import Expectation
from simulator.scenario.scenario import Scenario


def expectation_findings(matter: Matter) -> Iterator[Finding]:
    """What keeps an expectation from ever being met by its seat."""
    for name, expectation in matter.scenario.expectations.items():
        path: KeyPath = ("expectations", name)
        for position, item in enumerate(expectation.do):
            yield from _item(matter, (*path, "do", position), expectation, item)
        yield from _due(matter, (*path, "due"), expectation)
        if expectation.met:
            yield from _met(matter, (*path, "met"), expectation, expectation.met)
        for position, wrong in enumerate(expectation.wrong):
            yield from _order(matter, (*path, "wrong", position), wrong, expectation.of)
    for position, allowed in enumerate(matter.scenario.allowed):
        yield from _order(matter, ("allowed", position), allowed, None)


def _item(matter: Matter, path: KeyPath, expectation: Expectation, item: Condition) -> Iterator[Finding]:
    deed = deed_of(item)
    match deed:
        case Ordered(verb=verb):
            yield from _authority(matter, path, verb, expectation.of)
            yield from _arguments(matter, path, deed, item)
        case Answered(decision=decision) if decision in matter.scenario.decisions:
            yield from _own_decision(matter, path, decision, expectation.of)
        case Answered(decision=decision):
            yield from _no_decision(matter, path, decision)
        case None:
            remedy = say("write an order, {order}, or an answer, {answer}",
                         order="register(incident=residents)", answer="first_words == listen")  # fmt: skip
            yield matter.at("E406", path, say("this is neither an order nor an answer"), remedy)


def _authority(matter: Matter, path: KeyPath, verb: str, seat: str) -> Iterator[Finding]:
    scenario = matter.scenario
    if verb not in scenario.catalogue.orders or seat not in scenario.seats or scenario.may_order(seat, verb):
        return
    message = say("'{seat}' may not order '{verb}'", seat=seat, verb=verb)
    able = [each for each in scenario.seats if scenario.may_order(each, verb)]
    remedy = (
        say("expect it of: {seats}", seats=able)
        if able
        else say("give the order's 'by' this role, or expect another order")
    )
    of = (*path[:2], "of")
    yield matter.at("E410", path, message, remedy, related=of, note=say("the seat it is expected of"))


def _arguments(matter: Matter, path: KeyPath, deed: Ordered, item: Condition) -> Iterator[Finding]:
    order = matter.scenario.catalogue.orders.get(deed.verb)
    given = {argument.name for argument in deed.arguments}
    for name, argument in (order.arguments if order else {}).items():
        if name not in given and not argument.optional:
            message = say("'{verb}' needs '{name}'", verb=deed.verb, name=name)
            yield matter.at("E405", path, message, _example(matter, deed, given, name))


def _example(matter: Matter, deed: Ordered, given: set[str], name: str) -> Said:
    needed = [each for each in matter.scenario.order(deed.verb).arguments if each in given or each == name]
    return say("write {order}", order=f"{deed.verb}({', '.join(f'{each}=…' for each in needed)})")


def _own_decision(matter: Matter, path: KeyPath, decision: str, seat: str) -> Iterator[Finding]:
    to = matter.scenario.decisions[decision].to
    if to != seat and to in matter.scenario.seats:
        message = say("'{decision}' is put to '{seat}'", decision=decision, seat=to)
        yield matter.at("E423", path, message, say("expect the answer of that seat, or put it to this one"),
                        related=("decisions", decision, "to"), note=say("put to this seat"))  # fmt: skip


def _no_decision(matter: Matter, path: KeyPath, name: str) -> Iterator[Finding]:
    if name in matter.words.things:
        message = say("'{name}' is not a decision", name=name)
        yield matter.at("E406", path, message, say("an answer is written decision == option"))


def _order(matter: Matter, path: KeyPath, item: Condition, seat: str | None) -> Iterator[Finding]:
    deed = deed_of(item)
    if not isinstance(deed, Ordered):
        remedy = say("write an order with brackets: {order}", order="disperse_first()")
        yield matter.at("E409", path, say("this is not an order"), remedy)
    elif seat:
        yield from _authority(matter, path, deed.verb, seat)


def _met(matter: Matter, path: KeyPath, expectation: Expectation, met: Condition) -> Iterator[Finding]:
    if not any(_is_own_act(matter.scenario, part, expectation.of) for part in walk(met.tree)):
        message = say("nothing in this is an act of '{seat}'", seat=expectation.of)
        remedy = say("name an order or an answer of the seat, or leave 'met' out: then 'do' counts")
        yield matter.at("E408", path, message, remedy)


def _is_own_act(scenario: Scenario, part: Expression, seat: str) -> bool:
    match part:
        case Act(verb=verb):
            known = verb in scenario.catalogue.orders and seat in scenario.seats
            return not known or scenario.may_order(seat, verb)
        case Compare(left=Name(parts=(decision,)), right=Word()) if decision in scenario.decisions:
            return scenario.decisions[decision].to == seat
        case _:
            return False


def _due(matter: Matter, path: KeyPath, expectation: Expectation) -> Iterator[Finding]:
    scenario, due, seat = matter.scenario, expectation.due, expectation.of
    if seat not in scenario.seats:
        return
    if due in scenario.injects:
        yield from _reaches(matter, path, due, scenario.injects[due].to, seat)
    elif due in scenario.decisions:
        if scenario.decisions[due].to != seat:
            yield _not_addressed(matter, path, due, seat, ("decisions", due, "to"))
    elif "(" in due:
        yield from _message(matter, path, due, seat)
    else:
        yield from _stage(matter, path, due, seat)


def _reaches(matter: Matter, path: KeyPath, inject: str, to: tuple[str, ...], seat: str) -> Iterator[Finding]:
    if seat not in to:
        yield _not_addressed(matter, path, inject, seat, ("injects", inject, "to"))


def _not_addressed(matter: Matter, path: KeyPath, name: str, seat: str, related: KeyPath) -> Finding:
    message = say("'{name}' does not reach '{seat}', so nothing becomes due", name=name, seat=seat)
    remedy = say("add the seat to its 'to', or make it due by something else")
    return matter.at("E407", path, message, remedy, related=related, note=say("it goes to these seats"))


def _stage(matter: Matter, path: KeyPath, due: str, seat: str) -> Iterator[Finding]:
    head, _, part = due.partition(".")
    stages = getattr(matter.scenario.incidents.get(head), "stages", {})
    if part not in stages:
        yield _no_due(matter, path, due)
        return
    injects = [matter.scenario.injects[each] for each in stages[part].inject if each in matter.scenario.injects]
    if not any(seat in inject.to for inject in injects):
        message = say("the stage '{name}' has no inject to '{seat}', so nothing becomes due", name=due, seat=seat)
        remedy = say("give the stage an inject to this seat")
        yield matter.at("E407", path, message, remedy, related=("incidents", head, "stages", part),
                        note=say("this stage"))  # fmt: skip


def _no_due(matter: Matter, path: KeyPath, due: str) -> Finding:
    scenario = matter.scenario
    stages = [f"{name}.{stage}" for name, each in scenario.incidents.items() for stage in getattr(each, "stages", {})]
    known = [*scenario.injects, *scenario.decisions, *stages]
    message = say("'{name}' is no inject, decision or stage", name=due)
    return matter.unknown(path, due, known, message, "E422")


def _message(matter: Matter, path: KeyPath, due: str, seat: str) -> Iterator[Finding]:
    condition, findings = pattern(matter, path, due)
    yield from findings
    deed: Deed | None = deed_of(condition) if condition else None
    if condition is None or findings:
        return
    if not isinstance(deed, Ordered) or deed.verb != "tell":
        remedy = say("only a message makes something due: {order}", order="tell(about=doors)")
        yield matter.at("E422", path, say("this is no message of another seat"), remedy)
        return
    to = [arg.value.value for arg in deed.arguments if arg.name == "seat" and isinstance(arg.value, Word)]
    if to and seat not in to:
        message = say("this message does not reach '{seat}'", seat=seat)
        yield matter.at("E407", path, message, say("write seat={seat}, or leave it out", seat=seat))
