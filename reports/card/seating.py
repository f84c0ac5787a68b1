"""Who sat where in a shared drill, from when to when, in words."""

from collections.abc import Mapping, Sequence

from reports.card.trainee import who
from reports.wording import Wording
from simulator.journal.controls import CONTROLLER
from simulator.journal.entry import Entry
from simulator.journal.sittings import Sat, Sitting, Stay
from simulator.language.said import Said, say

ENDS: Mapping[str, Said] = {
    "joined": say("somebody else came"), "returned": say("somebody else came"), "left": say("gave the seat up"),
    "lost": say("the link was lost"), "taken over": say("the controller took over"),
    "freed": say("the controller gave the seat to a stand-in"), "revoked": say("the controller closed the seat"),
}  # fmt: skip
"""Why somebody no longer sat there, by why the next one did."""


def stays_of(journal: Sequence[Entry]) -> dict[str, tuple[Stay, ...]]:
    """By seat who sat there and when, up to the end of the drill; nothing for a drill in which nobody came or went."""
    sat = Sat(journal)
    if not sat.is_shared:
        return {}
    return {seat: sat.stays(seat) for seat in sat.by_seat}


def sitter(wording: Wording, sitting: Sitting) -> str:
    """Who sat there; a controller by name where it is known."""
    if sitting.player == CONTROLLER:
        return wording.say("{name}, controller", name=sitting.name) if sitting.name else wording.say("controller")
    return who(wording, sitting.player, sitting.name)


def stay_words(wording: Wording, stay: Stay) -> str:
    """`He Rui 07:40–09:20`; with no end, until the drill was over."""
    name, begins = sitter(wording, stay.sitting), wording.clock(stay.sitting.time)
    if stay.until is None:
        return wording.say("{name} from {begins}", name=name, begins=begins) if stay.sitting.time else name
    return wording.say("{name} {begins}–{ends}", name=name, begins=begins, ends=wording.clock(stay.until))


def seat_words(wording: Wording, stays: Sequence[Stay]) -> str:
    """All who sat in a seat, one after the other."""
    return wording.say("; ").join(stay_words(wording, each) for each in stays)


def end_words(wording: Wording, stay: Stay) -> str:
    """Why a trainee no longer sat there; empty for those who stayed, and for whoever kept the seat."""
    return wording.said(ENDS[stay.ended]) if stay.sitting.is_scored and stay.ended in ENDS else ""
