"""Makes the view of a seat: only what reached it, its own units, and what is before its eyes."""

from simulator.engine.agenda import task_of
from simulator.engine.units import LiveUnit
from simulator.engine.view import Known, UnitView, View
from simulator.engine.world import World
from simulator.journal.controls import CONTROL

SEEN = {
    "gathering": ("people", "outside", "tension", "stage", "waited"),
    "reception": ("queue", "serving", "windows", "served", "left", "waited"),
    "person": ("distress", "step", "stage"),
    "flow": ("people", "upstream", "held"),
    "rumour": (),
}
"""The parts of an incident that somebody on the spot sees."""


def look(world: World, seat: str, over: bool) -> View:
    """The view of a seat at the present second."""
    core = world.core
    if seat == CONTROL:
        return View(core.now, seat, over, (), (), None, core.now, (), (), (), {}, (), {}, (), {})
    desk, agenda = core.desks[seat], world.ordering.agendas[seat]
    return View(
        time=core.now,
        seat=seat,
        over=over,
        inbox=tuple(desk.inbox),
        decisions=tuple(desk.decisions.values()),
        current=task_of(agenda.current) if agenda.current else None,
        busy_until=agenda.busy_until,
        queue=agenda.waiting,
        results=tuple(desk.results),
        units=tuple(_unit(unit) for unit in world.units.all.values() if _commands(world, seat, unit)),
        known=_known(world, seat),
        incidents=_incidents(world, seat),
        told={path: value for path, (value, _) in desk.told.items()},
        orders=world.may_give[seat],
        answers=dict(desk.answered),
    )


def _unit(unit: LiveUnit) -> UnitView:
    return UnitView(unit.name, unit.place, unit.status, unit.arrives, unit.tired)


def _commands(world: World, seat: str, unit: LiveUnit) -> bool:
    return unit.written.under == seat or world.core.scenario.role_of(seat) == "commander"


def _known(world: World, seat: str) -> dict[str, Known]:
    told = world.core.desks[seat].told
    known = {path: Known(value, time, False) for path, (value, time) in told.items()}
    for place in _before_its_eyes(world, seat):
        known |= _seen_at(world, place)
    return known


def _incidents(world: World, seat: str) -> tuple[str, ...]:
    told = {path.partition(".")[0] for path in world.core.desks[seat].told}
    begun = {**world.core.begun, **dict.fromkeys(world.from_the_start, True)}
    return tuple(name for name in world.core.scenario.incidents if name in begun or name in told)


def _before_its_eyes(world: World, seat: str) -> list[str]:
    """The places that the seat has in view, and those where a unit of its own works."""
    places = dict.fromkeys(world.core.scenario.seats[seat].sees)
    for unit in world.units.all.values():
        if unit.written.under == seat and unit.status == "working":
            places[unit.place] = None
    return list(places)


def _seen_at(world: World, place: str) -> dict[str, Known]:
    core = world.core
    paths = [f"{place}.people", f"{place}.density"] if core.scenario.places[place].area else [f"{place}.people"]
    for name, kind in world.at_place[place]:
        if world.doing.incidents[name].present:
            paths += [f"{name}.{part}" for part in SEEN[kind]]
    return {path: Known(world.delivery.present(path), core.now, True) for path in paths}
