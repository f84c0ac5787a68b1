"""At which seconds of a journal a condition is to be asked, so that none is missed at which it may come to hold."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from simulator.evaluation.reading import Record
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
    Sum,
    Told,
    Truth,
    Within,
    Word,
    walk,
)  # fmt: skip
from simulator.scenario.names import places_of

Point = tuple[int, int]
"""The last entry of a second, and the second."""

CLOCK = "elapsed"
_CONSTANT = (Number, Duration, Word, Truth, Told)
_SIDES = (*_CONSTANT, Name, Since, Act)


def points_of(record: Record, seat: str, tree: Expression, since: int) -> Sequence[Point]:
    """The last entries, after one, of the seconds in which anything was written; only of the seat's own acts, where
    nothing else can make the condition true.
    """
    if _hangs_on_acts(record, tree):
        acts = [act for name in record.lookup.reads(tree) for act in record.carried_out_of(seat, name)]
        return sorted((act.done or 0, act.done_at or 0) for act in acts if (act.done or 0) > since)
    return record.lookup.seconds[bisect_right(record.lookup.seconds, since, key=lambda point: point[0]) :]


def asked_at(record: Record, tree: Expression, points: Sequence[Point]) -> Sequence[int]:
    """Which of these points are asked: the first, and where something that the condition reads has changed. In between
    a condition says itself when its truth may change; where it cannot say so, all are asked.
    """
    if not points or _hangs_on_acts(record, tree) or not _says_when(tree):
        return range(len(points))
    entries = (entry for name in _names(record, tree) for entry in record.lookup.changes(name))
    places = {bisect_left(points, entry, key=lambda point: point[0]) for entry in entries}
    return sorted({0, *places} - {len(points)})


def _names(record: Record, tree: Expression) -> Iterator[str]:
    """The names that it reads; of a place also the incidents there, whose people it counts."""
    for name in record.lookup.reads(tree):
        yield name
        if name in record.scenario.places:
            yield from (each for each, incident in record.scenario.incidents.items() if name in places_of(incident))


def _says_when(tree: Expression) -> bool:
    """Whether whatever moves by itself in a condition is compared with what does not."""
    return not _moves_alone(tree) and all(_is_plain(part) for part in walk(tree))


def _moves_alone(part: Expression) -> bool:
    """Whether it is a time by itself, whose truth no threshold tells."""
    return isinstance(part, Since | Sum) or (isinstance(part, Name) and part.path == CLOCK)


def _is_plain(part: Expression) -> bool:
    match part:
        case Within():
            return False
        case All(of=inners) | Some(of=inners):
            return not any(_moves_alone(inner) for inner in inners)
        case Not(of=inner):
            return not _moves_alone(inner)
        case Compare(left=left, right=right):
            sides = (left, right)
            return all(isinstance(side, _SIDES) for side in sides) and any(
                isinstance(side, _CONSTANT) for side in sides
            )
        case Act(arguments=arguments):
            return all(isinstance(argument.value, _CONSTANT) for argument in arguments)
        case _:
            return True


def _hangs_on_acts(record: Record, tree: Expression) -> bool:
    """Whether nothing but acts of the seat can make it true."""
    own = {*record.scenario.decisions, *record.scenario.catalogue.orders}
    return not any(
        isinstance(part, Since | Told)
        or (isinstance(part, Name) and part.parts[0] not in own)
        or (isinstance(part, Act) and part.moment not in ("", "done"))
        for part in walk(tree)
    )
