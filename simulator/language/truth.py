"""Whether a condition holds, and the earliest second at which that could change by itself."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol, assert_never

from simulator.language.quantity import Line, Quantity, Steady, Value
from simulator.language.tree import (
    Act,
    All,
    Compare,
    Duration,
    Expression,
    Name,
    Not,
    Number,
    Otherwise,
    Since,
    Some,
    Sum,
    Told,
    Truth,
    Within,
    Word,
)  # fmt: skip


class Reader(Protocol):
    """What conditions are read against: the running world, or a journal afterwards."""

    @property
    def now(self) -> int: ...

    def quantity(self, path: str) -> Quantity:
        """The value of a dotted name."""
        ...

    def happened(self, path: str) -> int | None:
        """The last second at which the event that a name stands for happened (inject, stage, answer)."""
        ...

    def acted(self, verb: str, arguments: dict[str, Value], moment: str) -> int | None:
        """The last second at which such an order was accepted ("") or carried out ("done"), kept, broken."""
        ...

    def told(self, path: str) -> Value | None:
        """The last value of a name that reached the seat that is judged; nothing if none did."""
        ...


class Answer(NamedTuple):
    """The truth of a condition, and until when it stands if nothing happens (nothing: for good)."""

    holds: bool
    until: int | None = None


def holds(node: Expression, reader: Reader) -> Answer:
    """The answer of a checked condition. Costs O(size of the condition)."""
    # The most frequent come first: they are tried in this order.
    match node:
        case All(of=parts):
            return _joined(parts, reader, deciding=False)
        case Compare():
            return _compared(node, reader)
        case Name():
            return _alone(node, reader)
        case Act():
            return Answer(reader.acted(node.verb, arguments_of(node, reader), node.moment) is not None)
        case Some(of=parts):
            return _joined(parts, reader, deciding=True)
        case Not(of=inner):
            answer = holds(inner, reader)
            return Answer(not answer.holds, answer.until)
        case Truth(value=value):
            return Answer(value)
        case Otherwise():
            return Answer(True)
        case Within():
            return Answer(_within(node, reader))
        case Told(of=name):
            return Answer(bool(reader.told(name.path)))
        case Number() | Duration() | Word() | Since() | Sum():
            return Answer(bool(value_of(node, reader)))
        case _:
            assert_never(node)


def _joined(parts: Sequence[Expression], reader: Reader, deciding: bool) -> Answer:
    """`or` decides on true, `and` on false: while one part decides, only the deciding parts can change it.

    A part that decides for good decides alone: the rest need not be asked.
    """
    latest, first = -1, None
    for part in parts:
        answer = holds(part, reader)
        until = answer.until
        if answer.holds is deciding:
            if until is None:
                return answer
            latest = max(latest, until)
        elif until is not None and (first is None or until < first):
            first = until
    return Answer(deciding, latest) if latest >= 0 else Answer(not deciding, first)


def earliest(*times: int | None) -> int | None:
    """The earliest of several seconds, where nothing means never."""
    return min((time for time in times if time is not None), default=None)


def _alone(node: Name, reader: Reader) -> Answer:
    quantity = reader.quantity(node.path)
    value = quantity.at(reader.now)
    if isinstance(value, float):
        return Answer(value >= 0.5, quantity.crosses(0.5, reader.now))
    return Answer(bool(value))


def arguments_of(node: Act, reader: Reader) -> dict[str, Value]:
    """The arguments of an order pattern with their values. An argument never told has no value and matches nothing."""
    found: dict[str, Value] = {}
    for argument in node.arguments:
        value = value_of(argument.value, reader)
        found[argument.name] = "" if value is None else value
    return found


def value_of(node: Expression, reader: Reader) -> Value | None:
    """The present value of an expression; nothing for what was never told."""
    match node:
        case Truth(value=value) | Number(value=value) | Duration(value=value) | Word(value=value):
            return value
        case Told(of=name):
            return reader.told(name.path)
        case Sum() | Name() | Since():
            quantity = _quantity(node, reader)
            return None if quantity is None else quantity.at(reader.now)
        case _:
            return holds(node, reader).holds


def _quantity(node: Expression, reader: Reader) -> Quantity | None:
    """The value of one side of a comparison, with how it changes; nothing where `since` never began."""
    match node:
        case Name():
            return reader.quantity(node.path)
        case Since(of=event):
            began = _last(event, reader)
            return None if began is None else Line(0.0, 1.0, began, whole=True)
        case Sum(sign=sign, left=left, right=right):
            first, second = value_of(left, reader), value_of(right, reader)
            if not isinstance(first, int | float) or not isinstance(second, int | float):
                return None
            return Steady(first + second if sign == "+" else first - second)
        case _:
            value = value_of(node, reader)
            return None if value is None else Steady(value)


def _last(event: Expression, reader: Reader) -> int | None:
    match event:
        case Act():
            return reader.acted(event.verb, arguments_of(event, reader), event.moment)
        case Name():
            return reader.happened(event.path)
        case Compare(left=Name() as name, right=Word(value=word)):
            return reader.happened(f"{name.path}={word}")
        case _:
            return None


def _compared(node: Compare, reader: Reader) -> Answer:
    left, right = _quantity(node.left, reader), _quantity(node.right, reader)
    if left is None or right is None:
        return Answer(_without_value(node, left, right))
    now = reader.now
    first, second = left.at(now), right.at(now)
    until = None
    if not isinstance(left, Steady) and isinstance(second, int | float):
        until = left.crosses(second, now)
    elif not isinstance(right, Steady) and isinstance(first, int | float):
        until = right.crosses(first, now)
    return Answer(compare(node.sign, first, second), until)


def _without_value(node: Compare, left: Quantity | None, right: Quantity | None) -> bool:
    """`since` of what never happened is greater than any duration; what was never told equals nothing."""
    if node.sign == "!=":
        return True
    if isinstance(node.left, Since) and left is None and right is not None:
        return node.sign in (">", ">=")
    if isinstance(node.right, Since) and right is None and left is not None:
        return node.sign in ("<", "<=")
    return False


def compare(sign: str, left: Value, right: Value) -> bool:
    """One comparison; words are compared with words, and only for equality."""
    if sign == "==":
        return left == right
    if sign == "!=":
        return left != right
    if isinstance(left, str) or isinstance(right, str):
        return False
    match sign:
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case _:
            return left >= right


def _within(node: Within, reader: Reader) -> bool:
    left, right = value_of(node.left, reader), value_of(node.right, reader)
    if not isinstance(left, int | float) or not isinstance(right, int | float):
        return False
    return abs(left - right) <= node.percent / 100 * abs(right) + 1e-9
