"""Plays the other world: every recorded act at its own second, but for what a plan has otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from simulator.engine.drill import Drill
from simulator.engine.view import View
from simulator.journal import entry as kinds
from simulator.journal.acts import Act, Answer, Cancel, Open, Order, Reorder
from simulator.journal.controls import Input
from simulator.journal.entry import Entry
from simulator.journal.journal import Journal
from simulator.players.by_the_book import PATIENCE
from simulator.players.replay import act_of, feed, input_of, pass_until
from simulator.players.resolving import missing, order_of
from simulator.rehearsal.whatif.inboxes import Inboxes
from simulator.rehearsal.whatif.model import PutRight
from simulator.rehearsal.whatif.planning import Placed, Plan
from simulator.scenario.deeds import Answered, Ordered
from simulator.scenario.scenario import Scenario

Step = tuple[tuple[int, tuple[int, int]], Entry | Placed]
"""The second and the place in it, then what is given."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The other world, and what was given in it."""

    journal: Journal
    deeds: tuple[PutRight, ...]
    """What was done instead, in the order of time; what was taken back comes last."""
    void: tuple[int, ...]
    """The recorded acts that could no longer be given or carried out."""
    delayed: tuple[int, ...]
    """The recorded orders that began later."""


def fresh(scenario: Scenario, header: Any) -> Drill:
    """The drill of a journal's header, before anything is done."""
    return Drill(
        scenario, header["seed"], seats=header["seats"], pace=header["pace"], mode=header["mode"],
        language=header["language"], parent=header["parent"], personas=header["personas"],
    )  # fmt: skip


def unchanged(scenario: Scenario, entries: Sequence[Entry], ends: int) -> Journal:
    """The recorded drill once more: the same acts in their order."""
    drill = fresh(scenario, entries[0].payload)
    feed(drill, entries)
    pass_until(drill, ends)
    drill.finish()
    return drill.journal


def otherwise(scenario: Scenario, entries: Sequence[Entry], ends: int, plan: Plan) -> Otherwise:
    """The same drill up to second *ends*, with a plan. The acts of every seat are replayed, none is decided anew."""
    playing = _Playing(scenario, entries, plan)
    playing.play(ends)
    return playing.result()


