"""How a fault is sown, and what is found of it. `python -m tests.authoring.faults.seeding` writes the document anew."""

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from simulator.authoring.check import check
from simulator.authoring.diagnostics import Finding, printable
from simulator.authoring.explaining import specimen
from simulator.authoring.library import find_scenario
from tests.authoring.faults.idle import IDLE
from tests.authoring.faults.names import NAMES
from tests.authoring.faults.shapes import SHAPES
from tests.authoring.faults.sown import Edit, Fault
from tests.authoring.faults.tasks import TASKS
from tests.authoring.faults.texts import TEXTS

FAULTS = (*SHAPES, *NAMES, *TASKS, *IDLE, *TEXTS)
DOCUMENT = Path(__file__).parents[3] / "docs" / "seeded-faults.md"
SMALL, LARGE = "specimen", "mass"
HEAD = """# Seeded faults

Each fault was sown alone into two sound scenarios, the specimen of `drillroom explain` ({small} lines) and the shipped
`mass` ({large} lines), and `check --profile publish` was asked. Shown is what it says first of it. None is missed: a
test (`tests/authoring/faults/`) sows them all again and compares this page.

| # | fault | code | in the small file | in the large file |
|---|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What `check` says of a fault that was sown into one file."""

    fault: Fault
    file: str
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding | None:
        """The first finding of the code that the fault is expected to have."""
        return next((each for each in self.findings if each.code == self.fault.code), None)


@cache
def source(file: str) -> str:
    """The sound text into which a fault is sown."""
    return specimen() if file == SMALL else find_scenario(LARGE).read_text(encoding="utf-8")


def sown(file: str, edits: tuple[Edit, ...]) -> str:
    """The text with a fault. Raises `ValueError` where a text to be replaced does not stand there once."""
    text = source(file)
    for old, new in edits:
        if text.count(old) != 1:
            raise ValueError(f"{old!r} stands {text.count(old)} times in {file}")
        text = text.replace(old, new)
    return text


@cache
def told(fault: Fault, file: str) -> Told:
    """What is found after sowing a fault into a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scenario.yaml"
        path.write_text(sown(file, fault.small if file == SMALL else fault.large), encoding="utf-8")
        return Told(fault, file, tuple(check(path, "publish").findings))


def document() -> str:
    """The page that lists every fault and what is said of it."""
    lines = {name: source(name).count("\n") for name in (SMALL, LARGE)}
    rows = [_row(number, fault) for number, fault in enumerate(FAULTS, start=1)]
    return HEAD.format(small=lines[SMALL], large=lines[LARGE]) + "\n".join(rows) + "\n"


def _row(number: int, fault: Fault) -> str:
    said = (_said(told(fault, file)) for file in (SMALL, LARGE))
    return f"| {number} | {fault.name} | {fault.code} | {' | '.join(said)} |"


def _said(found: Told) -> str:
    first = found.first
    return f"{first.line}:{first.column} {_cell(str(first.message))}" if first else "missed"


def _cell(text: str) -> str:
    return printable(text).replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
