"""Takes what who runs a drill does: writes it into the journal, and lets it work on the world where it does.

Clock and seats are the room's: here they only stand in the journal.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, assert_never

from simulator.engine.core import Core
from simulator.engine.delivery import Delivery
from simulator.engine.view import Receipt
from simulator.journal import entry
from simulator.journal.controls import (
    CONTROL,
    CONTROLLER,
    PERSON,
    STAND_IN,
    Control,
    Deliver,
    Doing,
    Hold,
    Release,
    Remark,
    Sit,
    Skip,
    Speak,
    Turning,
)
from simulator.scenario.arguments import MOST_WORDS

KINDS: Mapping[type, str] = {
    Deliver: entry.DELIVER, Hold: entry.HOLD, Release: entry.RELEASE, Skip: entry.SKIP, Speak: entry.SPEAK,
    Turning: entry.TURNING, Sit: entry.SIT, Remark: entry.REMARK,
}  # fmt: skip


class Controls:
    """What is done to one drill from outside its seats."""

    def __init__(self, core: Core, delivery: Delivery) -> None:
        self._core, self._delivery = core, delivery

    def take(self, control: Control, wall: str | None) -> Receipt:
        """What the drill says to it at once; what it does follows with the next `advance`."""
        refused = self._refusal(control.what)
        said = {"by": control.by, **_listed(asdict(control.what))}
        verdict: dict[str, Any] = {"accepted": not refused} | ({"refused": refused} if refused else {})
        kind = KINDS[type(control.what)]
        number = self._core.journal.write(self._core.now, CONTROL, kind, said | verdict, wall).number
        if not refused:
            self._do(control.what)
        return Receipt(number, not refused, refused=refused)

    def _refusal(self, what: Doing) -> str:
        match what:
            case Deliver(inject=inject) | Hold(inject=inject):
                return "" if inject in self._core.scenario.injects else "unknown"
            case Skip(inject=inject, why=why):
                return self._of_words(why) if inject in self._core.scenario.injects else "unknown"
            case Release(inject=inject):
                return "" if inject in self._delivery.gate.held else "not_held"
            case Speak():
                return self._of_speaking(what)
            case Sit(seat=seat, player=player):
                known = seat in self._core.desks and player in (PERSON, STAND_IN, CONTROLLER)
                return "" if known else "unknown"
            case Remark():
                return self._of_remark(what)
            case Turning():
                return ""
            case _:
                assert_never(what)

    def _of_words(self, words: str) -> str:
        return "" if words.strip() and len(words) <= MOST_WORDS else "arguments"

    def _of_speaking(self, what: Speak) -> str:
        scenario = self._core.scenario
        if not what.to or any(seat not in self._core.desks for seat in what.to):
            return "unknown"
        if what.about and what.about not in scenario.injects and what.about not in scenario.incidents:
            return "unknown"
        return self._of_words(what.words) or self._of_words(what.speaker)

    def _of_remark(self, what: Remark) -> str:
        expectation = self._core.scenario.expectations.get(what.expectation)
        if what.seat not in self._core.desks or (what.expectation and expectation is None):
            return "unknown"
        if expectation is not None and expectation.of != what.seat:
            return "unknown"
        if not 0 <= what.time <= self._core.now or (what.rating and expectation is None):
            return "arguments"
        return "" if what.rating and not what.words else self._of_words(what.words)

    def _do(self, what: Doing) -> None:
        gate, clockwork = self._delivery.gate, self._core.clockwork
        match what:
            case Deliver(inject=inject):
                gate.go_ahead(inject, self._delivery.awaits(inject))
                clockwork.soon(lambda: self._delivery.deliver_now(inject))
            case Hold(inject=inject):
                gate.hold(inject)
            case Release(inject=inject):
                if gate.release(inject):
                    clockwork.soon(lambda: self._delivery.deliver_now(inject))
            case Skip(inject=inject, why=why):
                gate.skip(inject, why)
            case Speak():
                clockwork.soon(lambda: self._speak(what))
            case Turning() | Sit() | Remark():
                pass
            case _:
                assert_never(what)

    def _speak(self, what: Speak) -> None:
        for seat in dict.fromkeys(what.to):
            self._delivery.send(seat, "", what.about, {}, what.words, speaker=what.speaker)


def _listed(payload: dict[str, Any]) -> dict[str, Any]:
    """As JSON reads it back: lists, no tuples."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in payload.items()}
