"""Conditions of a scenario in words that a trainer reads aloud, in both languages."""

from typing import assert_never

from reports.pack.naming import Numbered
from simulator.language.quantity import Value
from simulator.language.said import Said, say
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
)

SIGNS = {
    ">": say("{left} above {right}"),
    ">=": say("{left} at least {right}"),
    "<": say("{left} below {right}"),
    "<=": say("{left} at most {right}"),
    "==": say("{left} is {right}"),
    "!=": say("{left} is not {right}"),
}

SINCE = {
    ">": say("more than {span} since {event}"),
    ">=": say("at least {span} since {event}"),
    "<": say("less than {span} since {event}"),
    "<=": say("at most {span} since {event}"),
}
"""Before the event ever happened, more time than any has passed since it."""

CLOCK = {
    ">": say("after {clock}"),
    ">=": say("from {clock} on"),
    "<": say("before {clock}"),
    "<=": say("until {clock}"),
}

HALVES = ("tension", "distress", "heard", "registered", "trust", "rapport")
"""Shares, which alone hold from one half on."""

OPPOSITE = {">": "<=", ">=": "<", "<": ">=", "<=": ">", "==": "!=", "!=": "=="}


def in_words(key: Numbered, node: Expression) -> str:
    """A condition, or a part of one."""
    match node:
        case Not(of=inner):
            return _not(key, inner)
        case All(of=parts):
            return _joined(key, _unguarded(parts), say(" and "))
        case Some(of=parts):
            return _joined(key, parts, say(" or "))
        case Compare():
            return _compared(key, node)
        case Within(left=left, percent=percent, right=right):
            values = {"left": in_words(key, left), "percent": f"{percent:g}", "right": in_words(key, right)}
            return key.wording.say("{left} within {percent} % of {right}", **values)
        case Name():
            return _name(key, node)
        case Act():
            return key.wording.said(_happened(key, node, negated=False))
        case Told(of=name):
            return key.wording.say("{name} as it was told", name=key.path(name.path))
        case Since(of=event):
            return key.wording.say("the time since {event}", event=_event(key, event))
        case Sum(sign=sign, left=left, right=right):
            return f"{in_words(key, left)} {'−' if sign == '-' else sign} {in_words(key, right)}"
        case Otherwise():
            return key.wording.say("in every other case")
        case Truth() | Number() | Duration() | Word():
            return _value(key, node, "")
        case _:
            assert_never(node)


