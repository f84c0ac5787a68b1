"""What the engine itself does when an order is carried out, beyond the order's effects."""

from simulator.engine.core import Core
from simulator.engine.delivery import Delivery
from simulator.engine.effects import LiveIncident
from simulator.engine.facts import GivenOrder
from simulator.engine.promises import Promises
from simulator.engine.reception import LiveReception
from simulator.engine.units import Units
from simulator.language.quantity import Value

WINDOWS = 2
"""Windows that open where an order names no number: a design value."""

ASKED = ("people", "outside", "stage", "queue", "windows", "left", "served")
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
    ) -> None:
        self._core, self._units, self._delivery, self._promises = core, units, delivery, promises
        self._incidents, self._receptions = incidents, receptions

    def carry_out(self, order: GivenOrder) -> str:
        """Do it; answers why it could not be done, as a code, or nothing."""
        arguments = order.arguments
        match self._core.scenario.order(order.verb).mechanic:
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
            reception.begin()
            reception.open(int(windows))
        return "" if self._at(place) else "no_reception"

    def _close(self, place: str) -> str:
        for reception in self._at(place):
            reception.close()
        return "" if self._at(place) else "no_reception"

    def _tell(self, order: GivenOrder) -> None:
        about = str(order.arguments["about"])
        tells = self._core.desks[order.seat].knows(about)
        self._delivery.send(str(order.arguments["seat"]), order.seat, about, tells)

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
        live = self._incidents.get(incident)
        return tuple(part for part in ASKED if hasattr(live, part))
