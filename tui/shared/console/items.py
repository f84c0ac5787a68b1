"""The console's panes as items: who sits where, the injects with their states, the world as it truly is."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from reports.messages import PURPOSES
from reports.wording import Wording
from simulator.journal.controls import STAND_IN
from simulator.journal.entry import Entry
from simulator.language.said import Said, say
from simulator.room.shared.model import Console, IncidentState, InjectState, RequestState, Seating, SeatState
from simulator.scenario.messages import Purpose
from tui.presentation.lines import Item, Line, Tone, item, items
from tui.presentation.situation import unit_line
from tui.presentation.text import cells, shortened, wrapped
from tui.preview.hidden import standings
from tui.shared.door import ROLES, ordered
from tui.shared.seat.people import ANSWERS, who

MARKS: Mapping[str, str] = {"delivered": "[x]", "waiting": "[ ]", "held": "[=]", "due": "[!]", "skipped": "[-]"}
"""The state of an inject; no colour is needed to see it."""

STATES: Mapping[str, Said] = {
    "delivered": say("delivered"), "waiting": say("to come"), "held": say("held"),
    "due": say("held, and its time has come"), "skipped": say("skipped"),
}  # fmt: skip

NEVER = "--:--"
"""In the place of a time that is not known before."""


# -- seats ------------------------------------------------------------------------------------------------


def seat_items(wording: Wording, console: Console, width: int) -> list[Item]:
    """The requests among seats that wait; each seat with its player, what it is doing, what waits; who is here."""
    found: list[Item] = []
    waiting = [each for each in console.requests if not each.answered]
    if waiting:
        found += items(wrapped(wording.say("Requests"), width), "head")
        found += [item(wrapped(request_line(wording, each), width, "", "  "), "urgent") for each in waiting]
    found += [_seat(wording, state, width) for state in console.seats]
    if console.watching:
        here = wording.say("Here: {names}", names=[watcher(wording, each) for each in console.watching])
        found.append(item(wrapped(here, width, "", "  "), "dim"))
    return found


def watcher(wording: Wording, told: str) -> str:
    """Somebody without a seat, told as `Ma Lin (controller)`, with the role in the language of the screen."""
    name, _, role = told.removesuffix(")").rpartition(" (")
    said = next((said for known, said in ordered(ROLES) if known == role), None)
    return told if said is None else wording.say("{name} ({role})", name=name, role=said)


def seating_of(state: SeatState) -> Seating:
    """Who sits there, as everybody sees it."""
    return Seating(state.seat, state.player, state.name, state.connected)


def _seat(wording: Wording, state: SeatState, width: int) -> Item:
    """A seat in a line or two: who, and how busy."""
    values = {"seat": wording.seat(state.seat), "who": who(wording, seating_of(state))}
    line = wording.say("{seat}: {who}", **values)
    shown = wording.say("{line} (closed)", line=line) if state.barred else line
    tone: Tone = "urgent" if state.decisions else "strong"
    busy_with = busy(wording, state)
    whole = wording.say("{who} – {busy}", who=shown, busy=busy_with)
    if cells(whole) <= width:
        return item([whole], tone, key=state.seat)
    lines = [Line(each, tone) for each in wrapped(shown, width, "", "  ")]
    return Item((*lines, *(Line(each) for each in wrapped(busy_with, width, "  "))), key=state.seat)


def waiting_items(wording: Wording, state: SeatState, width: int) -> list[Item]:
    """What a seat is asked, and the orders that wait in its queue."""
    texts = [wording.said(wording.scenario.decisions[each].text).strip() for each in state.decisions]
    lines = [wording.say("asked: {text}", text=text) for text in texts]
    if state.queue:
        lines.append(wording.say("waiting: {orders}", orders=[doing(wording, each) for each in state.queue]))
    return [item(wrapped(line, width, "  ", "    ")) for line in lines]


def busy(wording: Wording, state: SeatState) -> str:
    """What a seat is doing and what waits for it."""
    parts = [doing(wording, state.doing)]
    if state.queue:
        parts.append(wording.say("{number} waiting", number=len(state.queue)))
    if state.unread:
        parts.append(wording.say("unread: {number}", number=state.unread))
    if state.decisions:
        parts.append(wording.say("! asked: {number}", number=len(state.decisions)))
    if state.last_act is not None and state.player != STAND_IN:
        parts.append(wording.say("last act {clock}", clock=wording.clock(state.last_act)))
    return wording.listed(parts)


def doing(wording: Wording, verb: str) -> str:
    """What a seat is carrying out, in words."""
    if not verb:
        return wording.say("idle")
    if verb in wording.scenario.catalogue.orders:
        return wording.verb(verb)
    return wording.say("answering") if verb in wording.scenario.decisions else wording.say("reading or speaking")


def request_line(wording: Wording, request: RequestState) -> str:
    """One request between two seats."""
    return wording.say(
        "{clock} {by} asks {to}: {order} ({answer})",
        clock=wording.clock(request.time),
        by=wording.seat(request.by),
        to=wording.seat(request.to),
        order=wording.verb(request.verb),
        answer=ANSWERS[request.answered],
    )


# -- injects ----------------------------------------------------------------------------------------------


def inject_items(wording: Wording, console: Console, width: int) -> list[Item]:
    """The list of injects: those that wait for the controller, to come, on a condition, for the controller alone by
    purpose, past.

    An inject that comes again stands where it was delivered last.
    """

    def by_hand(purpose: Purpose | None) -> Callable[[InjectState], bool]:
        def belongs(each: InjectState) -> bool:
            return each.status == "waiting" and not each.own and _purpose(wording, each) == purpose

        return belongs

    sections: Sequence[tuple[Said, Callable[[InjectState], bool]]] = (
        (say("Held"), lambda each: each.status in ("due", "held")),
        (say("To come"), lambda each: each.status == "waiting" and each.own and each.at is not None),
        (say("On a condition"), lambda each: each.status == "waiting" and each.own and each.at is None),
        *((say("By you alone, {purpose}", purpose=said), by_hand(purpose)) for purpose, said in PURPOSES.items()),
        (say("By you alone"), by_hand(None)),
        (say("Delivered"), lambda each: each.status == "delivered"),
        (say("Skipped"), lambda each: each.status == "skipped"),
    )
    found: list[Item] = []
    for head, belongs in sections:
        inside = [each for each in console.injects if belongs(each)]
        if inside:
            found += items(wrapped(wording.said(head), width), "head")
            found += [_inject(wording, each, width) for each in _in_order(inside)]
    return found


def _purpose(wording: Wording, state: InjectState) -> Purpose | None:
    """What a contingency inject is for, as its scenario says."""
    return wording.scenario.injects[state.inject].purpose


def _in_order(injects: Iterable[InjectState]) -> list[InjectState]:
    """The next one first; of those that were delivered, the latest."""

    def place(state: InjectState) -> int:
        at = state.at or 0
        return -at if state.status == "delivered" else at

    return sorted(injects, key=place)


def _inject(wording: Wording, state: InjectState, width: int) -> Item:
    """`[ ] 08:03 letter – The lessees: We are thirty-five …` on one line."""
    clock = NEVER if state.at is None else wording.clock(state.at)
    line = wording.say("{mark} {clock} {inject}: {text}", mark=MARKS[state.status], clock=clock, inject=state.inject,
                       text=inject_text(wording, state.inject))  # fmt: skip
    tones: Mapping[str, Tone] = {"due": "urgent", "held": "strong", "delivered": "dim", "skipped": "dim"}
    return item([shortened(line, width)], tones.get(state.status, ""), key=state.inject)


def inject_text(wording: Wording, inject: str) -> str:
    """An inject's words as its author wrote them."""
    return wording.said(wording.scenario.injects[inject].text)


