"""Coverage-guided fuzzing of whatever reads what others wrote: `python -m tests.full.fuzzing TARGET SECONDS FOLDER`.

Ends with status 0 where nothing but the errors of the house came out within that time, a gibibyte of memory and ten
seconds a case. Needs atheris (libFuzzer). The file of a failing case is left in the folder.
"""

import contextlib
import importlib
import io
import sys
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

atheris: Any = importlib.import_module("atheris")

with atheris.instrument_imports(include=["simulator", "reports.msel"]):
    from reports.msel import as_csv, as_xlsx, cells_of
    from simulator.authoring.load import load_text
    from simulator.authoring.meaning.every import all_findings
    from simulator.authoring.msel import sheet_of
    from simulator.authoring.msel_rows import read_rows
    from simulator.authoring.yaml_reader import read_bytes
    from simulator.clock import Malformed, from_journal, seconds, time_of_day
    from simulator.errors import DrillroomError
    from simulator.journal.glance import glance
    from simulator.journal.lines import decode
    from simulator.journal.reading import read_journal
    from simulator.language.parser import parse
    from simulator.language.translator import translator_for
    from simulator.language.tree import reads
    from simulator.players.script import read_script
    from simulator.room.shared.codec import encode, said
    from simulator.scenario.values import Moment, Range, Window
    from tests.authoring.sample import SAMPLE
    from tests.players.sample import morning
    from tests.soundness.protocol import hear, words_of_clients, words_of_hubs
    from tests.soundness.test_readers import SCRIPT, written

Target = Callable[[bytes, Path], None]


def times(data: bytes, folder: Path) -> None:
    """Durations, times of day, moments, ranges."""
    text = data.decode("utf-8", "replace")
    for read in (seconds, time_of_day, from_journal, Moment.read, Window.read, Range.read):
        with contextlib.suppress(Malformed):
            read(text)


def condition(data: bytes, folder: Path) -> None:
    """The language of conditions."""
    text = data.decode("utf-8", "replace")
    try:
        reads(parse(text))
    except Malformed as fault:
        if not 0 <= fault.start <= len(text):
            raise


def yaml(data: bytes, folder: Path) -> None:
    """Strict YAML."""
    document = read_bytes(data, "f.yaml")
    lines = len(document.source.lines)
    assert all(1 <= each.line <= lines and each.column >= 1 for each in document.findings)


def scenario(data: bytes, folder: Path) -> None:
    """A scenario's file, with all checks of its meaning."""
    loaded = load_text(data.decode("utf-8", "replace"), folder / "scenario.yaml")
    findings = [*loaded.findings, *(all_findings(loaded.matter) if loaded.matter else ())]
    assert loaded.scenario is not None or findings


def script(data: bytes, folder: Path) -> None:
    """A script of acts."""
    (folder / "script.yaml").write_bytes(data)
    read_script(folder / "script.yaml", morning())


def journal(data: bytes, folder: Path) -> None:
    """A journal's file, and its lines each alone."""
    (folder / "drill.jsonl").write_bytes(data)
    reading = read_journal(folder / "drill.jsonl")
    assert reading.problems or reading.entries
    glance(folder / "drill.jsonl")
    for line in data.split(b"\n"):
        with contextlib.suppress(ValueError):
            decode(line)


def client(data: bytes, folder: Path) -> None:
    """What a client says to a shared room's host; what is taken can be said again."""
    with contextlib.suppress(ValueError):
        word = said(data.decode("utf-8", "replace"))
        assert said(encode(word)) == word


def hub(data: bytes, folder: Path) -> None:
    """What a host says to a client, and what the client makes of it."""
    hear(data.decode("utf-8", "replace").split("\n"))


def sheet(data: bytes, folder: Path) -> None:
    """A list of injects as CSV, and as the sheet of a workbook."""
    (folder / "list.csv").write_bytes(data)
    with zipfile.ZipFile(folder / "list.xlsx", "w") as packed:
        for name, part in workbook().items():
            packed.writestr(name, data if name == "xl/worksheets/sheet1.xml" else part)
    for path in (folder / "list.csv", folder / "list.xlsx"):
        with contextlib.suppress(DrillroomError):
            read_rows(cells_of(path), "en")


@cache
def workbook() -> dict[str, bytes]:
    """The parts of a right workbook, by name."""
    book = as_xlsx(sheet_of(morning(), translator_for("en")))
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def sheets() -> list[bytes]:
    """Right lists of injects."""
    return [as_csv(sheet_of(morning(), translator_for("en"))), workbook()["xl/worksheets/sheet1.xml"]]


TARGETS: Mapping[str, tuple[Target, Callable[[], list[bytes]]]] = {
    "times": (times, lambda: [b"1h30m", b"8m..14m", b"doors + 4m", b"07:40", b"T+000:12:30", b"2..5"]),
    "condition": (condition, lambda: [b"a.x > 0.5 and not since(b) < 10m", b"report(kind=first, n=told(a.b)).done",
                                      b"x within 10% of told(y) or z == w + 1"]),
    "yaml": (yaml, lambda: [b"a: {b: [1, 'x', \"y\"], c: |\n  t\n}\n", b"- a\n- b: 07:40\n"]),
    "scenario": (scenario, lambda: [SAMPLE.encode()]),
    "script": (script, lambda: [SCRIPT.encode()]),
    "client": (client, words_of_clients), "hub": (hub, words_of_hubs), "sheet": (sheet, sheets),
    "journal": (journal, lambda: [b"\n".join(written().split(b"\n")[:4]), written()[-1500:]]),
}  # fmt: skip
"""What is fuzzed, and right examples of it to begin from."""


def main(name: str, length: str, folder: Path) -> None:
    """Fuzz one target for so many seconds."""
    target, examples = TARGETS[name]
    corpus, place = folder / "corpus", folder / "files"
    for made in (corpus, place):
        made.mkdir(parents=True, exist_ok=True)
    for number, example in enumerate(examples()):
        (corpus / f"example-{number}").write_bytes(example)
    settings = [f"-max_total_time={length}", "-rss_limit_mb=1024", "-timeout=10", f"-artifact_prefix={folder}/"]
    atheris.Setup([sys.argv[0], *settings, str(corpus)], lambda data: target(data, place))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
