"""What the checks of the meaning look at, and how they point to a place of the file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from simulator.authoring.diagnostics import Finding, Related, did_you_mean, found
from simulator.authoring.document import Document, KeyPath
from simulator.authoring.resolve import Grounds
from simulator.authoring.settings import written
from simulator.authoring.source import Place
from simulator.language.condition import Condition
from simulator.language.said import Said, say
from simulator.language.text import Text
from simulator.language.vocabulary import Type, Verb, Vocabulary
from simulator.scenario.effects import Effects
from simulator.scenario.names import plan_choices, vocabulary
from simulator.scenario.scenario import Scenario

MOST_LISTED = 12
"""Names listed in a remedy."""

NAMED = ("places", "units", "incidents", "injects", "decisions", "state")
"""The sections whose ids a condition may name."""


@dataclass(frozen=True)
class Matter:
    """A scenario, its file, and what it rests on."""

    document: Document
    scenario: Scenario
    grounds: Grounds
    concerned: frozenset[KeyPath] = frozenset()
    """What was filled in or taken out because its shape does not hold: of such entries only conditions are told."""

    @cached_property
    def words(self) -> Vocabulary:
        """What conditions may name, with the plan's levels and departments."""
        found_words = vocabulary(self.scenario, self.scenario.catalogue)
        return replace(found_words, verbs={verb: self._verb(verb, known) for verb, known in found_words.verbs.items()})

    def _verb(self, verb: str, known: Verb) -> Verb:
        arguments = dict(known.arguments)
        for name, argument in self.scenario.order(verb).arguments.items():
            if argument.kind in ("level", "department"):
                arguments[name] = Type("word", plan_choices(self.scenario, argument))
        return Verb(arguments)

    @cached_property
    def effects(self) -> tuple[Effects, ...]:
        """All that has effects in the file."""
        return tuple(value for _, value in self.values() if isinstance(value, Effects))

    @cached_property
    def raised(self) -> dict[str, tuple[float, ...]]:
        """By `residents.tension`: each step by which the file, its orders left out, raises it."""
        found_steps: dict[str, list[float]] = {}
        for path, value in self.values():
            if isinstance(value, Effects) and path[0] != "orders":
                for name, by in value.raises.items():
                    found_steps.setdefault(name, []).append(by)
        return {name: tuple(steps) for name, steps in found_steps.items()}

    @cached_property
    def ordered(self) -> dict[str, float]:
        """By `residents.tension`, or by `tension` for the incident that is ordered about: the largest step of an order.

        An order that lowers it counts as none.
        """
        most: dict[str, float] = {}
        for verb in self.scenario.catalogue.orders:
            order = self.scenario.order(verb)
            for name, by in order.raises.items():
                head, _, part = name.rpartition(".")
                argument = order.arguments.get(head)
                for key in (name, part) if argument and argument.kind == "incident" else (name,):
                    most[key] = max(most.get(key, 0.0), by)
        return most

    @cached_property
    def conditions(self) -> tuple[tuple[KeyPath, Condition], ...]:
        """Every condition of the file with its path."""
        return tuple((path, value) for path, value in self.values() if isinstance(value, Condition))

    @cached_property
    def texts(self) -> tuple[tuple[KeyPath, Text], ...]:
        """Every text of the file with its path."""
        return tuple((path, value) for path, value in self.values() if isinstance(value, Text))

    def values(self) -> tuple[tuple[KeyPath, Any], ...]:
        """Every model, text, condition and plain value that the file has, with its path."""
        return self._values

    @cached_property
    def _values(self) -> tuple[tuple[KeyPath, Any], ...]:
        return tuple(self._written())

    def _written(self) -> Iterator[tuple[KeyPath, Any]]:
        for name in type(self.scenario).model_fields:
            if name in self.document.value and name != "orders":
                yield from self._walk((name,), getattr(self.scenario, name))
        for verb in self.own_orders:
            yield from self._walk(("orders", verb), self.scenario.order(verb))

    @cached_property
    def own_orders(self) -> tuple[str, ...]:
        """The orders that the file writes or changes, as far as they could be read."""
        there = self.document.value.get("orders")
        known = self.scenario.catalogue.orders
        return tuple(verb for verb in there if verb in known) if isinstance(there, dict) else ()

    def _walk(self, path: KeyPath, value: Any) -> Iterator[tuple[KeyPath, Any]]:
        if self.document.value_at(path) is None:
            return
        yield path, value
        match value:
            case Text():
                return
            case BaseModel():
                for name, field in type(value).model_fields.items():
                    yield from self._walk((*path, written(name, field)), getattr(value, name))
            case dict():
                for key, each in value.items():
                    yield from self._walk(self.entry(path, key), each)
            case tuple():
                for position, each in enumerate(value):
                    yield from self._walk(self.entry(path, position), each)

    def entry(self, path: KeyPath, key: str | int) -> KeyPath:
        """The path of an entry, as its author wrote it: one id may stand for a list, a list of ids for a map."""
        there = self.document.value_at(path)
        if isinstance(there, list) and isinstance(key, str):
            return (*path, there.index(key)) if key in there else path
        return (*path, key) if isinstance(there, dict | list) else path

    def at(
        self, code: str, path: KeyPath, message: Said, help: Said | None = None, *, related: KeyPath | None = None,
        note: Said | None = None, span: tuple[int, int] | None = None, key: bool = False,
    ) -> Finding:  # fmt: skip
        """A finding at the value (or the key) at a path, with the other place that makes it one."""
        place = self.document.key_place(path) if key else self.document.place(path)
        if span:
            place = self.document.place_within(path, *span)
        finding = found(code, self.document.source.file, place, message, help)
        if related is None:
            return finding
        return replace(finding, related=_related(self.document.key_place(related), note))

    def unknown(self, path: KeyPath, word: str, known: list[str], message: Said, code: str = "E400") -> Finding:
        """A finding that something which is named does not exist, with the nearest that does."""
        return self.at(code, path, message, choice(word, known))

    def declared(self, name: str) -> KeyPath | None:
        """The path of the declaration of `residents` or `residents.blocking`."""
        head, _, part = name.partition(".")
        for section in (*NAMED, "orders"):
            there = self.document.value_at((section,))
            if isinstance(there, dict) and head in there:
                stage = (section, head, "stages", part)
                return stage if part and stage in self.document.places else (section, head)
        return None


def choice(word: str, known: Iterable[str]) -> Said:
    """What to write in the place of a word that names nothing: the nearest, and what there is."""
    names = list(known)
    near = did_you_mean(word, names)
    listed = names if len(names) <= MOST_LISTED else [*names[:MOST_LISTED], "…"]
    if near and len(names) > MOST_LISTED:
        return say("did you mean '{near}'?", near=near)
    if near:
        return say("did you mean '{near}'? there are: {known}", near=near, known=listed)
    return say("there are: {known}", known=listed) if names else say("declare it first")


def _related(place: Place, note: Said | None) -> Related:
    return Related(place.line, place.column, place.length, note or say("declared here"))
