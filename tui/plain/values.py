"""The value of an order's argument as a person types or chooses it."""

from reports.wording import Wording
from simulator.clock import Malformed
from simulator.engine.view import View
from simulator.errors import ContentError
from simulator.language.quantity import Value
from simulator.language.said import say
from simulator.scenario.arguments import read_argument
from simulator.scenario.orders import Argument
from tui.plain.words import number, time_span
from tui.presentation.orders import choices_of


def value_typed(wording: Wording, view: View, verb: str, name: str, written: str) -> Value:
    """A number of the list, an id, a name in any language, a time.

    Raises `Malformed` where it is none of them.
    """
    scenario, now = wording.scenario, view.time
    argument = scenario.order(verb).arguments.get(name)
    if argument is None:
        return read_argument(scenario, verb, name, written, now)
    if argument.kind == "deadline" and time_span(written) is not None and ":" not in written:
        return now + (time_span(written) or 0)
    choices = choices_of(wording, view, argument)
    place = number(written)
    if choices and place is not None and 1 <= place <= len(choices):
        written = choices[place - 1]
    written = _named(wording, argument, choices, written)
    if argument.kind in ("topic", "incident") and written not in choices:
        raise _not_there(name, argument.kind, written, choices)
    return read_argument(scenario, verb, name, written, now)


def _named(wording: Wording, argument: Argument, choices: tuple[str, ...], written: str) -> str:
    """The choice that bears a name, or the only one whose name contains it; else what was written."""
    named = {wording.argument(argument, choice).casefold(): choice for choice in choices}
    wanted = written.casefold()
    if wanted in named or written in choices:
        return named.get(wanted, written)
    containing = [choice for name, choice in named.items() if len(wanted) > 1 and wanted in name]
    return containing[0] if len(containing) == 1 else written


def _not_there(name: str, kind: str, written: str, choices: tuple[str, ...]) -> Malformed:
    """What a seat can know of is named, and nothing that is still to come."""
    if kind == "topic":
        message = say("nothing called '{word}' has reached you", word=written)
        return Malformed(ContentError(message, say("the inbox lists what has")))
    message = say("'{name}' cannot be '{word}'", name=name, word=written)
    return Malformed(ContentError(message, say("it can be: {choices}", choices=", ".join(choices) or "–")))
