"""What the subcommands of `drillroom records` share: where the records are, and how what they say is printed."""

import json
import shutil
from collections.abc import Iterable, Sequence
from typing import Any

import click

from simulator.language.translator import N_
from tui.presentation.records import Shown
from tui.session import emit, translator

NARROWEST, WIDEST = 60, 160
"""Cells. Tables may be wider than running text; narrower they cannot be read."""

DATABASE = click.option("--db", metavar="URL", help=N_(
    "Where the records are: a file, sqlite:///FILE or postgresql://USER@HOST/DATABASE "
    "(default: DRILLROOM_RECORDS, else the user's data folder)."))  # fmt: skip
NAMED = click.option("--named", is_flag=True, help=N_("Show people's names (default: pseudonyms or numbers)."))
AS_JSON = click.option("--json", "as_object", is_flag=True, help=N_("Print one JSON object."))
DEPARTMENT = click.option("--department", default="", help=N_("Only people of this department."))
SINCE = click.option("--since", metavar="DAY", default="", help=N_("Only drills of this day (2026-03-31) or later."))
UNTIL = click.option("--until", metavar="DAY", default="", help=N_("Only drills of this day or earlier."))


def opened(db: str | None) -> Any:
    """The records, open. Loaded here: help needs no database."""
    from reports.records.store import open_records

    return open_records(db)


def shown() -> Shown:
    """How lines are set: as wide as the terminal, since tables need room."""
    return Shown(translator(), max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST)))


def print_lines(lines: Sequence[str]) -> None:
    """Lines of data as they stand."""
    for line in lines:
        emit(line)


def print_object(**told: Any) -> None:
    """One JSON object, marked as an exercise's."""
    emit(json.dumps({"exercise": "EXERCISE / 演练", **told}, ensure_ascii=False, indent=2))


def plain(rows: Iterable[Any], named: bool) -> list[dict[str, Any]]:
    """Rows as JSON has them; without people's ids where names may not be shown."""
    from reports.records.export import plain_row

    return [plain_row(row, named) for row in rows]
