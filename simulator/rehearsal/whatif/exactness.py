"""Whether a journal is what its own header and acts lead to: only then does another world say anything.

The baselines after the end are not computed again; `drillroom verify` does that.
"""

from collections.abc import Sequence
from typing import Any

from simulator.clock import journal_time
from simulator.errors import DrillroomError
from simulator.journal.entry import HEADER, Entry
from simulator.journal.journal import Journal
from simulator.journal.lines import canonical
from simulator.language.said import Said, say
from simulator.rehearsal.whatif.otherwise import unchanged
from simulator.scenario.scenario import Scenario

_UNREADABLE = (
    DrillroomError, LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError,
    RecursionError,
)  # fmt: skip
"""What a payload that no drill wrote can bring about where it is taken for one."""


def difference(scenario: Scenario, entries: Sequence[Entry], ends: int) -> Said | None:
    """Where the replay of the unchanged acts is not the record; nothing where it is, entry by entry.

    *entries* end with the closing, at second *ends*.
    """
    try:
        if scenario.digest() != entries[0].payload["digest"]:
            return say("the scenario is not the one that the journal's digest names")
        return _first(entries, unchanged(scenario, entries, ends))
    except _UNREADABLE:
        return say("the journal holds what no drill writes, and cannot be replayed")


def _first(entries: Sequence[Entry], again: Journal) -> Said | None:
    for number, entry in enumerate(entries):
        if number >= len(again) or not _same(entry, again[number]):
            values = {"number": number, "kind": entry.kind, "time": journal_time(entry.time)}
            return say("the replay differs from entry {number} on: {kind} at {time}", **values)
    return None if len(again) == len(entries) else say("the replay goes on after the journal's end")


def _same(recorded: Entry, again: Entry) -> bool:
    head = (recorded.number, recorded.time, recorded.seat, recorded.kind)
    if head != (again.number, again.time, again.seat, again.kind):
        return False
    return canonical(_payload(recorded)) == canonical(_payload(again))


def _payload(entry: Entry) -> dict[str, Any]:
    """Without the engine's version, on which nothing hangs."""
    return {key: value for key, value in entry.payload.items() if not (entry.kind == HEADER and key == "engine")}
