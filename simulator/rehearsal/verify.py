"""Says whether a journal is whole and unaltered, and whether it replays to the same events and baselines.

A journal needs nothing but itself: the scenario it was played with stands in its header.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from simulator import __version__
from simulator.clock import journal_time
from simulator.engine.drill import Drill
from simulator.errors import DrillroomError
from simulator.journal.entry import BASELINES, CLOSING, HEADER, Entry
from simulator.journal.journal import Journal
from simulator.journal.lines import canonical
from simulator.journal.reading import Problem, Reading, read_journal
from simulator.language.said import Said, say
from simulator.players.replay import feed, pass_until
from simulator.rehearsal.baselines import baselines
from simulator.scenario.scenario import Scenario

_UNREADABLE = (
    DrillroomError, LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError,
    RecursionError,
)  # fmt: skip
"""What a payload that no drill wrote can bring about where it is taken for one."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What is to be said of a journal."""

    ok: bool
    """Whole, unaltered, and it replays the same."""
    entries: int
    """How many can be relied on."""
    head: str
    """The hash of the last line: whoever knows it can tell this journal from any other."""
    problems: tuple[Problem, ...]
    notices: tuple[Said, ...] = ()
    """What is worth knowing and not wrong."""


def verify(path: Path | str) -> Verification:
    """Verify a journal file. Raises `FileError` where it is missing or cannot be opened."""
    reading = read_journal(path)
    problems = [*reading.problems]
    notices: list[Said] = []
    if reading.usable:
        found = _replayed(reading)
        problems += found
        if not found and not reading.torn:
            problems += _unfinished(reading.entries)
        notices += _other_version(reading, bool(found))
    return Verification(not problems, len(reading.entries), reading.head, tuple(problems), tuple(notices))


def _other_version(reading: Reading, differs: bool) -> list[Said]:
    recorded, present = reading.entries[0].payload.get("engine"), __version__
    if recorded == present:
        return []
    values = {"recorded": str(recorded), "present": present}
    if differs:
        return [say("recorded by another engine version ({recorded}, this is {present}): that may be why", **values)]
    return [say("recorded by another engine version ({recorded}, this is {present}); it replays the same", **values)]


def _unfinished(entries: Sequence[Entry]) -> list[Problem]:
    """What is missing at the end of a journal that is right as far as it goes."""
    kinds = {entry.kind for entry in entries}
    if CLOSING not in kinds:
        return [Problem(len(entries), say("not whole: the drill's end is missing; it is right up to here"))]
    if BASELINES not in kinds:
        return [Problem(len(entries), say("not whole: the baselines after the drill's end are missing"))]
    return []


def _replayed(reading: Reading) -> list[Problem]:
    """The first place at which the journal is not what its own header and acts lead to, if there is one."""
    header = reading.entries[0].payload
    try:
        scenario = Scenario.model_validate(header["resolved"])
        if scenario.digest() != header["digest"]:
            return [Problem(1, say("altered: the scenario in the header is not the one that its digest names"))]
    except (ValidationError, *_UNREADABLE):
        return [Problem(1, say("altered: the scenario in the header cannot be read"))]
    try:
        return _difference(reading.entries, _again(scenario, header, reading.entries))
    except _UNREADABLE:
        return [Problem(1, say("altered: it holds what no drill writes, and cannot be replayed"))]


def _again(scenario: Scenario, header: Any, entries: Sequence[Entry]) -> Journal:
    """The journal of a fresh drill that is given the same acts, as far as the recorded one goes."""
    drill = Drill(
        scenario, header["seed"], seats=header["seats"], pace=header["pace"], mode=header["mode"],
        language=header["language"], parent=header["parent"], personas=header["personas"],
    )  # fmt: skip
    feed(drill, entries)
    closing = next((entry for entry in entries if entry.kind == CLOSING), None)
    if closing is None:
        pass_until(drill, entries[-1].time + 1)
        return drill.journal
    pass_until(drill, closing.time)
    drill.finish()
    if entries[-1].kind == BASELINES:
        drill.journal.write(closing.time, None, BASELINES, baselines(scenario, drill.journal))
    return drill.journal


def _difference(recorded: Sequence[Entry], again: Journal) -> list[Problem]:
    """The first entry in which a replay differs from the record; the record may end earlier."""
    for number, entry in enumerate(recorded):
        if number >= len(again):
            return [Problem(number + 1, say("altered: the replay has ended before this entry"))]
        if not _same(entry, again[number]):
            return [Problem(number + 1, _otherwise(entry, again[number]))]
    return []


def _same(recorded: Entry, again: Entry) -> bool:
    head = (recorded.number, recorded.time, recorded.seat, recorded.kind)
    if head != (again.number, again.time, again.seat, again.kind):
        return False
    return canonical(_comparable(recorded)) == canonical(_comparable(again))


def _comparable(entry: Entry) -> dict[str, Any]:
    """The payload without what another engine version may have written otherwise and nothing hangs on."""
    return {key: value for key, value in entry.payload.items() if not (entry.kind == HEADER and key == "engine")}


def _otherwise(recorded: Entry, again: Entry) -> Said:
    if recorded.kind == BASELINES:
        return say("altered: the baselines are not those of this drill")
    values = {
        "recorded": recorded.kind, "then": journal_time(recorded.time),
        "again": again.kind, "now": journal_time(again.time),
    }  # fmt: skip
    return say("altered, or it replays otherwise: {recorded} at {then} stands here, the replay has {again} at {now}",
               **values)  # fmt: skip
