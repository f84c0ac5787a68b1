"""Reading load: whether a person can read what comes before a question closes (W501–W503).

Counted in real seconds at the catalogue's pace of reading, against the time limit divided by the scenario's pace.
"""

from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.meaning.schedule import Time, delivered, put
from simulator.language.said import say
from simulator.language.text import Text
from simulator.scenario.messages import Decision

MINUTE = 60
SEVERAL = 3
"""So many urgent messages within a minute are more than anyone can take in: a design value."""
FAST = 1.5
"""How many times as fast as the catalogue a practised reader reads: a design value."""


def load_findings(matter: Matter) -> Iterator[Finding]:
    """Questions that close before they can be read, and messages that come too thick."""
    for name, decision in matter.scenario.decisions.items():
        yield from _decision(matter, name, decision)
    told: set[str] = set()
    for seat in matter.scenario.seats:
        yield from _thick(matter, seat, told)


def _decision(matter: Matter, name: str, decision: Decision) -> Iterator[Finding]:
    own = reading(matter, decision.text, *(option.text for option in decision.options.values()))
    pace = matter.scenario.pace
    there = decision.time_limit // pace
    if own * pace > decision.time_limit:
        message = say("this closes before it can be read: {needed} seconds of reading, and {there} at {pace}x",
                      needed=own, there=there, pace=pace)  # fmt: skip
        remedy = say("raise 'time_limit', lower 'pace', or write less")
        yield matter.at("W501", ("decisions", name, "time_limit"), message, remedy)
        return
    beside = _beside(matter, decision, put(matter, name), own)
    room = (own + decision.time_limit) / pace
    if beside and own + beside > FAST * room:
        message = say("before this closes, '{seat}' has {needed} seconds of reading, and {there} at {pace}x",
                      seat=decision.to, needed=own + beside, there=round(room), pace=pace)  # fmt: skip
        remedy = say("send the messages around it earlier or later, or raise 'time_limit'")
        yield matter.at("W503", ("decisions", name), message, remedy, key=True)


def _beside(matter: Matter, decision: Decision, asked: Time, own: int) -> int:
    """Seconds of reading that reach the same seat while the question is open."""
    total = 0
    closes = asked.last + own + decision.time_limit
    for name, inject in matter.scenario.injects.items():
        time = delivered(matter, name)
        if decision.to in inject.to and time.event == asked.event and asked.first <= time.first and time.last <= closes:
            total += reading(matter, inject.text)
    return total


def reading(matter: Matter, *texts: Text) -> int:
    """Seconds to read texts one after another, in the slower of their languages."""
    attention = matter.scenario.catalogue.attention
    total = 0
    for text in texts:
        total += text.reading_seconds(attention.words_per_minute, attention.characters_per_minute)
    return total


def _thick(matter: Matter, seat: str, told: set[str]) -> Iterator[Finding]:
    """Urgent messages that come to a seat within one minute."""
    injects = matter.scenario.injects.items()
    urgent = [(delivered(matter, name), name) for name, each in injects if each.urgent and seat in each.to]
    urgent.sort(key=lambda one: (one[0].event, one[0].first))
    for position, (time, _) in enumerate(urgent):
        within = [name for other, name in urgent[position:]
                  if other.event == time.event and other.first - time.first <= MINUTE]  # fmt: skip
        if len(within) >= SEVERAL and within[-1] not in told:
            told.update(within)
            message = say("{count} urgent messages reach '{seat}' within a minute: {names}",
                          count=len(within), seat=seat, names=within)  # fmt: skip
            remedy = say("spread them, or let one be urgent")
            yield matter.at("W502", ("injects", within[-1]), message, remedy, key=True)