def inject_lines(wording: Wording, state: InjectState, width: int) -> list[Item]:
    """One inject in full: to whom, from whom, when or on what condition, its words."""
    written = wording.scenario.injects[state.inject]
    seats = [wording.seat(seat) for seat in written.to]
    head = wording.say("{inject}: {state}", inject=state.inject, state=STATES[state.status])
    found = items(wrapped(head, width), "strong")
    found += items(wrapped(wording.say("from {sender}", sender=wording.inject(state.inject)), width))
    found += items(wrapped(wording.say("to {seats}", seats=seats), width))
    if state.at is not None:
        found += items(wrapped(wording.say("at {clock}", clock=wording.clock(state.at)), width))
    if written.when is not None:
        source = " ".join(written.when.source.split())
        found += items(wrapped(wording.say("when {condition}", condition=source), width), "dim")
    return [*found, *items(wrapped(inject_text(wording, state.inject).strip(), width, "  ")), item([""])]


# -- the world --------------------------------------------------------------------------------------------


def world_items(wording: Wording, console: Console, width: int) -> list[Item]:
    """The incidents with their true values, harm, and where the units are: what no trainee sees."""
    found = [_incident(wording, each, width) for each in console.incidents]
    if any(console.harm.values()):
        told = [f"{wording.part('harm', kind)} {number}" for kind, number in console.harm.items()]
        found.append(item(wrapped(wording.say("Harm: {harm}", harm=told), width, "", "  "), "urgent"))
    moving = [unit for unit in console.units if unit.status != "free"]
    if moving:
        found += items(wrapped(wording.say("Units under way"), width), "head")
        found += [item(wrapped(unit_line(wording, unit), width, "", "  ")) for unit in moving]
    return found


def _incident(wording: Wording, state: IncidentState, width: int) -> Item:
    name = wording.thing(state.incident)
    if not state.present:
        return item(wrapped(wording.say("{incident}: not there", incident=name), width, "", "  "), "dim")
    values = [
        f"{wording.part(state.incident, part)} {wording.value(f'{state.incident}.{part}', value)}"
        for part, value in state.values.items()
        if part != "present" and not isinstance(value, bool) and value != ""
    ]
    lines = [Line(each, "strong") for each in wrapped(name, width)]
    return Item((*lines, *(Line(each) for each in wrapped(wording.listed(values), width, "  "))))


# -- what is expected -------------------------------------------------------------------------------------


def expected_items(wording: Wording, entries: Sequence[Entry], now: int, width: int) -> list[Item]:
    """Every expectation of every seat as it stands; its id is the key."""
    found: list[Item] = []
    for standing in standings(wording, entries, now):
        task = wording.said(wording.scenario.expectations[standing.expectation].task).strip()
        values = {"expectation": task, "seat": wording.seat(standing.seat), "line": standing.line}
        line = wording.say("{expectation} ({seat}): {line}", **values)
        found.append(item(wrapped(line, width, "", "    "), standing.tone, standing.expectation))
    return found
