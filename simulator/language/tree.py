"""The parts of a condition once it is read: a small typed tree, each node with its span in the source.

The language has no loops and no assignment; a tree is finite and its evaluation always ends.
"""

from dataclasses import dataclass, field

Span = tuple[int, int]
"""Start and end of a node in the condition's source, in code points."""


@dataclass(frozen=True, slots=True)
class Truth:
    value: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Number:
    value: int | float
    span: Span


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration in seconds."""

    value: int
    span: Span


@dataclass(frozen=True, slots=True)
class Word:
    """A bare or quoted word where a value of the other side's type is meant: `blocking`, `"11:00"`."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Name:
    """A dotted name: `residents.tension`, `windows.open`, `doors`, `report_upward.people`."""

    parts: tuple[str, ...]
    span: Span
    path: str = field(init=False, repr=False, compare=False)
    """The parts joined again; kept, for running conditions ask for it all the time."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", ".".join(self.parts))


@dataclass(frozen=True, slots=True)
class Argument:
    name: str
    value: "Expression"
    span: Span


@dataclass(frozen=True, slots=True)
class Act:
    """An order with any of its arguments, and which moment of it: "" accepted, "done", "kept", "broken"."""

    verb: str
    arguments: tuple[Argument, ...]
    moment: str
    span: Span


@dataclass(frozen=True, slots=True)
class Told:
    """The last value of a name that reached the seat that is judged."""

    of: Name
    span: Span


@dataclass(frozen=True, slots=True)
class Since:
    """Time since an inject, stage, act or answer last happened; beyond any duration if it never did."""

    of: "Expression"
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    of: "Expression"
    span: Span


@dataclass(frozen=True, slots=True)
class All:
    of: tuple["Expression", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Some:
    of: tuple["Expression", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Compare:
    sign: str
    left: "Expression"
    right: "Expression"
    span: Span


@dataclass(frozen=True, slots=True)
class Sum:
    sign: str
    left: "Expression"
    right: "Expression"
    span: Span


@dataclass(frozen=True, slots=True)
class Within:
    """`left within percent% of right`: |left − right| ≤ percent/100·|right|."""

    left: "Expression"
    percent: int | float
    right: "Expression"
    span: Span


@dataclass(frozen=True, slots=True)
class Otherwise:
    span: Span


Expression = (
    Truth | Number | Duration | Word | Name | Act | Told | Since | Not | All | Some | Compare | Sum | Within | Otherwise
)


def children(node: Expression) -> tuple[Expression, ...]:
    """The expressions directly inside a node."""
    match node:
        case Not(of=inner) | Since(of=inner):
            return (inner,)
        case Told(of=name):
            return (name,)
        case All(of=inners) | Some(of=inners):
            return inners
        case Compare(left=left, right=right) | Sum(left=left, right=right) | Within(left=left, right=right):
            return (left, right)
        case Act(arguments=arguments):
            return tuple(argument.value for argument in arguments)
        case _:
            return ()


def walk(node: Expression) -> list[Expression]:
    """A node and all that stands inside it, in reading order."""
    found = [node]
    for child in children(node):
        found.extend(walk(child))
    return found


def reads(node: Expression) -> tuple[str, ...]:
    """The ids that the truth of an expression hangs on, each once, in reading order."""
    heads: dict[str, None] = {}
    for part in walk(node):
        match part:
            case Name(parts=parts):
                heads[parts[0]] = None
            case Act(verb=verb):
                heads[verb] = None
            case _:
                pass
    return tuple(heads)


def acts_in(node: Expression) -> tuple[Act, ...]:
    """The order patterns in an expression, in reading order."""
    return tuple(part for part in walk(node) if isinstance(part, Act))
