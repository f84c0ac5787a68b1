"""Taking times: several calls by turns, each several times, the median of each.

By turns, so that whatever else the machine does meanwhile weighs on all of them alike and ratios stand.
"""

import gc
import statistics
import time
from collections.abc import Callable, Sequence

Call = Callable[[], object]
Watch = Callable[[], float]


def cpu_seconds(calls: Sequence[Call], repeats: int) -> list[float]:
    """Of each call the median of its processor seconds in this process."""
    return by_turns(calls, repeats, time.process_time)


def wall_seconds(calls: Sequence[Call], repeats: int) -> list[float]:
    """Of each call the median of its seconds by the clock: for what other processes do."""
    return by_turns(calls, repeats, time.perf_counter)


def by_turns(calls: Sequence[Call], repeats: int, watch: Watch) -> list[float]:
    """Of each call the median of so many times by a watch, after one call that is not counted."""
    taken: list[list[float]] = [[] for _ in calls]
    for turn in range(repeats + 1):
        for times, call in zip(taken, calls, strict=True):
            seconds = one(call, watch)
            if turn:
                times.append(seconds)
    return [statistics.median(times) for times in taken]


def one(call: Call, watch: Watch) -> float:
    """One call by a watch; what earlier ones left behind is cleared away first."""
    gc.collect()
    begun = watch()
    call()
    return watch() - begun


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share (0..1) of the values lies: the nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
