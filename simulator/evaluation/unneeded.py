"""Orders that nothing in the scenario asks for: each costs a point, so that giving them all does not pay."""

from simulator.evaluation.conduct import Finding, code_of, is_named
from simulator.evaluation.evidence import argument_fits, at_acceptance
from simulator.evaluation.given import GivenOrder
from simulator.evaluation.matching import is_deed
from simulator.evaluation.reading import Record
from simulator.language.tree import Act, Expression
from simulator.language.truth import value_of
from simulator.scenario.deeds import Ordered, deeds, due_of, identity
from simulator.scenario.expectations import Expectation

COSTS = 1.0
"""Points of overall for each."""
AT_MOST = 20.0
"""Points of overall for all of them."""


def unneeded(record: Record, seat: str, findings: tuple[Finding, ...]) -> tuple[GivenOrder, ...]:
    """The orders of a seat that were carried out and that no expectation and nothing allowed names.

    Unlawful orders are not among them, they cost otherwise; nor are the orders that repair a breach.
    """
    orders = [act for act in record.carried_out(seat) if isinstance(act, GivenOrder)]
    speaking = _speaking(record) if orders else {}
    asked = [each for each in record.scenario.expectations.values() if "(" in each.due]
    return tuple(
        order for order in orders if not _is_needed(record, order, [*speaking.get(order.verb, ()), *asked], findings)
    )


def cost(orders: int) -> float:
    """What so many unneeded orders take from overall."""
    return min(AT_MOST, COSTS * orders)


def _speaking(record: Record) -> dict[str, list[Expectation]]:
    """By verb, the expectations that speak of it at all."""
    found: dict[str, list[Expectation]] = {}
    for expectation in record.scenario.expectations.values():
        verbs = {deed.verb: True for deed in deeds(expectation) if isinstance(deed, Ordered)}
        verbs |= {pattern.verb: True for tree in _trees(expectation) for pattern in record.lookup.patterns(tree)}
        for verb in verbs:
            found.setdefault(verb, []).append(expectation)
    return found


def _trees(expectation: Expectation) -> list[Expression]:
    """What an expectation says of acts, beside its deeds."""
    trees = [grade.when.tree for grade in expectation.quality] + [wrong.tree for wrong in expectation.wrong]
    return trees if expectation.met is None else [*trees, expectation.met.tree]


def _is_needed(
    record: Record, order: GivenOrder, may_name: list[Expectation], findings: tuple[Finding, ...]
) -> bool:  # fmt: skip
    scenario = record.scenario
    if order.verb not in scenario.catalogue.orders:
        return False  # Another rubric's catalogue may lack what was played.
    if code_of(record, order) is not None or any(is_named(record, each.tree, order) for each in scenario.allowed):
        return True
    if any(_names(record, expectation, order) for expectation in may_name):
        return True
    return _informs(record, order) or _repairs(record, order, findings)


def _names(record: Record, expectation: Expectation, order: GivenOrder) -> bool:
    """Whether an expectation, of whatever seat, speaks of such an order."""
    if any(is_deed(record, deed, order) for deed in deeds(expectation)) or _triggers(record, expectation, order):
        return True
    return any(_speaks_of(record, tree, order) for tree in _trees(expectation))


def _speaks_of(record: Record, tree: Expression, order: GivenOrder) -> bool:
    return any(
        _is_such(record, pattern, order) for pattern in record.lookup.patterns(tree) if pattern.verb == order.verb
    )


def _is_such(record: Record, pattern: Act, order: GivenOrder) -> bool:
    """Whether an order has the arguments of a pattern that say which act it is."""
    known = at_acceptance(record, order)
    values = {argument.name: value_of(argument.value, known) for argument in pattern.arguments}
    return all(
        value is not None and argument_fits(record.scenario, order, name, value)
        for name, value in identity(record.scenario, order.verb, values).items()
    )


def _triggers(record: Record, expectation: Expectation, order: GivenOrder) -> bool:
    """Whether it is the message that makes another seat's expectation due."""
    if record.scenario.order(order.verb).mechanic != "tell":
        return False
    due = due_of(record.scenario, expectation)
    return due is not None and due.kind == "message" and (not due.ids or _topic(record, order) in due.ids)


def _topic(record: Record, order: GivenOrder) -> str:
    return str(_of_kind(record, order, "topic"))


def _of_kind(record: Record, order: GivenOrder, kind: str) -> object:
    """The value of an order's argument of a kind."""
    names = [name for name, known in record.scenario.order(order.verb).arguments.items() if known.kind == kind]
    return next((order.arguments.get(name, "") for name in names), "")


def _informs(record: Record, order: GivenOrder) -> bool:
    """Asking is never unneeded; telling only where the receiver knew it already."""
    match record.scenario.order(order.verb).mechanic:
        case "ask":
            return True
        case "tell":
            return not _known_already(record, order)
        case _:
            return False


def _known_already(record: Record, order: GivenOrder) -> bool:
    """Whether the receiver had had the inject or a message about the topic, and every value of it as the
    teller knew it.
    """
    receiver, topic = str(_of_kind(record, order, "seat")), _topic(record, order)
    had = any(reached.about == topic and reached.entry < order.entry for reached in record.deliveries.get(receiver, ()))
    return had and all(
        record.told[receiver, path].as_of(order.entry) == value.as_of(order.entry)
        for (seat, path), value in list(record.told.items())
        if seat == order.seat and path.partition(".")[0] == topic and value.as_of(order.entry) is not None
    )


def _repairs(record: Record, order: GivenOrder, findings: tuple[Finding, ...]) -> bool:
    """Whether it is an order of repair, in time after a breach of the seat."""
    rule, at = record.scenario.conduct.repair, order.done_at or 0
    return order.verb in rule.orders and any(0 <= at - found.at <= rule.within for found in findings)
