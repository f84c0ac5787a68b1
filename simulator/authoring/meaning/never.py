"""What can never happen: conditions that cannot hold, messages, questions and incidents that nothing brings about,
expectations that never fall due, questions that come back though each is put once (W410–W413).
"""

import math
from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.meaning.possible import contradiction, never
from simulator.authoring.meaning.reach import Reach, reach_of, reach_of_all
from simulator.clock import duration
from simulator.language.condition import Condition
from simulator.language.said import Said, say
from simulator.language.tree import Act, All, Compare, Expression, Name, Since
from simulator.scenario.deeds import due_of

PATTERNS = ("do", "wrong", "expect")
"""Settings whose conditions name acts, or figures of a scorecard."""


def never_findings(matter: Matter) -> Iterator[Finding]:
    """What the drill can never come to, whoever plays it."""
    written, reached = reach_of_all(matter), reach_of(matter)
    barred: set[KeyPath] = set()
    for path, condition in matter.conditions:
        if path[0] in ("allowed", "playthroughs") or set(path) & set(PATTERNS):
            continue
        part = never(condition.tree, written)
        if part is not None:
            barred.add(path[:2])
            yield _never_holds(matter, written, path, condition, part)
    yield from _unreached(matter, reached, barred)
    yield from _never_due(matter, reached)
    yield from _back(matter)


def _never_holds(matter: Matter, reach: Reach, path: KeyPath, condition: Condition, part: Expression) -> Finding:
    two = contradiction(part.of) if isinstance(part, All) else None
    span = (two[0].span[0], two[1].span[1]) if two else part.span
    message = say("these two exclude one another") if two else say("this can never hold")
    return matter.at("W410", path, message, _why(reach, part, bool(two)), span=span)


def _why(reach: Reach, part: Expression, two: bool) -> Said:
    if two:
        return say("take one of them out, or write 'or' for 'and'")
    match part:
        case Compare(left=Name(path=path)) if (words := reach.words(path)) is not None:
            return say("it is never anything but: {choices}", choices=sorted(words))
        case Compare(left=Name(path=path)):
            return _between(reach, path)
        case Act(verb=verb) | Since(of=Act(verb=verb)) | Compare(left=Since(of=Act(verb=verb))):
            return say("no seat of this scenario may order '{verb}'", verb=verb)
        case _:
            return say("nothing in this scenario makes it so")


def _between(reach: Reach, path: str) -> Said:
    span = reach.values(path)
    if path == "elapsed":
        return say("the drill lasts {length}", length=duration(reach.matter.scenario.length))
    low, high = (_figure(value, reach.lasts(path)) for value in (span.low, span.high))
    return say("'{name}' goes from {low} to {high}", name=path, low=low, high=high)


def _figure(value: float, lasts: bool) -> str:
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    return duration(int(value)) if lasts else f"{value:.4g}"


def _unreached(matter: Matter, reached: Reach, barred: set[KeyPath]) -> Iterator[Finding]:
    """Messages, questions and incidents whose time or cause never comes; what bears no cause at all is W404, W405."""
    scenario, brought = matter.scenario, _brought(matter)
    sections = (("injects", scenario.injects), ("decisions", scenario.decisions), ("incidents", scenario.incidents))
    for section, entries in sections:
        for name, entry in entries.items():
            caused = entry.at is not None or entry.when is not None or name in brought
            if name not in reached.happens and caused and (section, name) not in barred:
                message = say("'{name}' can never come about: only what never happens brings it", name=name)
                remedy = say("mend what brings it about, or give it a time of its own")
                yield matter.at("W411", (section, name), message, remedy, key=True)


def _brought(matter: Matter) -> frozenset[str]:
    """All that some effect, question or answer brings about."""
    found: set[str] = set()
    for effects in matter.effects:
        found |= {*effects.inject, *effects.starts, *getattr(effects, "asks", ()), getattr(effects, "then", None) or ""}
    return frozenset(found)


def _never_due(matter: Matter, reached: Reach) -> Iterator[Finding]:
    for name, expectation in matter.scenario.expectations.items():
        # A message of another seat is due by that seat's act, which nobody can foresee.
        due = due_of(matter.scenario, expectation) if "(" not in expectation.due else None
        if due is None or not due.ids or any(each in reached.happens for each in due.ids):
            continue
        message = say("this never falls due: '{name}' can never come about", name=expectation.due)
        remedy = say("make it due by something that happens")
        related = matter.declared(due.ids[0])
        yield matter.at("W412", ("expectations", name, "due"), message, remedy, related=related)


def _back(matter: Matter) -> Iterator[Finding]:
    """Answers that lead back to a question which was put on the way there: each is put once."""
    scenario = matter.scenario
    for name, decision in scenario.decisions.items():
        for key, option in decision.options.items():
            then = option.then
            if then and then in scenario.decisions and (then == name or _only_after(matter, name, then)):
                message = say("'{name}' was put before this answer, and a question is put once", name=then)
                remedy = say("write a question of its own, or leave 'then' out")
                yield matter.at("W413", ("decisions", name, "options", key, "then"), message, remedy,
                                related=("decisions", then))  # fmt: skip


def _only_after(matter: Matter, name: str, first: str) -> bool:
    """Whether a question can only be put in the conversation that another begins."""
    seen: set[str] = set()
    front = [name]
    while front:
        here = front.pop()
        if here == first or here in seen:
            continue
        seen.add(here)
        decision = matter.scenario.decisions[here]
        before = _before(matter, here)
        if decision.at or decision.when or not before or _asked(matter, here):
            return False
        front += before
    return True


def _before(matter: Matter, name: str) -> list[str]:
    """The questions an answer to which leads to this one."""
    decisions = matter.scenario.decisions.items()
    return [each for each, decision in decisions if any(option.then == name for option in decision.options.values())]


def _asked(matter: Matter, name: str) -> bool:
    return any(name in inject.asks for inject in matter.scenario.injects.values())
