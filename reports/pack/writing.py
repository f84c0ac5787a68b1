"""Which papers belong to a scenario's pack, and under which names they are written."""

from collections.abc import Iterator
from pathlib import Path

from reports.file import write_report
from reports.formats.writing import mark_of, written
from reports.pack.briefing import briefing
from reports.pack.facilitator import facilitator
from reports.paper.model import Paper
from reports.wording import Wording
from simulator.language.translator import Translator
from simulator.scenario.scenario import Scenario

PACK_FORMATS = ("html", "pdf", "docx")
"""What a pack can be written as."""


def papers(scenario: Scenario, translator: Translator) -> Iterator[tuple[str, Paper]]:
    """A briefing for every seat, then the facilitator's pack, each with the name of its file."""
    # Names are drawn anew in every drill; on paper people go by their part in the story.
    wording = Wording(scenario, translator)
    tail = "" if translator.language == "en" else f"-{translator.language}"
    for seat in scenario.seats:
        yield f"{scenario.id}-briefing-{seat}{tail}", briefing(wording, seat)
    yield f"{scenario.id}-facilitator{tail}", facilitator(wording)


def write_pack(scenario: Scenario, translator: Translator, folder: Path, form: str) -> Iterator[Path]:
    """Write a pack and answer the path of each file. Papers of the same scenario are replaced, no other file is.

    *form* is one of `PACK_FORMATS`. Raises `WriteError` where the folder takes no file.
    """
    for name, paper in papers(scenario, translator):
        for ending, content in written(paper, form).items():
            yield write_report(folder, name, ending, content, mark_of(paper))
