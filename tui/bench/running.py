"""Runs what is asked for, one measure after another, and tells how far it is and how long it still takes."""

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from simulator.errors import CallError
from simulator.language.remedies import closest
from simulator.language.said import Said, say
from tui.bench.after import after
from tui.bench.engine import engine
from tui.bench.growth import growth
from tui.bench.keys import keys
from tui.bench.many import rehearsal
from tui.bench.memory import memory
from tui.bench.model import Kit, Row, Task
from tui.bench.starting import start

GROUPS: dict[str, Callable[[Kit], list[Task]]] = {
    "engine": engine, "growth": growth, "rehearsal": rehearsal, "after": after, "start": start, "memory": memory,
    "keys": keys,
}  # fmt: skip
"""The measures by the names under which a call asks for them, in the order of the table."""

REPEATS = 5

Told = Callable[[int, int, Said, float], None]
"""Told, before each task, how many are done, of how many, which comes, and the seconds left (below 0: not known)."""


def groups_named(names: Sequence[str]) -> tuple[str, ...]:
    """The groups of a call, each once, in the table's order; all of them where none is named.

    Raises `CallError` for one that does not exist.
    """
    for name in names:
        if name not in GROUPS:
            near = closest(name, tuple(GROUPS))
            known = list(GROUPS)
            remedy = say("there are: {known}", known=known)
            if near:
                remedy = say("did you mean '{near}'? there are: {known}", near=near, known=known)
            raise CallError(say("there is no measure '{name}'", name=name), remedy)
    return tuple(name for name in GROUPS if not names or name in names)


def run(groups: Sequence[str], quick: bool, told: Told) -> list[Row]:
    """Measure these groups. Files of the run are thrown away with its folder."""
    with tempfile.TemporaryDirectory(prefix="drillroom-bench-") as folder:
        kit = Kit(quick, 1 if quick else REPEATS, Path(folder))
        tasks = [task for name in groups for task in GROUPS[name](kit)]
        return _done(tasks, told)


def _done(tasks: Sequence[Task], told: Told) -> list[Row]:
    rows: list[Row] = []
    begun, weight = time.monotonic(), 0.0
    for place, task in enumerate(tasks):
        left = sum(each.weight for each in tasks[place:])
        seconds = (time.monotonic() - begun) / weight * left if weight else -1.0
        told(place, len(tasks), say("{group}: {name}", group=task.group, name=task.name), seconds)
        rows += task.measure()
        weight += task.weight
    return rows
