"""Checks what a condition means before anything runs: names, types, words, units.

All faults of a condition are returned at once, each with its span and a remedy.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from simulator.language.remedies import closest, example, named
from simulator.language.said import Said, say
from simulator.language.traps import unguarded_since
from simulator.language.tree import (
    Act,
    All,
    Argument,
    Compare,
    Duration,
    Expression,
    Name,
    Not,
    Number,
    Otherwise,
    Since,
    Some,
    Span,
    Sum,
    Told,
    Truth,
    Within,
    Word,
)  # fmt: skip
from simulator.language.vocabulary import DURATION, EVENT, NUMBER, TRUTH, Thing, Type, Vocabulary

NUMERIC = ("number", "count", "share")
ANY = Type("text")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a condition."""

    code: str
    message: Said
    span: Span
    help: Said | None = None
    related: str = ""
    """The id (or `id.part`) whose declaration makes it wrong; empty where there is none."""


def check_condition(tree: Expression, words: Vocabulary) -> list[Fault]:
    """The faults of an expression that stands where a condition is needed."""
    checker = _Checker(words)
    found = checker.type_of(tree)
    checker.must_hold_or_not(tree, found)
    checker.since_traps(tree)
    return checker.faults


class _Checker:
    """Walks one expression and gathers its faults."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.faults: list[Fault] = []

    def fault(self, code: str, span: Span, message: Said, remedy: Said | None = None, related: str = "") -> None:
        self.faults.append(Fault(code, message, span, remedy, related))

    def type_of(self, node: Expression) -> Type:
        match node:
            case Truth() | Otherwise():
                return TRUTH
            case Number():
                return NUMBER
            case Duration():
                return DURATION
            case Word():
                return ANY
            case Name():
                return self.name(node)
            case Told(of=name):
                return Type(self.name(name).kind, self.name(name).words)
            case Since(of=event):
                return self.since(node, event)
            case Act():
                return self.act(node)
            case Not(of=inner):
                self.must_hold_or_not(inner, self.type_of(inner))
                return TRUTH
            case All(of=parts) | Some(of=parts):
                for part in parts:
                    self.must_hold_or_not(part, self.type_of(part))
                return TRUTH
            case Compare():
                return self.comparison(node)
            case Sum():
                return self.sum(node)
            case Within():
                return self.within(node)
            case _:
                assert_never(node)

    def name(self, node: Name) -> Type:
        thing = self.words.things.get(node.parts[0])
        if thing is None:
            return self.unknown(node)
        if len(node.parts) == 1:
            if thing.alone is None:
                self.needs_part(node, thing)
            return thing.alone or ANY
        return self.part(node, thing)

    def unknown(self, node: Name) -> Type:
        head = node.parts[0]
        if head in self.words.verbs:
            return self.latest_argument(node)
        near = closest(head, (*self.words.things, *self.words.verbs))
        remedy = say("did you mean '{near}'?", near=near) if near else say("declare it, or check the spelling")
        self.fault("E303", node.span, say("nothing is called '{name}'", name=head), remedy, near or "")
        return ANY

    def latest_argument(self, node: Name) -> Type:
        """`report_upward`: whether it was ordered; `report_upward.people`: the argument of the latest such order."""
        verb = self.words.verbs[node.parts[0]]
        if len(node.parts) == 1:
            return EVENT
        if node.parts[1] in verb.arguments:
            return verb.arguments[node.parts[1]]
        self.no_part(node, tuple(verb.arguments), "argument")
        return ANY

    def needs_part(self, node: Name, thing: Thing) -> None:
        remedy = say("it has: {parts}", parts=", ".join(thing.parts))
        message = say("'{name}' alone says nothing", name=node.path)
        self.fault("E304", node.span, message, remedy, node.parts[0])

    def part(self, node: Name, thing: Thing) -> Type:
        found = thing.parts.get(".".join(node.parts[1:]))
        if found is None:
            self.no_part(node, tuple(thing.parts), "part")
        return found or ANY

    def no_part(self, node: Name, known: tuple[str, ...], sort: str) -> None:
        wrong = ".".join(node.parts[1:])
        near = closest(wrong, known)
        choice = say("it has: {parts}", parts=", ".join(known))
        remedy = say("did you mean '{near}'? it has: {parts}", near=near, parts=", ".join(known)) if near else choice
        message = (
            say("'{name}' has no argument '{part}'", name=node.parts[0], part=wrong)
            if sort == "argument"
            else say("'{name}' has no '{part}'", name=node.parts[0], part=wrong)
        )
        self.fault("E304", node.span, message, remedy, node.parts[0])

    def since(self, node: Since, event: Expression) -> Type:
        found = self.type_of(event)
        answer = isinstance(event, Compare) and isinstance(event.left, Name) and isinstance(event.right, Word)
        if found.kind != "event" and not answer:
            remedy = say("name an inject, a stage, an order or an answer")
            self.fault("E312", node.span, say("since( ) takes something that happens"), remedy)
        return Type("duration", flows=True)

    def act(self, node: Act) -> Type:
        verb = self.words.verbs.get(node.verb)
        if verb is None:
            near = closest(node.verb, tuple(self.words.verbs))
            remedy = say("did you mean '{near}'?", near=near) if near else say("see the list of orders")
            self.fault("E303", node.span, say("there is no order '{verb}'", verb=node.verb), remedy)
            return EVENT
        for argument in node.arguments:
            self.argument(node, argument, verb.arguments)
        return EVENT

    def argument(self, node: Act, argument: Argument, known: Mapping[str, Type]) -> None:
        if argument.name in known:
            self.must_fit(argument.value, known[argument.name])
            return
        near = closest(argument.name, tuple(known))
        names = ", ".join(known) or "–"
        remedy = (
            say("did you mean '{near}'? it takes: {names}", near=near, names=names)
            if near
            else say("it takes: {names}", names=names)
        )
        message = say("'{verb}' has no argument '{name}'", verb=node.verb, name=argument.name)
        self.fault("E310", argument.span, message, remedy)

    def comparison(self, node: Compare) -> Type:
        left = self.type_of(node.left)
        if isinstance(node.right, Word):
            self.word(node.right, left, node.left)
            self.only_equality(node)
            return TRUTH
        right = self.type_of(node.right)
        self.samenamed(node, left, right)
        if left.flows and right.flows:
            self.flowing(node.span)
        return TRUTH

    def only_equality(self, node: Compare) -> None:
        if node.sign not in ("==", "!="):
            self.fault("E306", node.span, say("words have no order"), say("compare them with == or !="))

    def flowing(self, span: Span) -> None:
        message = say("two values that both change by themselves are compared")
        self.fault("E307", span, message, say("compare each with a number"))

    def word(self, node: Word, wanted: Type, left: Expression) -> None:
        owner = left.path if isinstance(left, Name) else ""
        if wanted.kind in ("word", "text"):
            if wanted.words and node.value not in wanted.words:
                self.impossible(node, wanted, owner)
        elif wanted.kind != "event":
            message = say("'{word}' is a word, where {kind} is needed", word=node.value, kind=named(wanted))
            self.fault("E306", node.span, message, example(wanted))

    def impossible(self, node: Word, wanted: Type, owner: str) -> None:
        near = closest(node.value, wanted.words)
        choices = ", ".join(wanted.words)
        head, _, part = owner.partition(".")
        if part:
            message = say("'{name}' has no {part} '{word}'", name=head, part=part, word=node.value)
        else:
            message = say("'{word}' is not possible here", word=node.value)
        remedy = (
            say("did you mean '{near}'? it can be: {choices}", near=near, choices=choices)
            if near
            else say("it can be: {choices}", choices=choices)
        )
        self.fault("E301", node.span, message, remedy, f"{head}.{near}" if near and part else head)

    def samenamed(self, node: Compare, left: Type, right: Type) -> None:
        if "text" in (left.kind, right.kind) or _comparable(left, right):
            return
        if "duration" in (left.kind, right.kind) and ("number" in (left.kind, right.kind)):
            side = node.right if right.kind == "number" else node.left
            message = say("a number without its unit is compared with a time")
            self.fault("E302", side.span, message, say("write 10m, 90s or 1h30m"))
            return
        message = say("{left} is compared with {right}", left=named(left), right=named(right))
        self.fault("E306", node.span, message, example(left))

    def sum(self, node: Sum) -> Type:
        left, right = self.type_of(node.left), self.type_of(node.right)
        if left.flows or right.flows or isinstance(node.left, Since) or isinstance(node.right, Since):
            self.fault("E307", node.span, say("no arithmetic on what changes by itself"),
                       say("compare it with a number"))  # fmt: skip
        elif not _comparable(left, right):
            message = say("{left} and {right} cannot be added", left=named(left), right=named(right))
            self.fault("E306", node.span, message)
        return Type("duration") if "duration" in (left.kind, right.kind) else NUMBER

    def within(self, node: Within) -> Type:
        for side in (node.left, node.right):
            found = self.type_of(side)
            if found.kind not in (*NUMERIC, "text", "duration"):
                message = say("'within' compares numbers, not {kind}", kind=named(found))
                self.fault("E306", side.span, message)
        return TRUTH

    def must_fit(self, node: Expression, wanted: Type) -> None:
        if isinstance(node, Word):
            self.word(node, wanted, Name((), node.span))
            return
        found = self.type_of(node)
        if "text" in (found.kind, wanted.kind) or _comparable(found, wanted):
            return
        if wanted.kind == "duration" and found.kind == "number":
            self.fault("E302", node.span, say("a number without its unit"), say("write 10m, 90s or 1h30m"))
            return
        message = say("{found} where {wanted} is needed", found=named(found), wanted=named(wanted))
        self.fault("E306", node.span, message, example(wanted))

    def must_hold_or_not(self, node: Expression, found: Type) -> None:
        if found.kind in ("truth", "event", "share", "text", "count"):
            return
        message = say("{kind} alone is not a condition", kind=named(found))
        self.fault("E308", node.span, message, say("compare it with something: == != < <= > >="))

    def since_traps(self, tree: Expression) -> None:
        """`since(x) > d` holds at the start, when x never happened: it wants `x and` before it."""
        for node in unguarded_since(tree):
            message = say("this holds from the start, while it never happened")
            self.fault("E309", node.span, message, say("write 'x and since(x) > …' with the same x"))


def _comparable(left: Type, right: Type) -> bool:
    if left.kind in NUMERIC and right.kind in NUMERIC:
        return True
    return left.kind == right.kind
