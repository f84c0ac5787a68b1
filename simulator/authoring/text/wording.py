"""Words that label or belittle people, with a better one (W507 in the scenario's own voice, W508 in somebody's mouth).

Where an answer or order bears a conduct code, the word is what the lesson is about, and nothing is said.
The words are data: `wording.yaml` beside the scenario and the shipped one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from simulator.authoring.diagnostics import Finding, found
from simulator.authoring.document import Document, KeyPath
from simulator.authoring.library import shipped_folder, shown
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.shape import as_findings, read_shape
from simulator.authoring.source import Place
from simulator.authoring.yaml_reader import read_file
from simulator.language.said import say
from simulator.language.text import Text
from simulator.scenario.model import Model
from simulator.scenario.values import Id, Slug

WORDING_FILE = "wording.yaml"
LONGEST_TEXT = 60
"""Lines of the file in which a word of a text is looked for."""

_QUOTED = re.compile("“[^”]*”|‘[^’]*’|「[^」]*」|\"[^\"]*\"|(?<![\\w])'[^']*(?:'\\w[^']*)*'(?!\\w)")


class Label(Model):
    """A word that labels people, in its forms."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    """Longer words that contain one of these and are meant otherwise."""
    better: Text
    why: Text


class Wording(Model):
    """The list of words, whole."""

    format: Literal[1]
    id: Slug
    terms: dict[Id, Label]


@dataclass(frozen=True, slots=True)
class Search:
    """The words of one language, made ready for looking."""

    pattern: re.Pattern[str]
    labels: dict[str, Label]
    """By the word in small letters; longer words that are meant otherwise have none."""


@cache
def shipped_wording() -> Wording:
    """The shipped list, read once."""
    wording, _ = _read(shipped_folder() / WORDING_FILE)
    assert wording is not None
    return wording


def wording_findings(matter: Matter, folder: Path) -> Iterator[Finding]:
    """Labelling words in all texts; with those of a city's own list in *folder*, and that list's faults."""
    own, faults = _read(folder / WORDING_FILE) if (folder / WORDING_FILE).is_file() else (None, [])
    yield from faults
    searches = {code: _search(code, [*shipped_wording().terms.values(), *(own.terms.values() if own else ())])
                for code in ("en", "zh")}  # fmt: skip
    for path, text in matter.texts:
        for code in text.languages:
            if code in searches:
                yield from _in_text(matter, path, code, text.root[code], searches[code])


def _read(path: Path) -> tuple[Wording | None, list[Finding]]:
    document = read_file(path, shown(path))
    wording, faults = read_shape(document, Wording)
    return wording, [*document.findings, *as_findings(document, faults)]


def _search(code: str, labels: list[Label]) -> Search:
    known: dict[str, Label] = {}
    for label in labels:
        known |= {word.casefold(): label for word in getattr(label, code)}
    words = [*known, *(word.casefold() for label in labels for word in label.unless)]
    # The longest first, so that 'no troublemaker' is found before 'troublemaker'.
    either = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    edge = ("(?<![\\w-])", "(?![\\w-])") if code == "en" else ("", "")
    return Search(re.compile(f"{edge[0]}(?:{either}){edge[1]}", re.IGNORECASE), known)


def _in_text(matter: Matter, path: KeyPath, code: str, text: str, search: Search) -> Iterator[Finding]:
    matches = [match for match in search.pattern.finditer(text) if match[0].casefold() in search.labels]
    if not matches or _is_the_lesson(matter, path):
        return
    quoted = [range(*match.span()) for match in _QUOTED.finditer(text)]
    spoken = _is_speech(matter, path)
    for match in matches:
        label = search.labels[match[0].casefold()]
        voiced = spoken or any(match.start() in one for one in quoted)
        place = _place(matter.document, (*path, code), match)
        message = say("'{word}' labels people", word=match[0])
        remedy = say("better: {better} ({why})", better=label.better.in_language(code), why=label.why.in_language(code))
        if voiced:
            message = say("'{word}' labels people; in somebody's mouth it may be meant", word=match[0])
        yield found("W508" if voiced else "W507", matter.document.source.file, place, message, remedy)


def _is_the_lesson(matter: Matter, path: KeyPath) -> bool:
    """Whether a word is what a text is about: in an order or option that bears a conduct code, or what leads to one."""
    scenario = matter.scenario
    match path:
        case ("orders", str(verb), *_):
            return scenario.order(verb).conduct is not None
        case ("decisions", str(name), "options", str(key), *_):
            return scenario.decisions[name].options[key].conduct is not None
        case ("decisions", str(name), "text"):
            return _tempts(matter, name)
        case ("injects", str(name), "text"):
            return any(_tempts(matter, each) for each in scenario.injects[name].asks if each in scenario.decisions)
        case _:
            return False


def _tempts(matter: Matter, decision: str) -> bool:
    return any(option.conduct is not None for option in matter.scenario.decisions[decision].options.values())


def _is_speech(matter: Matter, path: KeyPath) -> bool:
    """Whether a text is what a person of the story says."""
    if path[0] == "injects" and path[2:] == ("text",):
        return matter.scenario.injects[str(path[1])].from_ is not None
    return path[0] == "decisions" and path[-1] in ("text", "reply")


def _place(document: Document, path: KeyPath, match: re.Match[str]) -> Place:
    """Where a word stands in the file: on the lines of its text, which may be folded."""
    place = document.place_within(path, *match.span())
    if document.source.line(place.line)[place.column - 1 : place.end_column - 1] == match[0]:
        return place
    for number in range(place.line, place.line + LONGEST_TEXT):
        at = document.source.line(number).find(match[0])
        if at >= 0:
            return Place(number, at + 1, at + 1 + len(match[0]))
    return place
