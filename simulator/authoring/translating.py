"""A scenario's texts out to a `.po` file for translators and back into its YAML, with what has gone stale found.

An entry is one text: its context is the place in the file (`injects.doors.text`), its message the source language.
The interface's own messages are not here: they have the catalogue of `language`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import polib

from simulator.authoring.document import KeyPath
from simulator.authoring.load import Loaded
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.splicing import Change, spliced
from simulator.errors import CallError, ContentError
from simulator.language.said import say
from simulator.language.text import Text
from simulator.language.translator import LANGUAGES
from simulator.scenario.placeholders import placeholders

SOURCE = "X-Source-Language"
"""The header of a `.po` that names the language it was made from."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of the scenario in two languages."""

    path: KeyPath
    source: str
    target: str
    """Empty where it is missing."""

    @property
    def place(self) -> str:
        return ".".join(str(step) for step in self.path)


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did, each by the place of its text."""

    text: str
    """The scenario's file with the translations in it."""
    written: tuple[str, ...]
    """New or changed."""
    same: tuple[str, ...]
    missing: tuple[str, ...]
    """Without a translation in the `.po`."""
    fuzzy: tuple[str, ...]
    """Marked there as not yet sure: left out."""
    stale: tuple[str, ...]
    """The source has changed since the export: left out."""
    unlike: tuple[str, ...]
    """The names in braces are not the source's: refused."""
    unknown: tuple[str, ...]
    """Of a place that the scenario no longer has."""

    @property
    def holds(self) -> bool:
        """Whether nothing had to be refused."""
        return not (self.stale or self.unlike or self.unknown)


@dataclass(slots=True)
class _Sorting:
    """The entries of a `.po` as they are sorted out."""

    changes: list[Change] = field(default_factory=list)
    places: dict[str, list[str]] = field(default_factory=dict)

    def put(self, sort: str, place: str) -> None:
        self.places.setdefault(sort, []).append(place)

    def of(self, sort: str) -> tuple[str, ...]:
        return tuple(self.places.get(sort, ()))


def target_of(loaded: Loaded, wished: str | None = None) -> tuple[str, str]:
    """The source language and the one to translate into: the wished, else the file's second, else Drillroom's other.

    Raises `ContentError` for a file that cannot be read, `CallError` where both are the same.
    """
    languages = _matter(loaded).scenario.languages
    source = languages[0]
    others = [*languages[1:], *(each for each in LANGUAGES if each != source)]
    target = wished or others[0]
    if target == source:
        message = say("'{language}' is the language it is written in", language=source)
        raise CallError(message, say("name the language to translate into with --to"))
    return source, target


def entries_of(loaded: Loaded, source: str, target: str, plain: bool = False) -> Iterator[Entry]:
    """Every text that has the source language, in the order of the file.

    *plain*: those too that are written without a language, since they need no translation.
    """
    for path, text in sorted(_matter(loaded).texts, key=lambda each: _order(loaded, each[0])):
        written = text.root.get(source, "") or (str(text) if plain and not text.languages else "")
        if written.strip():
            yield Entry(path, written.strip(), text.root.get(target, "").strip())


def exported(
    loaded: Loaded, source: str, target: str, before: polib.POFile | None = None, plain: bool = False
) -> polib.POFile:
    """The scenario's texts as a `.po`.

    *before* is an earlier export: a text whose source has changed since, while its translation has not, is marked
    fuzzy and keeps the former source; translations that stand there alone are taken over, and so are comments.
    """
    made = polib.POFile(wrapwidth=100)
    made.metadata = {
        "Project-Id-Version": _matter(loaded).scenario.id,
        "Language": target,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        SOURCE: source,
    }
    known = {each.msgctxt: each for each in before if not each.obsolete} if before is not None else {}
    for entry in entries_of(loaded, source, target, plain):
        made.append(_as_po(entry, loaded, known.get(entry.place)))
    return made


