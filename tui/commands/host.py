"""`drillroom host`: opens a drill that several people share, and keeps it until it is over."""

import importlib.util
from datetime import UTC, datetime
from pathlib import Path

import click

from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.errors import CallError
from simulator.language.said import say
from simulator.language.translator import N_
from tui.plain.start import drawn_seed, journal_path
from tui.session import translator


@click.command("host", help=N_("Open a drill that several people share, and keep it until it is over."))
@click.argument("scenario", required=False)
@click.option("--lan", is_flag=True, help=N_("Let others in the network in, encrypted; else this machine alone."))
@click.option("--port", type=click.IntRange(0, 65535),
              help=N_("The port to listen at; 0: any free one (default: 8710, or a free one)."))  # fmt: skip
@click.option("--insecure", is_flag=True, help=N_("With --lan: without encryption, in a network that you trust."))
@click.option("--seed", type=click.IntRange(min=0), help=N_("The seed of chance (default: drawn, and told)."))
@click.option("--pace", type=click.IntRange(1, 600), help=N_("Exercise seconds in a second."))
@click.option("--assessed", is_flag=True, help=N_("The drill counts as an assessment."))
@click.option("--journal", type=click.Path(dir_okay=False, path_type=Path),
              help=N_("Keep the journal in this new file."))  # fmt: skip
@click.option("--resume", type=click.Path(dir_okay=False, path_type=Path),
              help=N_("Take up a shared drill from its journal, paused."))  # fmt: skip
def command(
    scenario: str | None, lan: bool, port: int | None, insecure: bool, seed: int | None, pace: int | None,
    assessed: bool, journal: Path | None, resume: Path | None,
) -> None:  # fmt: skip
    """Open the room, print how to come in, and keep it until the drill is over or Ctrl-C."""
    must_have_net()
    if insecure and not lan:
        raise CallError(say("--insecure belongs to --lan"), say("without --lan nothing leaves this machine"))
    if (scenario is None) == (resume is None):
        raise CallError(say("name a scenario, or a journal with --resume"), say("drillroom scenarios lists them"))
    # Loaded here: help and a call that cannot be carried out need nothing of the net.
    from tui.shared.hosting import New, Place, host, open_new, take_up

    place = Place(lan, not insecure, port)
    if resume is not None:
        must_be_alone(seed is not None or pace is not None or assessed or journal is not None)
        host(take_up(resume), place, translator())
        return
    found = scenario_or_raise(find_scenario(str(scenario)))
    path = journal or journal_path(found.id, datetime.now(UTC))
    wishes = New(drawn_seed() if seed is None else seed, assessed, pace, translator().language)
    host(open_new(found, wishes, path), place, translator())


def must_be_alone(others: bool) -> None:
    """Raises `CallError` where something stands beside `--resume` that the journal says already."""
    if others:
        message = say("--resume takes seed, pace, kind and journal from the drill that is taken up")
        raise CallError(message, say("leave the other options out"))


def must_have_net() -> None:
    """Raises `CallError` where what a shared drill needs is not installed."""
    if importlib.util.find_spec("websockets") is None:
        message = say("what shared drills need is not installed")
        raise CallError(message, say("install it with: {command}", command="pip install 'drillroom[shared]'"))
