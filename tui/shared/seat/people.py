"""Who sits in the other seats, and the requests among seats, as items for panes."""

from collections.abc import Iterable, Mapping

from reports.wording import Wording
from simulator.engine.view import Message, View, Wanted
from simulator.journal.controls import CONTROLLER, PERSON
from simulator.language.said import Said, say
from simulator.room.shared.model import Seating
from simulator.scenario.scenario import Scenario
from tui.presentation.lines import Item, item, items
from tui.presentation.text import wrapped

ANSWERS: Mapping[str, Said] = {"granted": say("granted"), "refused": say("refused"), "": say("waits for an answer")}
"""What has become of a request."""


NO_LINK = say("No link to the host; it comes back by itself. What was taken is kept.")
"""What is said while a link is broken."""


def seating_line(wording: Wording, seating: Seating) -> str:
    """Who sits in a seat: `Commander: Ma Lin`."""
    return wording.say("{seat}: {who}", seat=wording.seat(seating.seat), who=who(wording, seating))


def who(wording: Wording, seating: Seating) -> str:
    """Who sits there: a name, a stand-in, the controller; and whether their link is lost."""
    if seating.player == CONTROLLER:
        return wording.say("the controller")
    if seating.player != PERSON:
        return wording.say("a stand-in")
    if seating.connected:
        return seating.name
    return wording.say("{name} (not connected)", name=seating.name)


def seating_items(wording: Wording, seating: Iterable[Seating], own: str, width: int) -> list[Item]:
    """Every seat with who sits there; one's own is marked in words."""
    found = []
    for each in seating:
        line = seating_line(wording, each)
        shown = wording.say("{line} – you", line=line) if each.seat == own else line
        found.append(item(wrapped(shown, width, "", "  "), "strong" if each.seat == own else ""))
    return found


def wanted_line(wording: Wording, wanted: Wanted) -> str:
    """The order that is asked for."""
    return wording.order(wanted.verb, wanted.arguments)


def request_items(wording: Wording, message: Message, may_answer: bool, width: int) -> list[Item]:
    """What stands below a message that asks for an order, or that answers such a request."""
    wanted = message.wanted
    if wanted is None:
        return []
    order = wanted_line(wording, wanted)
    if may_answer:
        asks = wording.say("{seat} asks you to order: {order}", seat=wording.seat(message.sender), order=order)
        how = wording.say("1 gives this order as your own and says so; 2 refuses it.")
        return [item([""]), *items(wrapped(asks, width), "strong"), *items(wrapped(how, width), "dim")]
    line = wording.say("{order}: {answer}", order=order, answer=ANSWERS[wanted.answered])
    return [item([""]), *items(wrapped(line, width), "strong")]


def to_be_requested(scenario: Scenario, seat: str, view: View) -> dict[str, tuple[str, ...]]:
    """By seat the orders that it has the authority for and this one has not.

    The commander, who may order nearly everything, is asked only for what nobody else may order.
    """
    missing = [verb for verb in scenario.catalogue.orders if verb not in view.orders and verb not in scenario.without]
    others = [other for other in scenario.seats if other != seat]
    lead = [other for other in others if scenario.role_of(other) == "commander"]
    found: dict[str, list[str]] = {other: [] for other in others}
    for verb in missing:
        able = [other for other in others if scenario.may_order(other, verb)]
        for other in [each for each in able if each not in lead] or able:
            found[other].append(verb)
    return {other: tuple(verbs) for other, verbs in found.items() if verbs}