def _as_po(entry: Entry, loaded: Loaded, before: polib.POEntry | None) -> polib.POEntry:
    line = str(loaded.document.place(entry.path).line)
    made = polib.POEntry(msgctxt=entry.place, msgid=entry.source, msgstr=entry.target)
    made.occurrences = [(loaded.path.name, line)]
    if before is None:
        return made
    made.tcomment = before.tcomment
    made.msgstr = made.msgstr or before.msgstr
    changed = before.msgid != entry.source
    if made.msgstr and made.msgstr == before.msgstr and (changed or before.fuzzy):
        made.flags.append("fuzzy")
        made.previous_msgid = before.msgid if changed else before.previous_msgid
    return made


def read_po(content: str, name: str) -> polib.POFile:
    """A `.po` file's entries. Raises `ContentError` where it is none."""
    try:
        # polib takes a text without a line end for a file's name.
        found = polib.pofile(content.rstrip("\n") + "\n")
    except (OSError, ValueError, IndexError) as error:
        place = str(error).removeprefix("Syntax error in po file").strip(" ()") or type(error).__name__
        message = say("{file} is no .po file: {reason}", file=name, reason=place)
        raise ContentError(message, say("export it anew and translate that")) from error
    if not len(found):
        raise ContentError(say("{file} holds no translations", file=name), say("export it anew and translate that"))
    return found


def taken(loaded: Loaded, po: polib.POFile, source: str, target: str) -> Taken:
    """The scenario's file with a `.po`'s translations in it; what is stale, unlike or fuzzy stays out.

    Raises `ContentError` where the file cannot be read or written into.
    """
    texts = {entry.place: entry for entry in entries_of(loaded, source, target, plain=True)}
    sorting = _Sorting()
    asked = [each for each in po if each.msgid and not each.obsolete]
    for each in asked:
        _sort(sorting, each, texts.get(each.msgctxt or ""), loaded, target)
    seen = {each.msgctxt for each in asked}
    for entry in entries_of(loaded, source, target):
        if not entry.target and entry.place not in seen:
            sorting.put("missing", entry.place)
    text = _written(loaded, sorting.changes, target)
    sorts = ("written", "same", "missing", "fuzzy", "stale", "unlike", "unknown")
    return Taken(text, *(sorting.of(sort) for sort in sorts))


def _sort(sorting: _Sorting, po: polib.POEntry, entry: Entry | None, loaded: Loaded, target: str) -> None:
    place, translated = po.msgctxt or po.msgid[:60], po.msgstr.strip()
    if entry is None:
        sorting.put("unknown", place)
    elif not translated:
        sorting.put("same" if entry.target else "missing", place)
    elif po.fuzzy:
        sorting.put("fuzzy", place)
    elif po.msgid.strip() != entry.source:
        sorting.put("stale", place)
    elif _names(translated) != _names(entry.source):
        sorting.put("unlike", place)
    elif translated == entry.target:
        sorting.put("same", place)
    else:
        sorting.put("written", place)
        sorting.changes.append(_change(loaded, entry, translated, target))


def _names(text: str) -> set[str]:
    return set(placeholders(Text.model_validate(text)))


def _change(loaded: Loaded, entry: Entry, translated: str, target: str) -> Change:
    written = loaded.document.value_at(entry.path)
    if isinstance(written, str):
        return Change(entry.path, {_matter(loaded).scenario.languages[0]: written, target: translated})
    return Change((*entry.path, target), translated)


def _written(loaded: Loaded, changes: list[Change], target: str) -> str:
    """The file with the changes, and with the language among those that it says it has."""
    languages = _matter(loaded).scenario.languages
    if changes and target not in languages:
        changes = [*changes, Change(("languages",), [*languages, target])]
    return spliced(loaded.document.source.text, changes) if changes else loaded.document.source.text


def _matter(loaded: Loaded) -> Matter:
    if loaded.matter is None:
        message = say("{file} has faults that must be mended first", file=loaded.document.source.file)
        raise ContentError(message, say("'drillroom check' says where"))
    return loaded.matter


def _order(loaded: Loaded, path: KeyPath) -> tuple[int, int]:
    place = loaded.document.place(path)
    return place.line, place.column
