"""Finds `since(x) > d` that would hold from the start: `since` of what never happened is beyond any duration."""

from simulator.language.tree import Act, All, Compare, Expression, Name, Not, Since, Some, Word


def unguarded_since(tree: Expression) -> list[Compare]:
    """The comparisons that lack `x and` before them, in reading order."""
    return _look(tree, ())


def _look(node: Expression, given: tuple[Expression, ...]) -> list[Compare]:
    match node:
        case All(of=parts):
            return [found for part in parts for found in _look(part, (*given, *parts))]
        case Some(of=parts):
            return [found for part in parts for found in _look(part, given)]
        case Not(of=inner):
            return _look(inner, given)
        case Compare(sign=">" | ">=", left=Since(of=event)) if not any(_same(event, other) for other in given):
            return [node]
        case _:
            return []


def _same(first: Expression, second: Expression) -> bool:
    match first, second:
        case Name(parts=left), Name(parts=right):
            return left == right
        case Act(verb=verb), Name(parts=(name,)):
            return verb == name
        case Name(parts=(name,)), Act(verb=verb):
            return verb == name
        case Act(verb=left_verb), Act(verb=right_verb):
            return left_verb == right_verb
        case Compare(left=left_side, right=right_side), Compare(sign="==", left=other_left, right=other_right):
            return _same(left_side, other_left) and _same(right_side, other_right)
        case Word(value=left_word), Word(value=right_word):
            return left_word == right_word
        case _:
            return False
