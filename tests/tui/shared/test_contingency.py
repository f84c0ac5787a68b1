"""Contingency injects at the console: listed by what they are for, and delivered with that purpose."""

from pathlib import Path

from simulator.journal.entry import DELIVER
from simulator.room.shared.hub import Hub
from simulator.room.shared.keys import Keys
from simulator.room.shared.opening import open_shared
from tests.authoring.sample import sample
from tests.room.rooms import Clock
from tests.room.shared.rooms import Office
from tests.tui.shared.rooms import HubDesk, at_console

READY = """  late_bus: {purpose: pressure, to: petition_lead, text: {en: A bus is late., zh: 车晚了。}}
  chant:
"""


def ready(folder: Path) -> Office:
    """A shared drill of the sample with a contingency inject, begun."""
    clock = Clock()
    shared = open_shared(sample(folder, ("  chant:\n", READY)), 7, folder / "drill.jsonl", clock, None)
    found = Office(folder, clock, Hub("one", shared, Keys(folder / "drill.keys", clock), clock))
    found.begin()
    return found


async def test_they_are_listed_by_what_they_are_for(tmp_path: Path) -> None:
    async with at_console(HubDesk(ready(tmp_path)), tmp_path) as stage:
        await stage.press("right")
        assert "By you alone, to press them" in stage.text


async def test_one_is_delivered_with_the_purpose_that_its_scenario_gives_it(tmp_path: Path) -> None:
    found = ready(tmp_path)
    async with at_console(HubDesk(found), tmp_path) as stage:
        await stage.press("right", "end", "enter")
        assert "late_bus: to come" in stage.text
        await stage.press("1", "enter")
    (given,) = found.entries(DELIVER)
    assert (given.payload["inject"], given.payload["purpose"]) == ("late_bus", "pressure")
