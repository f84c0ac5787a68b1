"""Memory, each in a process of its own: a drill, a room of forty seats, a thousand journals in one report."""

import json
import subprocess
import sys
from functools import partial
from typing import Any

from simulator.language.said import Said, say
from tui.bench.model import Kit, Row, Task, left_out
from tui.bench.starting import ROOT, environment


def memory(kit: Kit) -> list[Task]:
    """What a drill, a shared room and a large report need."""
    scenario = "tutorial" if kit.quick else "sudden"
    journals = 20 if kit.quick else 1000
    of_drill = say("{scenario}: a drill by the book, with its journal", scenario=scenario)
    of_journals = say("readiness over {number} journals", number=journals)
    return [
        Task("memory", of_drill, 5.0, partial(_grown, kit, "drill", of_drill, scenario)),
        Task("memory", say("a room of 40 seats"), 10.0,
             partial(_grown, kit, "room", say("a shared room of 40 seats, an hour of it"), "40", "60")),
        Task("memory", of_journals, 60.0, partial(_reported, kit, of_journals, journals)),
    ]  # fmt: skip


def _grown(kit: Kit, name: str, what: Said, *arguments: str) -> list[Row]:
    found = _child(kit, name, *arguments)
    if found is None:
        return [left_out(f"memory/{name}", what, say("it could not be measured here"))]
    return [Row(f"memory/{name}", what, found["grown"], "MB")]


def _reported(kit: Kit, what: Said, journals: int) -> list[Row]:
    kept = _child(kit, "keep", str(journals), str(kit.folder))
    found = kept and _child(kit, "readiness")
    if not kept or not found:
        return [left_out("memory/journals", what, say("it could not be measured here"))]
    return [
        Row("memory/journals", what, found["grown"], "MB"),
        Row("memory/journals/seconds", say("{what}: the report", what=what), found["seconds"], "s"),
        Row("memory/journals/kept", say("{what}: taken into the records", what=what), journals / kept["seconds"], "/s"),
    ]


def _child(kit: Kit, *words: str) -> dict[str, Any] | None:
    """What a process of its own measures; nothing where it fails."""
    command = [sys.executable, "-m", "tui.bench.child", *words]
    ended = subprocess.run(command, env=environment(kit), cwd=ROOT, capture_output=True, text=True, check=False)
    return json.loads(ended.stdout) if ended.returncode == 0 else None
