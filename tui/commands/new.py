"""`drillroom new`: a scenario of a type that already plays, to change."""

from pathlib import Path

import click

from simulator.authoring.library import shipped_ids
from simulator.authoring.load import load_scenario
from simulator.authoring.saving import replace_bytes, write_new
from simulator.authoring.scaffold import started, types
from simulator.authoring.schema import FILE, as_text
from simulator.authoring.schema_names import schema_for
from simulator.errors import CallError
from simulator.language.said import say
from simulator.language.translator import N_
from tui.session import emit, narrate


@click.command("new", help=N_("Start a scenario that already plays, to change: in a folder named after its id."))
@click.argument("name", metavar="ID")
@click.option("--type", "kind", default="mass", metavar="TYPE", help=N_("The kind of emergency (default: mass)."))
@click.option("--out", type=click.Path(path_type=Path), default=Path(), metavar="DIR",
              help=N_("The folder in which its own is made (default: this one)."))  # fmt: skip
def command(name: str, kind: str, out: Path) -> None:
    path = start(name, kind, out)
    emit(str(path))
    narrate(say("open it in an editor: an editor with a YAML plug-in completes its words by the schema beside it"))
    narrate(say("is it right?    drillroom check {path}", path=str(path)))
    narrate(say("play it:        drillroom play {path}", path=str(path)))
    narrate(say("see it change:  drillroom preview {path}", path=str(path)))
    others = [each for each in types() if each != kind]
    narrate(say("other types:    {types}", types=others))


def start(name: str, kind: str, out: Path) -> Path:
    """Make the folder of a new scenario and answer its file.

    Raises `CallError` for an id or type that cannot be, or where there is such a scenario already; `WriteError` where
    it cannot be written.
    """
    if name in shipped_ids():
        message = say("'{id}' is the id of a shipped scenario", id=name)
        raise CallError(message, say("choose another name, such as {id}-2", id=name))
    path = out / name / "scenario.yaml"
    write_new(path, started(name, kind, FILE))
    replace_bytes(path.parent / FILE, as_text(schema_for(load_scenario(path))).encode())
    return path
