"""Expectations that nobody could meet in time, alone or all of a seat's together (E431, E432, W414).

Counted are the least times: orders one after another, ways by the shortest route, nothing read, nothing else done.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.authoring.diagnostics import Finding
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.meaning.schedule import argument, falls_due, ordered, takes, travel
from simulator.clock import duration
from simulator.language.said import say
from simulator.language.tree import Name, walk
from simulator.scenario.expectations import Expectation


@dataclass(frozen=True, slots=True)
class Job:
    """What an expectation asks of its seat's time."""

    name: str
    event: str
    """What it counts from; empty for the drill's beginning."""
    first: int
    last: int
    """The last second at which it may be done."""
    acts: dict[str, int]
    """Each order or answer as it is written, and its seconds."""


def feasible_findings(matter: Matter) -> Iterator[Finding]:
    """Limits and targets that are too short for what is asked."""
    alone: set[str] = set()
    for name, expectation in matter.scenario.expectations.items():
        needed = least(matter, expectation)
        if needed > expectation.limit:
            alone.add(name)
            yield _too_short(matter, name, expectation, needed)
        elif needed > expectation.target:
            message = say("nobody can reach this target: it takes {needed} at the least", needed=duration(needed))
            remedy = say("write {needed} or more", needed=duration(needed))
            yield matter.at("W414", ("expectations", name, "target"), message, remedy)
    for seat in matter.scenario.seats:
        yield from _together(matter, [job for job in _jobs(matter, seat) if job.name not in alone])


def _too_short(matter: Matter, name: str, expectation: Expectation, needed: int) -> Finding:
    message = say("this cannot be done in time: it takes {needed} at the least, the limit is {limit}",
                  needed=duration(needed), limit=duration(expectation.limit))  # fmt: skip
    remedy = say("raise the limit, or ask for less")
    return matter.at("E431", ("expectations", name, "limit"), message, remedy,
                     related=("expectations", name, "do"), note=say("what is to be done"))  # fmt: skip


def least(matter: Matter, expectation: Expectation) -> int:
    """The least seconds from due to met: all orders, and the way where somebody must have arrived."""
    total = takes(matter, expectation)
    awaited = _awaited(expectation)
    way = 0
    for _, deed in ordered(matter, expectation):
        unit = matter.scenario.units.get(argument(deed, "unit"))
        if unit and deed.verb == "dispatch" and argument(deed, "unit") in awaited:
            way = max(way, travel(matter, unit.base, argument(deed, "place")) or 0)
    return _until_met(matter, expectation, total) + way


def _until_met(matter: Matter, expectation: Expectation, total: int) -> int:
    """All of `do` where nothing else is said; a condition of the author's own may hold sooner."""
    if expectation.met is None:
        return total
    own = (matter.scenario.order(deed.verb).takes for _, deed in ordered(matter, expectation))
    return min(own, default=0)


def _awaited(expectation: Expectation) -> set[str]:
    """The units that must have arrived, by the author's own condition."""
    tree = expectation.met.tree if expectation.met else None
    # Under an 'or' something else may do.
    if tree is None or any(type(part).__name__ in ("Some", "Not") for part in walk(tree)):
        return set()
    return {part.parts[0] for part in walk(tree) if isinstance(part, Name) and part.parts[1:] == ("on_scene",)}


def _jobs(matter: Matter, seat: str) -> Iterator[Job]:
    for name, expectation in matter.scenario.expectations.items():
        if expectation.of == seat and expectation.met is None and not expectation.repeat:
            due = falls_due(matter, expectation)
            acts = {expectation.do[position].source: matter.scenario.order(deed.verb).takes
                    for position, deed in ordered(matter, expectation)}  # fmt: skip
            yield Job(name, due.event, due.first, due.last + expectation.limit, acts)


def _together(matter: Matter, jobs: list[Job]) -> Iterator[Finding]:
    """The first stretch of time into which more work must fit than it has seconds (Liu and Layland's demand)."""
    told: set[str] = set()
    for first, event in dict.fromkeys((job.first, job.event) for job in jobs):
        inside = [job for job in jobs if job.event == event and job.first >= first]
        for job in sorted(inside, key=lambda each: each.last):
            must = [each for each in inside if each.last <= job.last]
            work = _work(must)
            if work > job.last - first and job.name not in told:
                told.update(each.name for each in must)
                yield _too_much(matter, job, [each.name for each in must], work, job.last - first)


def _work(jobs: list[Job]) -> int:
    """Seconds of all their acts; the same act serves several."""
    acts: dict[str, int] = {}
    for job in jobs:
        acts |= job.acts
    return sum(acts.values())


def _too_much(matter: Matter, job: Job, names: list[str], work: int, room: int) -> Finding:
    seat = matter.scenario.expectations[job.name].of
    message = say("'{seat}' cannot do all of this in time: {names} take {work}, and there are {room}",
                  seat=seat, names=names, work=duration(work), room=duration(room))  # fmt: skip
    remedy = say("raise a limit, or give a part of it to another seat")
    return matter.at("E432", ("expectations", job.name, "limit"), message, remedy)
