"""A small scenario, complete and without a fault, that tests change in one place at a time."""

from pathlib import Path

from simulator.authoring.check import check
from simulator.authoring.diagnostics import Finding
from simulator.authoring.explaining import specimen
from simulator.authoring.load import load_text
from simulator.scenario.scenario import Scenario

SAMPLE = specimen()


def sample_yaml(*changes: tuple[str, str]) -> str:
    """The sample with texts replaced, each of which stands in it once."""
    text = SAMPLE
    for old, new in changes:
        if text.count(old) != 1:
            raise AssertionError(f"{old!r} stands {text.count(old)} times in the sample")
        text = text.replace(old, new)
    return text


def sample(folder: Path, *changes: tuple[str, str]) -> Scenario:
    """The sample as a scenario, on the shipped plan, orders and conduct."""
    loaded = load_text(sample_yaml(*changes), folder / "scenario.yaml")
    if loaded.scenario is None:
        raise AssertionError("\n".join(f"{each.line}: {each.message}" for each in loaded.findings))
    return loaded.scenario


def sample_file(folder: Path, *changes: tuple[str, str]) -> Path:
    """The sample as a file in a folder."""
    path = folder / "scenario.yaml"
    path.write_text(sample_yaml(*changes), encoding="utf-8")
    return path


def findings_of(folder: Path, *changes: tuple[str, str], profile: str = "publish") -> list[Finding]:
    """What `check` finds in the changed sample, its playthroughs left aside."""
    return check(sample_file(folder, *changes), profile).findings


def place_of(text: str, part: str, *changes: tuple[str, str]) -> tuple[int, int]:
    """Line and column, from 1, of *part* inside the one line of the changed sample that holds *text*."""
    lines = [(number, line) for number, line in enumerate(sample_yaml(*changes).split("\n"), 1) if text in line]
    ((number, line),) = lines
    return number, line.index(part) + 1
