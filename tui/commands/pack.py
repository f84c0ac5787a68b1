"""`drillroom pack`: what is printed for the day of a drill: a briefing for each seat, the facilitator's pack."""

from pathlib import Path

import click

from reports.file import folder_for
from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.language.said import say
from simulator.language.translator import N_
from tui.session import emit, narrate, translator

FORMATS = ("html", "pdf", "docx")


@click.command("pack", help=N_("Write what is printed for a drill: a briefing for each seat, the facilitator's pack."))
@click.argument("scenario")
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), default=Path(),
              help=N_("The folder for the papers, made if it is missing (default: this one)."))  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMATS), default="html", show_default=True,
              help=N_("What to write them as."))  # fmt: skip
def command(scenario: str, out: Path, form: str) -> None:
    """Write the papers and print their paths."""
    found = scenario_or_raise(find_scenario(scenario))
    folder = folder_for(out, out)
    # Loaded here: help needs none of it.
    from reports.pack.writing import write_pack

    for path in write_pack(found, translator(), folder, form):
        emit(str(path))
    narrate(say("The facilitator's pack tells what trainees must not know: hand out the briefings alone."))
