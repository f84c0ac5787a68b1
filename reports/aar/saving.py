"""The pages of a drill, saved beside its journal: scorecard and after-action report."""

from collections.abc import Iterator
from pathlib import Path

from reports.aar.drilled import Drilled
from reports.aar.output import Progress, outputs
from reports.file import write_report
from simulator.language.translator import Translator


def save_pages(drilled: Drilled, folder: Path, speaker: Translator, progress: Progress | None = None) -> Iterator[Path]:
    """Write both pages into a folder, each path as soon as its page stands.

    Raises `WriteError` where a page cannot be written.
    """
    for output in outputs(drilled, speaker, "both", "html", progress):
        for ending, content in output.files.items():
            yield write_report(folder, output.name, ending, content, drilled.head)
