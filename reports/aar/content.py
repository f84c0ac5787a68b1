"""What an after-action report is made from: the drill, its score, its items, and the worlds beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.aar.items import Item
from reports.aar.worlds import Worlds
from reports.wording import Wording
from simulator.evaluation.scorecard import Scorecard, Trainee
from simulator.journal.entry import Entry
from simulator.rehearsal.whatif.model import WhatIf


@dataclass(frozen=True, slots=True)
class Content:
    """One drill, ready to be put into words."""

    wording: Wording
    journal: Sequence[Entry]
    scored: Scorecard
    head: str
    """The hash of the journal's last line."""
    items: tuple[Item, ...]
    """By gravity; their places, from 1, are their numbers in the report."""
    worlds: Worlds | None = None
    """Nothing where the drill has no end."""
    whatif: WhatIf | None = None
    """Nothing where it was not asked for."""

    @property
    def trainees(self) -> tuple[Trainee, ...]:
        """Those who were scored."""
        return tuple(each for each in self.scored.trainees if not each.stand_in)

    @property
    def day(self) -> str:
        """The ISO date on which it was played; empty where the journal has no wall time."""
        return (self.journal[0].wall or "")[:10]

    def several(self, seat: str) -> bool:
        """Whether more than one trainee sat in a seat."""
        return len([each for each in self.trainees if each.seat == seat]) > 1

    def number(self, item: Item) -> int:
        """An item's number in the report."""
        return self.items.index(item) + 1
