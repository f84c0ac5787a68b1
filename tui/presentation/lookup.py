"""Looking a word up in the plan and the glossary, in every language in which they are written."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reports.wording import Wording
from simulator.authoring.glossary import Glossary
from simulator.language.text import Text
from simulator.scenario.plan import Plan
from tui.presentation.lines import Item, item
from tui.presentation.text import wrapped


@dataclass(frozen=True, slots=True)
class Found:
    """A clause of the plan, or a term of the glossary, that a word fits."""

    kind: Literal["clause", "term"]
    key: str
    """The clause's number, or the term's id."""
    name: Text | None
    """What the term is called; a clause has a number only."""
    text: Text


def folded(text: str) -> str:
    """A text as it is compared: full-width signs narrow, capitals small, blanks single."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def look_up(plan: Plan, glossary: Glossary | None, wanted: str) -> tuple[Found, ...]:
    """The terms and clauses that contain every word that is wanted, in one language or another.

    What bears it as its name or number comes first, then names that contain it, then texts. Nothing wanted: all.
    """
    words = folded(wanted).split()
    ranked = [(_rank(each, folded(wanted), words), each) for each in _all(plan, glossary)]
    return tuple(each for rank, each in sorted(ranked, key=lambda pair: pair[0]) if rank < _NOT)


_NOT = 3
"""The rank of what a word does not fit."""


def _all(plan: Plan, glossary: Glossary | None) -> Iterable[Found]:
    for name, term in glossary.terms.items() if glossary else ():
        yield Found("term", name, term.term, term.means)
    for number, clause in plan.clauses.items():
        yield Found("clause", number, None, clause.text)


def _rank(found: Found, wanted: str, words: list[str]) -> int:
    names = [folded(found.key)] if found.name is None else [folded(name) for name in found.name.root.values()]
    if wanted in names:
        return 0
    if found.name is not None and all(any(word in name for name in names) for word in words):
        return 1
    texts = " ".join((*names, *(folded(text) for text in found.text.root.values())))
    return 2 if all(word in texts for word in words) else _NOT


def found_lines(wording: Wording, found: Found, width: int) -> list[str]:
    """A find as it is read: the clause with its number, the term in both languages with its meaning."""
    text = wording.said(found.text).strip()
    if found.name is None:
        return wrapped(text, width, f"{found.key}: ", "    ")
    called = wording.said(found.name)
    others = [name for name in found.name.root.values() if name != called]
    name = wording.say("{name} ({others})", name=called, others=others) if others else called
    return wrapped(wording.say("{name}: {value}", name=name, value=text), width, "", "    ")


def lookup_lines(wording: Wording, found: Iterable[Found], wanted: str, width: int) -> list[str]:
    """All that was found, or that nothing was."""
    lines = [line for each in found for line in found_lines(wording, each, width)]
    return lines or wrapped(_nothing(wording, wanted), width)


def lookup_items(wording: Wording, found: Iterable[Found], wanted: str, width: int) -> list[Item]:
    """The same as items of a pane; the key says which clause or term it is."""
    found_items = [item(found_lines(wording, each, width), key=each.key) for each in found]
    return found_items or [item(wrapped(_nothing(wording, wanted), width), "dim")]


def _nothing(wording: Wording, wanted: str) -> str:
    return wording.say("Neither the plan nor the glossary has '{word}'.", word=wanted)
