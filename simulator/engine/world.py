"""Puts the parts of a running drill together and starts them. Nothing is decided here."""

from typing import assert_never

from simulator.engine.controlling import Controls
from simulator.engine.core import Core
from simulator.engine.delivery import Delivery
from simulator.engine.effects import Doing, LiveIncident
from simulator.engine.flow import LiveFlow
from simulator.engine.gathering import LiveGathering
from simulator.engine.mechanics import Mechanics
from simulator.engine.ordering import Ordering
from simulator.engine.people import Places
from simulator.engine.person import LivePerson
from simulator.engine.promises import Promises
from simulator.engine.reception import LiveReception
from simulator.engine.requesting import Requests
from simulator.engine.rumour import LiveRumour
from simulator.engine.units import Units
from simulator.scenario.crises import Flow, Person, Rumour
from simulator.scenario.incidents import Gathering, Incident, Reception
from simulator.scenario.names import all_effects, places_of
from simulator.scenario.scenario import Scenario


class World:
    """The parts of one drill, wired."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.places = Places(core)
        self.units = Units(core, self.places)
        self.delivery = Delivery(core)
        self.doing = Doing(core, self.delivery.deliver)
        self.delivery.act = self.doing.act
        self.gatherings: dict[str, LiveGathering] = {}
        self.receptions: dict[str, LiveReception] = {}
        self.flows: dict[str, LiveFlow] = {}
        self._make_incidents()
        self.promises = Promises(core, self.gatherings)
        mechanics = Mechanics(
            core, self.units, self.delivery, self.promises, self.doing.incidents, self.receptions, self.flows
        )
        self.from_the_start = _from_the_start(core.scenario)
        """The incidents that are there when the exercise starts."""
        self.may_give = {seat: _may_give(core, seat) for seat in core.scenario.seats}
        """The orders that each seat has the authority for."""
        self.at_place = _by_place(core.scenario)
        """The incidents that have their people at a place, with their kinds."""
        self.ordering = Ordering(core, self.doing, mechanics, self.promises)
        self.requests = Requests(core, self.delivery, self.ordering)
        self.controls = Controls(core, self.delivery)

    def _make_incidents(self) -> None:
        """Gatherings first: a reception may draw its people from one."""
        written = self.core.scenario.incidents
        for name, incident in sorted(written.items(), key=lambda item: isinstance(item[1], Reception)):
            self.doing.incidents[name] = self._make(name, incident)

    def _make(self, name: str, incident: Incident) -> LiveIncident:
        match incident:
            case Gathering():
                gathering = LiveGathering(self.core, self.places, name, incident, self.doing.act)
                self.gatherings[name] = gathering
                return gathering
            case Reception():
                source = self.gatherings.get(incident.arrivals.from_ or "")
                reception = LiveReception(self.core, self.places, self.units, name, incident, source)
                self.receptions[name] = reception
                return reception
            case Person():
                return LivePerson(self.core, self.places, name, incident, self.doing.act)
            case Rumour():
                return LiveRumour(self.core, name, incident)
            case Flow():
                self.flows[name] = flow = LiveFlow(self.core, self.places, name, incident)
                return flow
            case _:
                assert_never(incident)

    def begin(self) -> None:
        """The exercise starts: incidents, injects and decisions wait for their time."""
        clockwork, tracks = self.core.clockwork, self.core.tracks
        for chapter in self.core.scenario.chapters.values():
            clockwork.at(chapter.starts, lambda: tracks.count(True))
            clockwork.at(chapter.ends, lambda: tracks.count(False))
        clockwork.at(0, self._start)

    def _start(self) -> None:
        for name, incident in self.core.scenario.incidents.items():
            self._arm(name, incident)
        self.delivery.begin()

    def _arm(self, name: str, incident: Incident) -> None:
        live = self.doing.incidents[name]
        if incident.at is not None:
            self.delivery.schedule(name, incident.at, live.begin)
        elif incident.when is not None:
            self.core.watches.watch(incident.when, lambda holds: live.begin() if holds else None)
        elif name in self.from_the_start:
            live.begin()


def _may_give(core: Core, seat: str) -> tuple[str, ...]:
    scenario = core.scenario
    offered = (verb for verb in scenario.catalogue.orders if verb not in scenario.without)
    return tuple(verb for verb in offered if scenario.may_order(seat, verb))


def _by_place(scenario: Scenario) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {place: [] for place in scenario.places}
    for name, incident in scenario.incidents.items():
        for place in dict.fromkeys(places_of(incident)):
            found[place].append((name, incident.kind))
    return {place: tuple(incidents) for place, incidents in found.items()}


def _from_the_start(scenario: Scenario) -> tuple[str, ...]:
    """The incidents that have no beginning of their own and that nothing in the scenario starts."""
    starting = (*all_effects(scenario), *scenario.catalogue.orders.values())
    started = {name for each in starting for name in each.starts}
    written = scenario.incidents.items()
    return tuple(name for name, each in written if each.at is None and each.when is None and name not in started)
