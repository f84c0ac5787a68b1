"""A process that measures its own memory: `python -m tui.bench.child drill tutorial`. One JSON object comes out."""

import gc
import json
import re
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

from simulator.engine.drill import Drill
from simulator.journal.file import write_all
from simulator.language.translator import translator_for
from simulator.players.bots import player_for
from simulator.players.play import play
from simulator.rehearsal.baselines import append_baselines
from simulator.room.shared.chairs import Member
from simulator.room.shared.hub import Hub
from simulator.room.shared.keys import Keys
from simulator.room.shared.model import PROTOCOL, Join
from simulator.room.shared.opening import open_shared
from simulator.room.shared.picture import Teller
from simulator.scenario.scenario import Scenario
from tui.bench.engine import by_the_book
from tui.bench.world import halls, shipped

MEGA = 1024 * 1024


def peak() -> float:
    """The most memory that this process has had so far, in MB."""
    import resource

    # On Linux `getrusage` begins with what the parent had when it started this process.
    status = Path("/proc/self/status")
    if status.is_file():
        held = re.search(r"^VmHWM:\s+(\d+) kB$", status.read_text(encoding="ascii", errors="replace"), re.MULTILINE)
        if held is not None:
            return int(held[1]) * 1024 / MEGA
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGA


def grown(call: Callable[[], object]) -> dict[str, float]:
    """By how much a call raises the peak, in MB, and how long it takes, in seconds."""
    gc.collect()
    before, begun = peak(), time.perf_counter()
    kept = call()
    seconds = time.perf_counter() - begun
    del kept
    return {"grown": peak() - before, "peak": peak(), "seconds": seconds}


def drill(name: str) -> dict[str, float]:
    """One drill. Another comes first, so that what is loaded once does not count."""
    scenario = shipped(name)
    by_the_book(scenario)
    return held(lambda: by_the_book(scenario))


def held(call: Callable[[], object]) -> dict[str, float]:
    """The most that objects of a call hold at once, in MB: what is small against the program is seen in no peak."""
    gc.collect()
    tracemalloc.start()
    kept = call()
    most = tracemalloc.get_traced_memory()[1] / MEGA
    tracemalloc.stop()
    del kept
    return {"grown": most}


# -- a shared room ---------------------------------------------------------------------------------------------

BEAT = 60


def room(seats: str, minutes: str) -> dict[str, float]:
    """A hub with people in so many seats, each told every minute what has changed, for so many minutes."""
    with tempfile.TemporaryDirectory() as folder:
        scenario = halls(20, 100, 2, seats=int(seats))
        return held(lambda: _shared(scenario, Path(folder), int(minutes) * 60))


def _shared(scenario: Scenario, folder: Path, length: int) -> object:
    now = [0.0]
    shared = open_shared(scenario, 1, folder / "room.jsonl", lambda: now[0], None, pace=BEAT)
    hub = Hub("room", shared, Keys(None, lambda: now[0]), lambda: now[0])
    members = [_come_in(hub, seat) for seat in scenario.seats]
    tellers = [Teller() for _ in members]
    shared.room.start()
    while shared.room.drill.now < length:
        now[0] += 1
        hub.tick()
        for member, teller in zip(members, tellers, strict=True):
            teller.picture(hub.picture(member))
    shared.file.close()
    return hub, tellers


def _come_in(hub: Hub, seat: str) -> Member:
    return hub.come_in(Join(PROTOCOL, "seat", "Trainee", hub.keys.codes["seat"], seat), "127.0.0.1")[0]


# -- a thousand journals ---------------------------------------------------------------------------------------


def keep(number: str, folder: str) -> dict[str, float]:
    """Play so many drills of the tutorial, each with its own seed and trainees, and take them into the records."""
    # Here and below what a drill does not need is loaded where it is measured.
    from reports.records.store import open_records

    scenario = shipped("tutorial")
    paths = [_kept(scenario, seed, Path(folder)) for seed in range(int(number))]

    def take_in() -> None:
        with open_records() as records:
            for path in paths:
                records.keep(path)

    return grown(take_in)


def _kept(scenario: Scenario, seed: int, folder: Path) -> Path:
    """The journal of a drill in which trainees sat; bots play for them."""
    seats = {seat: {"player": "person", "name": f"Trainee {seed % 50}"} for seat in scenario.seats}
    day = f"2026-03-{1 + seed % 28:02}T08:00:00.000Z"
    drill = Drill(scenario, seed, seats=seats, mode="assessed", wall=lambda: day)
    bot = ("by-the-book", "late", "partial")[seed % 3]
    play(drill, {seat: player_for(bot, scenario, seat, seed) for seat in scenario.seats})
    append_baselines(scenario, drill.journal)
    path = folder / f"kept-{seed}.jsonl"
    write_all(drill.journal, path)
    return path


def readiness() -> dict[str, float]:
    """The report over all that is in the records."""
    from reports.formats.writing import written
    from reports.readiness.asking import asked_of
    from reports.readiness.naming import Names
    from reports.readiness.paper import paper
    from reports.records.rows import Filter
    from reports.records.store import open_records

    drills: list[object] = []

    def report() -> object:
        with open_records() as records:
            drills.extend(records.drills())
            ready, played = asked_of(records, Filter(), date.today())
        return dict(written(paper(Names(translator_for("en"), played, ready.titles), ready), "html"))

    return {**grown(report), "drills": len(drills)}


MEASURES: dict[str, Callable[..., dict[str, float]]] = {
    "drill": drill, "room": room, "keep": keep, "readiness": readiness,
}  # fmt: skip

if __name__ == "__main__":
    print(json.dumps(MEASURES[sys.argv[1]](*sys.argv[2:])))
