"""A drill that is killed at one write after another: `python -m tests.soundness.killed FOLDER POINT…`.

Each POINT is the number of a write and how much of it still reaches the file: 0 nothing, 1 half, 2 all.
What was acknowledged to the trainee by then stands in FOLDER/POINT.told, one number a line.
"""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from simulator.journal.acts import Act, Answer, Note, Open, Order
from simulator.room.opening import Wishes, open_room
from simulator.room.room import Room
from tests.players.sample import morning

SEAT = "petition_lead"
ACTS: tuple[tuple[int, Act], ...] = (
    (100, Note("before the doors")), (130, Open(1)), (150, Answer("first_words", "sit_down")),
    (180, Order("open_reception", {"place": "hall", "windows": 2})), (200, Order("listen", {"incident": "residents"})),
    (900, Note("大厅里的人在登记 \ud83d")), (1800, Order("dispatch", {"unit": "team", "place": "hall"})),
    (4000, Order("nonsense", {})), (7000, Note("nearly over")),
)  # fmt: skip
"""What the trainee does, by second."""


def still() -> float:
    """A clock that stands: time passes by the trainee's waiting."""
    return 0.0


def go_on(room: Room, done: int, told: Callable[[int], None]) -> None:
    """The acts from number *done* on and the end; each is told once it is acknowledged."""
    for number, (second, act) in enumerate(ACTS):
        if number >= done:
            lead_to(room, second)
            room.act(SEAT, act)
            told(number)
    lead_to(room, room.drill.scenario.length)
    room.close()


def lead_to(room: Room, second: int) -> None:
    """Wait until then, however often a failing disk halts the clock."""
    while room.drill.now < second and not room.over:
        room.skip_to(second)


def play(path: Path, told: Callable[[int], None]) -> None:
    """The whole drill in a new file."""
    opened = open_room(morning(), Wishes(SEAT, "Lin Qiao", 7, steps=True), path, still, None)
    opened.room.start()
    go_on(opened.room, 0, told)
    opened.file.close()


def die_at(write: int, share: int) -> None:
    """From now on the process is killed at this write of a journal, after so much of it."""
    whole, count = os.write, [0]

    def writing(descriptor: int, data: memoryview) -> int:
        count[0] += 1
        if count[0] > write:
            whole(descriptor, data[: len(data) * share // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(descriptor, data)

    os.write = writing  # type: ignore[assignment]


def killed(folder: Path, point: str) -> None:
    """One drill, killed."""
    write, share = (int(part) for part in point.split("-"))
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    with (folder / f"{point}.told").open("w", buffering=1) as acknowledged:
        die_at(write, share)
        play(folder / f"{point}.jsonl", lambda number: print(number, file=acknowledged))
    os._exit(0)


def main(words: Sequence[str]) -> None:
    """Kill a drill at each point."""
    morning()
    for point in words[1:]:
        killed(Path(words[0]), point)


if __name__ == "__main__":
    main(sys.argv[1:])
