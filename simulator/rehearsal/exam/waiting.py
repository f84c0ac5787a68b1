"""The conditions for which injects, decisions and incidents wait, and the parts of which they consist."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.language.condition import Condition
from simulator.language.tree import All, Expression, Not, Some
from simulator.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Part:
    """A condition, or what is joined in one by `and`, `or` and `not`."""

    source: str
    """Its own words."""
    tree: Expression
    whole: str
    """The condition in which it stands; the tree's spans count from there."""

    @property
    def condition(self) -> Condition:
        return Condition(self.source, self.tree)

    @property
    def parts(self) -> "tuple[Part, ...]":
        """What is directly joined in it; nothing where it is one single thing."""
        match self.tree:
            case All(of=inners) | Some(of=inners):
                return tuple(Part(_words(self.whole, inner.span), inner, self.whole) for inner in inners)
            case Not(of=inner):
                return (Part(_words(self.whole, inner.span), inner, self.whole),)
            case _:
                return ()

    def every(self) -> "Iterator[Part]":
        """Itself, its parts, and theirs."""
        yield self
        for part in self.parts:
            yield from part.every()


def whole(condition: Condition) -> Part:
    """A condition as a part of itself."""
    return Part(" ".join(condition.source.split()), condition.tree, condition.source)


def awaited(scenario: Scenario) -> dict[str, Part]:
    """By path, each `when` that something waits for, or that is asked at its time."""
    written: dict[str, Mapping[str, Any]] = {
        "injects": scenario.injects,
        "decisions": scenario.decisions,
        "incidents": scenario.incidents,
    }
    found: dict[str, Part] = {}
    for kind, things in written.items():
        for name, thing in things.items():
            when = getattr(thing, "when", None)
            if isinstance(when, Condition):
                found[f"{kind}.{name}"] = whole(when)
    return found


def probed(waits: Iterable[Part]) -> tuple[Condition, ...]:
    """These and all their parts, each once."""
    parts = (part for each in waits for part in each.every())
    return tuple({part.source: part.condition for part in parts}.values())


def _words(source: str, span: tuple[int, int]) -> str:
    """What stands at a span, with the brackets closed that were opened in it: a span ends before them."""
    start, end = span
    while source.count("(", start, end) > source.count(")", start, end) and end < len(source):
        end += 1
    return " ".join(source[start:end].split())
