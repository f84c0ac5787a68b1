"""The list of orders, the questions for their arguments, and what becomes of acts, as lines."""

from collections.abc import Mapping, Sequence

from reports.wording import Wording
from simulator.engine.view import Receipt, Result, View
from simulator.language.said import Said, say
from simulator.scenario.names import plan_choices
from simulator.scenario.orders import Argument
from tui.presentation.text import wrapped

REFUSALS: Mapping[str, Said] = {
    "authority": say("your seat does not have the authority"),
    "unknown": say("there is no such thing here"),
    "arguments": say("the arguments do not fit"),
    "not_known": say("nothing about it has reached you"),
    "not_yours": say("it is not yours to decide or command"),
    "closed": say("it is no longer open"),
    "unread": say("read the message first"),
    "not_waiting": say("it does not wait in your queue"),
    "over": say("the drill is over"),
    "assessed": say("not while you are assessed"),
    "granted": say("you may give it yourself"),
    "answered": say("it has been answered already"),
    "not_held": say("it is not held back"),
}
FAILURES: Mapping[str, Said] = {
    "travelling": say("the unit is on the way"), "not_working": say("the unit is not at work"),
    "no_reception": say("there is no reception at that place"),
}  # fmt: skip


def offered(wording: Wording, view: View, search: str = "") -> list[str]:
    """The verbs a seat may give, in the catalogue's order, that a search word (any language) fits."""
    wanted = search.casefold()
    return [verb for verb in view.orders if wanted in _spoken(wording, verb)]


def _spoken(wording: Wording, verb: str) -> str:
    order = wording.scenario.order(verb)
    names = (verb, verb.replace("_", " "), *order.name.root.values(), *order.does.root.values())
    return " ".join(names).casefold()


def order_lines(wording: Wording, view: View, verbs: Sequence[str], width: int) -> list[str]:
    """Orders by group, each with the number by which it can be given and the time it takes."""
    numbers = {verb: number for number, verb in enumerate(view.orders, 1)}
    lines: list[str] = []
    for group, name in wording.scenario.catalogue.groups.items():
        inside = [verb for verb in verbs if wording.scenario.order(verb).group == group]
        lines += [f"-- {wording.said(name)}"] if inside else []
        for verb in inside:
            lines += wrapped(_offer(wording, verb), width, f"{numbers[verb]:>4} ")
    return [*lines, wording.say("type: order NUMBER, or: order NAME argument=value")]


def _offer(wording: Wording, verb: str) -> str:
    order = wording.scenario.order(verb)
    takes = wording.span(order.takes)
    # Ids are left out: some would tell which orders are wrong.
    return wording.say("{name} ({takes})", name=wording.said(order.name), takes=takes)


def argument_lines(wording: Wording, view: View, verb: str, name: str, width: int) -> list[str]:
    """The question for one argument: what it is, its choices by number, how to leave it or give up."""
    argument = wording.scenario.order(verb).arguments[name]
    lines = wrapped(_question(wording, verb, argument), width)
    for number, choice in enumerate(choices_of(wording, view, argument), 1):
        lines += wrapped(choice_line(wording, view, argument, choice), width, f"{number:>4}. ")
    return lines


def choices_of(wording: Wording, view: View, argument: Argument) -> tuple[str, ...]:
    """What a seat may choose from; of messages and incidents only those that it can know of."""
    choices = plan_choices(wording.scenario, argument)
    if argument.kind not in ("topic", "incident"):
        return choices
    reached = {*(message.inject for message in view.inbox), *view.incidents}
    return tuple(choice for choice in choices if choice in reached)


def choice_line(wording: Wording, view: View, argument: Argument, choice: str) -> str:
    """One choice with its id; a message with its number in the inbox."""
    numbers = [message.number for message in view.inbox if message.inject == choice]
    if argument.kind == "topic" and numbers:
        return wording.say(
            "message {number}: {sender} [{id}]", number=numbers[-1], sender=wording.inject(choice), id=choice
        )
    return f"{wording.argument(argument, choice)} [{choice}]"


def _question(wording: Wording, verb: str, argument: Argument) -> str:
    values = {"order": wording.verb(verb), "argument": argument.name}
    asked = wording.say("{order}: {argument}?", **values)
    if argument.kind == "deadline":
        how = wording.say("a time such as 45m from now, 15d, or 11:00")
    elif argument.kind == "words":
        how = wording.say("your own words")
    elif argument.kind == "number":
        how = wording.say("a number")
    else:
        how = wording.say("a number from the list, or a name")
    leave = say("- leaves it out, empty cancels") if argument.optional else say("empty cancels")
    return wording.say("{asked} ({how}; {leave})", asked=asked, how=how, leave=leave)


def receipt_line(wording: Wording, what: str, receipt: Receipt) -> str:
    """What the drill said to an act at once."""
    if receipt.accepted:
        return wording.say("Taken on: {what}", what=what)
    reason = wording.said(REFUSALS.get(receipt.refused, say("it cannot be given now")))
    refused = wording.say("Refused: {what} – {reason}.", what=what, reason=reason)
    if not receipt.ask:
        return refused
    seats = [wording.seat(seat) for seat in receipt.ask]
    return wording.say("{refused} Ask: {seats}.", refused=refused, seats=seats)


def result_line(wording: Wording, result: Result) -> str:
    """What became of an order or an answer."""
    clock, name = wording.clock(result.time), wording.verb(result.name)
    match result.outcome:
        case "carried_out":
            return wording.say("{clock} Done: {what}", clock=clock, what=name)
        case "failed":
            why = wording.said(FAILURES.get(result.reason, say("it was no longer possible")))
            return wording.say("{clock} Failed: {what} – {reason}", clock=clock, what=name, reason=why)
        case "cancelled":
            return wording.say("{clock} Taken back: {what}", clock=clock, what=name)
        case "kept":
            return wording.say("{clock} Promise kept: {what}", clock=clock, what=name)
        case "broken":
            return wording.say("{clock} Promise broken: {what}", clock=clock, what=name)
        case "silent":
            return wording.say("{clock} Nobody answered in time.", clock=clock)
        case option:
            return _said_aloud(wording, result.name, option, clock)


def _said_aloud(wording: Wording, decision: str, option: str, clock: str) -> str:
    said = wording.say("{clock} Said: {what}", clock=clock, what=wording.option(decision, option))
    known = wording.scenario.decisions.get(decision)
    reply = known.options[option].reply if known and option in known.options else None
    return said if reply is None else f"{said}\n{wording.said(reply).strip()}"
