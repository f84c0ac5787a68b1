"""Taking a seat of a shared drill, row by row, as items for a pane of the lobby."""

from tui.choices import Invitation
from tui.presentation.lines import Item, item
from tui.presentation.text import cells, padded, wrapped
from tui.speech import Speech

ROWS = ("place", "code", "name", "seat", "encrypted", "fingerprint", "join")
"""What is settled before a seat is taken, in order."""


JOIN = "+"
"""The key of the line in the list of scenarios that leads here; no scenario has it."""


def joining_item(speech: Speech, place: int, width: int) -> Item:
    """The line below the scenarios."""
    return item(wrapped(speech.say("Join a shared drill …"), width, f"{place:>2}. "), key=JOIN)


def joining_items(speech: Speech, invitation: Invitation, width: int) -> list[Item]:
    """What somebody was told by the host, row by row, each with its number."""
    names = {
        "place": speech.say("Address"), "code": speech.say("Join code"), "name": speech.say("Name"),
        "seat": speech.say("Seat"), "encrypted": speech.say("Encrypted"), "fingerprint": speech.say("Fingerprint"),
        "join": speech.say("Join"),
    }  # fmt: skip
    values = _values(speech, invitation)
    room = max(cells(name) for name in names.values()) + 2
    found: list[Item] = []
    for place, row in enumerate(ROWS, 1):
        name = f"{place}. {padded(names[row], room)}"
        lines = wrapped(values[row], width, name) if values[row] else [name.rstrip()]
        found.append(item(lines, "strong" if row == "join" else "", row))
    return found


def _values(speech: Speech, invitation: Invitation) -> dict[str, str]:
    none = speech.say("none: Enter writes it")
    yes, no = speech.say("yes, where the host is another machine"), speech.say("no: in a network that you trust")
    return {
        "place": invitation.place or speech.say("none: Enter writes it, as the host shows it: 192.168.1.20:8710"),
        "code": invitation.code or speech.say("none: who was there before comes back without it"),
        "name": invitation.name or none,
        "seat": invitation.seat or speech.say("any free one"),
        "encrypted": f"< {yes if invitation.encrypted else no} >",
        "fingerprint": invitation.fingerprint or speech.say("not known yet; the host's screen shows it"),
        "join": "",
    }
