"""A journal as lines to be read: what one seat did and what came of it, or the whole drill as a story."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reports.wording import Wording
from simulator.engine.view import Message, OpenDecision, Receipt, Result
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from tui.presentation.messages import decision_lines, headline, inject_text
from tui.presentation.orders import receipt_line, result_line
from tui.presentation.text import wrapped

Teller = Callable[[Wording, Entry, int], list[str]]


def log_lines(wording: Wording, entries: Iterable[Entry], seat: str, width: int) -> list[str]:
    """The log of one seat: its acts and what became of them, oldest first."""
    lines: list[str] = []
    for entry in entries:
        teller = _OWN.get(entry.kind) if entry.seat == seat else None
        if teller is not None:
            lines += teller(wording, entry, width)
    return lines or [wording.say("Nothing yet.")]


def story_lines(wording: Wording, entries: Iterable[Entry], width: int) -> list[str]:
    """The whole drill as the trainer sees it: what came, who did what, what the world did."""
    lines: list[str] = []
    for entry in entries:
        teller = _STORY.get(entry.kind)
        if teller is not None:
            lines += teller(wording, entry, width)
    return lines


def _act_line(wording: Wording, entry: Entry, what: str) -> str:
    """An act with its time and seat, and the refusal where there was one."""
    payload = entry.payload
    ask = tuple(payload.get("ask", ()))
    receipt = Receipt(entry.number, payload.get("accepted", True), 0, payload.get("refused", ""), ask)
    if not receipt.accepted:
        what = receipt_line(wording, what, receipt)
    values = {"clock": wording.clock(entry.time), "seat": wording.seat(entry.seat or ""), "what": what}
    return wording.say("{clock} {seat}: {what}", **values)


def _ordered(wording: Wording, entry: Entry, width: int) -> list[str]:
    what = wording.order(entry.payload["verb"], entry.payload["with"])
    return wrapped(_act_line(wording, entry, what), width, "", "    ")


def _answered(wording: Wording, entry: Entry, width: int) -> list[str]:
    said = wording.option(entry.payload["decision"], entry.payload["option"])
    return wrapped(_act_line(wording, entry, said), width, "", "    ")


def _noted(wording: Wording, entry: Entry, width: int) -> list[str]:
    note = wording.say("note: {text}", text=entry.payload["text"])
    return wrapped(_act_line(wording, entry, note), width, "", "    ")


def _hinted(wording: Wording, entry: Entry, width: int) -> list[str]:
    return wrapped(_act_line(wording, entry, wording.say("a hint")), width, "", "    ")


def _done(wording: Wording, entry: Entry, width: int) -> list[str]:
    return _result(wording, entry, width, entry.payload["verb"], "carried_out")


def _failed(wording: Wording, entry: Entry, width: int) -> list[str]:
    return _result(wording, entry, width, entry.payload["verb"], "failed", entry.payload.get("reason", ""))


def _spoken(wording: Wording, entry: Entry, width: int) -> list[str]:
    return _result(wording, entry, width, entry.payload["decision"], entry.payload["option"])


def _silent(wording: Wording, entry: Entry, width: int) -> list[str]:
    return _result(wording, entry, width, entry.payload["decision"], "silent")


def _result(wording: Wording, entry: Entry, width: int, name: str, outcome: str, reason: str = "") -> list[str]:
    result = Result(entry.time, entry.payload.get("order", 0), name, outcome, reason)
    return wrapped(result_line(wording, result), width, "", "    ")


def _promise(wording: Wording, entry: Entry, width: int) -> list[str]:
    outcome = "kept" if entry.kind == kinds.KEPT else "broken"
    return _result(wording, entry, width, str(entry.payload["what"]), outcome)


def _delivered(wording: Wording, entry: Entry, width: int) -> list[str]:
    payload = entry.payload
    first = next(iter(payload["numbers"].values()), 0)
    message = Message(first, entry.time, payload["inject"], "", "", payload["tells"], None)
    to = [wording.seat(seat) for seat in payload["to"]]
    head = wording.say("{line} → {seats}", line=headline(wording, message), seats=to)
    text = inject_text(wording, payload["inject"], payload["tells"])
    return [*wrapped(head, width), *wrapped(text, width, "    ")]


def _put(wording: Wording, entry: Entry, width: int) -> list[str]:
    payload = entry.payload
    options = tuple(payload["options"])
    put = OpenDecision(payload["decision"], entry.time, payload["starts"], payload["closes"], options)
    return decision_lines(wording, put, width)[:-1]


def _world(wording: Wording, entry: Entry, width: int) -> list[str]:
    """What the world did, in one line."""
    what = _WORLD[entry.kind](wording, entry.payload)
    return wrapped(f"{wording.clock(entry.time)} ** {what}", width, "", "    ") if what else []


def _stage(wording: Wording, payload: Mapping[str, Any]) -> str:
    incident, stage = payload["incident"], payload["stage"]
    values = {"incident": wording.thing(incident), "stage": wording.value(f"{incident}.stage", stage)}
    return wording.say("{incident}: {stage}", **values)


def _harm(wording: Wording, payload: Mapping[str, Any]) -> str:
    kind = wording.part("harm", payload["harm"])
    return wording.say("harm: {number} {kind}", number=payload["number"], kind=kind)


def _arrived(wording: Wording, payload: Mapping[str, Any]) -> str:
    values = {"unit": wording.thing(payload["unit"]), "place": wording.thing(payload["place"])}
    return wording.say("{unit} has arrived at {place}", **values)


def _ended(wording: Wording, payload: Mapping[str, Any]) -> str:
    return wording.say("{incident} is over", incident=wording.thing(payload["incident"]))


def _closed(wording: Wording, payload: Mapping[str, Any]) -> str:
    early = payload.get("early")
    return wording.say("the drill was ended early") if early else wording.say("the drill is over")


_WORLD: Mapping[str, Callable[[Wording, Mapping[str, Any]], str]] = {
    kinds.STAGE: _stage, kinds.HARM: _harm, kinds.ARRIVED: _arrived, kinds.ENDED: _ended,
    kinds.CLOSING: _closed,
}  # fmt: skip
_OWN: Mapping[str, Teller] = {
    kinds.ORDER: _ordered, kinds.ANSWER: _answered, kinds.NOTE: _noted, kinds.HINT: _hinted,
    kinds.CARRIED_OUT: _done, kinds.FAILED: _failed, kinds.ANSWERED: _spoken, kinds.SILENT: _silent,
    kinds.KEPT: _promise, kinds.BROKEN: _promise,
}  # fmt: skip
_STORY: Mapping[str, Teller] = {
    kinds.DELIVERED: _delivered, kinds.PUT: _put, kinds.ORDER: _ordered, kinds.ANSWER: _answered,
    kinds.SILENT: _silent, kinds.FAILED: _failed, kinds.BROKEN: _promise,
} | dict.fromkeys(_WORLD, _world)  # fmt: skip
