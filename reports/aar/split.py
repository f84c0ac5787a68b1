"""Where the time of a task went: until it was noticed, until it was decided, until it was done and had effect."""

from dataclasses import dataclass
from typing import Literal

from simulator.evaluation.expectations import Judged
from simulator.language.said import Said, say

Part = Literal["noticed", "decided", "carried_out"]

DAY, HOUR, MINUTE = 86400, 3600, 60


@dataclass(frozen=True, slots=True)
class Split:
    """Seconds of each part, one after the other from when it was due; all 0 where nothing was done."""

    noticed: int = 0
    """Until the message was opened; 0 where there was none to open."""
    decided: int = 0
    """Until the last order or answer was given."""
    carried_out: int = 0
    """Until it was carried out, and the unit that it sent was there."""

    @property
    def total(self) -> int:
        return self.noticed + self.decided + self.carried_out

    @property
    def longest(self) -> Part | None:
        """The part that took longest, of equal ones the first; nothing where there was none."""
        parts: tuple[tuple[Part, int], ...] = (
            ("noticed", self.noticed), ("decided", self.decided), ("carried_out", self.carried_out),
        )  # fmt: skip
        return max(parts, key=lambda part: part[1])[0] if self.total else None


def split(judged: Judged) -> Split:
    """The parts of a task's time. What was done before it was read counts as decided, not as noticed."""
    due = judged.due
    if due is None or judged.met is None:
        return Split()
    decided = max(due, judged.met if judged.decided is None else min(judged.decided, judged.met))
    noticed = due if judged.noticed is None else min(max(judged.noticed, due), decided)
    effective = max(judged.met, judged.met if judged.effective is None else judged.effective)
    return Split(noticed - due, decided - noticed, effective - decided)


def span(seconds: int) -> Said:
    """A length of time in its two largest units, still to be translated."""
    days, rest = divmod(seconds, DAY)
    hours, rest = divmod(rest, HOUR)
    minutes, left = divmod(rest, MINUTE)
    parts = [
        (days, say("{days} d", days=days)),
        (hours, say("{hours} h", hours=hours)),
        (minutes, say("{minutes} min", minutes=minutes)),
        (left, say("{seconds} s", seconds=left)),
    ]
    shown = [said for number, said in parts if number][:2] or [say("{minutes} min", minutes=0)]
    return shown[0] if len(shown) == 1 else say("{longer} {shorter}", longer=shown[0], shorter=shown[1])
