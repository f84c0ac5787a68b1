"""`drillroom upgrade`: brings scenario files to the present format and tidies them; comments stay."""

import difflib
from pathlib import Path

import click

from simulator.authoring.library import find_scenarios, shown
from simulator.authoring.saving import rewrite
from simulator.authoring.upgrade import upgraded
from simulator.authoring.yaml_reader import read_file
from simulator.language.said import say
from simulator.language.translator import N_
from tui.session import emit, narrate


@click.command("upgrade", help=N_("Bring a scenario's file to the present format and tidy it; comments stay."))
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--check", "only_check", is_flag=True, help=N_("Change nothing; say what would change."))
@click.pass_context
def command(context: click.Context, paths: tuple[str, ...], only_check: bool) -> None:
    files = [file for path in paths for file in find_scenarios(path)]
    changed = [_changed(file, only_check) for file in files]
    context.exit(1 if only_check and any(changed) else 0)


def _changed(path: Path, only_check: bool) -> bool:
    """Whether there is anything to change, which is done unless it is only asked for."""
    document = read_file(path, shown(path))
    made = upgraded(document)
    before = path.read_bytes()
    # The ends of lines are the editor's; a file that has Windows' keeps them.
    if made.encode() == before.replace(b"\r\n", b"\n"):
        narrate(say("{path}: nothing to change", path=str(path)))
        return False
    if only_check:
        _show(document.source.text, made, str(path))
        narrate(say("{path}: would be changed", path=str(path)))
    else:
        kept = rewrite(path, made)
        narrate(say("{path} is changed; as it was before: {kept}", path=str(path), kept=kept.name))
    return True


def _show(before: str, after: str, name: str) -> None:
    for line in difflib.unified_diff(before.splitlines(), after.splitlines(), name, name, n=0, lineterm=""):
        emit(line)
