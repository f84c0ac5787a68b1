"""The journal of a shared drill as a story, line by line: what the seats did, and what was done from outside."""

from collections.abc import Sequence

from reports.card.story import events
from reports.wording import Wording
from simulator.journal.entry import Entry
from tui.presentation.lines import Item, item
from tui.presentation.text import wrapped

SHOWN = 400
"""So many entries are told, the latest of them."""


def story_items(wording: Wording, entries: Sequence[Entry], width: int) -> list[Item]:
    """What happened, the newest last."""
    found: list[Item] = []
    for each in events(wording, entries[-SHOWN:]):
        line = wording.say("{who}: {what}", who=each.who, what=each.what) if each.who else each.what
        found.append(item(wrapped(f"{each.when} {line}", width, "", "  ")))
    return found
