"""Incidents: stages that can be reached, and pressures that do not feed on themselves (E414–E416)."""

import math
from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import Matter
from simulator.language.condition import Condition
from simulator.language.said import say
from simulator.language.tree import Expression, Name, Since, Span, children
from simulator.scenario.crises import Person
from simulator.scenario.incidents import Gathering
from simulator.scenario.moods import Mood, Pressure

Moody = Gathering | Person
"""What has a mood: the tension of a group, the distress of a person."""


def incident_findings(matter: Matter) -> Iterator[Finding]:
    """What can never happen in an incident, or would chase itself."""
    for name, incident in matter.scenario.incidents.items():
        if isinstance(incident, Gathering | Person):
            yield from _stages(matter, name, incident)
            yield from _pressures(matter, name, incident)


def mood_of(incident: Moody) -> tuple[str, Mood]:
    """The mood of an incident, with its name."""
    match incident:
        case Gathering():
            return "tension", incident.tension
        case Person():
            return "distress", incident.distress


def _stages(matter: Matter, name: str, incident: Moody) -> Iterator[Finding]:
    part, _ = mood_of(incident)
    most = highest(matter, name, incident)
    before = 0.0
    for stage, written in incident.stages.items():
        path: KeyPath = ("incidents", name, "stages", stage)
        if written.above <= before:
            message = say("'{stage}' is not above the stage before it", stage=stage)
            yield matter.at("E414", (*path, "above"), message, say("write stages weakest first, each higher"))
        if written.left_below >= written.above > 0:
            message = say("'until_below' must lie under 'above'")
            yield matter.at("E414", (*path, "until_below"), message, say("write a smaller share, or leave it out"))
        if written.above > most:
            message = say("the stage '{stage}' can never be reached: {part} comes to {most} at most",
                          stage=stage, part=part, most=f"{most:.2f}")  # fmt: skip
            remedy = say("lower 'above', or raise the base or a pressure")
            yield matter.at("E415", (*path, "above"), message, remedy, related=("incidents", name, part),
                            note=say("from here"))  # fmt: skip
        before = max(before, written.above)


def highest(matter: Matter, name: str, incident: Moody) -> float:
    """The tension or distress that could come with every pressure, no trust, and every step that raises it.

    Each step of the scenario counts once, and of the orders the one that raises it most.
    """
    part, mood = mood_of(incident)
    level = mood.base + math.fsum(each.raises for each in incident.pressures.values())
    level += incident.trust.weight / 2 if isinstance(incident, Gathering) else 0.0
    own = f"{name}.{part}"
    voice = incident.second_voice if isinstance(incident, Person) else 0.0
    steps = math.fsum((*matter.raised.get(own, ()), voice))
    ordered = max(matter.ordered.get(own, 0.0), matter.ordered.get(part, 0.0))
    return min(1.0, max(level, mood.start) + steps + ordered)


def _pressures(matter: Matter, name: str, incident: Moody) -> Iterator[Finding]:
    own = {(name, "stage"), (name, mood_of(incident)[0])}
    for key, pressure in incident.pressures.items():
        path: KeyPath = ("incidents", name, "pressures", key)
        yield from _thresholds(matter, path, pressure)
        if pressure.when:
            yield from _on_itself(matter, (*path, "when"), own, pressure.when)
    for key, relief in incident.reliefs.items():
        yield from _on_itself(matter, ("incidents", name, "reliefs", key, "when"), own, relief.when)


def _thresholds(matter: Matter, path: KeyPath, pressure: Pressure) -> Iterator[Finding]:
    above, below = pressure.above, pressure.until_below
    remedy = say("write both, the second smaller: above: 0.6, until_below: 0.5")
    if (above is None) != (below is None):
        message = say("a pressure from the mood itself needs 'above' and 'until_below'")
        yield matter.at("E416", path, message, remedy, key=True)
    elif above is not None and below is not None and below >= above:
        yield matter.at("E416", (*path, "until_below"), say("'until_below' must lie under 'above'"), remedy)


def _on_itself(matter: Matter, path: KeyPath, own: set[tuple[str, str]], condition: Condition) -> Iterator[Finding]:
    for span in _own_reads(condition.tree, own):
        message = say("this depends on the mood that it changes, and would chase itself")
        remedy = say("give a pressure two thresholds instead of 'when': above: 0.6, until_below: 0.5")
        yield matter.at("E416", path, message, remedy, span=span)


def _own_reads(tree: Expression, own: set[tuple[str, str]]) -> Iterator[Span]:
    """Where a condition reads the incident's own mood or stage; when a stage was reached is no such place."""
    match tree:
        case Name(parts=parts) if parts in own:
            yield tree.span
        case Since():
            return
        case _:
            for child in children(tree):
                yield from _own_reads(child, own)
