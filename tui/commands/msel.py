"""`drillroom msel`: the list of a scenario's injects out to a spreadsheet, and trainers' own lists in."""

import re
from pathlib import Path

import click

from reports.msel import as_csv, as_xlsx, cells_of
from simulator.authoring.library import find_scenario
from simulator.authoring.load import load_scenario, scenario_or_raise
from simulator.authoring.msel import sheet_of
from simulator.authoring.msel_merging import Merged, merged
from simulator.authoring.msel_rows import Refused, read_rows
from simulator.authoring.saving import replace_bytes, rewrite
from simulator.errors import CallError
from simulator.language.said import say
from simulator.language.translator import N_
from tui.commands.new import start
from tui.session import emit, narrate, translator, warn


@click.group("msel", help=N_("The list of injects out to a spreadsheet, and back in."))
def command() -> None:
    """Holds the two directions."""


@command.command("export", help=N_("Write the injects of SCENARIO as a spreadsheet (.xlsx or .csv)."))
@click.argument("scenario", metavar="SCENARIO")
@click.argument("out", metavar="[OUT.xlsx]", required=False, type=click.Path(path_type=Path))
def export(scenario: str, out: Path | None) -> None:
    found = scenario_or_raise(find_scenario(scenario))
    path = out or Path(f"{found.id}-msel.xlsx")
    makers = {".xlsx": as_xlsx, ".csv": as_csv}
    if path.suffix.casefold() not in makers:
        message = say("{file} is neither .xlsx nor .csv", file=str(path))
        raise CallError(message, say("give it one of these endings"))
    sheet = sheet_of(found, translator())
    replace_bytes(path, makers[path.suffix.casefold()](sheet))
    emit(str(path))
    narrate(say("{count} injects; bring it back with: drillroom msel import {path} --into {scenario}",
                count=len(sheet.rows), path=str(path), scenario=scenario))  # fmt: skip


@command.command("import", help=N_("Work the rows of a spreadsheet into a scenario; without --into a new one is made."))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--into", metavar="SCENARIO", help=N_("The scenario's file; nothing of it is taken out."))
@click.option("--type", "kind", default="mass", metavar="TYPE", help=N_("The kind of emergency of a new scenario."))
@click.option("--dry", is_flag=True, help=N_("Say what would be done, and change nothing."))
@click.pass_context
def take_in(context: click.Context, file: Path, into: str | None, kind: str, dry: bool) -> None:
    rows, refused = read_rows(cells_of(file), translator().language)
    if into is None and dry:
        raise CallError(say("--dry needs --into"), say("name the scenario's file with --into"))
    path = find_scenario(into) if into else start(_id_of(file), kind, Path())
    found = merged(load_scenario(path), rows)
    if (found.added or found.changed) and not dry:
        kept = rewrite(path, found.text)
        narrate(say("{path} is changed; as it was before: {kept}", path=str(path), kept=kept.name))
    every = sorted([*refused, *found.refused], key=lambda each: each.number)
    _tell(file, found, every)
    if found.added or found.changed:
        narrate(say("now see what is still missing: drillroom check {path}", path=str(path)))
    context.exit(1 if every else 0)


def _id_of(file: Path) -> str:
    """The id of a new scenario, from the name of the spreadsheet."""
    name = re.sub(r"[^a-z0-9]+", "-", file.stem.casefold()).strip("-")
    return name if re.match("[a-z]", name) else f"msel-{name}".strip("-")


def _tell(file: Path, found: Merged, refused: list[Refused]) -> None:
    for each in refused:
        warn(say("{file}, row {number}: not taken: {why}", file=str(file), number=each.number, why=each.why))
    for each in found.left:
        warn(say("{file}, row {number}: {why}", file=str(file), number=each.number, why=each.why))
    emit(say("{added} injects new, {changed} changed, {same} as they were, {refused} rows not taken",
             added=len(found.added), changed=len(found.changed), same=len(found.same),
             refused=len(refused)))  # fmt: skip
    if found.expected:
        emit(say("{count} expectations new; their targets and limits are proposals", count=len(found.expected)))
