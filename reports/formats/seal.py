"""How a report says on which journals it rests: by one hash, the seal, and by a list where there are several.

A file is known again by its seal: see `reports.file.bears`.
"""

import hashlib

from reports.paper.model import Paper
from simulator.language.said import say
from simulator.language.translator import translator_for

MOST_LISTED = 40
"""So many hashes a paper of pages lists; the HTML page and the spreadsheet list all."""


def seal(heads: tuple[str, ...]) -> str:
    """The one hash that stands for the journals: theirs where it is one, else SHA-256 over all, one a line.

    Empty where there is none.
    """
    if len(heads) < 2:
        return "".join(heads)
    return hashlib.sha256("\n".join(heads).encode()).hexdigest()


def sealed(paper: Paper) -> tuple[tuple[str, str], ...]:
    """What the seal is, and the seal; nothing where the paper rests on no journal."""
    if not paper.heads:
        return ()
    if len(paper.heads) == 1:
        return ((paper.heads_label, paper.heads[0]),)
    label = say("SHA-256 over the heads of {number} journals, one a line", number=len(paper.heads))
    return ((translator_for(paper.language).say(label), seal(paper.heads)),)


def listed(paper: Paper) -> tuple[str, ...]:
    """The hashes that a paper of pages lists below the seal, and how many more there are."""
    if len(paper.heads) < 2:
        return ()
    left = len(paper.heads) - MOST_LISTED
    if left <= 0:
        return paper.heads
    more = say("and {number} more, which the HTML page and the spreadsheet list", number=left)
    return (*paper.heads[:MOST_LISTED], translator_for(paper.language).say(more))
