"""The order palette as items: the orders a seat may give, the choices for an argument, the order before it is given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reports.wording import Wording
from simulator.engine.view import View
from simulator.journal.acts import Order
from simulator.journal.entry import ORDER, Entry
from simulator.language.quantity import Value
from simulator.scenario.orders import Argument
from simulator.scenario.scenario import Scenario
from tui.presentation.lines import Item, Line, item, items
from tui.presentation.orders import choices_of, offered
from tui.presentation.situation import current, order_of
from tui.presentation.text import wrapped

LEAVE_OUT = "-"
"""The key of leaving an optional argument out."""

AGAIN = "="
"""What the keys of recent orders begin with; no verb does."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An order in the making."""

    verb: str
    arguments: Mapping[str, Value]
    done: tuple[str, ...] = ()
    """The arguments that were settled, those left out too, in their order."""

    def asked(self, scenario: Scenario) -> str | None:
        """The argument to be settled next; nothing when the order is whole."""
        return next((name for name in scenario.order(self.verb).arguments if name not in self.done), None)

    def settled(self, name: str, value: Value | None) -> "Draft":
        """With one argument more; a value of nothing leaves it out."""
        arguments = dict(self.arguments) if value is None else {**self.arguments, name: value}
        return replace(self, arguments=arguments, done=(*self.done, name))

    def back(self) -> "Draft | None":
        """Without the last argument; nothing where there was none."""
        if not self.done:
            return None
        *kept, last = self.done
        arguments = {name: value for name, value in self.arguments.items() if name != last}
        return replace(self, arguments=arguments, done=tuple(kept))


RECENT = 3
"""How many of the orders that were given last are offered again."""


def recent_orders(journal: Iterable[Entry], seat: str, most: int = RECENT) -> tuple[Order, ...]:
    """The orders that a seat gave last, the latest first, each once, *most* of them."""
    given = [entry.payload for entry in journal if entry.kind == ORDER and entry.seat == seat]
    found: list[Order] = []
    for payload in reversed(given):
        order = Order(payload["verb"], payload["with"])
        if payload["accepted"] and order not in found:
            found.append(order)
    return tuple(found[:most])


def again_key(place: int) -> str:
    """The key of a recent order in the palette."""
    return f"{AGAIN}{place}"


def drafted(scenario: Scenario, order: Order) -> Draft:
    """An order that was given before as a draft: whole, so that it is looked over and given again."""
    return Draft(order.verb, order.arguments, tuple(scenario.order(order.verb).arguments))


def recent_items(wording: Wording, recent: Sequence[Order], width: int) -> list[Item]:
    """The orders that were given last, with their arguments."""
    if not recent:
        return []
    found = items(wrapped(wording.say("Given last"), width), "head")
    for place, order in enumerate(recent):
        line = wording.say("again: {order}", order=wording.order(order.verb, order.arguments))
        found.append(item(wrapped(line, width, "    "), key=again_key(place)))
    return found


def order_items(wording: Wording, view: View, search: str, width: int) -> list[Item]:
    """The orders of the seat by group, numbered, each with the time it takes; those that a search word fits."""
    verbs = offered(wording, view, search)
    if not verbs:
        return [item(wrapped(wording.say("No order of yours fits '{word}'.", word=search), width), "dim")]
    found: list[Item] = []
    for group, name in wording.scenario.catalogue.groups.items():
        inside = [verb for verb in verbs if wording.scenario.order(verb).group == group]
        found += items(wrapped(wording.said(name), width), "head") if inside else []
        found += [_offer(wording, view, verb, width) for verb in inside]
    return found


def best_match(wording: Wording, view: View, search: str) -> str:
    """The first order whose name a search word fits, before those that only speak of it; empty where none does."""
    verbs = offered(wording, view, search)
    named = (verb for verb in verbs if search.casefold() in wording.verb(verb).casefold())
    return next(named, next(iter(verbs), ""))


def order_numbered(view: View, number: int) -> str:
    """The verb that bears a number in the list; empty where none does."""
    return view.orders[number - 1] if 1 <= number <= len(view.orders) else ""


def _offer(wording: Wording, view: View, verb: str, width: int) -> Item:
    order = wording.scenario.order(verb)
    values = {"name": order.name, "takes": wording.span(order.takes)}
    line = wording.say("{name} ({takes})", **values)
    return item(wrapped(line, width, f"{view.orders.index(verb) + 1:>3} "), key=verb)


