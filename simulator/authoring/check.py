"""Whether a scenario is right, in one of three profiles: draft, play or publish."""

from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args

from simulator.authoring.diagnostics import Finding, in_order
from simulator.authoring.load import Loaded, load_scenario
from simulator.authoring.meaning.every import all_findings
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.text.languages import language_findings
from simulator.authoring.text.load import load_findings
from simulator.authoring.text.personal import personal_findings
from simulator.authoring.text.wording import wording_findings
from simulator.errors import CallError
from simulator.language.said import say

Profile = Literal["draft", "play", "publish"]

PROFILES: tuple[str, ...] = get_args(Profile)
"""`draft`: it loads, so only errors are told. `play`: warnings too. `publish`: what is incomplete is an error."""

INCOMPLETE = frozenset({"W401", "W402", "W403", "W505", "W506", "W507", "W509"})
"""Warnings of `play` that are errors of `publish`: translations, clauses, a measure of harm, names in braces, data that
looks real, words that label people.
"""


def check(path: Path, profile: str = "play") -> Loaded:
    """A scenario's file with every finding about it, as the profile weighs them; playthroughs are not run.

    Raises `FileError` where it is missing or cannot be opened, `CallError` for another profile.
    """
    if profile not in PROFILES:
        raise CallError(say("no profile '{profile}'", profile=profile), say("it can be: {known}", known=[*PROFILES]))
    loaded = load_scenario(path)
    meant = all_findings(loaded.matter) if loaded.matter else []
    texts = _texts(loaded, path.parent) if profile != "draft" else []
    findings = [_weighed(finding, profile) for finding in (*loaded.findings, *meant, *texts)]
    return replace(loaded, findings=in_order(each for each in findings if each))


def _texts(loaded: Loaded, folder: Path) -> list[Finding]:
    """What is to be said of the texts; of a file whose shape does not hold, only what stands in its lines."""
    findings = [*personal_findings(loaded.document)]
    if loaded.matter and not loaded.matter.concerned:
        findings += _of_sound_texts(loaded.matter, folder)
    return findings


def _of_sound_texts(matter: Matter, folder: Path) -> list[Finding]:
    return [*load_findings(matter), *language_findings(matter), *wording_findings(matter, folder)]


def _weighed(finding: Finding, profile: str) -> Finding | None:
    if profile == "draft" and finding.severity != "error":
        return None
    if profile == "publish" and finding.code in INCOMPLETE:
        return replace(finding, severity="error")
    return finding
