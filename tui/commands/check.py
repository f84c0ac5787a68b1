"""`drillroom check`: says whether scenarios are right, every finding at once."""

import json
import os
from pathlib import Path

import click

from simulator.authoring.check import PROFILES, check
from simulator.authoring.diagnostics import Finding, as_annotation, as_json, found, in_order, render
from simulator.authoring.library import find_scenarios
from simulator.authoring.load import Loaded
from simulator.language.said import say
from simulator.language.translator import N_
from tui.session import emit, narrate, translator


@click.command(help=N_("Say whether a scenario is right: every finding, with its place and what to do."))
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--json", "as_object", is_flag=True, help=N_("Print one JSON object."))
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default="play",
    help=N_("How strict: draft (it loads), play (it runs to an end) or publish (everything)."),
)
@click.option("--github", "as_annotations", is_flag=True, help=N_("Print annotations as GitHub Actions reads them."))
@click.pass_context
def command(
    context: click.Context, paths: tuple[str, ...], as_object: bool, profile: str, as_annotations: bool
) -> None:
    files = [file for path in paths for file in find_scenarios(path)]
    checked = [(loaded, _all_findings(loaded, profile)) for loaded in (check(file, profile) for file in files)]
    findings = [finding for _, some in checked for finding in some]
    holds = all(finding.severity != "error" for finding in findings)
    if as_object:
        _print_json(findings, holds)
    elif as_annotations:
        for annotation in _annotations(findings):
            emit(annotation)
    else:
        _print_lines(checked)
    if os.environ.get("GITHUB_ACTIONS") == "true" and not as_annotations:
        # The runner reads annotations from standard error too, where they are in nobody's way.
        for annotation in _annotations(findings):
            narrate(annotation)
    context.exit(0 if holds else 1)


def _all_findings(loaded: Loaded, profile: str) -> list[Finding]:
    if profile == "draft" or not loaded.holds:
        return loaded.findings
    return in_order([*loaded.findings, *_playthroughs(loaded)])


def _playthroughs(loaded: Loaded) -> list[Finding]:
    """The author's own tests that come out otherwise."""
    if loaded.scenario is None or not loaded.scenario.playthroughs:
        return []
    # Playing loads the simulation, which the other checks do without.
    from simulator.rehearsal.playthroughs import run_playthroughs

    file, document = loaded.document.source.file, loaded.document
    return [
        found("E490", file, document.place(("playthroughs", outcome.id, "expect", outcome.index)), outcome.said)
        for outcome in run_playthroughs(loaded.scenario, loaded.path.parent)
        if not outcome.holds
    ]


def _annotations(findings: list[Finding]) -> list[str]:
    speaker = translator()
    return [as_annotation(finding, speaker) for finding in findings]


def _print_json(findings: list[Finding], holds: bool) -> None:
    speaker = translator()
    listed = [as_json(finding, speaker) for finding in findings]
    emit(json.dumps({"ok": holds, "findings": listed}, ensure_ascii=False, indent=2))


def _print_lines(checked: list[tuple[Loaded, list[Finding]]]) -> None:
    speaker = translator()
    for loaded, findings in checked:
        for finding in findings:
            emit(render(finding, loaded.sources[finding.file], speaker) + "\n")
        narrate(_summary(loaded.path, findings))


def _summary(path: Path, findings: list[Finding]) -> str:
    errors = len([each for each in findings if each.severity == "error"])
    others = len(findings) - errors
    if not findings:
        return translator().say(say("{file}: nothing to mend", file=str(path)))
    told = say("{file}: {errors} errors, {others} warnings and hints", file=str(path), errors=errors, others=others)
    return translator().say(told)