def does_items(wording: Wording, verb: str, width: int) -> list[Item]:
    """What an order does, in the catalogue's sentence."""
    return items(wrapped(wording.said(wording.scenario.order(verb).does), width), "dim")


def choice_items(wording: Wording, view: View, draft: Draft, search: str, width: int) -> list[Item]:
    """What the asked argument may be: numbered choices, or how it is written."""
    name = draft.asked(wording.scenario)
    if name is None:
        return []
    argument = wording.scenario.order(draft.verb).arguments[name]
    found = [_without(wording, argument, width)] if argument.optional else []
    for place, choice in enumerate(choices_of(wording, view, argument), 1):
        line = choice_name(wording, view, argument, choice)
        if search.casefold() in line.casefold():
            found.append(item(wrapped(line, width, f"{place:>2}. "), key=choice))
    if argument.kind == "deadline":
        how = wording.say("Type minutes, or a time such as 45m, 2h, 15d from now, or 11:00; then Enter.")
        found += items(wrapped(how, width), "dim")
    elif argument.kind == "words":
        found += items(wrapped(wording.say("Type what you want to say; then Enter."), width), "dim")
    elif argument.kind == "number":
        found += items(wrapped(_bounds(wording, argument), width), "dim")
    return found


def is_written(argument: Argument) -> bool:
    """Whether an argument is written, not chosen."""
    return argument.kind in ("number", "deadline", "words")


def _without(wording: Wording, argument: Argument, width: int) -> Item:
    """The choice to leave an argument out; a written one is left out by writing nothing, since 0 may be meant."""
    if is_written(argument):
        return item(wrapped(wording.say("nothing written: leave it out"), width), key=LEAVE_OUT)
    return item(wrapped(wording.say("leave it out"), width, " 0. "), key=LEAVE_OUT)


def _bounds(wording: Wording, argument: Argument) -> str:
    if argument.min is not None and argument.max is not None:
        values = {"least": f"{argument.min:g}", "most": f"{argument.max:g}"}
        return wording.say("Type a number from {least} to {most}; then Enter.", **values)
    return wording.say("Type a number; then Enter.")


def choice_name(wording: Wording, view: View, argument: Argument, choice: str) -> str:
    """A choice by its name; a message with its number, a unit with where it is."""
    numbers = [message.number for message in view.inbox if message.inject == choice]
    if argument.kind == "topic" and numbers:
        return wording.say("message {number}: {sender}", number=numbers[-1], sender=wording.inject(choice))
    return wording.argument(argument, choice)


def draft_line(wording: Wording, draft: Draft) -> str:
    """The order as far as it is settled."""
    return wording.order(draft.verb, draft.arguments)


def asked_line(wording: Wording, draft: Draft) -> str:
    """The question for the argument that comes next; for a whole order, what Enter does."""
    name = draft.asked(wording.scenario)
    if name is None:
        return wording.say("Enter gives this order; Esc goes back.")
    return wording.say("{argument}?", argument=wording.scenario.order(draft.verb).arguments[name].name)


def preview_items(wording: Wording, view: View, draft: Draft, width: int) -> list[Item]:
    """A whole order before it is given: what it costs in time, and when it will be carried out."""
    takes = wording.scenario.order(draft.verb).takes
    lines = [wording.say("It takes {takes} of your time.", takes=wording.span(takes))]
    starts = free_at(wording.scenario, view)
    if starts > view.time:
        lines.append(wording.say("Before it: {tasks}.", tasks=_before(wording, view)))
    lines.append(wording.say("Carried out at about {clock}.", clock=wording.clock(starts + takes)))
    found: list[Line] = [Line(line, "strong") for line in wrapped(draft_line(wording, draft), width)]
    for line in lines:
        found += [Line(each) for each in wrapped(line, width)]
    return [Item(tuple(found))]


def free_at(scenario: Scenario, view: View) -> int:
    """The second at which all that the seat has begun and queued will be done."""
    time = max(view.time, view.busy_until)
    for task in view.queue:
        if task.verb in scenario.catalogue.orders:
            time += scenario.order(task.verb).takes
    return time


def _before(wording: Wording, view: View) -> Sequence[str]:
    now = [current(wording, view.current)] if view.busy_until > view.time else []
    return [*now, *(order_of(wording, task) for task in view.queue)]
