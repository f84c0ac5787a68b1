"""Times: what counts from what, limits after targets, and nothing past the drill's end (E411–E413, E421)."""

from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.meaning.schedule import LONGEST_CHAIN
from simulator.clock import duration, on_clock
from simulator.language.said import Said, say
from simulator.language.tree import Duration, Since, walk
from simulator.scenario.crises import Person
from simulator.scenario.deeds import due_of
from simulator.scenario.expectations import Expectation
from simulator.scenario.values import Moment

DAY = 86400


def time_findings(matter: Matter) -> Iterator[Finding]:
    """Times that contradict one another or the drill's length."""
    circles = _circles(matter)
    for path, moment in _moments(matter):
        yield from _counted_from(matter, path, moment, circles)
        yield from _in_time(matter, path, moment)
    for name, expectation in matter.scenario.expectations.items():
        yield from _deadline(matter, ("expectations", name), expectation)
    for name, decision in matter.scenario.decisions.items():
        yield from _within_length(matter, ("decisions", name, "time_limit"), decision.time_limit)
    yield from _spans(matter)


def _moments(matter: Matter) -> Iterator[tuple[KeyPath, Moment]]:
    yield from ((path, value) for path, value in matter.values() if isinstance(value, Moment))


def _counted_from(matter: Matter, path: KeyPath, moment: Moment, circles: frozenset[str]) -> Iterator[Finding]:
    scenario = matter.scenario
    if not moment.after:
        return
    head, _, part = moment.after.partition(".")
    known = {*scenario.injects, *scenario.decisions, *scenario.incidents, *scenario.catalogue.orders}
    stages = getattr(scenario.incidents.get(head), "stages", {})
    ends = part == "ended" and isinstance(scenario.incidents.get(head), Person)
    if head not in known or (part and part not in stages and not ends):
        names = [*scenario.injects, *scenario.decisions]
        names += [f"{name}.{stage}" for name, each in scenario.incidents.items()
                  for stage in getattr(each, "stages", {})]  # fmt: skip
        message = say("'{name}' is nothing that happens", name=moment.after)
        yield matter.unknown(path, moment.after, names, message)
    elif moment.after in scenario.incidents:
        message = say("'{name}' alone is no moment", name=head)
        yield matter.at("E400", path, message, say("count from one of its stages or from an inject"))
    elif str(path[1]) in circles:
        message = say("this counts from itself and so never happens")
        yield matter.at("E421", path, message, say("give one of them a time of its own"))


def _circles(matter: Matter) -> frozenset[str]:
    """What counts from itself: following `at` from one to the next leads back. Each is walked through once."""
    walked: dict[str, None] = {}
    found: set[str] = set()
    for name in (*matter.scenario.injects, *matter.scenario.decisions, *matter.scenario.incidents):
        way: dict[str, None] = {}
        while name and name not in walked:
            walked[name] = way[name] = None
            moment = _at(matter, name)
            name = moment.after if moment else ""
        steps = list(way)
        found.update(steps[steps.index(name) :] if name in way else ())
    return frozenset(found)


def _at(matter: Matter, name: str) -> Moment | None:
    scenario = matter.scenario
    written = scenario.injects.get(name) or scenario.decisions.get(name) or scenario.incidents.get(name)
    return getattr(written, "at", None)


def earliest(matter: Matter, moment: Moment, depth: int = 0) -> int:
    """The first second at which a moment can be: what has no fixed time is taken to be possible at once."""
    if moment.clock is not None:
        return (moment.clock - matter.scenario.clock) % DAY
    before = _at(matter, moment.after) if moment.after else None
    if before is None or depth > LONGEST_CHAIN:
        return moment.window.low
    return earliest(matter, before, depth + 1) + moment.window.low


def _in_time(matter: Matter, path: KeyPath, moment: Moment) -> Iterator[Finding]:
    first = earliest(matter, moment)
    if first >= matter.scenario.length:
        message = say("this is at {time}, when the drill is over", time=on_clock(matter.scenario.clock, first))
        yield matter.at("E413", path, message, _ends(matter), related=("length",), note=say("the drill's length"))


def _ends(matter: Matter) -> Said:
    scenario = matter.scenario
    end = on_clock(scenario.clock, scenario.length)
    return say("the drill ends at {end}, after {length}", end=end, length=duration(scenario.length))


def _within_length(matter: Matter, path: KeyPath, seconds: int) -> Iterator[Finding]:
    if seconds > matter.scenario.length:
        message = say("{time} is longer than the drill", time=duration(seconds))
        yield matter.at("E412", path, message, _ends(matter), related=("length",), note=say("the drill's length"))


def _deadline(matter: Matter, path: KeyPath, expectation: Expectation) -> Iterator[Finding]:
    if expectation.target > expectation.limit:
        message = say("the target {target} lies after the limit {limit}",
                      target=duration(expectation.target), limit=duration(expectation.limit))  # fmt: skip
        yield matter.at("E411", (*path, "target"), message, say("write the smaller time as 'target'"),
                        related=(*path, "limit"), note=say("the limit"))  # fmt: skip
    due = _first_due(matter, expectation)
    if due + expectation.limit > matter.scenario.length:
        message = say("this limit lies after the end of the drill: due at {due} at the earliest",
                      due=on_clock(matter.scenario.clock, due))  # fmt: skip
        yield matter.at("E412", (*path, "limit"), message, _ends(matter), related=("length",),
                        note=say("the drill's length"))  # fmt: skip


def _first_due(matter: Matter, expectation: Expectation) -> int:
    due = due_of(matter.scenario, expectation) if "(" not in expectation.due else None
    moments = [_at(matter, name) for name in due.ids] if due and due.kind != "message" else []
    asked = [_at(matter, name) for name, inject in matter.scenario.injects.items() if expectation.due in inject.asks]
    fixed = [earliest(matter, moment) for moment in (*moments, *asked) if moment]
    return min(fixed, default=0)


def _spans(matter: Matter) -> Iterator[Finding]:
    """`since(x) < d` with a time longer than the drill is no question."""
    for path, condition in matter.conditions:
        if not any(isinstance(part, Since) for part in walk(condition.tree)):
            continue
        for part in walk(condition.tree):
            if isinstance(part, Duration) and part.value > matter.scenario.length:
                message = say("{time} is longer than the drill", time=duration(part.value))
                yield matter.at("E412", path, message, _ends(matter), span=part.span)
