"""What seats want of one another: requests for orders, their answers, and hand-overs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from simulator.engine.core import Core
from simulator.engine.delivery import Delivery
from simulator.engine.judging import Refusal, judge
from simulator.engine.ordering import Ordering
from simulator.engine.view import Wanted
from simulator.journal import entry
from simulator.journal.acts import HandOver, Reply, Request
from simulator.language.quantity import Value
from simulator.scenario.arguments import MOST_WORDS

Verdict = tuple[str, dict[str, Any], Refusal | None]
"""The entry's kind, its payload, and why it is refused."""


@dataclass(slots=True)
class Asked:
    """A request that was accepted."""

    by: str
    to: str
    wanted: Wanted
    message: int = 0
    """Its number in the inbox of whom it was sent to; 0 until it is there."""


class Requests:
    """The requests of one drill, numbered from 1."""

    def __init__(self, core: Core, delivery: Delivery, ordering: Ordering) -> None:
        self._core, self._delivery, self._ordering = core, delivery, ordering
        self.all: dict[int, Asked] = {}

    def judge(self, seat: str, act: Request | Reply | HandOver) -> Verdict:
        """How it stands in the journal, and whether it is refused."""
        match act:
            case Request():
                return self._judge_request(seat, act)
            case Reply(request=request, granted=granted, words=words):
                said = {"request": request, "granted": granted, "words": words}
                return entry.REPLY, said, self._of_reply(seat, request) or _of_words(words)
            case HandOver(to=to, words=words):
                said = {"to": to, "words": words}
                return entry.HAND_OVER, said, self._of_other(seat, to) or _of_words(words)

    def _judge_request(self, seat: str, act: Request) -> Verdict:
        said = {"to": act.to, "verb": act.verb, "with": dict(act.arguments), "words": act.words}
        refusal = self._of_request(seat, act) or _of_words(act.words)
        return entry.REQUEST, {"request": 0 if refusal else len(self.all) + 1, **said}, refusal

    def _of_other(self, seat: str, to: str) -> Refusal | None:
        return None if to in self._core.desks and to != seat else Refusal("unknown")

    def _of_request(self, seat: str, act: Request) -> Refusal | None:
        """Only what the seat may not order itself, of a seat that may."""
        wrong = self._of_other(seat, act.to)
        if wrong is not None:
            return wrong
        own = judge(self._core, seat, act.verb, act.arguments)
        if own is None:
            return Refusal("granted")
        other = judge(self._core, act.to, act.verb, act.arguments)
        return None if other is None or other.code == "not_known" else other

    def _of_reply(self, seat: str, request: int) -> Refusal | None:
        asked = self.all.get(request)
        if asked is None or asked.to != seat or not asked.message:
            return Refusal("unknown")
        return Refusal("answered") if asked.wanted.answered else None

    def take(self, seat: str, act: Request | Reply | HandOver) -> None:
        """Saying it takes as long as an answer; then it reaches the other seat."""
        takes = self._core.scenario.catalogue.attention.answer
        agenda = self._ordering.agendas[seat]
        match act:
            case Request():
                number = len(self.all) + 1
                self.all[number] = Asked(seat, act.to, Wanted(number, act.verb, dict(act.arguments)))
                agenda.between(takes, lambda: self._send(number, act.words))
            case Reply(request=number):
                self._answer(number, act.granted)
                agenda.between(takes, lambda: self._send_answer(number, act.words))
            case HandOver(to=to, words=words):
                agenda.between(takes, lambda: self._hand_over(seat, to, words))

    def _send(self, number: int, words: str) -> None:
        asked = self.all[number]
        asked.message = len(self._core.desks[asked.to].inbox) + 1
        self._delivery.send(asked.to, asked.by, asked.wanted.verb, {}, words, wanted=asked.wanted)

    def _answer(self, number: int, granted: bool) -> None:
        asked = self.all[number]
        asked.wanted = replace(asked.wanted, answered="granted" if granted else "refused")
        inbox = self._core.desks[asked.to].inbox
        inbox[asked.message - 1] = replace(inbox[asked.message - 1], wanted=asked.wanted)

    def _send_answer(self, number: int, words: str) -> None:
        asked = self.all[number]
        self._delivery.send(asked.by, asked.to, asked.wanted.verb, {}, words, wanted=asked.wanted)

    def _hand_over(self, seat: str, to: str, words: str) -> None:
        told: Mapping[str, Value] = {path: value for path, (value, _) in self._core.desks[seat].told.items()}
        self._delivery.send(to, seat, "", told, words)


def _of_words(words: str) -> Refusal | None:
    return None if len(words) <= MOST_WORDS else Refusal("arguments")
