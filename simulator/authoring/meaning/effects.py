"""Effects: that what they raise, lower, set, add and tell exists and can take it; declared state (E403, E404)."""

from collections.abc import Iterator
from typing import Any

from simulator.authoring.diagnostics import Finding, did_you_mean
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import Matter
from simulator.language.said import Said, say
from simulator.language.vocabulary import Type
from simulator.scenario.effects import Effects
from simulator.scenario.incidents import Gathering
from simulator.scenario.scenario import StateVariable

SHARES: dict[str, tuple[str, ...]] = {
    "gathering": ("tension", "trust", "heard", "registered"),
    "person": ("distress", "rapport"),
    "rumour": ("spreaders",),
}
"""What can be raised and lowered of an incident, by its kind."""
ANY_SHARE = tuple(dict.fromkeys((*(share for shares in SHARES.values() for share in shares), "reach")))
"""What an order may raise and lower: it meets incidents of every kind."""


def effect_findings(matter: Matter) -> Iterator[Finding]:
    """Effects on what does not exist or cannot take them, and state that contradicts itself."""
    for name, variable in matter.scenario.state.items():
        yield from _variable(matter, ("state", name), variable)
    for path, value in matter.values():
        if isinstance(value, Effects):
            yield from _shares(matter, path, value)
            yield from _additions(matter, path, value)
            yield from _settings(matter, path, value)
            yield from _told(matter, path, value)


def _variable(matter: Matter, path: KeyPath, variable: StateVariable) -> Iterator[Finding]:
    if variable.min is not None and variable.max is not None and variable.min > variable.max:
        yield matter.at("E404", (*path, "max"), say("'max' lies below 'min'"), say("write the larger one as 'max'"))
        return
    start = variable.start
    if isinstance(start, str) and not variable.one_of:
        remedy = say("add 'one_of: [{start}, …]'", start=start)
        yield matter.at("E404", (*path, "start"), say("this state has no list of its words"), remedy)
        return
    message = _misfit(variable, start)
    if message:
        yield matter.at("E404", (*path, "start"), message, _limits(variable))


def _misfit(variable: StateVariable, value: Any) -> Said | None:
    """Why a state cannot take a value; nothing where it can."""
    match variable.start, value:
        case bool(), bool():
            return None
        case str(), str():
            return None if value in variable.one_of else say("'{word}' is not one of its words", word=value)
        case (bool() | str(), _) | (_, bool() | str()):
            return say("'{value}' is not of its type", value=str(value).lower())
        case _:
            low = variable.min is not None and value < variable.min
            high = variable.max is not None and value > variable.max
            return say("{value} is outside its limits", value=f"{value:.15g}") if low or high else None


def _limits(variable: StateVariable) -> Said:
    if isinstance(variable.start, bool):
        return say("write true or false")
    if isinstance(variable.start, str):
        return say("it can be: {choices}", choices=list(variable.one_of))
    low = "…" if variable.min is None else f"{variable.min:.15g}"
    high = "…" if variable.max is None else f"{variable.max:.15g}"
    return say("write a number from {low} to {high}", low=low, high=high)


def _shares(matter: Matter, path: KeyPath, effects: Effects) -> Iterator[Finding]:
    targets = {**_steppable(matter), **dict.fromkeys(_arguments(matter, path, "incident"), ANY_SHARE)}
    for setting in ("raises", "lowers"):
        steps: dict[str, float] = getattr(effects, setting)
        for target in steps:
            head, _, part = target.partition(".")
            if head not in targets:
                yield _no_target(matter, (*path, setting, target), head, list(targets))
            elif part not in targets[head]:
                message = say("'{part}' of '{name}' cannot be raised or lowered", name=head, part=part or head)
                yield matter.at("E403", (*path, setting, target), message, _choose(part, targets[head]), key=True)


def _steppable(matter: Matter) -> dict[str, tuple[str, ...]]:
    incidents = matter.scenario.incidents.items()
    return {name: SHARES[each.kind] for name, each in incidents if each.kind in SHARES}


def _gatherings(matter: Matter, path: KeyPath) -> list[str]:
    own = [name for name, each in matter.scenario.incidents.items() if isinstance(each, Gathering)]
    return [*own, *_arguments(matter, path, "incident")]


def _arguments(matter: Matter, path: KeyPath, kind: str) -> list[str]:
    """The arguments of a kind, where the effects are an order's."""
    if path[0] != "orders":
        return []
    order = matter.scenario.order(str(path[1]))
    return [name for name, argument in order.arguments.items() if argument.kind == kind]


def _no_target(matter: Matter, path: KeyPath, head: str, known: list[str]) -> Finding:
    if head in matter.words.things:
        message = say("'{name}' cannot be changed in this way", name=head)
    else:
        message = say("nothing is called '{name}'", name=head)
    return matter.at("E403", path, message, _choose(head, known), key=True)


def _choose(word: str, known: tuple[str, ...] | list[str]) -> Said:
    near = did_you_mean(word, known)
    if near:
        return say("did you mean '{near}'? it can be: {choices}", near=near, choices=list(known))
    return say("it can be: {choices}", choices=list(known))


def _additions(matter: Matter, path: KeyPath, effects: Effects) -> Iterator[Finding]:
    state = matter.scenario.state
    numbers = [name for name, each in state.items() if not isinstance(each.start, bool | str)]
    known = [*numbers, *(f"{name}.people" for name in _gatherings(matter, path))]
    for target in effects.add:
        if target not in known:
            yield _no_target(matter, (*path, "add", target), target, known)


def _settings(matter: Matter, path: KeyPath, effects: Effects) -> Iterator[Finding]:
    state = matter.scenario.state
    for target, value in effects.set.items():
        if target not in state:
            yield _no_target(matter, (*path, "set", target), target, list(state))
            continue
        message = _misfit(state[target], value)
        if message:
            yield matter.at("E404", (*path, "set", target), message, _limits(state[target]), related=("state", target))


def _told(matter: Matter, path: KeyPath, effects: Effects) -> Iterator[Finding]:
    for target, value in effects.tells.items():
        head, _, part = target.partition(".")
        if head in _arguments(matter, path, "incident"):
            continue
        thing = matter.words.things.get(head)
        wanted = (thing.parts.get(part) if part else thing.alone) if thing else None
        if wanted is None:
            known = list(thing.parts) if thing and part else list(matter.words.things)
            message = say("there is no '{name}' to tell of", name=target)
            yield matter.at("E403", (*path, "tells", target), message, _choose(part or head, known), key=True)
        elif not _fits(wanted, value):
            message = say("'{value}' is not of its type", value=str(value).lower())
            yield matter.at("E404", (*path, "tells", target), message)


def _fits(wanted: Type, value: Any) -> bool:
    match wanted.kind:
        case "truth" | "event":
            return isinstance(value, bool)
        case "number" | "count" | "share" | "duration":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case _:
            return isinstance(value, str) and (not wanted.words or value in wanted.words)
