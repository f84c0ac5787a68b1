"""What each code of a finding means, with a wrong and a right example: the data of `examples/`, read and put into a
small scenario, so that an example can be checked like any file.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic import Field

from simulator.authoring.codes import CODES
from simulator.authoring.diagnostics import did_you_mean, in_order
from simulator.authoring.library import SCENARIO_FILE, shipped_folder
from simulator.authoring.shape import as_findings, read_shape
from simulator.authoring.yaml_reader import read_file
from simulator.errors import CallError, ContentError
from simulator.language.said import say
from simulator.language.text import Text
from simulator.scenario.model import Model
from simulator.scenario.values import Slug

SPECIMEN = "specimen.yaml"
BLANK = "▯"
DEEPEST = 16
"""Spaces to which an example may be moved in."""


class Change(Model):
    """A text of the specimen and what takes its place."""

    from_: str = Field(alias="from")
    to: str


class Example(Model):
    """What a code means, and a wrong and a right piece of a file."""

    means: Text
    right: str
    wrong: str
    at: str | None = None
    """The text of the specimen whose place they take; `right` itself where it is empty."""
    given: tuple[Change, ...] = ()
    """What else the example needs, right or wrong."""
    of: str = SCENARIO_FILE
    """The file in which it stands: the scenario, or another that lies beside it."""
    whole: bool = False
    """Whether the wrong one is the whole file."""
    times: int = 1
    """How often the wrong one stands there, one below the other."""
    encoding: str = "utf-8"
    """In which the wrong one is saved."""
    sign: str | None = None
    """The sign (hexadecimal) that stands for each ▯ of the wrong one, where the sign itself may not stand in a file."""
    beside: tuple[str, ...] = ()
    """Codes that the right one has all the same, because of what is given."""


class Examples(Model):
    """One file of examples."""

    format: Literal[1]
    id: Slug
    codes: dict[str, Example]


def folder() -> Path:
    """Where the examples and the specimen are."""
    return Path(str(files("simulator.authoring"))) / "examples"


def specimen() -> str:
    """A small scenario, complete and without a fault."""
    return (folder() / SPECIMEN).read_text(encoding="utf-8")


@cache
def examples() -> dict[str, Example]:
    """All examples by their code, in the order of the codes. Raises `ContentError` where their files have a fault."""
    found: dict[str, Example] = {}
    for path in sorted(folder().glob("*.yaml")):
        if path.name != SPECIMEN:
            found |= _read(path).codes
    return {code: found[code] for code in CODES if code in found}


def _read(path: Path) -> Examples:
    document = read_file(path, path.name)
    read, faults = read_shape(document, Examples)
    findings = in_order([*document.findings, *as_findings(document, faults)])
    if read is None:
        first = findings[0]
        raise ContentError(
            say("{place}: {message}", place=f"{first.file}:{first.line}", message=first.message), first.help
        )
    return read


def example_of(code: str) -> tuple[str, Example]:
    """A code as it is written and its example. Raises `CallError` for a code that does not exist."""
    known = examples()
    # A letter O for a nought is the commonest slip.
    wanted = code.strip().upper().replace("O", "0")
    if wanted in known:
        return wanted, known[wanted]
    near = did_you_mean(wanted, known)
    remedy = say("did you mean '{near}'?", near=near) if near else say("drillroom explain lists all of them")
    raise CallError(say("there is no finding '{code}'", code=code), remedy)


def as_files(example: Example, wrong: bool) -> dict[str, str]:
    """The texts of a scenario's folder in which an example stands, by the names of their files."""
    base = specimen() if example.of == SCENARIO_FILE else (shipped_folder() / example.of).read_text(encoding="utf-8")
    for change in example.given:
        base = _replaced(base, change.from_, change.to)
    place = example.at or example.right
    text = _filled(example) if wrong else example.right
    base = text if wrong and example.whole else _replaced(base, place, text)
    return {SCENARIO_FILE: specimen(), example.of: base}


def _filled(example: Example) -> str:
    sign = chr(int(example.sign, 16)) if example.sign else BLANK
    return "\n".join([example.wrong.replace(BLANK, sign)] * example.times)


def _replaced(base: str, old: str, new: str) -> str:
    """A text with one piece replaced, both moved in as far as the piece stands there. Raises `ValueError` for none."""
    for depth in range(DEEPEST):
        inner = "\n" + " " * depth
        piece = old.replace("\n", inner)
        if base.count(piece) == 1:
            before = base[: base.index(piece)].rpartition("\n")[2]
            # Lines of what is new stand as far in as the line in which it begins.
            inwards = "\n" + " " * (len(before) - len(before.lstrip(" ")))
            return base.replace(piece, new.replace("\n", inwards))
    raise ValueError(f"{old!r} does not stand in the file once")
