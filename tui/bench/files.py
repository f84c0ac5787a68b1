"""How the cost of files grows: a scenario with its incidents, a journal with its hours."""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from simulator.authoring.check import check
from simulator.engine.drill import Drill
from simulator.evaluation.scorecard import evaluate
from simulator.journal.file import write_all
from simulator.journal.reading import read_journal
from simulator.language.said import say
from simulator.players.replay import pass_until
from simulator.rehearsal.baselines import append_baselines
from simulator.rehearsal.verify import verify
from tui.bench.model import Kit, Ratio, Row, Task
from tui.bench.timing import Call, cpu_seconds
from tui.bench.world import document, halls

SEED = 1
FIRST = say("the first of them")
SHIPPED = ("emergency_plan", "catalogue", "conduct")
"""What a scenario file takes from the shipped ones."""


def files(kit: Kit) -> list[Task]:
    """A scenario file with more incidents, a journal of more hours."""
    many = (10, 100) if kit.quick else (10, 100, 1000)
    hours = (1, 2) if kit.quick else (1, 8, 72)
    return [
        Task("growth", say("scenario files"), 8.0, partial(_checked, kit, many)),
        Task("growth", say("journals"), 120.0, partial(_read, kit, hours)),
    ]


def scenario_file(kit: Kit, name: str, written: dict[str, object]) -> Path:
    """A scenario as a file; JSON is YAML in which everything is quoted."""
    folder = kit.folder / name
    folder.mkdir(exist_ok=True)
    path = folder / "scenario.yaml"
    text = json.dumps({key: value for key, value in written.items() if key not in SHIPPED})
    path.write_text(text, encoding="utf-8")
    return path


def _checked(kit: Kit, sizes: Sequence[int]) -> list[Row]:
    """Milliseconds an incident; a hall has two."""
    paths = [scenario_file(kit, f"check-{size}", document(size // 2, 100, 2)) for size in sizes]
    repeats = min(kit.repeats, 3)
    taken = cpu_seconds([partial(check, path) for path in paths], repeats)
    each = [seconds / size * 1000 for seconds, size in zip(taken, sizes, strict=True)]
    return [
        Row(f"growth/check/{size}", say("check of a file with {number} incidents, for each", number=size), value, "ms",
            (Ratio(value / each[0], FIRST),), None, repeats)
        for size, value in zip(sizes, each, strict=True)
    ]  # fmt: skip


def _read(kit: Kit, hours: Sequence[int]) -> list[Row]:
    """Microseconds an entry, to read, score and verify the journal of ten halls."""
    parts = {"read": say("read a journal"), "score": say("score"), "verify": say("verify")}
    found: list[list[float]] = []
    for size in hours:
        scenario = halls(10, 100, size)
        drill = Drill(scenario, SEED)
        pass_until(drill, scenario.length)
        append_baselines(scenario, drill.journal)
        path = kit.folder / f"hours-{size}.jsonl"
        write_all(drill.journal, path)
        calls: list[Call] = [
            partial(read_journal, path),
            partial(evaluate, scenario, drill.journal),
            partial(verify, path),
        ]
        found.append([each / len(drill.journal) * 1e6 for each in cpu_seconds(calls, 1)])
    return [
        Row(f"growth/{part}/{size}", say("{what}, {number} h of 20 incidents, an entry", what=what, number=size),
            found[place][number], "µs", (Ratio(found[place][number] / found[0][number], FIRST),))
        for number, (part, what) in enumerate(parts.items())
        for place, size in enumerate(hours)
    ]  # fmt: skip
