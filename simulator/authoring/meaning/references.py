"""References: every id that is used is declared somewhere (E400, E417, E418)."""

from collections.abc import Callable, Iterable, Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import Matter
from simulator.language.said import Said, say
from simulator.scenario.crises import Flow, Person
from simulator.scenario.effects import Effects
from simulator.scenario.incidents import Gathering, Reception
from simulator.scenario.messages import Decision, Inject
from simulator.scenario.scenario import Scenario

Reference = tuple[KeyPath, str, str]
"""Where an id is used, the id, and what it should be."""

_MISSING: dict[str, Callable[[str], Said]] = {
    "seat": lambda name: say("there is no seat '{name}'", name=name),
    "place": lambda name: say("there is no place '{name}'", name=name),
    "incident": lambda name: say("there is no incident '{name}'", name=name),
    "gathering": lambda name: say("there is no gathering '{name}'", name=name),
    "inject": lambda name: say("there is no inject '{name}'", name=name),
    "decision": lambda name: say("there is no decision '{name}'", name=name),
    "role": lambda name: say("the plan has no role '{name}'", name=name),
    "type": lambda name: say("the plan has no type '{name}'", name=name),
    "order": lambda name: say("there is no order '{name}'", name=name),
    "clause": lambda name: say("the plan has no clause '{name}'", name=name),
    "code": lambda name: say("there is no conduct code '{name}'", name=name),
}
_CODES = {"clause": "E417", "code": "E418"}


def reference_findings(matter: Matter) -> Iterator[Finding]:
    """Ids that name nothing."""
    known = _known(matter)
    for path, name, sort in _references(matter):
        if name not in known[sort]:
            yield _unknown(matter, path, name, sort, known[sort])
    yield from _options(matter)


def _unknown(matter: Matter, path: KeyPath, name: str, sort: str, known: list[str]) -> Finding:
    message = _MISSING[sort](name)
    return matter.unknown(path, name, known, message, _CODES.get(sort, "E400"))


def _known(matter: Matter) -> dict[str, list[str]]:
    scenario, plan = matter.scenario, matter.scenario.emergency_plan
    base = matter.grounds.catalogue
    return {
        "seat": list(scenario.seats), "place": list(scenario.places), "incident": list(scenario.incidents),
        "gathering": [name for name, each in scenario.incidents.items() if isinstance(each, Gathering)],
        "inject": list(scenario.injects), "decision": list(scenario.decisions), "role": list(plan.roles),
        "type": list(plan.types), "order": list(base.orders if base else {}), "clause": list(plan.clauses),
        "code": list(scenario.conduct.codes),
    }  # fmt: skip


def _references(matter: Matter) -> Iterator[Reference]:
    scenario = matter.scenario
    yield ("type",), scenario.type, "type"
    yield from _many(matter, ("without",), scenario.without, "order")
    yield from _seats_and_places(matter, scenario)
    yield from _incidents(scenario)
    for path, value in matter.values():
        if isinstance(value, Effects):
            yield from _effects(matter, path, value)
    yield from _expectations(matter, scenario)


def _many(matter: Matter, path: KeyPath, names: Iterable[str], sort: str) -> Iterator[Reference]:
    for position, name in enumerate(names):
        yield matter.entry(path, position), name, sort


def _seats_and_places(matter: Matter, scenario: Scenario) -> Iterator[Reference]:
    for name, seat in scenario.seats.items():
        path = matter.entry(("seats",), name)
        yield (*path, "role") if seat.role else path, scenario.role_of(name), "role"
        yield from _many(matter, (*path, "sees"), seat.sees, "place")
    for position, route in enumerate(scenario.routes):
        yield from _many(matter, ("routes", position, "between"), route.between, "place")
    for name, unit in scenario.units.items():
        yield ("units", name, "base"), unit.base, "place"
        yield ("units", name, "under"), unit.under, "seat"
    for name, playthrough in scenario.playthroughs.items():
        if playthrough.seat:
            yield ("playthroughs", name, "seat"), playthrough.seat, "seat"


def _incidents(scenario: Scenario) -> Iterator[Reference]:
    for name, incident in scenario.incidents.items():
        if isinstance(incident, Gathering | Reception | Person):
            yield ("incidents", name, "place"), incident.place, "place"
        if isinstance(incident, Flow):
            for position, section in enumerate(incident.path):
                yield ("incidents", name, "path", position, "place"), section.place, "place"
        if isinstance(incident, Reception) and incident.arrivals.from_:
            yield ("incidents", name, "arrivals", "from"), incident.arrivals.from_, "gathering"


def _effects(matter: Matter, path: KeyPath, effects: Effects) -> Iterator[Reference]:
    yield from _many(matter, (*path, "inject"), effects.inject, "inject")
    yield from _many(matter, (*path, "starts"), effects.starts, "incident")
    yield from _many(matter, (*path, "ends"), effects.ends, "incident")
    if effects.of:
        yield (*path, "of"), effects.of, "incident"
    code = getattr(effects, "conduct", None)
    if code:
        yield (*path, "conduct"), code, "code"
    if isinstance(effects, Inject):
        yield from _many(matter, (*path, "to"), effects.to, "seat")
        yield from _many(matter, (*path, "asks"), effects.asks, "decision")
    if isinstance(effects, Decision):
        yield (*path, "to"), effects.to, "seat"


def _expectations(matter: Matter, scenario: Scenario) -> Iterator[Reference]:
    for name, expectation in scenario.expectations.items():
        path: KeyPath = ("expectations", name)
        yield (*path, "of"), expectation.of, "seat"
        yield from _many(matter, (*path, "clauses"), expectation.clauses, "clause")
        if expectation.if_missed:
            yield (*path, "if_missed"), expectation.if_missed, "code"
        if expectation.law:
            yield (*path, "law", "conduct"), expectation.law.conduct, "code"
        for position, grade in enumerate(expectation.quality):
            if grade.conduct:
                yield (*path, "quality", position, "conduct"), grade.conduct, "code"


def _options(matter: Matter) -> Iterator[Finding]:
    """Options that a decision names: its answer for silence, and the decisions that follow."""
    for name, decision in matter.scenario.decisions.items():
        path: KeyPath = ("decisions", name)
        if decision.if_silent not in decision.options:
            message = say("'{decision}' has no option '{name}'", decision=name, name=decision.if_silent)
            yield matter.unknown((*path, "if_silent"), decision.if_silent, list(decision.options), message)
        for key, option in decision.options.items():
            if option.then and option.then not in matter.scenario.decisions:
                message = say("there is no decision '{name}'", name=option.then)
                there: KeyPath = (*path, "options", key, "then")
                yield matter.unknown(there, option.then, list(matter.scenario.decisions), message)
