"""From a deed of the book to an order with values: what was told is put in for `told(residents.people)`."""

from simulator.engine.view import View
from simulator.journal.acts import Order
from simulator.language.quantity import Quantity, Steady, Value
from simulator.language.tree import Argument, Duration, Told, Word, walk
from simulator.language.truth import value_of
from simulator.scenario.arguments import read_argument
from simulator.scenario.deeds import Ordered
from simulator.scenario.orders import Argument as CatalogueArgument
from simulator.scenario.scenario import Scenario


class Seen:
    """What a seat knows, as conditions read it."""

    def __init__(self, view: View) -> None:
        self._view = view

    @property
    def now(self) -> int:
        return self._view.time

    def quantity(self, path: str) -> Quantity:
        """The value as the seat last knew it; 0 for what it never knew."""
        known = self._view.known.get(path)
        return Steady(known.value if known else 0)

    def happened(self, path: str) -> int | None:
        return None

    def acted(self, verb: str, arguments: dict[str, Value], moment: str) -> int | None:
        return None

    def told(self, path: str) -> Value | None:
        """The value last told; where none was, the one before the seat's eyes."""
        known = self._view.known.get(path)
        return self._view.told.get(path, known.value if known else None)


def missing(deed: Ordered, view: View) -> str | None:
    """The first name that the deed needs and the seat was never told; nothing where all is known."""
    seen = Seen(view)
    needed = (part.of.path for arg in deed.arguments for part in walk(arg.value) if isinstance(part, Told))
    return next((path for path in needed if seen.told(path) is None), None)


def order_of(scenario: Scenario, deed: Ordered, view: View) -> Order:
    """The order of a deed with the values that hold for this seat now; deadlines count from now.

    What was never told takes the argument's default, else its smallest value.
    """
    values = {arg.name: _value(scenario, deed.verb, arg, view) for arg in deed.arguments}
    return Order(deed.verb, values)


def _value(scenario: Scenario, verb: str, argument: Argument, view: View) -> Value:
    known = scenario.order(verb).arguments.get(argument.name)
    kind = known.kind if known else ""
    match argument.value:
        case Duration(value=length) if kind == "deadline":
            return view.time + length
        case Word(value=word) if kind == "deadline":
            return read_argument(scenario, verb, argument.name, word, view.time)
        case written:
            value = value_of(written, Seen(view))
            return _otherwise(known) if value is None else value


def _otherwise(argument: CatalogueArgument | None) -> Value:
    """What to say for an argument whose value nobody told: its default or smallest value."""
    given = (argument.default, argument.min) if argument else ()
    return next((value for value in given if value is not None), 0)
