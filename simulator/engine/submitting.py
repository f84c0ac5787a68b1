"""Takes each kind of act: writes it into the journal with what the drill says to it, then lets it work."""

from collections.abc import Mapping
from typing import Any, assert_never

from simulator.engine.core import Core
from simulator.engine.judging import judge
from simulator.engine.view import Receipt
from simulator.engine.world import World
from simulator.journal import entry
from simulator.journal.acts import Answer, Cancel, HandOver, Hint, Note, Open, Order, Reorder, Reply, Request
from simulator.journal.controls import CONTROL, Control, Input, Remark


def submit(world: World, seat: str, act: Input, over: bool, assessed: bool, wall: str | None) -> Receipt:
    """What the drill says to an act at once. After the end all but a remark is refused, and nothing is written."""
    if isinstance(act, Control):
        if over and not isinstance(act.what, Remark):
            return Receipt(-1, False, refused="over")
        return world.controls.take(act, wall) if seat == CONTROL else Receipt(-1, False, refused="unknown")
    if over or seat not in world.core.desks:
        return Receipt(-1, False, refused="over" if over else "unknown")
    desk = _Desk(world, seat, wall)
    match act:
        case Order():
            return desk.order(act)
        case Answer():
            return desk.answer(act)
        case Open():
            return desk.open(act)
        case Cancel():
            return desk.cancel(act)
        case Reorder():
            return desk.reorder(act)
        case Note():
            return desk.taken(entry.NOTE, {"text": act.text})
        case Hint():
            return desk.hint(act, assessed)
        case Request() | Reply() | HandOver():
            return desk.between_seats(act)
        case _:
            assert_never(act)


class _Desk:
    """One act of one seat."""

    def __init__(self, world: World, seat: str, wall: str | None) -> None:
        self._world, self._seat, self._wall = world, seat, wall

    @property
    def _core(self) -> Core:
        return self._world.core

    def _write(self, kind: str, payload: Mapping[str, Any]) -> int:
        return self._core.journal.write(self._core.now, self._seat, kind, payload, self._wall).number

    def taken(self, kind: str, payload: Mapping[str, Any]) -> Receipt:
        return Receipt(self._write(kind, {**payload, "accepted": True}), True)

    def refused(self, kind: str, payload: Mapping[str, Any], code: str, ask: tuple[str, ...] = ()) -> Receipt:
        why = {"accepted": False, "refused": code} | ({"ask": list(ask)} if ask else {})
        return Receipt(self._write(kind, {**payload, **why}), False, refused=code, ask=ask)

    def order(self, act: Order) -> Receipt:
        arguments = dict(act.arguments)
        said = {"verb": act.verb, "with": arguments}
        refusal = judge(self._core, self._seat, act.verb, arguments)
        if refusal is not None:
            return self.refused(entry.ORDER, {"order": 0, **said}, refusal.code, refusal.ask)
        number = self._world.ordering.next_number
        receipt = self.taken(entry.ORDER, {"order": number, **said})
        self._world.ordering.accept(self._seat, act.verb, arguments, receipt.entry)
        return Receipt(receipt.entry, True, order=number)

    def answer(self, act: Answer) -> Receipt:
        said = {"decision": act.decision, "option": act.option}
        put = self._core.desks[self._seat].decisions.get(act.decision)
        if put is None or self._core.now >= put.closes:
            return self.refused(entry.ANSWER, said, "closed")
        if act.option not in put.options:
            return self.refused(entry.ANSWER, said, "unknown")
        receipt = self.taken(entry.ANSWER, said)
        del self._core.desks[self._seat].decisions[act.decision]
        self._core.desks[self._seat].answered[act.decision] = act.option
        self._say(act, receipt.entry)
        return receipt

    def _say(self, act: Answer, written: int) -> None:
        option = self._core.scenario.decisions[act.decision].options[act.option]
        takes = self._core.scenario.catalogue.attention.answer if option.takes is None else option.takes
        self._world.ordering.agendas[self._seat].between(takes, lambda: self._answered(act, written))

    def _answered(self, act: Answer, written: int) -> None:
        payload = {"decision": act.decision, "option": act.option, "act": written}
        self._core.write(entry.ANSWERED, payload, self._seat)
        self._core.reach(self._seat)
        self._world.delivery.settle_decision(act.decision, act.option, act.option)

    def open(self, act: Open) -> Receipt:
        inbox = self._core.desks[self._seat].inbox
        said = {"message": act.message}
        if not 1 <= act.message <= len(inbox):
            return self.refused(entry.OPEN, said, "unknown")
        message = inbox[act.message - 1]
        if message.opened is not None:
            return self.taken(entry.OPEN, said)
        receipt = self.taken(entry.OPEN, said)
        agenda = self._world.ordering.agendas[self._seat]
        agenda.between(self._reading(message.inject), lambda: self._read(act.message))
        return receipt

    def _reading(self, inject: str) -> int:
        """Reading time of an inject; a message between seats is as short as an answer."""
        if not inject:
            return self._core.scenario.catalogue.attention.answer
        return self._world.delivery.reading(self._core.scenario.injects[inject].text)

    def _read(self, number: int) -> None:
        desk = self._core.desks[self._seat]
        if desk.inbox[number - 1].opened is None:
            desk.opened(number, self._core.now)
            self._core.write(entry.OPENED, {"number": number}, self._seat)
        self._core.reach(self._seat)

    def cancel(self, act: Cancel) -> Receipt:
        said = {"order": act.order}
        if not self._waits(act.order):
            return self.refused(entry.CANCEL, said, "not_waiting")
        receipt = self.taken(entry.CANCEL, said)
        self._world.ordering.cancel(self._seat, act.order)
        return receipt

    def reorder(self, act: Reorder) -> Receipt:
        said = {"order": act.order, "to": act.to}
        if not self._waits(act.order) or act.to < 0:
            return self.refused(entry.REORDER, said, "not_waiting")
        receipt = self.taken(entry.REORDER, said)
        self._world.ordering.agendas[self._seat].move(act.order, act.to)
        return receipt

    def _waits(self, number: int) -> bool:
        return any(job.order.number == number for job in self._world.ordering.agendas[self._seat].queue)

    def hint(self, act: Hint, assessed: bool) -> Receipt:
        if assessed:
            return self.refused(entry.HINT, {"about": act.about}, "assessed")
        return self.taken(entry.HINT, {"about": act.about})

    def between_seats(self, act: Request | Reply | HandOver) -> Receipt:
        """What one seat wants of another."""
        kind, payload, verdict = self._world.requests.judge(self._seat, act)
        if verdict is not None:
            return self.refused(kind, payload, verdict.code, verdict.ask)
        receipt = self.taken(kind, payload)
        self._world.requests.take(self._seat, act)
        return receipt
