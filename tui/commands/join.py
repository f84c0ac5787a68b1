"""`drillroom join`: takes a seat of a drill that several people share."""

import click

from simulator.language.translator import N_
from tui.commands.host import must_have_net
from tui.commands.play import has_screen, playing
from tui.session import translator


@click.command("join", help=N_("Take a seat in a drill that several people share."))
@click.argument("place", metavar="HOST:PORT")
@click.option("--seat", default="", help=N_("The seat you take (default: any free one)."))
@click.option("--name", default="", help=N_("Your name, as reports shall show it."))
@click.option("--code", default="", help=N_("The join code of your role, as the host shows it."))
@click.option("--fingerprint", default="", help=N_("The host's fingerprint, as the host shows it."))
@click.option("--insecure", is_flag=True, help=N_("The host does not encrypt: in a network that you trust."))
@click.option("--plain", is_flag=True, help=N_("Line by line, for screen readers, poor links and pipes."))
def command(place: str, seat: str, name: str, code: str, fingerprint: str, insecure: bool, plain: bool) -> None:
    """Come in, wait for the start, and play the seat to the end of the drill."""
    must_have_net()
    # Loaded here: help needs nothing of the net.
    from tui.shared.calling import Call
    from tui.shared.joining import take_seat

    opened = take_seat(Call(place, "seat", name, code, seat, fingerprint, insecure))
    if plain or not has_screen():
        from tui.shared.lines.play import play_in_lines

        play_in_lines(opened, playing())
    else:
        # Loaded here: lines and pipes need nothing of Textual.
        from tui.shared.joining import play_on_screen

        play_on_screen(opened, translator())
