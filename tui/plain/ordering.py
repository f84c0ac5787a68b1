"""Giving orders in lines: by name or number, with `argument=value`, or asked for each argument."""

from collections.abc import Generator, Mapping

from simulator.clock import Malformed
from simulator.errors import CallError
from simulator.journal.acts import Order
from simulator.language.quantity import Value
from simulator.language.said import say
from simulator.scenario.orders import Argument
from tui.plain.naming import named_order
from tui.plain.session import Dialog, Plain
from tui.plain.values import value_typed
from tui.plain.words import YES, number
from tui.presentation.orders import argument_lines, offered, order_lines, receipt_line
from tui.presentation.palette import Draft, preview_items, recent_orders
from tui.presentation.text import wrapped

LEAVE_OUT = "-"

RECENT = 9
"""So many orders are offered to be given again."""

Asking = Generator[None, str, Value | None]
"""A talk that ends in a value, or in nothing."""


def list_orders(plain: Plain, rest: str) -> None:
    """The orders that the seat may give, or those that a word fits."""
    verbs = offered(plain.wording, plain.view, rest)
    if rest and not verbs:
        plain.write(say("No order of yours fits '{word}'.", word=rest))
        return
    plain.show(order_lines(plain.wording, plain.view, verbs, plain.width))


def give_order(plain: Plain, rest: str) -> Dialog | None:
    """Give the order that a line names; what it still needs is asked for."""
    if not rest:
        raise CallError(say("no order is named"), say("orders lists them"))
    verb, words = find_order(plain, rest)
    if verb is None:
        plain.unknown(rest)
        return None
    return ordering(plain, verb, words)


def tell_seat(plain: Plain, rest: str) -> Dialog:
    return ordering(plain, "tell", rest.split())


def ask_fact(plain: Plain, rest: str) -> Dialog:
    return ordering(plain, "ask", rest.split())


def find_order(plain: Plain, rest: str) -> tuple[str | None, list[str]]:
    """The order that the first words name, by id, number or name in any language, and the words after it."""
    words = rest.split()
    place = number(words[0]) if words else None
    if place is not None:
        if not 1 <= place <= len(plain.view.orders):
            raise CallError(say("there is no order {number}", number=place), say("orders lists them"))
        return plain.view.orders[place - 1], words[1:]
    verb, count = named_order(plain.wording.scenario, words)
    return (verb or None), words[count:]


def ordering(plain: Plain, verb: str, words: list[str]) -> Dialog:
    """Take the arguments given, ask for those that are missing, and give the order."""
    scenario = plain.wording.scenario
    if verb not in scenario.catalogue.orders or verb in scenario.without:
        raise CallError(say("there is no order '{verb}'", verb=verb), say("orders lists them"))
    arguments = _given(plain, verb, words)
    known = _arguments(plain, verb)
    asked = _to_be_asked(plain, known, arguments, named_only=not words)
    for name in asked:
        plain.show(argument_lines(plain.wording, plain.view, verb, name, plain.width))
        value = yield from _asked(plain, verb, name, known[name])
        if value is None:
            plain.write(say("Cancelled: {order}", order=plain.wording.verb(verb)))
            return
        if value != LEAVE_OUT:
            arguments[name] = value
    arguments = {name: arguments[name] for name in known if name in arguments}
    if asked and not plain.console.steps:
        show_preview(plain, verb, arguments)
        plain.write(say("Give this order? (y/n)"))
        if (yield).casefold() not in YES:
            plain.write(say("Cancelled: {order}", order=plain.wording.verb(verb)))
            return
    give(plain, verb, arguments)


def _to_be_asked(
    plain: Plain, known: Mapping[str, Argument], given: Mapping[str, Value], named_only: bool
) -> tuple[str, ...]:  # fmt: skip
    """The arguments to ask for. Through a pipe only those that an order needs: it cannot know of a question."""
    missing = [name for name in known if name not in given]
    needed = tuple(name for name in missing if not known[name].optional)
    if plain.console.steps:
        return needed
    return tuple(missing) if needed or named_only else ()


def preview(plain: Plain, rest: str) -> None:
    """What an order would take, without giving it."""
    if not rest:
        raise CallError(say("no order is named"), say("orders lists them"))
    verb, words = find_order(plain, rest)
    if verb is None:
        plain.unknown(rest)
        return
    plain.show(wrapped(plain.wording.said(plain.wording.scenario.order(verb).does), plain.width))
    show_preview(plain, verb, _given(plain, verb, words))


def show_preview(plain: Plain, verb: str, arguments: Mapping[str, Value]) -> None:
    """What an order takes, what is done before it, and when it will have been carried out."""
    draft = Draft(verb, arguments)
    for shown in preview_items(plain.wording, plain.view, draft, plain.width):
        plain.show(line.text for line in shown.lines)


def again(plain: Plain, rest: str) -> None:
    """List the orders last given, or give one of them again: `again 1`."""
    recent = recent_orders(plain.room.drill.journal, plain.seat, RECENT)
    if not recent:
        raise CallError(say("you have given no order yet"), say("orders lists them"))
    if not rest:
        for place, order in enumerate(recent, 1):
            plain.show(wrapped(plain.wording.order(order.verb, order.arguments), plain.width, f"{place:>4}. "))
        plain.write(say("type: again NUMBER"))
        return
    wanted = number(rest)
    if wanted is None or not 1 <= wanted <= len(recent):
        raise CallError(say("there is no order {number}", number=rest), say("again lists them"))
    give(plain, recent[wanted - 1].verb, dict(recent[wanted - 1].arguments))


def give(plain: Plain, verb: str, arguments: dict[str, Value]) -> None:
    """Submit an order and say what the drill answers."""
    receipt = plain.room.act(plain.seat, Order(verb, arguments))
    what = plain.wording.order(verb, arguments)
    if receipt.accepted:
        what = f"#{receipt.order} {what}"
    plain.show(wrapped(receipt_line(plain.wording, what, receipt), plain.width))


def _arguments(plain: Plain, verb: str) -> dict[str, Argument]:
    return plain.wording.scenario.order(verb).arguments


def _asked(plain: Plain, verb: str, name: str, argument: Argument) -> Asking:
    """Hear lines until one is a value; nothing for an empty line."""
    while True:
        line = yield
        if not line:
            return None
        if line == LEAVE_OUT and argument.optional:
            return LEAVE_OUT
        try:
            return value_typed(plain.wording, plain.view, verb, name, line)
        except Malformed as error:
            plain.complain(error.error)


def _given(plain: Plain, verb: str, words: list[str]) -> dict[str, Value]:
    """The arguments that stand in the line: `name=value`, or values alone in the order of the catalogue."""
    known = _arguments(plain, verb)
    arguments: dict[str, Value] = {}
    for place, word in enumerate(words):
        name, equals, written = word.partition("=")
        if not equals:
            name, written = next((each for each in known if each not in arguments), ""), word
        name = _argument_named(plain, verb, name)
        if name in known and known[name].kind == "words":
            arguments[name] = value_typed(
                plain.wording, plain.view, verb, name, " ".join([written, *words[place + 1 :]])
            )
            return arguments
        if not name:
            raise CallError(say("'{word}' is more than '{verb}' takes", word=word, verb=verb))
        arguments[name] = value_typed(plain.wording, plain.view, verb, name, written)
    return arguments


def _argument_named(plain: Plain, verb: str, written: str) -> str:
    """An argument by its id or its name in any language; what is neither stays, to be refused."""
    for name, argument in _arguments(plain, verb).items():
        if written.casefold() in (name, *(each.casefold() for each in argument.name.root.values())):
            return name
    return written
