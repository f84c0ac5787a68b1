"""Numbers and letters as a report prints them."""

from reports.card.model import NONE, Mark
from reports.wording import Wording
from simulator.evaluation.rating import Cap, Rating
from simulator.language.said import Said, say

MEANINGS: dict[Rating, Said] = {
    "P": say("performed without challenges"),
    "S": say("performed with some challenges"),
    "M": say("performed with major challenges"),
    "U": say("unable to be performed"),
}


def figure(number: float | None) -> str:
    """A figure of 0..100 with one decimal."""
    return NONE if number is None else f"{number:.1f}"


def short(number: float) -> str:
    """At most two decimals, none that are nought."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """A share of 0..1."""
    return f"{round(share * 100)} %"


def mark(wording: Wording, number: float | None, letter: Rating | None) -> Mark:
    """Number and letter with the letter's meaning."""
    meaning = wording.say("no rating") if letter is None else wording.said(MEANINGS[letter])
    return Mark(figure(number), letter or NONE, meaning)


def cap(wording: Wording, limit: Cap) -> str:
    """Why a number stands no higher."""
    values = {"rating": limit.rating, "points": f"{limit.at_most:g}", "reason": limit.reason}
    line = wording.say("At most {rating}, {points} points: {reason}", **values)
    return line if limit.entry is None else entry_of(wording, line, limit.entry)


def entry_of(wording: Wording, line: str, entry: int) -> str:
    """A line with the journal entry that it rests on."""
    return wording.say("{line} (entry {entry})", line=line, entry=entry)
