"""What can happen in a scenario at all: which messages, questions, incidents and stages, and what state can become.

Found from nothing upwards: what something that can happen brings about can happen too, until nothing is added.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.authoring.meaning.incidents import highest, mood_of
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.meaning.possible import ANY, EITHER, NEVER, NUMERIC, Chance, Span, chance
from simulator.language.condition import Condition
from simulator.language.vocabulary import Type
from simulator.scenario.crises import Person
from simulator.scenario.effects import Effects
from simulator.scenario.incidents import Gathering, Reception
from simulator.scenario.messages import Decision, Inject
from simulator.scenario.values import Moment

Moody = Gathering | Person


@dataclass(slots=True)
class Reach:
    """What can happen, and the values that can come up."""

    matter: Matter
    verbs: frozenset[str]
    """The orders that some seat may give."""
    most: dict[str, float]
    """The highest mood of each incident that has one."""
    happens: set[str] = field(default_factory=set)
    """Injects, decisions and incidents by id, stages as `residents.blocking`."""
    set_to: dict[str, set[object]] = field(default_factory=dict)
    """What state variables are set to."""
    added: set[str] = field(default_factory=set)
    """State variables to which something is added."""

    def ordered(self, verb: str) -> bool:
        return verb in self.verbs

    def answered(self, path: str) -> bool:
        return path in self.matter.scenario.decisions

    def alone(self, path: str) -> Chance:
        head, _, part = path.partition(".")
        scenario = self.matter.scenario
        if head in scenario.units:
            return Chance(part == "free" or self.ordered("dispatch"), True)
        if head in scenario.state:
            return self._truth(head)
        if head in scenario.incidents:
            return self._of_incident(head, part)
        return NEVER if head in scenario.injects and head not in self.happens else EITHER

    def _truth(self, name: str) -> Chance:
        found = self._found(name)
        if not all(isinstance(value, bool) for value in found):
            return EITHER
        return Chance(True in found, False in found)

    def _of_incident(self, head: str, part: str) -> Chance:
        incident = self.matter.scenario.incidents[head]
        kind = self._type(head, part)
        if kind is not None and kind.kind == "event":
            return Chance(head in self.happens and (part == "ended" or f"{head}.{part}" in self.happens), True)
        if isinstance(incident, Reception) and part == "open":
            return Chance(incident.windows > 0 or self._can_open(), True)
        return Chance(head in self.happens, True) if part == "present" else EITHER

    def _can_open(self) -> bool:
        orders = self.matter.scenario.catalogue.orders
        return any(orders[verb].mechanic == "open_reception" for verb in self.verbs)

    def values(self, path: str) -> Span:
        head, _, part = path.partition(".")
        last = self.matter.scenario.length - 1
        if path == "elapsed":
            return Span(0, last)
        if head in self.matter.scenario.state:
            return self._numbers(head)
        if head in self.most and part == mood_of(self._moody(head))[0]:
            return Span(0.0, self.most[head])
        match self._type(head, part):
            case Type(kind="share"):
                return Span(0.0, 1.0)
            case Type(kind="duration") if head in self.matter.scenario.incidents:
                return Span(0, last)
            case Type(kind=kind) if kind in NUMERIC and head not in self.matter.scenario.catalogue.orders:
                return Span(low=0)
            case _:
                return ANY

    def lasts(self, path: str) -> bool:
        """Whether a name is worth a time."""
        head, _, part = path.partition(".")
        kind = self._type(head, part)
        return kind is not None and kind.kind == "duration"

    def _moody(self, head: str) -> Moody:
        incident = self.matter.scenario.incidents[head]
        assert isinstance(incident, Gathering | Person)
        return incident

    def _type(self, head: str, part: str) -> Type | None:
        thing = self.matter.words.things.get(head)
        return thing.parts.get(part) if thing and part else None

    def _found(self, name: str) -> set[object]:
        return {self.matter.scenario.state[name].start} | self.set_to.get(name, set())

    def _numbers(self, name: str) -> Span:
        variable = self.matter.scenario.state[name]
        numbers = [value for value in self._found(name) if isinstance(value, int | float)]
        if name in self.added or not numbers:
            low, high = variable.min, variable.max
            return Span(-math.inf if low is None else low, math.inf if high is None else high)
        return Span(min(numbers), max(numbers))

    def words(self, path: str) -> frozenset[str] | None:
        head, _, part = path.partition(".")
        scenario = self.matter.scenario
        if path in scenario.decisions:
            return frozenset(scenario.decisions[path].options) if path in self.happens else frozenset()
        if path in scenario.state:
            return frozenset(value for value in self._found(path) if isinstance(value, str))
        if part == "stage" and head in self.most:
            stages = [stage for stage in self._moody(head).stages if f"{head}.{stage}" in self.happens]
            return frozenset({"calm", *stages})
        return None


def reach_of(matter: Matter) -> Reach:
    """What can happen, found from what stands on its own."""
    found = _empty(matter)
    before = -1
    while before != (before := _size(found)):
        for effects in _passed(found):
            _take_in(found, effects)
    return found


def reach_of_all(matter: Matter) -> Reach:
    """What could happen if everything that is written did."""
    found = _empty(matter)
    scenario = matter.scenario
    found.happens |= {*scenario.injects, *scenario.decisions, *scenario.incidents}
    found.happens |= {f"{name}.{stage}" for name in scenario.incidents for stage in _stages(found, name)}
    for effects in (*matter.effects, *(scenario.order(verb) for verb in found.verbs)):
        _take_in(found, effects)
    return found


def _empty(matter: Matter) -> Reach:
    scenario = matter.scenario
    verbs = frozenset(
        verb for verb in scenario.catalogue.orders if any(scenario.may_order(seat, verb) for seat in scenario.seats)
    )
    most = {
        name: highest(matter, name, incident)
        for name, incident in scenario.incidents.items()
        if isinstance(incident, Gathering | Person)
    }
    return Reach(matter, verbs, most)


def _size(found: Reach) -> int:
    values = sum(len(each) for each in found.set_to.values())
    return len(found.happens) + values + len(found.added)


def _stages(found: Reach, name: str) -> list[str]:
    return list(getattr(found.matter.scenario.incidents[name], "stages", {}))


def _passed(found: Reach) -> Iterator[Effects]:
    """The effects of all that can happen by now; what stands on its own is added on the way."""
    scenario = found.matter.scenario
    yield from (scenario.order(verb) for verb in found.verbs)
    for name, incident in scenario.incidents.items():
        if name in found.happens or _stands_alone(found, incident.at, incident.when, first=True):
            found.happens.add(name)
            yield from _of_incident(found, name)
    for messages in (scenario.injects, scenario.decisions):
        for name, message in messages.items():
            by_hand = isinstance(message, Inject) and message.purpose is not None
            if name in found.happens or by_hand or _stands_alone(found, message.at, message.when):
                found.happens.add(name)
                yield from _of_message(message)


def _of_message(message: Inject | Decision) -> Iterator[Effects]:
    yield message
    if isinstance(message, Decision):
        yield from message.options.values()


def _of_incident(found: Reach, name: str) -> Iterator[Effects]:
    incident = found.matter.scenario.incidents[name]
    for stage, effects in getattr(incident, "stages", {}).items():
        if effects.above <= found.most[name]:
            found.happens.add(f"{name}.{stage}")
            yield effects
    if isinstance(incident, Person):
        yield from (incident.safe, incident.caught, incident.lost)


def _stands_alone(found: Reach, at: Moment | None, when: Condition | None, first: bool = False) -> bool:
    """Whether something comes about by its own `at` and `when`. *first*: it is there from the start without them."""
    if at is None and when is None:
        return first
    comes = at is None or not at.after or _happens(found, at.after)
    return comes and (when is None or chance(when.tree, found).holds)


def _happens(found: Reach, name: str) -> bool:
    return name in found.happens or name in found.verbs or name.endswith(".ended")


def _take_in(found: Reach, effects: Effects) -> None:
    """What effects bring about. An inject that they deliver still waits for no `when`: it is delivered."""
    scenario = found.matter.scenario
    found.happens.update(name for name in effects.inject if name in scenario.injects)
    found.happens.update(name for name in effects.starts if name in scenario.incidents)
    for name, value in effects.set.items():
        found.set_to.setdefault(name, set()).add(value)
    found.added.update(name for name in effects.add if name in scenario.state)
    if isinstance(effects, Inject):
        found.happens.update(name for name in effects.asks if name in scenario.decisions)
    then = getattr(effects, "then", None)
    if then in scenario.decisions:
        found.happens.add(then)
