"""How long the command takes to start, against Python that does nothing; with compiled modules, as installed."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import count
from pathlib import Path

from simulator.language.said import Said, say
from tui.bench.model import Kit, Ratio, Row, Task, left_out
from tui.bench.terminal import Terminal, has_terminals
from tui.bench.timing import wall_seconds

ROOT = Path(__file__).parents[2]

PYTHON = say("python -c pass")


def start(kit: Kit) -> list[Task]:
    """Help, check, and the first screen."""
    return [Task("start", say("commands"), 8.0, partial(_commands, kit)), Task("start", say("screen"), 8.0,
            partial(_screen, kit))]  # fmt: skip


def environment(kit: Kit) -> dict[str, str]:
    """Of a call: modules are compiled once, into this run's own folder, and nobody's files are touched."""
    own = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(kit.folder / "compiled"), "TERM": "xterm-256color"}
    own |= {name: str(kit.folder / "home") for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | own | {"LC_ALL": "C.UTF-8", "DRILLROOM_RECORDS": f"sqlite:///{kit.folder / 'records.sqlite'}"}


def drillroom(*words: str) -> list[str]:
    """A call of the command, as this interpreter runs it."""
    return [sys.executable, "-m", "tui.main", *words]


def _commands(kit: Kit) -> list[Row]:
    around = environment(kit)
    calls: dict[str, tuple[Said, list[str]]] = {
        "nothing": (PYTHON, [sys.executable, "-c", "pass"]),
        "help": (say("--help"), drillroom("--help")),
        "version": (say("--version"), drillroom("--version")),
        "check": (say("check of a file, draft"), drillroom("check", "mass", "--profile", "draft")),
        "scenarios": (say("scenarios"), drillroom("scenarios")),
    }
    seconds = wall_seconds([partial(_run, command, around) for _, command in calls.values()], kit.repeats)
    return [
        Row(f"start/{part}", what, taken * 1000, "ms", (Ratio(taken / seconds[0], PYTHON),), None, kit.repeats)
        for (part, (what, _)), taken in zip(calls.items(), seconds, strict=True)
    ]


def _run(command: list[str], around: Mapping[str, str]) -> None:
    subprocess.run(command, env=dict(around), cwd=ROOT, capture_output=True, check=False)


def _screen(kit: Kit) -> list[Row]:
    id, what = "start/screen", say("play, until the briefing stands on the screen")
    if not has_terminals():
        return [left_out(id, what, say("this system has no pseudo-terminals"))]
    around = environment(kit)
    opening = partial(_opened, kit, around, count())
    taken, nothing = wall_seconds([opening, partial(_run, [sys.executable, "-c", "pass"], around)], kit.repeats)
    return [Row(id, what, taken * 1000, "ms", (Ratio(taken / nothing, PYTHON),), None, kit.repeats)]


def _opened(kit: Kit, around: Mapping[str, str], numbers: Iterator[int]) -> None:
    journal = kit.folder / f"start-{next(numbers)}.jsonl"
    command = drillroom("play", "tutorial", "--seed", "1", "--lang", "en", "--journal", str(journal))
    with Terminal(command, around) as terminal:
        terminal.until(b"EXERCISE")
