"""`drillroom schema`: the JSON Schema by which editors complete and check scenario files."""

from pathlib import Path

import click

from simulator.authoring.library import find_scenario
from simulator.authoring.load import load_scenario
from simulator.authoring.saving import replace_bytes
from simulator.authoring.schema import FILE, as_text, schema
from simulator.authoring.schema_names import schema_for
from simulator.language.said import say
from simulator.language.translator import N_
from tui.session import emit, narrate


@click.command(
    "schema",
    help=N_("Print the JSON Schema that editors complete and check with; with PATH, this file's own ids, too."),
)
@click.argument("path", required=False)
@click.option("--write", is_flag=True, help=N_("Write it beside the file instead, where its first line looks for it."))
def command(path: str | None, write: bool) -> None:
    file = find_scenario(path) if path else None
    text = as_text(schema_for(load_scenario(file)) if file else schema())
    if not write:
        emit(text.rstrip("\n"))
        return
    beside = (file.parent if file else Path()) / FILE
    replace_bytes(beside, text.encode())
    narrate(say("written: {path}", path=str(beside)))
    line = f"# yaml-language-server: $schema={FILE}"
    if file is None or line not in file.read_text(encoding="utf-8", errors="replace"):
        narrate(say("let this be the first line of the scenario: {line}", line=line))
