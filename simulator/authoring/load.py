"""From a scenario's file to the model, with all that is wrong with its YAML and its shape."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.authoring.diagnostics import Finding, found, in_order
from simulator.authoring.document import Document, KeyPath
from simulator.authoring.library import shown
from simulator.authoring.meaning.every import meaning_findings
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.mending import mended
from simulator.authoring.resolve import Grounds, own_orders, read_grounds
from simulator.authoring.shape import as_findings, read_shape
from simulator.authoring.source import Source
from simulator.authoring.yaml_reader import read_file, read_yaml
from simulator.errors import ContentError
from simulator.language.said import say
from simulator.scenario.scenario import Scenario, ScenarioFile


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario's file as far as it could be read."""

    path: Path
    scenario: Scenario | None
    """None where the YAML or the shape does not hold."""
    findings: list[Finding]
    """All that is wrong, in the order of the file."""
    sources: dict[str, Source]
    """The texts that findings point into, by the file that they name."""
    document: Document
    matter: Matter | None
    """What the checks of the meaning look at: the scenario, or, with shape faults filled in, the rest of it."""

    @property
    def holds(self) -> bool:
        """Whether there is no error among the findings."""
        return all(finding.severity != "error" for finding in self.findings)


def load_scenario(path: Path) -> Loaded:
    """A scenario's file with the plan, orders and conduct that it rests on.

    Findings concern YAML and shape only. Raises `FileError` where the file is missing or cannot be opened.
    """
    return _loaded(read_file(path, shown(path)), path)


def load_text(text: str, path: Path) -> Loaded:
    """As `load_scenario`, of a text that is meant to stand at *path*."""
    return _loaded(read_yaml(text, shown(path)), path)


def scenario_or_raise(path: Path) -> Scenario:
    """The scenario in a file, ready to run.

    Raises `FileError` where it cannot be opened, and `ContentError` with the first error, on one line
    with its place, where it has any (in its meaning, too).
    """
    loaded = load_scenario(path)
    findings = [*loaded.findings, *(meaning_findings(loaded.matter) if loaded.matter else ())]
    errors = [finding for finding in in_order(findings) if finding.severity == "error"]
    if errors or loaded.scenario is None:
        raise _as_error(errors[0], len(errors) - 1)
    return loaded.scenario


def _as_error(finding: Finding, further: int) -> ContentError:
    place = f"{finding.file}:{finding.line}:{finding.column}"
    if further:
        message = say("{place}: {message} (and {further} more; see 'drillroom check')",
                      place=place, message=finding.message, further=further)  # fmt: skip
    else:
        message = say("{place}: {message}", place=place, message=finding.message)
    return ContentError(message, finding.help)


def _loaded(document: Document, path: Path) -> Loaded:
    if not isinstance(document.value, dict) and not document.holds:
        return Loaded(path, None, in_order(document.findings), _sources(document), document, None)
    seats = _seats_in_words(document)
    if seats:
        return Loaded(path, None, in_order([*document.findings, *seats]), _sources(document), document, None)
    file, faults = read_shape(document, ScenarioFile)
    findings = [*document.findings, *_beyond(document, as_findings(document, faults))]
    if not isinstance(document.value, dict):
        return Loaded(path, None, in_order(findings), _sources(document), document, None)
    grounds = read_grounds(document, path.parent)
    findings += grounds.findings
    concerned: frozenset[KeyPath] = frozenset()
    if file is None:
        file, concerned = mended(document.value, ScenarioFile) or (None, frozenset())
    scenario, own = _resolved(document, file, grounds)
    findings += own
    whole = scenario if not faults and not own and document.holds else None
    matter = Matter(document, scenario, grounds, concerned) if scenario else None
    return Loaded(path, whole, in_order(findings), _sources(document, grounds), document, matter)


def _seats_in_words(document: Document) -> list[Finding]:
    """Entries of a list of seats that are no words, which the model cannot take for seats."""
    seats = document.value.get("seats") if isinstance(document.value, dict) else None
    entries = enumerate(seats) if isinstance(seats, list) else ()
    message, remedy = say("a seat is a word"), say("write it like {example}", example="petition_lead")
    file = document.source.file
    return [
        found("E203", file, document.place(("seats", position)), message, remedy)
        for position, seat in entries
        if not isinstance(seat, str)
    ]


def _sources(document: Document, grounds: Grounds | None = None) -> dict[str, Source]:
    return {**(grounds.sources if grounds else {}), document.source.file: document.source}


def _beyond(document: Document, findings: list[Finding]) -> list[Finding]:
    """Findings of the shape on lines that have no fault as YAML: those would tell the same thing twice."""
    lines = {finding.line for finding in document.findings}
    return [finding for finding in findings if finding.line not in lines]


def _resolved(document: Document, file: ScenarioFile | None, grounds: Grounds) -> tuple[Scenario | None, list[Finding]]:
    if grounds.catalogue is None:
        return None, []
    catalogue, faults = own_orders(document, grounds.catalogue)
    findings = as_findings(document, faults)
    if file is None or grounds.plan is None or grounds.conduct is None:
        return None, findings
    settings: dict[str, Any] = {name: getattr(file, name) for name in type(file).model_fields}
    settings |= {"emergency_plan": grounds.plan, "catalogue": catalogue, "conduct": grounds.conduct}
    return Scenario.model_construct(**settings), findings
