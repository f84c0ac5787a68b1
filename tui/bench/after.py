"""What is done with one scenario or one journal, check to what-if, each against one drill of that scenario."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reports.aar.drilled import Drilled
from reports.aar.output import outputs
from simulator.authoring.check import check
from simulator.authoring.library import find_scenario
from simulator.evaluation.scorecard import evaluate
from simulator.journal.file import write_all
from simulator.journal.journal import Journal
from simulator.journal.reading import read_journal
from simulator.language.said import Said, say
from simulator.language.translator import translator_for
from simulator.rehearsal.run import run_drill
from simulator.rehearsal.verify import verify
from simulator.rehearsal.whatif.trying import what_if
from simulator.room.opening import Wishes, open_room, reopen_room
from simulator.scenario.scenario import Scenario
from tui.bench.engine import by_the_book
from tui.bench.model import Kit, Ratio, Row, Task
from tui.bench.timing import cpu_seconds
from tui.bench.world import shipped

SEED = 1
PLAYER = "late"
"""Whose journal is read: one who does everything too late has much to be put right."""


def after(kit: Kit) -> list[Task]:
    """Each command that works on a scenario or a journal."""
    names = ("tutorial",) if kit.quick else ("mass", "sudden")
    return [Task("after", say("{scenario}", scenario=name), 45.0, partial(_measured, kit, name)) for name in names]


def _measured(kit: Kit, name: str) -> list[Row]:
    scenario = shipped(name)
    journal = run_drill(scenario, SEED, PLAYER).journal
    path = kit.folder / f"{name}-{PLAYER}.jsonl"
    head = write_all(journal, path)
    drilled = Drilled(scenario, journal, evaluate(scenario, journal), head, str(path))
    half = _half_played(kit, scenario, name)
    calls: dict[str, tuple[Said, Callable[[], object]]] = {
        "check": (say("check, everything"), partial(check, find_scenario(name), "publish")),
        "score": (say("score"), partial(evaluate, scenario, journal)),
        "read": (say("read a journal"), partial(read_journal, path)),
        "verify": (say("verify"), partial(verify, path)),
        "resume": (say("resume half-way"), partial(_resumed, half)),
        "report": (say("report: scorecard and after-action report as pages"), partial(_reported, drilled)),
        "whatif": (say("what-if"), partial(what_if, scenario, journal)),
    }
    repeats = min(kit.repeats, 3)
    drill, *seconds = cpu_seconds([partial(by_the_book, scenario), *(call for _, call in calls.values())], repeats)
    against = say("a drill by the book")
    rows = [
        Row(f"after/{name}/{part}", say("{scenario}: {what}", scenario=name, what=what), taken * 1000, "ms",
            (Ratio(taken / drill, against),), None, repeats)
        for (part, (what, _)), taken in zip(calls.items(), seconds, strict=True)
    ]  # fmt: skip
    return [*rows, _worlds(scenario, name, journal, seconds[-1])]


def _worlds(scenario: Scenario, name: str, journal: Journal, seconds: float) -> Row:
    """How fast what-if plays and weighs its worlds."""
    played: list[int] = []
    what_if(scenario, journal, progress=lambda done, total: played.append(done))
    what = say("{scenario}: worlds of what-if", scenario=name)
    return Row(f"after/{name}/worlds", what, len(played) / seconds, "/s")


def _half_played(kit: Kit, scenario: Scenario, name: str) -> Path:
    """The journal of a drill that somebody left half-way."""
    path = kit.folder / f"{name}-half.jsonl"
    wishes = Wishes(next(iter(scenario.seats)), "Trainee", SEED)
    opened = open_room(scenario, wishes, path, time.monotonic, None)
    opened.room.start()
    opened.room.skip_to(scenario.length // 2)
    opened.file.close()
    return path


def _resumed(path: Path) -> None:
    reopen_room(path, time.monotonic, None).file.close()


def _reported(drilled: Drilled) -> None:
    for _ in outputs(drilled, translator_for("en"), "both", "html"):
        pass
