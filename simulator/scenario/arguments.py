"""Reads the arguments of an order as people and scripts write them, into the values that acts bear.

Ids and levels stay strings, numbers become int or float, deadlines become whole seconds from the start
of the exercise (`45m` from now, `15d` from now, `"11:00"` on the scenario's clock).
"""

import re
from collections.abc import Mapping
from typing import Any

from simulator.clock import Malformed, seconds, time_of_day
from simulator.errors import ContentError
from simulator.language.remedies import closest
from simulator.language.said import Said, say
from simulator.scenario.names import plan_choices
from simulator.scenario.orders import Argument, OrderType
from simulator.scenario.scenario import Scenario

Value = int | float | str
"""What an argument of a submitted order is worth."""

DAY = 86400

MOST_WORDS = 500
"""Characters of a person's own words in an order."""

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,9})?", re.ASCII)
_CLOCK = re.compile(r"\d\d:\d\d", re.ASCII)


def read_order(scenario: Scenario, verb: str, written: Mapping[str, Any], now: int) -> dict[str, Value]:
    """All arguments of an order, read, in the order of the catalogue; optional ones that are not given stay out.

    *now* is the exercise second at which the order is given. Raises `Malformed` for a verb that the
    scenario does not offer, an argument that the verb does not have, a value that the argument cannot
    take, and an argument that is needed and missing.
    """
    known = _offered(scenario, verb).arguments
    for name in written:
        if name not in known:
            raise _no_argument(verb, name, tuple(known))
    for name, argument in known.items():
        if name not in written and not argument.optional:
            raise _fault("E405", say("'{verb}' needs '{name}'", verb=verb, name=name),
                         say("write {name}: …", name=name))  # fmt: skip
    return {name: read_argument(scenario, verb, name, written[name], now) for name in known if name in written}


def read_argument(scenario: Scenario, verb: str, name: str, written: Any, now: int) -> Value:
    """One argument's value. *now* is the exercise second from which a deadline counts.

    Raises `Malformed` where the verb or argument does not exist, or what is written is no value of it.
    """
    known = _offered(scenario, verb).arguments
    if name not in known:
        raise _no_argument(verb, name, tuple(known))
    argument = known[name]
    match argument.kind:
        case "number":
            return _number(argument, written)
        case "deadline":
            return _deadline(scenario, written, now)
        case "words":
            return _words(written)
        case _:
            return _chosen(name, written, plan_choices(scenario, argument))


def deadline_on_clock(scenario: Scenario, time: int, now: int) -> int:
    """The first exercise second from *now* on at which the scenario's clock shows a time of day (in seconds)."""
    first = (time - scenario.clock) % DAY
    return first + max(0, -(-(now - first) // DAY)) * DAY


def _offered(scenario: Scenario, verb: str) -> OrderType:
    offered = tuple(each for each in scenario.catalogue.orders if each not in scenario.without)
    if verb in offered:
        return scenario.order(verb)
    near = closest(verb, offered)
    remedy = say("did you mean '{near}'?", near=near) if near else say("see the list of orders")
    raise _fault("E303", say("there is no order '{verb}'", verb=verb), remedy)


def _no_argument(verb: str, name: str, known: tuple[str, ...]) -> Malformed:
    near = closest(name, known)
    names = ", ".join(known) or "–"
    remedy = (
        say("did you mean '{near}'? it takes: {names}", near=near, names=names)
        if near
        else say("it takes: {names}", names=names)
    )
    return _fault("E310", say("'{verb}' has no argument '{name}'", verb=verb, name=name), remedy)


def _number(argument: Argument, written: Any) -> int | float:
    text = "" if isinstance(written, bool) else str(written).strip()
    if not _NUMBER.fullmatch(text):
        raise _fault("E306", say("'{written}' is not a number", written=_short(written)),
                     say("write a number such as 60 or 0.6"))  # fmt: skip
    value = float(text) if "." in text else int(text)
    low, high = argument.min, argument.max
    if (low is not None and value < low) or (high is not None and value > high):
        message = say("'{written}' is outside what is possible", written=text)
        raise _fault("E306", message, _range(low, high))
    return value


def _range(low: float | None, high: float | None) -> Said:
    if low is not None and high is not None:
        return say("write a number from {low} to {high}", low=f"{low:.15g}", high=f"{high:.15g}")
    if low is not None:
        return say("write {low} or more", low=f"{low:.15g}")
    return say("write {high} or less", high=f"{high or 0:.15g}")


def _deadline(scenario: Scenario, written: Any, now: int) -> int:
    text = written.strip() if isinstance(written, str) else ""
    if _CLOCK.fullmatch(text):
        return deadline_on_clock(scenario, time_of_day(text), now)
    if not text:
        raise _fault("E302", say("a time without its unit"), say('write 45m or 15d from now, or "11:00"'))
    return now + seconds(text)


def _words(written: Any) -> str:
    """A person's own words on one line, without control characters."""
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in str(written)).split())
    if len(text) > MOST_WORDS:
        message = say("{count} characters are too many for one message", count=len(text))
        raise _fault("E306", message, say("write {most} or fewer", most=MOST_WORDS))
    return text


def _chosen(name: str, written: Any, known: tuple[str, ...]) -> str:
    word = written.strip() if isinstance(written, str) else str(written)
    if word in known:
        return word
    near = closest(word, known)
    choices = ", ".join(known) or "–"
    remedy = (
        say("did you mean '{near}'? it can be: {choices}", near=near, choices=choices)
        if near
        else say("it can be: {choices}", choices=choices)
    )
    raise _fault("E301", say("'{name}' cannot be '{word}'", name=name, word=_short(written)), remedy)


def _short(written: Any) -> str:
    text = str(written)
    return text if len(text) <= 40 else text[:39] + "…"


def _fault(code: str, message: Said, remedy: Said) -> Malformed:
    return Malformed(ContentError(message, remedy), code=code)
