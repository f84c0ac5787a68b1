"""What the engine itself does when an order is carried out, beyond the order's effects."""

from simulator.engine.core import Core
from simulator.engine.delivery import Delivery
from simulator.engine.effects import LiveIncident
from simulator.engine.facts import GivenOrder
from simulator.engine.flow import LiveFlow
from simulator.engine.person import LivePerson
from simulator.engine.promises import Promises
from simulator.engine.reception import LiveReception
from simulator.engine.units import Units
from simulator.language.quantity import Value
from simulator.scenario.names import parts_of

WINDOWS = 2
"""Windows that open where an order names no number: a design value."""

ASKED = ("people", "outside", "stage", "queue", "windows", "left", "served", "step", "reach", "upstream", "through")
"""The parts of an incident that somebody who is asked can count or see."""


class Mechanics:
    """Carries out the mechanics of orders in one drill."""

    def __init__(
        self,
        core: Core,
        units: Units,
        delivery: Delivery,
        promises: Promises,
        incidents: dict[str, LiveIncident],
        receptions: dict[str, LiveReception],
        flows: dict[str, LiveFlow],
    ) -> None:
        self._core, self._units, self._delivery, self._promises = core, units, delivery, promises
        self._incidents, self._receptions, self._flows = incidents, receptions, flows

    def carry_out(self, order: GivenOrder) -> str:
        """Do it; answers why it could not be done, as a code, or nothing."""
        arguments = order.arguments
        mechanic = self._core.scenario.order(order.verb).mechanic
        match mechanic:
            case "dispatch":
                return self._dispatch(order)
            case "release":
                return self._release(order)
            case "relieve":
                self._units.relieve(str(arguments["unit"]))
            case "open_reception":
                return self._open(str(arguments["place"]), arguments.get("windows", WINDOWS))
            case "close_reception":
                return self._close(str(arguments["place"]))
            case "register":
                self._incidents[str(arguments["incident"])].step("registered", 1.0)
            case "tell":
                self._tell(order)
            case "ask":
                self._answer(order.seat, str(arguments["about"]))
            case "talk":
                self._talk(order)
            case "stop_inflow" | "resume_inflow":
                self._let_in(str(arguments["place"]), mechanic == "resume_inflow")
            case "open_relief":
                self._relieve(str(arguments["place"]))
            case "promise":
                self._promises.give(order)
            case _:
                pass
        return ""

    def _dispatch(self, order: GivenOrder) -> str:
        unit, place = str(order.arguments["unit"]), str(order.arguments["place"])
        why_not = self._units.why_not(unit)
        if not why_not:
            self._units.send(unit, place, order.number)
        return why_not

    def _release(self, order: GivenOrder) -> str:
        unit = str(order.arguments["unit"])
        if self._units.all[unit].status != "working":
            return "not_working"
        self._units.release(unit, order.number)
        return ""

    def _at(self, place: str) -> list[LiveReception]:
        return [live for live in self._receptions.values() if live.written.place == place]

    def _open(self, place: str, windows: Value) -> str:
        for reception in self._at(place):
            if reception.written.at is None and reception.written.when is None:
                reception.begin()
            reception.open(int(windows))
        return "" if self._at(place) else "no_reception"

    def _close(self, place: str) -> str:
        for reception in self._at(place):
            reception.close()
        return "" if self._at(place) else "no_reception"

    def _talk(self, order: GivenOrder) -> None:
        person = self._incidents.get(str(order.arguments["incident"]))
        if isinstance(person, LivePerson):
            person.talk(order.seat)

    def _let_in(self, place: str, again: bool) -> None:
        for flow in self._flows.values():
            flow.stop(place, not again)

    def _relieve(self, place: str) -> None:
        for flow in self._flows.values():
            flow.relieve(place)

    def _tell(self, order: GivenOrder) -> None:
        about = str(order.arguments["about"])
        tells = self._core.desks[order.seat].knows(about)
        words = str(order.arguments.get("words", ""))
        self._delivery.send(str(order.arguments["seat"]), order.seat, about, tells, words)

    def _answer(self, seat: str, about: str) -> None:
        """The reply to a question is true at the second it comes."""
        self._delivery.send(seat, "", about, self._truth(about))

    def _truth(self, about: str) -> dict[str, Value]:
        inject = self._core.scenario.injects.get(about)
        if inject is not None:
            return {path: self._delivery.present(path) for path in inject.tells if self._core.is_name(path)}
        parts = self._parts(about)
        return {f"{about}.{part}": self._delivery.present(f"{about}.{part}") for part in parts}

    def _parts(self, incident: str) -> tuple[str, ...]:
        written = self._core.scenario.incidents.get(incident)
        published = parts_of(written) if written else {}
        return tuple(part for part in ASKED if part in published)
