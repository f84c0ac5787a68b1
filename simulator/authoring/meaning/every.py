"""Asks every check of the meaning, and tells the same thing once."""

from collections.abc import Callable, Iterable, Iterator

from simulator.authoring.diagnostics import Finding, in_order
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.chapters import chapter_findings, placeholder_findings
from simulator.authoring.meaning.conditions import condition_findings
from simulator.authoring.meaning.coverage import coverage_findings
from simulator.authoring.meaning.demands import demand_findings
from simulator.authoring.meaning.effects import effect_findings
from simulator.authoring.meaning.expectations import expectation_findings
from simulator.authoring.meaning.feasible import feasible_findings
from simulator.authoring.meaning.grounds import grounds_findings
from simulator.authoring.meaning.ids import id_findings
from simulator.authoring.meaning.incidents import incident_findings
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.meaning.never import never_findings
from simulator.authoring.meaning.outcome import outcome_findings
from simulator.authoring.meaning.references import reference_findings
from simulator.authoring.meaning.times import time_findings
from simulator.authoring.meaning.units import unit_findings
from simulator.authoring.meaning.unused import unused_findings

CHECKS: tuple[Callable[[Matter], Iterable[Finding]], ...] = (
    condition_findings,
    id_findings,
    reference_findings,
    effect_findings,
    expectation_findings,
    time_findings,
    feasible_findings,
    incident_findings,
    unit_findings,
    outcome_findings,
    coverage_findings,
    grounds_findings,
    chapter_findings,
    placeholder_findings,
)

FURTHER: tuple[Callable[[Matter], Iterable[Finding]], ...] = (never_findings, demand_findings, unused_findings)
"""Asked by `check` alone: what they find keeps no drill from running."""

UNUSED = ("W416", "W417", "W418", "W419", "W420", "W421")
NEVER = ("W410", "W411", "W412", "W413")

SEEMING = frozenset({"W411", "W412", *UNUSED})
MISSPELT = ("E400", "E403", "E406", "E419", "E422", "E427")
"""Errors of names, behind which something declared goes unnamed."""

OF_THE_WHOLE = frozenset({"W402", "W403", "W404", "W405", "W423", *NEVER, *UNUSED})
"""What is said of things that are missing: not to be known before every entry can be read."""

HANGS_ON = {"length": ("E412", "E413", "E431", "E432"), "clock": ("E412", "E413"), "languages": ("W401",)}
"""What is said of the rest of a file because of one setting of the whole."""


MOST_ERRORS = 400
"""Of each check; the others show once these are mended. Looking for the nearest name to each takes its time."""


def meaning_findings(matter: Matter) -> list[Finding]:
    """All that is wrong in what a scenario means, in the order of the file."""
    findings = [finding for check in CHECKS for finding in _first(check(matter))]
    return in_order(_without_concerned(matter, findings))


def all_findings(matter: Matter) -> list[Finding]:
    """As `meaning_findings`, with what can never happen, is demanded twice or is not used."""
    findings = [finding for check in CHECKS for finding in _first(check(matter))]
    findings += _beyond_errors(findings, [finding for check in FURTHER for finding in _first(check(matter))])
    return in_order(_without_concerned(matter, findings))


def _first(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings up to the most errors that are looked for."""
    errors = 0
    for finding in findings:
        yield finding
        errors += finding.severity == "error"
        if errors >= MOST_ERRORS:
            return


def _beyond_errors(findings: list[Finding], further: list[Finding]) -> list[Finding]:
    """What no error says already. Where a name is misspelt, what bears it only seems unused or without a cause."""
    wrong = {finding.line for finding in findings if finding.severity == "error"}
    misspelt = any(finding.code.startswith("E3") or finding.code in MISSPELT for finding in findings)
    hidden = SEEMING if misspelt else frozenset()
    return [each for each in further if each.line not in wrong and each.code not in hidden]


def _without_concerned(matter: Matter, findings: list[Finding]) -> list[Finding]:
    """What does not hang on lines with faults as YAML, nor on entries that were filled in for their shape.

    Of such entries, conditions alone are told.
    """
    unread = {finding.line for finding in matter.document.findings}
    findings = [each for each in _once(findings) if each.line not in unread or each.file != matter.document.source.file]
    if not matter.concerned:
        return findings
    lines = _lines(matter, {path[:2] for path in matter.concerned})
    hidden = OF_THE_WHOLE | {code for path in matter.concerned for code in HANGS_ON.get(str(path[0]), ())}
    return [each for each in findings if _stands(each, lines, hidden)]


def _stands(finding: Finding, lines: set[int], hidden: frozenset[str]) -> bool:
    """Whether a finding holds however the entries on these lines are mended."""
    if finding.code in hidden:
        return False
    other = finding.related.line if finding.related else 0
    return finding.code.startswith("E3") or not {finding.line, other} & lines


def _once(findings: list[Finding]) -> list[Finding]:
    told = {(each.code, each.line, each.column, str(each.message)): each for each in findings}
    return list(told.values())


def _lines(matter: Matter, entries: Iterable[KeyPath]) -> set[int]:
    """The lines of entries of the file, whose paths have one or two steps; every place is looked at once."""
    first = {entry: matter.document.key_place(entry).line for entry in entries}
    last = dict(first)
    for path, spot in matter.document.places.items():
        for entry in (path[:1], path[:2]):
            if entry in last:
                last[entry] = max(last[entry], spot.value.line)
    return {line for entry, begins in first.items() for line in range(begins, last[entry] + 1)}
