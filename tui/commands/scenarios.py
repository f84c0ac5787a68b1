"""`drillroom scenarios`: lists the scenarios there are."""

import json
from typing import Any

import click

from simulator.authoring.library import shipped
from simulator.authoring.load import load_scenario
from simulator.clock import duration
from simulator.language.said import say
from simulator.language.translator import LANGUAGES, N_
from simulator.scenario.scenario import Scenario
from tui.session import emit, translator, warn


@click.command(help=N_("List the scenarios there are."))
@click.option("--json", "as_list", is_flag=True, help=N_("Print one JSON list."))
def command(as_list: bool) -> None:
    rows = []
    for path in shipped():
        loaded = load_scenario(path)
        if loaded.scenario is None:
            warn(say("{file} cannot be read; 'drillroom check' says why", file=str(path)))
            continue
        rows.append((str(path), loaded.scenario))
    if as_list:
        listed = [as_object(scenario, path) for path, scenario in rows]
        emit(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for _, scenario in rows:
        for line in lines(scenario):
            emit(line)


def as_object(scenario: Scenario, path: str) -> dict[str, Any]:
    """A scenario as `scenarios --json` lists it."""
    return {
        "id": scenario.id,
        "type": scenario.type,
        "title": {language: scenario.title.in_language(language) for language in LANGUAGES},
        "length": scenario.length,
        "seats": list(scenario.seats),
        "clauses": clauses(scenario),
        "path": path,
    }


def clauses(scenario: Scenario) -> list[str]:
    """Every clause of the plan that an expectation cites, sorted."""
    return sorted({clause for expectation in scenario.expectations.values() for clause in expectation.clauses})


def lines(scenario: Scenario) -> list[str]:
    """A scenario as a person reads it in the list."""
    speaker = translator()
    kind = scenario.emergency_plan.types.get(scenario.type)
    facts = say(
        "  {type} · {length} · {seats} · clauses {clauses}",
        type=kind.name if kind else scenario.type,
        length=duration(scenario.length),
        seats=list(scenario.seats),
        clauses=clauses(scenario),
    )
    return [f"{scenario.id}: {speaker.say(scenario.title)}", speaker.say(facts)]
