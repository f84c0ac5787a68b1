"""From a key to the changed screen, in a real terminal: before a still world, and before a very busy one."""

import statistics
from functools import partial
from pathlib import Path

from simulator.engine.drill import Drill
from simulator.language.said import say
from simulator.players.replay import pass_until
from simulator.scenario.scenario import Scenario
from tui.bench.files import scenario_file
from tui.bench.model import Kit, Ratio, Row, Task, left_out
from tui.bench.starting import drillroom, environment
from tui.bench.terminal import Terminal, has_terminals
from tui.bench.timing import percentile
from tui.bench.world import document

BUSY = 2000
"""World events a second, as entries of the journal, each written to its file."""
PACE = 60
"""Exercise seconds a second."""
HALLS = {"still": 1, "busy": 250}
F1 = b"\x1bOP"
OPENED, CLOSED = b"Inbox: arrows", b"Situation"
"""What stands in help, and what stands on the screen that help covers."""


def keys(kit: Kit) -> list[Task]:
    """Opening and closing a panel that covers the screen."""
    presses = 6 if kit.quick else 60
    return [
        Task("keys", say("a still world"), 12.0, partial(_pressed, kit, "still", presses)),
        Task("keys", say("a busy world"), 20.0, partial(_pressed, kit, "busy", presses)),
    ]


def _pressed(kit: Kit, name: str, presses: int) -> list[Row]:
    what = {
        "still": say("F1, a still world"),
        "busy": say("F1, {number} world events a second", number=BUSY),
    }[name]
    if not has_terminals():
        return [left_out(f"keys/{name}", what, say("this system has no pseudo-terminals"))]
    taken, events = _taken(kit, name, presses)
    middle, high = statistics.median(taken), percentile(taken, 0.95)
    rows = [
        Row(f"keys/{name}/median", say("{what}: median", what=what), middle * 1000, "ms", (), None, len(taken)),
        Row(f"keys/{name}/p95", say("{what}: 95 of 100", what=what), high * 1000, "ms",
            (Ratio(high / middle, say("the median")),), None, len(taken)),
    ]  # fmt: skip
    return [*rows, Row(f"keys/{name}/events", say("{what}: world events", what=what), events, "/s")]


def _taken(kit: Kit, name: str, presses: int) -> tuple[list[float], float]:
    """Seconds from each key to its screen, and the world events of a second meanwhile."""
    path, journal = _file(kit, name), kit.folder / f"keys-{name}.jsonl"
    words = ("play", str(path), "--seed", "1", "--lang", "en", "--pace", str(PACE), "--journal", str(journal))
    taken: list[float] = []
    with Terminal(drillroom(*words), environment(kit)) as terminal:
        terminal.until(b"EXERCISE")
        terminal.quiet(1.0)
        terminal.press(b"\r")
        terminal.until(CLOSED)
        terminal.quiet(2.0)
        before = terminal.now()
        counted = _entries(journal)
        for place in range(presses):
            pressed = terminal.now()
            terminal.press(F1)
            taken.append(terminal.until(CLOSED if place % 2 else OPENED) - pressed)
            # Keys of a person do not come in step with the screen's beats.
            terminal.quiet(0.2 + 0.013 * (place % 7))
        events = (_entries(journal) - counted) / (terminal.now() - before)
    return taken, events


def _entries(journal: Path) -> int:
    with journal.open("rb") as file:
        return sum(1 for _ in file)


def _file(kit: Kit, name: str) -> Path:
    """A scenario file whose drill brings so many events a second at the pace."""
    every = "2m" if name == "still" else _gap(HALLS[name])
    return scenario_file(kit, f"keys-{name}", document(HALLS[name], 100, 2, every=every))


def _gap(halls: int) -> str:
    """The gap between arrivals at which so many halls bring `BUSY` events a second, found by one short drill."""
    tried = 30
    drill = Drill(Scenario.model_validate(document(halls, 100, 2, every=f"{tried}s")), 1)
    pass_until(drill, 600)
    each = len(drill.journal) / 600 * PACE
    return f"{max(1, round(tried * each / BUSY))}s"
