"""What files the reports of one drill are: its scorecard and its after-action report, in any format."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reports.aar.as_json import aar_object, report_object
from reports.aar.content import Content
from reports.aar.drilled import Drilled, Kind
from reports.aar.paper import aar, content
from reports.card.paper import scorecard_paper
from reports.formats.writing import written
from reports.page import scorecard_page
from reports.wording import Wording
from reports.xapi.statements import statements
from simulator.language.translator import Translator
from simulator.rehearsal.whatif.trying import what_if

Progress = Callable[[int, int], None]
"""How much is done, of how much."""


@dataclass(frozen=True, slots=True)
class Output:
    """The files of one report."""

    name: str
    """Without ending: scenario, seed, language, and what sort of report it is."""
    files: Mapping[str, bytes]
    """By ending."""


def outputs(
    drilled: Drilled, speaker: Translator, kind: Kind, form: str, progress: Progress | None = None
) -> Iterator[Output]:
    """The reports of a drill, ready to be written. Each takes its time when it is asked for.

    Raises `ContentError` where a report has nothing that the format could show.
    """
    match form:
        case "json":
            yield _json(drilled, speaker, kind, progress)
        case "xapi":
            yield _xapi(drilled)
        case _:
            yield from _papers(drilled, speaker, kind, form, progress)


def _papers(
    drilled: Drilled, speaker: Translator, kind: Kind, form: str, progress: Progress | None
) -> Iterator[Output]:
    """Scorecard and after-action report, one after the other."""
    name = f"{drilled.name}-{speaker.language}"
    if kind != "aar":
        yield Output(name, _scorecard(drilled, speaker, form))
    if kind != "scorecard":
        yield Output(f"{name}-aar", written(aar(told(drilled, speaker, progress)), form))


def told(drilled: Drilled, speaker: Translator, progress: Progress | None = None) -> Content:
    """What the after-action report is made from, with what each act put right would have changed."""
    found = None
    if drilled.journal.closing is not None:
        found = what_if(drilled.scenario, drilled.journal, progress=progress)
    entries = list(drilled.journal)
    return content(drilled.scenario, entries, drilled.scorecard, speaker, drilled.head, found)


def _scorecard(drilled: Drilled, speaker: Translator, form: str) -> Mapping[str, bytes]:
    scenario, entries = drilled.scenario, list(drilled.journal)
    if form == "html":
        page = scorecard_page(scenario, entries, drilled.scorecard, speaker, drilled.head)
        return {".html": page.encode()}
    wording = Wording(scenario, speaker, entries[0].payload.get("personas", {}))
    return written(scorecard_paper(wording, entries, drilled.scorecard, drilled.head), form)


def _xapi(drilled: Drilled) -> Output:
    """The statements for learning systems, as one list."""
    made = statements(drilled.scenario, drilled.journal, drilled.scorecard, drilled.head)
    text = json.dumps(made, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return Output(drilled.name, {"-xapi.json": text.encode()})


def _json(drilled: Drilled, speaker: Translator, kind: Kind, progress: Progress | None) -> Output:
    """One object, whatever the language: its texts stand in both."""
    entries = list(drilled.journal)
    whole = report_object(drilled.scenario, entries, drilled.scorecard, drilled.head, drilled.path)
    if kind != "scorecard":
        whole |= {"aar": aar_object(told(drilled, speaker, progress))}
    text = json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return Output(drilled.name, {".json": text.encode()})
