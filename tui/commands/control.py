"""`drillroom control`: runs a drill that several people share, from a console."""

import click

from simulator.language.translator import N_
from tui.commands.host import must_have_net
from tui.session import translator


@click.command("control", help=N_("Run a drill that several people share: clock, injects, seats."))
@click.argument("place", metavar="HOST:PORT")
@click.option("--name", default="", help=N_("Your name, as the journal shall show it."))
@click.option("--code", default="", help=N_("The join code of your role, as the host shows it."))
@click.option("--fingerprint", default="", help=N_("The host's fingerprint, as the host shows it."))
@click.option("--insecure", is_flag=True, help=N_("The host does not encrypt: in a network that you trust."))
def command(place: str, name: str, code: str, fingerprint: str, insecure: bool) -> None:
    """Come in, and show the console until the controller leaves."""
    must_have_net()
    # Loaded here: help needs nothing of the net and of the screen.
    from tui.shared.calling import Call
    from tui.shared.watching import show_console

    show_console(Call(place, "controller", name, code, "", fingerprint, insecure), translator())
