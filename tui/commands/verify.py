"""`drillroom verify`: whether a journal is whole, unaltered, and replays to the same events and score."""

import json
from pathlib import Path

import click

from simulator.language.said import say
from simulator.language.translator import N_
from simulator.rehearsal.verify import Verification, verify
from tui.session import emit, narrate, translator


@click.command(
    "verify", help=N_("Say whether a journal is whole, unaltered, and replays to the same events and score.")
)
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--json", "as_object", is_flag=True, help=N_("Print one JSON object."))
@click.pass_context
def command(context: click.Context, journal: Path, as_object: bool) -> None:
    found = verify(journal)
    if as_object:
        print_object(found)
    else:
        print_lines(journal, found)
    context.exit(0 if found.ok else 1)


def print_object(found: Verification) -> None:
    """The verification as an object."""
    speaker = translator()
    problems = [{"line": each.line, "message": speaker.say(each.message)} for each in found.problems]
    notices = [speaker.say(notice) for notice in found.notices]
    told = {"ok": found.ok, "entries": found.entries, "head": found.head, "problems": problems, "notices": notices}
    emit(json.dumps(told, ensure_ascii=False, indent=2))


def print_lines(journal: Path, found: Verification) -> None:
    """The verification in lines: each problem at its line, or that there is none."""
    for each in found.problems:
        emit(say("{path}:{line}: {problem}", path=str(journal), line=each.line, problem=each.message))
    for notice in found.notices:
        narrate(notice)
    if found.ok:
        values = {"path": str(journal), "entries": found.entries, "head": found.head}
        emit(
            say("{path}: whole and unaltered, {entries} entries, and it replays the same; its head is {head}", **values)
        )
