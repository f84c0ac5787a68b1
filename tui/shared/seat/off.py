"""What a seat of a shared drill cannot do, and why: its controller has the clock."""

from collections.abc import Mapping

from simulator.language.said import Said, say
from tui.screens.commands import why_off as why_off_alone
from tui.screens.desk import Desk

CLOCK = say("the controller runs the clock")

NOT_SHARED: Mapping[str, Said] = {
    "pause": CLOCK, "ahead": CLOCK, "faster": CLOCK, "slower": CLOCK,
    "hint": say("there are no hints in a shared drill"),
    "rewind": say("a shared drill does not go back"), "again": say("a shared drill does not go back"),
}  # fmt: skip
"""The commands of a drill alone that a shared one does not have."""

OWN = ("others", "ask_seat")
"""The commands that only a shared drill has."""


def why_off(desk: Desk, name: str) -> Said | None:
    """Why a command can do nothing at present; nothing where it can."""
    if name in NOT_SHARED:
        return NOT_SHARED[name]
    if name in OWN:
        return _while_it_runs(desk)
    return why_off_alone(desk, name)


def _while_it_runs(desk: Desk) -> Said | None:
    match desk.room.status:
        case "waiting":
            return say("the drill has not begun")
        case "over":
            return say("the drill is over")
        case _:
            return None
