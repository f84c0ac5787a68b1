"""Times as an author types them, and what counts as an event to stop at."""

import re

from simulator.clock import Malformed, seconds, time_of_day
from simulator.errors import CallError
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.language.said import say
from simulator.scenario.scenario import Scenario

EVENTS = frozenset({
    kinds.DELIVERED, kinds.UNDERSTOOD, kinds.MESSAGE, kinds.PUT, kinds.SILENT, kinds.ANSWERED, kinds.CARRIED_OUT,
    kinds.FAILED, kinds.KEPT, kinds.BROKEN, kinds.ARRIVED, kinds.TIRED, kinds.BEGAN, kinds.ENDED, kinds.STEP,
    kinds.SAFE, kinds.CROSSED, kinds.STAGE, kinds.HARM, kinds.STATE, kinds.CLOSING,
})  # fmt: skip
"""The kinds of entries at which a step ends: what comes, what is done, what the world does in leaps."""

DAY = 86400

_CLOCK = re.compile(r"\d\d:\d\d", re.ASCII)


def is_event(entry: Entry) -> bool:
    """Whether a step ends at an entry."""
    return entry.kind in EVENTS


def second_of(written: str, scenario: Scenario, now: int) -> int:
    """The exercise second of `09:10` (on the scenario's clock, the next from the start), `90m`, `+20m` or `-5m`.

    Raises `CallError` for what is no time, or lies before the start or at the end or beyond it.
    """
    try:
        found = _second(written.replace(" ", ""), scenario, now)
    except Malformed as bad:
        raise CallError(say("'{written}' is no time", written=written), say("write 09:10, 90m, +20m or -5m")) from bad
    if not 0 <= found < scenario.length:
        raise CallError(
            say("'{written}' lies outside the exercise", written=written), say("write 09:10, 90m, +20m or -5m")
        )
    return found


def _second(written: str, scenario: Scenario, now: int) -> int:
    if _CLOCK.fullmatch(written):
        return (time_of_day(written) - scenario.clock) % DAY
    if written[:1] in ("+", "-"):
        by = seconds(written[1:])
        return now + by if written[0] == "+" else max(0, now - by)
    return seconds(written)
