"""How the cost of a drill grows: with events, not with heads, incidents or hours."""

from collections.abc import Sequence
from functools import partial

from simulator.engine.drill import Drill
from simulator.journal.entry import Entry
from simulator.language.said import Said, say
from simulator.scenario.scenario import Scenario
from tui.bench.bare import Trace, bare_simpy, replayed, traced
from tui.bench.engine import SEED, SIMPY
from tui.bench.files import files
from tui.bench.model import Kit, Ratio, Row, Task
from tui.bench.timing import cpu_seconds
from tui.bench.world import halls


def growth(kit: Kit) -> list[Task]:
    """The same halls with more heads, with more incidents, and for longer."""
    heads = (100, 10_000, 1_000_000)
    many = (10, 100) if kit.quick else (10, 100, 1000)
    hours = (1, 2) if kit.quick else (1, 8, 72)
    return [
        Task("growth", say("heads"), 1.0, partial(_heads, kit, heads)),
        Task("growth", say("incidents"), 150.0, partial(_incidents, kit, many)),
        Task("growth", say("hours"), 30.0, partial(_hours, kit, hours)),
        *files(kit),
    ]


def _heads(kit: Kit, sizes: Sequence[int]) -> list[Row]:
    worlds = [halls(1, size, 2) for size in sizes]
    names = [say("a gathering of {number} people, 2 h", number=size) for size in sizes]
    return _grown(kit, "heads", sizes, names, worlds)


def _incidents(kit: Kit, sizes: Sequence[int]) -> list[Row]:
    # A hall has two incidents.
    worlds = [halls(size // 2, 100, 2) for size in sizes]
    return _grown(kit, "incidents", sizes, [say("{number} incidents, 2 h", number=size) for size in sizes], worlds)


def _hours(kit: Kit, sizes: Sequence[int]) -> list[Row]:
    worlds = [halls(10, 100, size) for size in sizes]
    return _grown(kit, "hours", sizes, [say("20 incidents, {number} h", number=size) for size in sizes], worlds)


def _grown(
    kit: Kit, name: str, sizes: Sequence[int], names: Sequence[Said], worlds: Sequence[Scenario]
) -> list[Row]:  # fmt: skip
    """Microseconds an event of the world's own for each world, against the first of them and against bare SimPy."""
    none: tuple[Entry, ...] = ()
    traces = [traced(Drill(world, SEED), none) for world in worlds]
    runs = [partial(_run, world) for world in worlds]
    seconds = cpu_seconds([*runs, *(partial(bare_simpy, trace) for trace in traces)], min(kit.repeats, 3))
    spent, bare = seconds[: len(worlds)], seconds[len(worlds) :]
    first = _each(spent[0], traces[0])
    return [
        Row(f"growth/{name}/{size}", what, _each(taken, trace) * 1e6, "µs",
            (Ratio(_each(taken, trace) / first, say("the first of them")), Ratio(taken / floor, SIMPY)),
            trace.timers, min(kit.repeats, 3))
        for size, what, taken, floor, trace in zip(sizes, names, spent, bare, traces, strict=True)
    ]  # fmt: skip


def _run(world: Scenario) -> None:
    replayed(Drill(world, SEED), ())


def _each(seconds: float, trace: Trace) -> float:
    return seconds / trace.timers
