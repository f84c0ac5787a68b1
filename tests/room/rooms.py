"""Rooms for tests: the sample scenario, one trainee, a clock that the test turns."""

from pathlib import Path

from simulator.room.opening import Opened, Wishes, open_room
from tests.authoring.sample import sample

SEAT = "petition_lead"


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def opened(folder: Path, clock: Clock, *, assessed: bool = False, steps: bool = False, seed: int = 7) -> Opened:
    """A room with a new drill of the sample, its journal in the folder."""
    wishes = Wishes(SEAT, "Lin Qiao", seed, assessed=assessed, steps=steps)
    return open_room(sample(folder), wishes, folder / "drill.jsonl", clock, None)