def _unguarded(parts: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """Without the parts that only say that what time is counted from has happened: the count says so itself."""
    counted = [_bare(part.left.of) for part in parts if isinstance(part, Compare) and isinstance(part.left, Since)]
    return tuple(part for part in parts if _bare(part) is None or _bare(part) not in counted)


def _bare(node: Expression) -> tuple[object, ...] | None:
    """What tells an event from others, wherever it stands; nothing for what is no event."""
    match node:
        case Name(parts=parts):
            return parts
        case Act(verb=verb, arguments=arguments, moment=moment):
            return verb, moment, *((each.name, getattr(each.value, "value", None)) for each in arguments)
        case _:
            return None


def _joined(key: Numbered, parts: tuple[Expression, ...], between: Said) -> str:
    said = [in_words(key, part) for part in parts]
    nested = [
        key.wording.say("({words})", words=words) if isinstance(part, All | Some) else words
        for part, words in zip(parts, said, strict=True)
    ]
    return key.wording.said(between).join(nested)


def _not(key: Numbered, inner: Expression) -> str:
    """What does not hold, said of the thing itself where that reads better than a "not" before it all."""
    match inner:
        case Act():
            return key.wording.said(_happened(key, inner, negated=True))
        case Name():
            return _name(key, inner, negated=True)
        case Compare(sign=sign) if not isinstance(inner.left, Since):
            return _compared(key, Compare(OPPOSITE[sign], inner.left, inner.right, inner.span))
        case Not(of=again):
            return in_words(key, again)
        case _:
            return key.wording.say("not ({words})", words=in_words(key, inner))


def _happened(key: Numbered, act: Act, negated: bool) -> Said:
    """An order that was given, carried out, kept or broken."""
    order = order_words(key, act)
    match act.moment, negated:
        case "", False:
            return say("'{order}' given", order=order)
        case "", True:
            return say("'{order}' not given", order=order)
        case "done", False:
            return say("'{order}' carried out", order=order)
        case "done", True:
            return say("'{order}' not carried out", order=order)
        case "kept", False:
            return say("'{order}' kept", order=order)
        case "kept", True:
            return say("'{order}' not kept", order=order)
        case _, False:
            return say("'{order}' broken", order=order)
        case _:
            return say("'{order}' not broken", order=order)


def order_words(key: Numbered, act: Act) -> str:
    """An order with the arguments that matter."""
    wording = key.wording
    known = wording.scenario.catalogue.orders
    if act.verb not in known or not act.arguments:
        return wording.verb(act.verb)
    arguments = known[act.verb].arguments
    shown = []
    for each in act.arguments:
        name = wording.said(arguments[each.name].name) if each.name in arguments else each.name
        value = _argument(key, act.verb, each.name, each.value)
        shown.append(value if name.casefold() in value.casefold() else f"{name} {value}")
    return wording.say("{order} ({arguments})", order=wording.verb(act.verb), arguments=shown)


def _argument(key: Numbered, verb: str, name: str, value: Expression) -> str:
    wording, known = key.wording, key.wording.scenario.order(verb).arguments.get(name)
    match value:
        case Word(value=written) | Number(value=written) if known is not None:
            return wording.argument(known, written)
        case Duration(value=seconds):
            return wording.say("within {span}", span=wording.span(seconds))
        case _:
            return in_words(key, value)


def _event(key: Numbered, event: Expression) -> str:
    """Something that happens, as what time is counted from."""
    match event:
        case Act():
            return key.wording.say("'{order}'", order=order_words(key, event))
        case Name(parts=(head,)) if head in key.messages:
            return key.message(head)
        case Name(parts=(head,)) if head in key.questions:
            return key.question(head)
        case Name() if _is_order(key, event):
            return key.wording.say("'{order}'", order=key.wording.verb(event.parts[0]))
        case Compare(left=Name(parts=(decision,)), right=Word(value=option)) if decision in key.questions:
            return key.wording.say("answer {answer}", answer=key.answer(decision, option))
        case _:
            return in_words(key, event)


def _name(key: Numbered, name: Name, negated: bool = False) -> str:
    """A name that stands alone: something that has come, that is so, that is reached."""
    wording, (head, *parts) = key.wording, name.parts
    stages = getattr(wording.scenario.incidents.get(head), "stages", {})
    if head in key.messages:
        message = key.message(head)
        so, not_so = say("{message} has come", message=message), say("{message} has not come", message=message)
    elif head in key.questions:
        question = key.question(head)
        so, not_so = say("{question} answered", question=question), say("{question} not answered", question=question)
    elif parts and parts[0] in stages:
        values = {"thing": wording.thing(head), "stage": wording.part(head, parts[0])}
        so, not_so = say("{thing} at '{stage}' or beyond", **values), say("{thing} not yet at '{stage}'", **values)
    elif parts and parts[0] in HALVES:
        half = {"left": key.path(name.path), "right": "50 %"}
        so, not_so = Said(SIGNS[">="].template, half), Said(SIGNS["<"].template, half)
    else:
        words = key.path(name.path)
        so, not_so = say("{words}", words=words), say("not '{words}'", words=words)
    return wording.said(not_so if negated else so)


def _compared(key: Numbered, node: Compare) -> str:
    wording = key.wording
    match node:
        case Compare(sign=sign, left=Since(of=event), right=Duration(value=seconds)) if sign in SINCE:
            values = {"span": wording.span(seconds), "event": _event(key, event)}
            return wording.said(Said(SINCE[sign].template, values))
        case Compare(sign=sign, left=Name(parts=("elapsed",)), right=Duration(value=seconds)) if sign in CLOCK:
            return wording.said(Said(CLOCK[sign].template, {"clock": wording.clock(seconds)}))
        case Compare(sign="==", left=Name(parts=(decision,)), right=Word(value=option)) if decision in key.questions:
            return wording.say("answer {answer} given", answer=key.answer(decision, option))
        case Compare(sign="!=", left=Name(parts=(decision,)), right=Word(value=option)) if decision in key.questions:
            return wording.say("answer {answer} not given", answer=key.answer(decision, option))
        case Compare(sign=sign, left=left, right=right):
            path = left.path if isinstance(left, Name) else right.path if isinstance(right, Name) else ""
            values = {"left": _side(key, left, path), "right": _side(key, right, path)}
            return wording.said(Said(SIGNS[sign].template, values))


def _side(key: Numbered, node: Expression, path: str) -> str:
    """One side of a comparison; a value reads as those of the other side do."""
    match node:
        case Name() if _is_order(key, node) and len(node.parts) > 1:
            argument = key.wording.scenario.order(node.parts[0]).arguments[node.parts[1]]
            values = {"thing": key.wording.verb(node.parts[0]), "part": argument.name}
            return key.wording.say("{thing}: {part}", **values)
        case Name():
            return key.path(node.path)
        case Truth() | Number() | Duration() | Word():
            return _value(key, node, path)
        case _:
            return in_words(key, node)


def _value(key: Numbered, node: Truth | Number | Duration | Word, path: str) -> str:
    wording = key.wording
    match node:
        case Duration(value=seconds):
            return wording.span(seconds)
        case Word(value=word):
            return _word(key, word, path)
        case Truth(value=value) | Number(value=value):
            return plain(key, path, value)


def plain(key: Numbered, path: str, value: Value) -> str:
    """The value of a name; numbers with as many digits as they have."""
    exact = isinstance(value, float) and path.partition(".")[2] == "density"
    return f"{value:g}" if exact else key.wording.value(path, value)


def _word(key: Numbered, word: str, path: str) -> str:
    head, _, part = path.partition(".")
    known = key.wording.scenario.catalogue.orders.get(head)
    if known is not None and part in known.arguments:
        return key.wording.argument(known.arguments[part], word)
    return key.wording.value(path, word)


def _is_order(key: Numbered, name: Name) -> bool:
    return name.parts[0] in key.wording.scenario.catalogue.orders
