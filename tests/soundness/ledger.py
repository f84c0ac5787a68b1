"""A second set of books for a running drill: who came, where they are, who went, kept beside the engine's own."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from simulator.engine.drill import Drill
from simulator.engine.flow import LiveFlow
from simulator.engine.gathering import LiveGathering
from simulator.engine.reception import LiveReception, Visitor
from simulator.engine.rumour import LiveRumour

HEAD = 0.01
"""People that a flow's fractions may differ by."""


class Ledger:
    """What went in, counted at the door; and the order in which each class of a queue was served."""

    def __init__(self) -> None:
        self.came: dict[str, int] = {}
        self.served: dict[tuple[str, str], list[int]] = {}

    def wrong(self, drill: Drill) -> list[str]:
        """Everything in the world that does not add up now."""
        world = drill._world
        found: list[str] = []
        for gathering in world.gatherings.values():
            found += self._of_gathering(gathering, list(world.receptions.values()))
        for reception in world.receptions.values():
            found += _of_reception(reception)
        for incident in world.doing.incidents.values():
            found += _of_rumour(incident) if isinstance(incident, LiveRumour) else []
        return found + [f"{flow.name} has lost people" for flow in world.flows.values() if _lost(flow, drill.now)]

    def _of_gathering(self, live: LiveGathering, receptions: list[LiveReception]) -> Iterator[str]:
        if live.people + live.gone + live.hurt != self.came.get(live.name, 0):
            yield f"{live.name}: {live.people} here, {live.gone} gone, {live.hurt} hurt of {self.came.get(live.name)}"
        queued = sum(each.people for each in receptions if each.written.arrivals.from_ == live.name)
        if (live.inside, live.outside) != (queued, sum(batch[1] for batch in live._waiting)):
            yield f"{live.name}: {live.inside} in queues that hold {queued}, {live.outside} outside"
        since = [batch[0] for batch in live._waiting] + live._oldest_inside
        waited = live.part("waited").at(live._core.now)
        if waited != (live._core.now - min(since) if since else 0):
            yield f"{live.name}: {waited} seconds are not the longest present wait"
        if not all(0 <= share <= 1 for share in (live.trust, live.heard, live.registered, live.mood.now())):
            yield f"{live.name}: a share outside 0..1"


def _of_reception(live: LiveReception) -> Iterator[str]:
    if live.queue + live.serving + live.served + live.left != live.arrived:
        yield f"{live.name}: {live.arrived} came; {live.queue}, {live.serving}, {live.served}, {live.left}"
    if live.queue < 0 or live.serving < 0:
        yield f"{live.name}: fewer than nobody"
    waiting = sum(not visitor.gone for heap in live._heaps.values() for _, _, visitor in heap)
    if waiting != live.queue:
        yield f"{live.name}: {waiting} wait in a queue of {live.queue}"


def _of_rumour(live: LiveRumour) -> Iterator[str]:
    parts = (live.ignorant, live.spreaders, live.stiflers, live.corrected)
    if abs(sum(parts) - 1) > 1e-9 or not all(0 <= part <= 1 for part in (*parts, live.reach)):
        yield f"{live.name}: {parts} do not make up one audience"


def _lost(flow: LiveFlow, now: int) -> bool:
    """Whether upstream, inside and through are not all who have come by now."""
    if not flow.present:
        return False
    total = 0.0
    for surge in flow.written.surges:
        total += surge.per_minute / 60 * max(0, min(surge.ends, now - flow._began) - surge.starts)
    parts = [float(flow.part(name).at(now)) for name in ("upstream", "people", "through")]
    # Each of the three is told in whole heads.
    return not total - 3 - HEAD <= sum(parts) <= total + HEAD


@contextmanager
def books() -> Iterator[Ledger]:
    """While this lasts, a ledger is kept of every drill."""
    ledger = Ledger()
    come, begin = LiveGathering.come, LiveReception._begin_service

    def counted(gathering: LiveGathering, number: int) -> int:
        came = come(gathering, number)
        ledger.came[gathering.name] = ledger.came.get(gathering.name, 0) + came
        return came

    def listed(reception: LiveReception, visitor: Visitor) -> None:
        ledger.served.setdefault((reception.name, visitor.need), []).append(visitor.number)
        begin(reception, visitor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LiveGathering, "come", counted)
        patch.setattr(LiveReception, "_begin_service", listed)
        yield ledger
