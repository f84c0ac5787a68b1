"""`drillroom bench`: how fast it is and what memory it needs, as ratios within one run."""

import json
import sys
from pathlib import Path

import click

from simulator.errors import WriteError
from simulator.language.said import Said, say
from simulator.language.translator import N_
from tui.session import emit, narrate, translator

WIDEST = 140
"""Tables may be wider than running text."""


@click.command("bench", help=N_("Measure speed and memory, against bare loops of the same run."))
@click.option("--quick", is_flag=True, help=N_("Small and once: that all of it runs, the figures say little."))
@click.option("--only", metavar="NAME,…", default="", help=N_(
    "Only these: engine, growth, rehearsal, after, start, memory, keys."))  # fmt: skip
@click.option("--json", "as_object", is_flag=True, help=N_("Print one JSON object."))
@click.option("--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help=N_("Write the table into this file too, as Markdown; with --json the object."))  # fmt: skip
def command(quick: bool, only: str, as_object: bool, out: Path | None) -> None:
    # What is measured loads everything there is: not for help.
    from tui.bench import telling
    from tui.bench.running import groups_named, run

    groups = groups_named([name.strip() for name in only.split(",") if name.strip()])
    rows = run(groups, quick, tell)
    speaker = translator()
    whole = json.dumps(telling.as_object(speaker, rows), ensure_ascii=False, indent=2)
    emit(whole if as_object else "\n".join(telling.table(speaker, rows, WIDEST)))
    if out is not None:
        write(out, whole if as_object else "\n".join(telling.markdown(speaker, rows)))


def write(path: Path, text: str) -> None:
    """Write the table. Raises `WriteError` where it cannot be written."""
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        message = say("{path} cannot be written: {reason}", path=str(path), reason=error.strerror or "")
        raise WriteError(message, say("choose another file with --out")) from error


def tell(done: int, of: int, name: Said, seconds: float) -> None:
    """What comes next, and the time left: on a terminal on one line."""
    values = {"done": done + 1, "of": of, "name": name}
    words = translator().say(
        say("{done} of {of}: {name}", **values) if seconds < 0
        else say("{done} of {of}: {name}, about {left} s left", left=round(seconds), **values)
    )  # fmt: skip
    if sys.stderr.isatty():
        click.echo(f"\r{words}\x1b[K", err=True, nl=done + 1 == of)
    else:
        narrate(words)
