"""Why something never came up in a rehearsal: which part of its condition held how often, or what did not bring it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.language.said import Said, say
from simulator.language.tree import All, Compare, Name, Not, Number, Some
from simulator.rehearsal.exam.tally import Tally, Waited
from simulator.rehearsal.exam.things import things
from simulator.rehearsal.exam.waiting import Part, awaited
from simulator.scenario.deeds import due_of
from simulator.scenario.effects import Effects
from simulator.scenario.scenario import Scenario

UNSEEN = Waited()


@dataclass(frozen=True, slots=True)
class Never:
    """Something that came up in no drill."""

    path: str
    why: tuple[Said, ...]


def never(scenario: Scenario, tally: Tally) -> tuple[Never, ...]:
    """All that never came up, in the scenario's order, each with why."""
    told = _Telling(scenario, tally)
    missing = (path for paths in things(scenario).values() for path in paths if not tally.paths[path])
    return tuple(Never(path, tuple(told.why(path))) for path in missing)


class _Telling:
    """One rehearsal."""

    def __init__(self, scenario: Scenario, tally: Tally) -> None:
        self._scenario = scenario
        self._tally = tally
        self._awaited = awaited(scenario)

    def why(self, path: str) -> Iterator[Said]:
        match path.split("."):
            case ["injects" | "decisions" | "incidents" as kind, name]:
                yield from self._not_triggered(kind, name)
            case ["decisions", decision, "options", _]:
                yield self._not_taken(decision)
            case ["orders", verb]:
                yield self._not_ordered(verb)
            case ["incidents", incident, "stages", stage]:
                yield self._not_reached(incident, stage)
            case ["expectations", name]:
                yield self._not_due(name)
            case ["expectations", name, "met"]:
                yield self._not_met(name)

    # -- injects, decisions, incidents --------------------------------------------------------------------

    def _not_triggered(self, kind: str, name: str) -> Iterator[Said]:
        written = getattr(self._scenario, kind)[name]
        part = self._awaited.get(f"{kind}.{name}")
        if written.at is not None:
            after = str(written.at.after or "")
            if after and not self._happened(after):
                yield say("it counts from '{event}', which never happened", event=after)
            elif part is not None:
                yield say("it is asked at its time ({at}) alone, and did not hold then", at=str(written.at))
        if part is not None:
            yield from self._not_held(part)
        if written.at is None and part is None:
            yield from self._not_brought(kind, name)

    def _not_brought(self, kind: str, name: str) -> Iterator[Said]:
        brought = list(dict.fromkeys(self._bringers(kind, name)))
        if brought:
            yield say("only this brings it, and it never came up: {paths}", paths=brought)
        else:
            yield say("nothing brings it")

    def _bringers(self, kind: str, name: str) -> Iterator[str]:
        scenario = self._scenario
        for path, effects in _effects(scenario):
            if name in (effects.inject if kind == "injects" else effects.starts if kind == "incidents" else ()):
                yield path
        if kind == "decisions":
            yield from (f"injects.{inject}" for inject, each in scenario.injects.items() if name in each.asks)
            for decision, each in scenario.decisions.items():
                for option, choice in each.options.items():
                    if choice.then == name:
                        yield f"decisions.{decision}.options.{option}"

    def _happened(self, event: str) -> bool:
        """Whether an inject, a stage, a decision, an incident or an order with this name ever came up."""
        head, _, part = event.partition(".")
        paths = (f"injects.{head}", f"decisions.{head}", f"orders.{head}", f"incidents.{head}")
        if part:
            return bool(self._tally.paths[f"incidents.{head}.stages.{part}"] or self._tally.paths[f"orders.{head}"])
        return any(self._tally.paths[path] for path in paths)

    # -- conditions ---------------------------------------------------------------------------------------

    def _not_held(self, part: Part) -> Iterator[Said]:
        """Which part of a condition is to blame."""
        seen = self._seen(part)
        if seen.drills:
            yield self._held(part)
        match part.tree:
            case All():
                blamed = [inner for inner in part.parts if not self._seen(inner).drills]
                for inner in blamed:
                    yield from self._not_held(inner)
                if not blamed and not seen.drills:
                    yield from (self._held(inner) for inner in part.parts)
                    yield say("each part held, never all of them together")
            case Some() if not seen.drills:
                for inner in part.parts:
                    yield from self._not_held(inner)
            case Not() if not seen.drills:
                yield say("'{part}' held all the time in all {runs} drills", part=part.parts[0].source, runs=self._runs)
            case _ if not seen.drills:
                yield self._alone(part)

    def _seen(self, part: Part) -> Waited:
        return self._tally.waited.get(part.source, UNSEEN)

    @property
    def _runs(self) -> int:
        return self._tally.runs

    def _held(self, part: Part) -> Said:
        seen = self._seen(part)
        minutes = round(seen.seconds / max(seen.drills, 1) / 60, 1)
        values = {"part": part.source, "drills": seen.drills, "runs": self._runs, "minutes": minutes}
        return say("'{part}' held in {drills} of {runs} drills, for {minutes} min on average", **values)

    def _alone(self, part: Part) -> Said:
        """A single comparison or name that never held, with how near it came."""
        values: dict[str, object] = {"part": part.source, "runs": self._runs}
        near = self._nearest(part)
        if near is None:
            return say("'{part}' never held in {runs} drills", **values)
        word, value = near
        if word == "highest":
            return say("'{part}' never held in {runs} drills (highest {value})", value=_short(value), **values)
        return say("'{part}' never held in {runs} drills (lowest {value})", value=_short(value), **values)

    def _nearest(self, part: Part) -> tuple[str, float] | None:
        match part.tree:
            case Compare(sign=">" | ">=", left=Name(path=path), right=Number()):
                return self._extreme(path, "highest")
            case Compare(sign="<" | "<=", left=Name(path=path), right=Number()):
                return self._extreme(path, "lowest")
            case _:
                return None

    def _extreme(self, path: str, word: str) -> tuple[str, float] | None:
        found = self._tally.extremes.get(path)
        return None if found is None else (word, found[1] if word == "highest" else found[0])

    # -- options, orders, stages --------------------------------------------------------------------------

    def _not_taken(self, decision: str) -> Said:
        put = self._tally.paths[f"decisions.{decision}"]
        if not put:
            return say("the decision was never put")
        return say("the decision was put in {put} of {runs} drills, and nobody took it", put=put, runs=self._runs)

    def _not_ordered(self, verb: str) -> Said:
        return say("nobody carried it out in {runs} drills", runs=self._runs)

    def _not_reached(self, incident: str, stage: str) -> Said:
        written = getattr(self._scenario.incidents[incident], "stages", {})[stage]
        measures = (f"{incident}.tension.max", f"{incident}.distress.max")
        highest = max((self._tally.measures[path] for path in measures if path in self._tally.measures), default=None)
        if highest is None:
            return say("{incident} never began", incident=incident)
        values = {"above": _short(float(written.above)), "highest": _short(highest), "runs": self._runs}
        return say("it lies above {above}, and the highest in {runs} drills was {highest}", **values)

    # -- expectations -------------------------------------------------------------------------------------

    def _not_due(self, name: str) -> Said:
        expectation = self._scenario.expectations[name]
        due = due_of(self._scenario, expectation)
        if due is not None and due.kind == "message":
            return say("nobody told {seat} what makes it due: {due}", seat=expectation.of, due=expectation.due)
        return say("what makes it due never came up: {due}", due=expectation.due)

    def _not_met(self, name: str) -> Said:
        place = list(self._scenario.expectations).index(name)
        counts = self._tally.statuses.get(place, Counter())
        due = counts.total() - counts["not_observed"]
        if not due:
            return say("it was never due")
        return say(
            "due in {due} drills: done late in {late}, wrongly in {wrong}, never in {missed}",
            due=due, late=counts["late"], wrong=counts["wrong"], missed=counts["missed"],
        )  # fmt: skip


def _effects(scenario: Scenario) -> Iterator[tuple[str, Effects]]:
    """Everything in a scenario that has effects, with its path."""
    for name, inject in scenario.injects.items():
        yield f"injects.{name}", inject
    for name, decision in scenario.decisions.items():
        yield f"decisions.{name}", decision
        for option, choice in decision.options.items():
            yield f"decisions.{name}.options.{option}", choice
    for verb, order in scenario.catalogue.orders.items():
        yield f"orders.{verb}", order
    for name, incident in scenario.incidents.items():
        for stage, written in getattr(incident, "stages", {}).items():
            yield f"incidents.{name}.stages.{stage}", written
        for end in ("safe", "caught", "lost"):
            if isinstance(found := getattr(incident, end, None), Effects):
                yield f"incidents.{name}.{end}", found


def _short(value: float) -> str:
    """A number with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