class _Playing:
    """One drill that runs otherwise."""

    def __init__(self, scenario: Scenario, entries: Sequence[Entry], plan: Plan) -> None:
        self._scenario, self._entries, self._plan = scenario, entries, plan
        self._drill = fresh(scenario, entries[0].payload)
        self._recorded, self._here = Inboxes(entries), Inboxes()
        self._seen = 0
        self._numbers: dict[int, int] = {}
        """By the recorded number of an order its number here."""
        self._orders = _orders(entries)
        self._waiting: list[Placed] = []
        self._asked: dict[tuple[str, str], int] = {}
        self._deeds: list[PutRight] = []
        self._void: list[int] = []

    def play(self, ends: int) -> None:
        for (second, _), what in self._steps():
            self._pass_until(second)
            if isinstance(what, Placed):
                self._put_right(what)
            else:
                self._again(what)
        self._pass_until(ends)
        self._drill.finish()

    def _steps(self) -> list[Step]:
        plan = self._plan
        skipped = plan.dropped | plan.unbegun
        steps: list[Step] = [((each.at, each.rank), each) for each in plan.placed]
        for entry in self._entries:
            if entry.is_act and entry.seat is not None and entry.number not in skipped:
                second = plan.held.get(entry.number, entry.time)
                steps.append(((second, (1, entry.number)), entry))
        return sorted(steps, key=lambda step: step[0])

    def _pass_until(self, second: int) -> None:
        """Time passes; what waits for its decision or for news is given as soon as it can be."""
        drill = self._drill
        while drill.now < second and not drill.over:
            drill.advance(second)
            waiting, self._waiting = self._waiting, []
            for placed in waiting:
                self._put_right(placed)

    # -- recorded acts ------------------------------------------------------------------------------------

    def _again(self, entry: Entry) -> None:
        """A recorded act, in this drill's numbers; void where it was taken then and is not now."""
        accepted = entry.payload.get("accepted", True)
        act = input_of(entry)
        meant: Input | None
        if isinstance(act, Open | Cancel | Reorder):
            if not accepted or self._is_idle(act):
                return
            meant = self._meant(entry.seat or "", act)
        else:
            meant = act
        receipt = None if meant is None else self._drill.submit(entry.seat or "", meant)
        if receipt is not None and receipt.order:
            self._numbers[entry.payload["order"]] = receipt.order
        if accepted and (receipt is None or not receipt.accepted):
            self._void.append(entry.number)

    def _is_idle(self, act: Open | Cancel | Reorder) -> bool:
        """Whether it moves or takes back an order that is not given here, or begins at its own second anyway."""
        if isinstance(act, Open):
            return False
        entry = self._orders.get(act.order)
        return entry is not None and (
            entry in self._plan.dropped or entry in self._plan.unbegun or entry in self._plan.held
        )

    def _meant(self, seat: str, act: Open | Cancel | Reorder) -> Act | None:
        match act:
            case Open(message=number):
                found = self._number_here(seat, number)
                return None if found is None else Open(found)
            case Cancel(order=order):
                return Cancel(self._numbers[order]) if order in self._numbers else None
            case Reorder(order=order, to=place):
                return Reorder(self._numbers[order], place) if order in self._numbers else None

    def _number_here(self, seat: str, number: int) -> int | None:
        journal = self._drill.journal
        for index in range(self._seen, len(journal)):
            self._here.take(journal[index])
        self._seen = len(journal)
        return self._here.number(self._recorded.key(seat, number))

    # -- what is put right --------------------------------------------------------------------------------

    def _put_right(self, placed: Placed) -> None:
        wanted = placed.wanted
        view = self._drill.view(wanted.seat)
        if placed.reads is not None:
            self._read(placed, placed.reads, view)
        elif isinstance(wanted.deed, Answered):
            self._answer(placed, wanted.deed, view)
        else:
            self._order(placed, wanted.deed, view)

    def _read(self, placed: Placed, number: int, view: View) -> None:
        found = self._number_here(placed.wanted.seat, number)
        if any(message.number == found and message.opened is None for message in view.inbox):
            assert found is not None
            self._give(placed, Open(found))

    def _answer(self, placed: Placed, deed: Answered, view: View) -> None:
        if any(each.decision == deed.decision for each in view.decisions):
            self._give(placed, Answer(deed.decision, deed.option))
        elif deed.decision not in view.answers:
            self._waiting.append(placed)

    def _order(self, placed: Placed, deed: Ordered, view: View) -> None:
        path = missing(deed, view)
        if path is not None and self._waits_for(placed, path, view):
            self._waiting.append(placed)
            return
        order = order_of(self._scenario, deed, view)
        if placed.wanted.keeps and placed.entry is not None:
            recorded = dict(self._entries[placed.entry].payload["with"])
            order = Order(deed.verb, recorded | dict(order.arguments))
        self._give(placed, order)

    def _waits_for(self, placed: Placed, path: str, view: View) -> bool:
        """Whether it is worth waiting for a value that the order needs; it is asked for once."""
        key, topic = (placed.wanted.seat, path), path.partition(".")[0]
        known = topic in self._scenario.injects or topic in self._scenario.incidents
        if key not in self._asked and known and "ask" in view.orders:
            self._asked[key] = view.time
            self._give(placed, Order("ask", {"about": topic}), added=True)
        return key in self._asked and view.time < self._asked[key] + PATIENCE

    def _give(self, placed: Placed, act: Act, added: bool = False) -> None:
        recorded = None if added or placed.entry is None else self._entries[placed.entry]
        now = self._drill.now
        receipt = self._drill.submit(placed.wanted.seat, act)
        if recorded is not None and receipt.order:
            self._numbers.setdefault(recorded.payload["order"], receipt.order)
        if recorded is None or (now, act) != (recorded.time, act_of(recorded)):
            self._deeds.append(_put_right(placed.wanted.seat, now, act, recorded))

    # -- what came of it ----------------------------------------------------------------------------------

    def result(self) -> Otherwise:
        back = [self._entries[entry] for entry in self._plan.taken_back]
        deeds = (*self._deeds, *(_put_right(entry.seat or "", None, act_of(entry), entry) for entry in back))
        journal = self._drill.journal
        void = sorted({*self._void, *self._undone(journal)})
        return Otherwise(journal, tuple(deeds), tuple(void), self._delayed(journal))

    def _undone(self, journal: Journal) -> list[int]:
        """The recorded orders that were carried out there, were given here, and came to nothing."""
        done = {entry.payload["order"] for entry in journal.of_kind(kinds.CARRIED_OUT)}
        then = {entry.payload["order"] for entry in self._entries if entry.kind == kinds.CARRIED_OUT}
        again = (number for number, here in self._numbers.items() if number in then and here not in done)
        return [self._orders[number] for number in again if self._orders[number] not in self._plan.dropped]

    def _delayed(self, journal: Journal) -> tuple[int, ...]:
        then, now = _starts(self._entries), _starts(journal)
        later = (
            self._orders[number]
            for number, here in self._numbers.items()
            if number in then and here in now and now[here] > then[number]
        )
        return tuple(sorted(entry for entry in later if entry not in self._plan.dropped))


def _orders(entries: Sequence[Entry]) -> dict[int, int]:
    """By number the entries of accepted orders."""
    taken = (entry for entry in entries if entry.kind == kinds.ORDER and entry.payload.get("accepted"))
    return {entry.payload["order"]: entry.number for entry in taken}


def _starts(entries: Sequence[Entry] | Journal) -> dict[int, int]:
    return {entry.payload["order"]: entry.time for entry in entries if entry.kind == kinds.STARTED}


def _put_right(seat: str, at: int | None, act: Act, recorded: Entry | None) -> PutRight:
    entry, was = (None, None) if recorded is None else (recorded.number, recorded.time)
    match act:
        case Order(verb=verb, arguments=arguments):
            return PutRight(seat, at, verb=verb, arguments=dict(arguments), entry=entry, was=was)
        case Answer(decision=decision, option=option):
            return PutRight(seat, at, decision=decision, option=option, entry=entry, was=was)
        case Open(message=number):
            return PutRight(seat, at, message=number, entry=entry, was=was)
        case _:
            return PutRight(seat, at, entry=entry, was=was)
