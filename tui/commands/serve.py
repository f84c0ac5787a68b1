"""`drillroom serve`: the same screens in a browser."""

import importlib.util
import logging
import socket
import sys
import tempfile
from pathlib import Path

import click

from simulator.authoring.library import find_scenario
from simulator.authoring.load import scenario_or_raise
from simulator.errors import CallError
from simulator.language.said import say
from simulator.language.translator import N_
from simulator.room.opening import must_have_seat
from tui.session import emit, narrate, translator, warn
from tui.web.gate import Gate, is_local, names_of

HOST = "127.0.0.1"
"""This machine alone."""

PORT = 8700
"""Where it listens if nothing else does there and nobody says otherwise."""


@click.command("serve", help=N_("Show the screens in a browser: the lobby, or a seat of a drill."))
@click.argument("scenario", required=False)
@click.option("--seat", help=N_("The seat you take (default: the scenario's first)."))
@click.option("--name", help=N_("Your name, as reports shall show it."))
@click.option("--seed", type=click.IntRange(min=0), help=N_("The seed of chance (default: drawn, and told)."))
@click.option("--pace", type=click.IntRange(1, 600), help=N_("Exercise seconds in a second."))
@click.option("--assessed", is_flag=True, help=N_("Be assessed: no pause, no hints."))
@click.option("--host", default=HOST, show_default=True,
              help=N_("The address to listen at; by any but this one, others in the network get in."))  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535),
              help=N_("The port to listen at; 0: any free one (default: 8700, or a free one)."))  # fmt: skip
def command(
    scenario: str | None, seat: str | None, name: str | None, seed: int | None, pace: int | None, assessed: bool,
    host: str, port: int | None,
) -> None:  # fmt: skip
    """Listen, print the address with its token, and serve until Ctrl-C."""
    must_have_server()
    wishes = {"--seat": seat, "--name": name, "--seed": seed, "--pace": pace}
    given = [f"{option}={value}" for option, value in wishes.items() if value is not None]
    given += ["--assessed"] if assessed else []
    program = program_of(scenario, seat, given)
    listening = listen(host, port)
    with tempfile.TemporaryDirectory(prefix="drillroom-") as folder:
        serve(program, host, listening, Path(folder))


def must_have_server() -> None:
    """Raises `CallError` where the extra with the server is not installed."""
    if importlib.util.find_spec("textual_serve") is None:
        message = say("the server for browsers is not installed")
        raise CallError(message, say("install it with: {command}", command="pip install 'drillroom[web]'"))


def program_of(scenario: str | None, seat: str | None, given: list[str]) -> tuple[str, ...]:
    """The words after `drillroom` that start a page's program.

    Raises as `find_scenario` and loading do, and `CallError` for what only a scenario can have.
    """
    if scenario is None:
        if given:
            message = say("{options} belongs to a scenario, and none is named", options=given[0].partition("=")[0])
            raise CallError(message, say("name one, or choose in the lobby"))
        return ()
    found = scenario_or_raise(find_scenario(scenario))
    if seat is not None:
        must_have_seat(found, seat)
    return ("play", *given, "--", scenario)


def listen(host: str, port: int | None) -> socket.socket:
    """A socket that listens; without a wish, at the usual port or at a free one.

    Raises `CallError` where nothing can listen there.
    """
    try:
        return _listening(host, PORT if port is None else port)
    except OSError as error:
        if port is None:
            return listen(host, 0)
        place, reason = f"{host}:{port}", error.strerror or str(error)
        message = say("nothing can listen at {place}: {reason}", place=place, reason=reason)
        raise CallError(message, say("choose another --port or --host; --port 0 takes a free one")) from error


def _listening(host: str, port: int) -> socket.socket:
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    found = socket.socket(family, kind)
    try:
        if sys.platform != "win32":
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        found.listen(128)
    except OSError:
        found.close()
        raise
    return found


def serve(program: tuple[str, ...], host: str, listening: socket.socket, folder: Path) -> None:
    """Serve until Ctrl-C or a request to end."""
    # Loaded here: none of it is needed for help and for a call that cannot be carried out.
    from aiohttp import web

    from tui.web.pages import Pages
    from tui.web.server import Service

    port = listening.getsockname()[1]
    gate = Gate(port, names_of(host))
    service = Service(program, gate, Pages(translator()), folder)
    emit(f"http://{_shown(host)}:{port}/?token={gate.token}")
    sys.stdout.flush()
    if not is_local(host):
        warn(say("whoever has this address can play, and what is sent is not encrypted"))
    narrate(say("Open it in a browser. Ctrl-C ends the server; every drill is kept."))
    logging.getLogger("textual-serve").setLevel(logging.CRITICAL)
    web.run_app(service.application(), sock=listening, print=None, access_log=None)


def _shown(host: str) -> str:
    """A host as it stands in an address: that of this machine where it listens to the whole network."""
    name = socket.gethostname() if names_of(host) is None else host
    return f"[{name}]" if ":" in name else name
