"""What a journal consists of: entries, and their kinds.

An act is what somebody did (an input); an event is what came of it (an output). A replay feeds the
acts of a journal to a fresh drill and compares every event.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

FORMAT = 1
"""The version of the journal's lines."""

HEADER = "header"
"""The first entry. Payload: format, engine, scenario, digest, seed, seats {seat: {player, name}}, pace, mode,
language, personas, resolved (the scenario as JSON), parent (for a rewound drill)."""

ORDER = "act.order"
"""order (its number), verb, with, accepted; where refused: refused (a reason's code), and ask (whom to ask)."""
ANSWER = "act.answer"
"""decision, option, accepted; where refused: refused."""
OPEN = "act.open"
"""message (its number in the seat's inbox), accepted."""
CANCEL = "act.cancel"
"""order, accepted."""
REORDER = "act.reorder"
"""order, to (its place in the queue, 0 first), accepted."""
NOTE = "act.note"
"""text."""
HINT = "act.hint"
"""about (an expectation's id or empty), accepted."""
REQUEST = "act.request"
"""request (its number), to, verb, with, words, accepted; where refused: refused, and ask."""
REPLY = "act.reply"
"""request, granted, words, accepted; where refused: refused."""
HAND_OVER = "act.hand_over"
"""to, words, accepted; where refused: refused."""

DELIVER = "control.deliver"
"""What who runs the drill does stands under the seat `@control`; each has by (a name) and accepted.
inject, purpose."""
HOLD = "control.hold"
"""inject."""
RELEASE = "control.release"
"""inject."""
SKIP = "control.skip"
"""inject, why."""
SPEAK = "control.speak"
"""to (seats), speaker, words, about, purpose."""
TURNING = "control.turning"
"""what (start, pause, resume, pace, end), pace."""
SIT = "control.sit"
"""seat, player, name, why, barred: who sits in a seat from now on."""
REMARK = "control.remark"
"""seat, words, time, expectation, rating: an evaluator's."""

DELIVERED = "inject.delivered"
"""inject, to (seats), tells {name: value}, numbers {seat: number in its inbox}; understood: false where it is in a
language that nobody there knows: then it tells nothing yet."""
UNDERSTOOD = "inject.understood"
"""inject, to (seats), tells {name: value}, numbers {seat: number in its inbox}: somebody interprets now."""
MESSAGE = "message.delivered"
"""To the entry's seat: number, from (a seat, or empty for a reply to `ask`), about, tells, words (what the seat adds in
its own words, where it does); speaker (where a character speaks through the controller); wanted {request, verb, with}
where an order is asked for."""
OPENED = "message.opened"
"""number: the seat has read a message."""
PUT = "decision.put"
"""To the entry's seat: decision, starts (the second its clock starts), closes, options (in the order shown)."""
SILENT = "decision.silent"
"""decision, option: nobody answered in time."""
ANSWERED = "answer.carried_out"
"""decision, option, act (the sequence number of the answer)."""
STARTED = "order.started"
"""order, verb."""
CARRIED_OUT = "order.carried_out"
"""order, verb, with, act (the sequence number of the order)."""
CANCELLED = "order.cancelled"
"""order."""
FAILED = "order.failed"
"""order, verb, reason: it was accepted, but could no longer be carried out."""
KEPT = "promise.kept"
"""order, what."""
BROKEN = "promise.broken"
"""order, what."""
LEFT = "unit.left"
"""unit, trip, origin, place, arrives (second), order."""
ARRIVED = "unit.arrived"
"""unit, trip, place."""
TIRED = "unit.tired"
"""unit."""
BEGAN = "incident.began"
"""incident."""
ENDED = "incident.ended"
"""incident."""
MOOD = "incident.mood"
"""incident, tension (now), level (where it goes), trust, heard."""
STEP = "person.step"
"""incident, step (of the stairway), rapport."""
SAFE = "person.safe"
"""incident: the person has come to safety."""
CROSSED = "person.crossed"
"""incident, protected (whether rescue stood ready)."""
SPREAD = "rumour.spread"
"""incident, reach, spreaders, corrected: shares of the audience, after a change of one in a hundred."""
FLOWS = "flow.moved"
"""incident, upstream (held before the first place), through (has left), places {place: people}: after a change of
a rate."""
STAGE = "incident.stage"
"""incident, stage (the new one; `calm` below all), up (whether reached from below)."""
PEOPLE = "gathering.people"
"""incident, people (on site), outside, gone (home), hurt, coming: after a change."""
QUEUE = "reception.queue"
"""incident, queue, serving, windows, served, left: after a change."""
HARM = "harm.done"
"""harm (its kind), number, incident or nothing."""
STATE = "state.set"
"""name, value."""
CLOSING = "closing"
"""The drill's end. measures {path: value}, harm {kind: number}, early (whether it was ended before its length)."""
BASELINES = "baselines"
"""After the closing: team and seats {seat: …}, each {silent: {path: value}, book: {path: value}} of measures."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a journal."""

    number: int
    """Sequence number, from 0."""
    time: int
    """Exercise second."""
    seat: str | None
    """Whose act it is or whom it reached; nothing for events of the world."""
    kind: str
    payload: Mapping[str, Any] = field(default_factory=dict)
    wall: str | None = None
    """Wall time (UTC, ISO 8601) of acts and header in a live drill; nothing in a headless run."""

    @property
    def is_act(self) -> bool:
        """Whether it is an input, to be fed to a replay."""
        return self.kind.startswith(("act.", "control."))
