"""What an expectation asks to be done, and when it falls due: read once, for players and evaluation alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.language.condition import Condition
from simulator.language.tree import Act, Argument, Compare, Expression, Name, Word
from simulator.scenario.expectations import Expectation
from simulator.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order to be given; argument values are expressions (`told(residents.people)`)."""

    verb: str
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to be given to a decision."""

    decision: str
    option: str


Deed = Ordered | Answered


@dataclass(frozen=True, slots=True)
class Due:
    """What makes an expectation due when it reaches the seat."""

    kind: str
    """"inject", "decision" or "message"."""
    ids: tuple[str, ...]
    """Ids of injects or the decision, any of which will do; for a message, the topic it is about (or none)."""


def deed_of(condition: Condition) -> Deed | None:
    """The deed that an item of `do` stands for; nothing where it is neither an order nor an answer."""
    match condition.tree:
        case Act(verb=verb, arguments=arguments, moment=""):
            return Ordered(verb, arguments)
        case Compare(sign="==", left=Name(parts=(decision,)), right=Word(value=option)):
            return Answered(decision, option)
        case _:
            return None


def deeds(expectation: Expectation) -> tuple[Deed, ...]:
    """The deeds of `do`, in their order."""
    found = (deed_of(condition) for condition in expectation.do)
    return tuple(deed for deed in found if deed is not None)


def due_of(scenario: Scenario, expectation: Expectation) -> Due | None:
    """What `due` refers to; nothing where it names nothing of the scenario."""
    written = expectation.due
    if written in scenario.injects:
        return Due("inject", (written,))
    if written in scenario.decisions:
        return Due("decision", (written,))
    if "(" in written:
        return _message(Condition.read(written).tree)
    return _stage(scenario, written)


def _message(tree: Expression) -> Due | None:
    if not isinstance(tree, Act) or tree.verb != "tell":
        return None
    topics = [arg.value.value for arg in tree.arguments if arg.name == "about" and isinstance(arg.value, Word)]
    return Due("message", tuple(topics))


def _stage(scenario: Scenario, written: str) -> Due | None:
    incident, _, name = written.partition(".")
    stages = getattr(scenario.incidents.get(incident), "stages", {})
    return Due("inject", tuple(stages[name].inject)) if name in stages else None


def identity(scenario: Scenario, verb: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that say which act an order is: all but those that are graded."""
    known = scenario.order(verb).arguments
    return {name: value for name, value in arguments.items() if name in known and not known[name].is_graded}
