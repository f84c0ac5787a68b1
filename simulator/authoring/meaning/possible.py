"""Whether a condition can ever hold, and ever fail, given what can happen at all and what values can come up.

A rough reckoning on the safe side: it says "never" only where that is certain. What can happen is found in
`reach.py`.
"""

import math
from dataclasses import dataclass
from typing import Protocol

from simulator.language.tree import (
    Act,
    All,
    Compare,
    Duration,
    Expression,
    Name,
    Not,
    Number,
    Since,
    Some,
    Truth,
    Word,
)

NUMERIC = ("number", "count", "share", "duration")


@dataclass(frozen=True, slots=True)
class Chance:
    """Whether something can be true at some second, and whether it can be false at some second."""

    holds: bool
    fails: bool


EITHER = Chance(True, True)
NEVER = Chance(False, True)
ALWAYS = Chance(True, False)


@dataclass(frozen=True, slots=True)
class Span:
    """All values that a number can take, its ends among them."""

    low: float = -math.inf
    high: float = math.inf

    def meets(self, other: "Span") -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high


ANY = Span()


class Facts(Protocol):
    """What can be so at all."""

    def alone(self, path: str) -> Chance:
        """The chance of a name that stands alone."""
        ...

    def values(self, path: str) -> Span:
        """The values of a name that is worth a number."""
        ...

    def words(self, path: str) -> frozenset[str] | None:
        """The words that a name can be; nothing where that is not known."""
        ...

    def answered(self, path: str) -> bool:
        """Whether a name is a decision's, which is no word before its answer."""
        ...

    def ordered(self, verb: str) -> bool:
        """Whether some seat may give an order."""
        ...


def chance(node: Expression, facts: Facts) -> Chance:
    """Whether an expression can hold and can fail."""
    match node:
        case Truth(value=value):
            return ALWAYS if value else NEVER
        case Not(of=inner):
            of = chance(inner, facts)
            return Chance(of.fails, of.holds)
        case All(of=parts):
            each = [chance(part, facts) for part in parts]
            holds = all(part.holds for part in each) and contradiction(parts) is None
            return Chance(holds, any(part.fails for part in each))
        case Some(of=parts):
            each = [chance(part, facts) for part in parts]
            return Chance(any(part.holds for part in each), all(part.fails for part in each))
        case Compare():
            return _compared(node, facts)
        case Name():
            return facts.alone(node.path)
        case Act(verb=verb):
            return Chance(facts.ordered(verb), True)
        case _:
            return EITHER


def never(node: Expression, facts: Facts) -> Expression | None:
    """The smallest part that keeps a condition from ever holding; nothing where it can hold."""
    if chance(node, facts).holds:
        return None
    parts = node.of if isinstance(node, All) else ()
    return next((found for part in parts if (found := never(part, facts))), node)


def _compared(node: Compare, facts: Facts) -> Chance:
    match node.left, node.right:
        case (Since(of=event), Duration()):
            return _since(node.sign, chance(event, facts).holds)
        case (Name(path=path), Word(value=word)):
            return _word(node.sign, path, word, facts)
        case (Name(path=path), Truth(value=value)):
            alone = facts.alone(path)
            return alone if value == (node.sign == "==") else Chance(alone.fails, alone.holds)
        case _:
            return _numbers(node.sign, _values(node.left, facts), _values(node.right, facts))


def _since(sign: str, happens: bool) -> Chance:
    """Time since what never happened is greater than any duration."""
    below = Chance(happens, True)
    return below if sign in ("<", "<=", "==") else Chance(below.fails, below.holds)


def _word(sign: str, path: str, word: str, facts: Facts) -> Chance:
    known = facts.words(path)
    if known is None:
        return EITHER
    equal = Chance(word in known, facts.answered(path) or known != {word})
    return equal if sign == "==" else Chance(equal.fails, equal.holds)


def _values(node: Expression, facts: Facts) -> Span:
    match node:
        case Number(value=value) | Duration(value=value):
            return Span(value, value)
        case Name(path=path):
            return facts.values(path)
        case _:
            return ANY


def _numbers(sign: str, left: Span, right: Span) -> Chance:
    match sign:
        case "<":
            return Chance(left.low < right.high, left.high >= right.low)
        case "<=":
            return Chance(left.low <= right.high, left.high > right.low)
        case ">" | ">=":
            return _numbers("<" if sign == ">" else "<=", right, left)
        case _:
            same = left.low == left.high == right.low == right.high
            equal = Chance(left.meets(right), not same)
            return equal if sign == "==" else Chance(equal.fails, equal.holds)


def contradiction(parts: tuple[Expression, ...]) -> tuple[Expression, Expression] | None:
    """Two parts of an `and` that exclude one another; nothing where none do."""
    for position, first in enumerate(parts):
        for second in parts[position + 1 :]:
            if _exclude(first, second):
                return first, second
    return None


def _exclude(first: Expression, second: Expression) -> bool:
    match first, second:
        case (Not(of=Name(path=one)), Name(path=other)) | (Name(path=one), Not(of=Name(path=other))):
            return one == other
        case (Compare(left=Name(path=one)), Compare(left=Name(path=other))) if one == other:
            return _compares_exclude(first, second)
        case _:
            return False


def _compares_exclude(first: Compare, second: Compare) -> bool:
    match first.right, second.right:
        case (Word(value=one), Word(value=other)):
            signs = {first.sign, second.sign}
            return signs == ({"=="} if one != other else {"==", "!="})
        case (Number() | Duration(), Number() | Duration()):
            return not _allowed(first).meets(_allowed(second))
        case _:
            return False


def _allowed(node: Compare) -> Span:
    """The values of its left side with which a comparison with a constant holds."""
    value = node.right.value if isinstance(node.right, Number | Duration) else 0
    match node.sign:
        case "<":
            return Span(high=math.nextafter(value, -math.inf))
        case "<=":
            return Span(high=value)
        case ">":
            return Span(low=math.nextafter(value, math.inf))
        case ">=":
            return Span(low=value)
        case "==":
            return Span(value, value)
        case _:
            return ANY
