"""The records as files for programs and spreadsheets: CSV, JSON, XLSX. Anonymous unless names are asked for."""

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reports.records.cells import csv_file
from reports.records.rows import Filter
from reports.records.store import Records
from simulator.errors import CallError, WriteError
from simulator.journal.disk import already_there, reason
from simulator.language.said import say
from simulator.language.translator import Translator

EXERCISE = "EXERCISE / 演练"
TABLES: Mapping[str, Callable[[Records, Filter], Iterable[Any]]] = {
    "seats": Records.seats,
    "drills": Records.drills,
    "tasks": Records.tasks,
    "breaches": Records.breaches,
    "items": Records.items,
}
"""What can be exported, by name."""


def plain_row(row: Any, named: bool) -> dict[str, Any]:
    """A row as plain values; its person's id stands in it where names may be shown, else only what `shown` says."""
    found: dict[str, Any] = asdict(row)
    if not named:
        found.pop("person", None)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}


def rows_of(records: Records, table: str, wished: Filter) -> list[dict[str, Any]]:
    """One table of the records as plain rows."""
    return [plain_row(row, wished.named) for row in TABLES[table](records, wished)]


def exported(records: Records, path: Path, table: str, wished: Filter, speaker: Translator) -> bytes:
    """The content of an export: of one table as CSV, of all as JSON or XLSX, as the file is called.

    Raises `CallError` for any other name.
    """
    match path.suffix.lower():
        case ".csv":
            return _csv(rows_of(records, table, wished), wished.language)
        case ".json":
            every = {name: rows_of(records, name, wished) for name in TABLES}
            return (json.dumps({"exercise": EXERCISE, **every}, ensure_ascii=False, indent=2) + "\n").encode()
        case ".xlsx":
            return _xlsx({name: rows_of(records, name, wished) for name in TABLES}, wished.language, speaker)
    message = say("{path}: an export is called .csv, .json or .xlsx", path=str(path))
    raise CallError(message, say("name the file so"))


def _csv(rows: Sequence[Mapping[str, Any]], language: str) -> bytes:
    """One table; its first column says that it is of exercises."""
    headings = ["exercise", *(rows[0] if rows else ())]
    return csv_file([headings, *([EXERCISE, *(_cell(value, language) for value in row.values())] for row in rows)])


def _cell(value: Any, language: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case float():
            return f"{value:.6g}"
        case int():
            return str(value)
        case dict():
            return str(value.get(language, ""))
        case list():
            return "; ".join(value)
    return str(value)


def _xlsx(every: Mapping[str, Sequence[Mapping[str, Any]]], language: str, speaker: Translator) -> bytes:
    # Loaded here: figures come with the model of papers, and no other export needs it.
    from reports.formats.writing import written
    from reports.paper.model import Cell, Column, Paper, Section, Table

    def cell(value: Any) -> Cell:
        number = None if isinstance(value, bool) or not isinstance(value, int | float) else float(value)
        return Cell(_cell(value, language), number)

    tables = tuple(
        Table(
            name,
            name,
            tuple(Column(column) for column in (rows[0] if rows else {"–": None})),
            tuple(tuple(cell(value) for value in row.values()) for row in rows),
            speaker.say(say("nothing")),
        )
        for name, rows in every.items()
    )
    title = speaker.say(say("Records of past drills"))
    paper = Paper(EXERCISE, title, title, language, (), (Section(title, tables),), title)
    return written(paper, "xlsx")[".xlsx"]


def save(path: Path, content: bytes) -> None:
    """Put a new file there, whole or not at all.

    Raises `CallError` where something stands there already, `WriteError` where it cannot be written.
    """
    if path.exists():
        raise already_there(path)
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        try:
            with open(descriptor, "wb") as file:
                file.write(content)
            os.chmod(name, 0o644)
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        message = say("{path} cannot be written: {reason}", path=str(path), reason=reason(error))
        raise WriteError(message, say("choose another name or folder")) from error
