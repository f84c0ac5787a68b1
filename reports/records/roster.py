"""The roster as a file, YAML or CSV: who there is, under which pseudonym, in which department."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from reports.records.cells import as_meant, csv_file
from reports.records.people import ROSTER, UNNAMED, names_of, plain
from reports.records.rows import Person
from simulator.authoring.diagnostics import in_order
from simulator.authoring.shape import as_findings, read_shape
from simulator.authoring.yaml_reader import read_file
from simulator.errors import ContentError, FileError
from simulator.language.said import Said, say
from simulator.scenario.model import Model

COLUMNS = ("id", "name", "pseudonym", "department", "aliases")
"""Of a roster as CSV; several aliases are separated by semicolons."""

Key = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=60)]
Words = Annotated[str, Field(max_length=200)]


class Entry(Model):
    """A person of the roster."""

    name: Words = ""
    pseudonym: Words = ""
    department: Words = ""
    aliases: tuple[Words, ...] = ()


class Roster(Model):
    """A roster: people by their ids."""

    format: Literal[1]
    people: dict[Key, Entry]


def read_roster(path: Path) -> tuple[Person, ...]:
    """The people of a roster file, CSV where it is called so, else YAML.

    Raises `FileError` where it cannot be opened, `ContentError` at the first place that does not hold.
    """
    found = _of_csv(path) if path.suffix.lower() == ".csv" else _of_yaml(path)
    must_differ(str(path), found)
    return found


def _of_yaml(path: Path) -> tuple[Person, ...]:
    document = read_file(path)
    roster, faults = read_shape(document, Roster)
    findings = in_order([*document.findings, *as_findings(document, faults)])
    if roster is None or not document.holds:
        first = findings[0]
        place = f"{first.file}:{first.line}:{first.column}"
        raise ContentError(say("{place}: {message}", place=place, message=first.message), first.help)
    return tuple(_person(key, entry) for key, entry in roster.people.items())


def _person(key: str, entry: Entry) -> Person:
    return Person(key, entry.name, entry.pseudonym, entry.department, entry.aliases, 0, ROSTER)


def _of_csv(path: Path) -> tuple[Person, ...]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise FileError(say("{file} does not exist", file=str(path)), say("check the name")) from error
    except OSError as error:
        raise FileError(say("{file} cannot be opened", file=str(path)), say("check who may read it")) from error
    except ValueError as error:
        raise FileError(say("{file} is not UTF-8 text", file=str(path)), say("save it as CSV UTF-8")) from error
    try:
        return _rows_of(path, csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error as error:
        message = say("{file} cannot be read as CSV: {reason}", file=str(path), reason=str(error))
        raise ContentError(message, say("save it as CSV UTF-8")) from error


def _rows_of(path: Path, rows: "csv.DictReader[str]") -> tuple[Person, ...]:
    unknown = [name for name in rows.fieldnames or () if name not in COLUMNS]
    if "id" not in (rows.fieldnames or ()) or unknown:
        message = say("{file}:1: not the columns of a roster", file=str(path))
        raise ContentError(message, say("the first line names them: {columns}", columns=list(COLUMNS)))
    return tuple(_of_row(path, rows.line_num, row) for row in rows)


def _of_row(path: Path, line: int, row: dict[str | None, str | list[str] | None]) -> Person:
    """One line of a CSV roster; cells that the line lacks are empty."""
    if None in row:
        message = say("{file}:{line}: more cells than columns", file=str(path), line=line)
        raise ContentError(message, say("put a text with a comma in it between quotation marks"))
    cells = {str(name): as_meant(cell.strip()) for name, cell in row.items() if isinstance(cell, str)}
    aliases = tuple(alias.strip() for alias in cells.get("aliases", "").split(";") if alias.strip())
    given = {name: cells.get(name, "") for name in ("name", "pseudonym", "department")}
    try:
        roster = Roster.model_validate({"format": 1, "people": {cells.get("id", ""): {**given, "aliases": aliases}}})
    except ValidationError:
        message = say("{file}:{line}: not an entry of a roster", file=str(path), line=line)
        raise ContentError(message, _what_an_id_is()) from None
    return next(_person(key, entry) for key, entry in roster.people.items())


def _what_an_id_is() -> Said:
    return say("an id is lower-case letters, digits, dots, hyphens and underscores, at most 60; a text at most 200")


def must_differ(place: str, people: Sequence[Person]) -> None:
    """Raises `ContentError` where a name, an alias or a pseudonym could mean two people."""
    if any(person.id == UNNAMED for person in people):
        message = say("{file}: '{id}' is the id of people without a name", file=place, id=UNNAMED)
        raise ContentError(message, say("choose another id"))
    every = Counter(name for person in people for name in _answers_to(person))
    twice = next((name for name, number in every.items() if number > 1), None)
    if twice is not None:
        ids = [person.id for person in people if twice in _answers_to(person)]
        message = say("{file}: {ids} are all called '{name}'", file=place, ids=ids, name=twice)
        raise ContentError(message, say("give each a name of their own; who plays may also give the id as a name"))


def _answers_to(person: Person) -> set[str]:
    return names_of(person) | ({plain(person.pseudonym)} if person.pseudonym else set())


def roster_file(path: Path, people: Iterable[Person]) -> bytes:
    """The people as a roster file that reads back the same: CSV where it is to be called so, else YAML."""
    if path.suffix.lower() != ".csv":
        return as_yaml(people).encode()
    rows = [
        [person.id, person.name, person.pseudonym, person.department, "; ".join(person.aliases)]
        for person in people if person.id != UNNAMED
    ]  # fmt: skip
    return csv_file([list(COLUMNS), *rows])


def as_yaml(people: Iterable[Person]) -> str:
    """A roster file that reads back the same."""
    import yaml

    entries = {person.id: _entry(person) for person in people if person.id != UNNAMED}
    return yaml.safe_dump({"format": 1, "people": entries}, allow_unicode=True, sort_keys=False, width=120)


def _entry(person: Person) -> dict[str, str | list[str]]:
    written = {"name": person.name, "pseudonym": person.pseudonym, "department": person.department}
    aliases = {"aliases": list(person.aliases)} if person.aliases else {}
    return {**{name: text for name, text in written.items() if text}, **aliases}
