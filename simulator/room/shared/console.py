"""Everything at a glance: what controllers, evaluators and observers see of a running drill."""

from collections.abc import Iterable, Mapping

from simulator.engine.behind import Behind
from simulator.engine.view import UnitView, View
from simulator.language.quantity import Value
from simulator.room.room import Room
from simulator.room.shared.ledger import Chair, Ledger
from simulator.room.shared.model import Console, IncidentState, InjectState, SeatState
from simulator.scenario.messages import Inject
from simulator.scenario.names import parts_of
from simulator.scenario.scenario import Scenario


def console_of(
    room: Room, ledger: Ledger, connected: Mapping[str, bool], watching: tuple[str, ...], codes: Mapping[str, str]
) -> Console:
    """The console of a room now. *connected*: the seats whose trainees are there."""
    drill, behind = room.drill, Behind(room.drill)
    views = [drill.view(seat) for seat in drill.scenario.seats]
    return Console(
        time=drill.now,
        status=room.status,
        pace=room.pace,
        seats=tuple(_seat(view, ledger.chairs[view.seat], connected.get(view.seat, False)) for view in views),
        injects=_injects(drill.scenario, ledger, behind),
        incidents=_incidents(drill.scenario, behind),
        units=_units(views),
        harm=_harm(room),
        requests=tuple(ledger.requests.values()),
        remarks=tuple(ledger.remarks),
        watching=watching,
        codes=codes,
    )


def _seat(view: View, chair: Chair, connected: bool) -> SeatState:
    return SeatState(
        view.seat, chair.player, chair.name, connected, chair.barred, chair.since,
        view.current.verb if view.current else "", tuple(task.verb for task in view.queue),
        len([message for message in view.inbox if message.opened is None]),
        tuple(decision.decision for decision in view.decisions), chair.last_act,
    )  # fmt: skip


def _injects(scenario: Scenario, ledger: Ledger, behind: Behind) -> tuple[InjectState, ...]:
    return tuple(_inject(scenario, name, ledger, behind) for name in scenario.injects)


def _inject(scenario: Scenario, name: str, ledger: Ledger, behind: Behind) -> InjectState:
    written = scenario.injects[name]
    own = written.at is not None or written.when is not None or name in _brought(scenario)
    if name in ledger.delivered:
        time, to = ledger.delivered[name]
        return InjectState(name, "delivered", time, to, own)
    planned = _planned(scenario, written)
    if name in behind.skipped:
        return InjectState(name, "skipped", planned, written.to, own)
    if name in behind.held:
        return InjectState(name, "due" if behind.held[name] else "held", planned, written.to, own)
    return InjectState(name, "waiting", planned, written.to, own)


def _planned(scenario: Scenario, written: Inject) -> int | None:
    """The second for which an inject is written, where that is one second."""
    moment = written.at
    if moment is None or moment.after:
        return None
    if moment.clock is not None:
        return int((moment.clock - scenario.clock) % 86400)
    return int(moment.window.low) if moment.window.fixed else None


def _brought(scenario: Scenario) -> tuple[str, ...]:
    """The injects that stages, options and other injects bring with them."""
    found: list[str] = []
    for inject in scenario.injects.values():
        found += inject.inject
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            found += option.inject
    for incident in scenario.incidents.values():
        for stage in getattr(incident, "stages", {}).values():
            found += stage.inject
    for order in scenario.catalogue.orders.values():
        found += order.inject
    return tuple(found)


def _incidents(scenario: Scenario, behind: Behind) -> tuple[IncidentState, ...]:
    found: list[IncidentState] = []
    for name, incident in scenario.incidents.items():
        stages = getattr(incident, "stages", {})
        parts = (part for part in parts_of(incident) if part not in stages and part != "ended")
        values: dict[str, Value] = {part: _rounded(behind.value(f"{name}.{part}")) for part in parts}
        found.append(IncidentState(name, bool(values.get("present", behind.has_begun(name))), values))
    return tuple(found)


def _rounded(value: Value) -> Value:
    return round(value, 3) if isinstance(value, float) else value


def _units(views: Iterable[View]) -> tuple[UnitView, ...]:
    found = {unit.unit: unit for view in views for unit in view.units}
    return tuple(found.values())


def _harm(room: Room) -> dict[str, int]:
    harm: dict[str, int] = {}
    for entry in room.drill.journal.of_kind("harm.done"):
        harm[entry.payload["harm"]] = harm.get(entry.payload["harm"], 0) + entry.payload["number"]
    return harm
