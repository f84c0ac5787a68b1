"""A journal as the story of a drill: what came in, who did what, what the world did, one event a line."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reports.card.controls import BETWEEN, OUTSIDE, control_who, control_words
from reports.card.deeds import act_words
from reports.card.model import Event
from reports.course import decision_name, stage_name
from reports.wording import Wording
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.language.quantity import Value

Teller = Callable[[Wording, Entry], str]


def events(wording: Wording, journal: Iterable[Entry]) -> tuple[Event, ...]:
    """The events in their order. What only fills in between (moods, head counts, reading) is left out."""
    return tuple(found for entry in journal if (found := _event(wording, entry)) is not None)


def _event(wording: Wording, entry: Entry) -> Event | None:
    if entry.kind not in _TELLERS:
        return None
    what = _TELLERS[entry.kind](wording, entry)
    if not what:
        return None
    return Event(wording.clock(entry.time), _who(wording, entry), what, _kind(wording, entry.kind), entry.number)


def _who(wording: Wording, entry: Entry) -> str:
    """Whose act it was, or whom it reached; nothing for the world."""
    if entry.kind in (kinds.DELIVERED, kinds.UNDERSTOOD):
        return wording.listed(wording.seat(seat) for seat in entry.payload["to"])
    if entry.kind in OUTSIDE:
        return control_who(wording, entry)
    return wording.seat(entry.seat) if entry.seat else ""


def _kind(wording: Wording, kind: str) -> str:
    match kind:
        case kinds.DELIVERED | kinds.UNDERSTOOD:
            return wording.say("inject")
        case kinds.PUT | kinds.SILENT:
            return wording.say("decision")
        case kinds.ORDER | kinds.ANSWER:
            return wording.say("act")
        case kinds.REMARK:
            return wording.say("evaluator")
        case kinds.SIT:
            return wording.say("seat")
        case _ if kind in OUTSIDE:
            return wording.say("controller")
        case _ if kind in BETWEEN:
            return wording.say("between seats")
        case kinds.CARRIED_OUT | kinds.ANSWERED | kinds.FAILED | kinds.KEPT | kinds.BROKEN:
            return wording.say("result")
        case _:
            return wording.say("world")


def inject_words(wording: Wording, inject: str, tells: Mapping[str, Value]) -> str:
    """An inject's text with the values that were told when it was delivered."""
    return wording.text(wording.scenario.injects[inject].text, tells)


def _delivered(wording: Wording, entry: Entry) -> str:
    inject = entry.payload["inject"]
    words = inject_words(wording, inject, entry.payload.get("tells", {}))
    original = wording.scenario.injects[inject].original
    if original is not None and not entry.payload.get("understood", True):
        words = wording.say("{words} (in {language}, not understood)", words=original.text, language=original.language)
    return wording.say("{sender}: “{words}”", sender=wording.inject(inject), words=words)


def _put(wording: Wording, entry: Entry) -> str:
    decision = wording.scenario.decisions[entry.payload["decision"]]
    return wording.say("asked: “{words}”", words=wording.text(decision.text))


def _act(wording: Wording, entry: Entry) -> str:
    """An order or answer that was refused, or an answer; orders that were taken stand where they are carried out."""
    words = act_words(wording, entry)
    if not entry.payload.get("accepted", True):
        return wording.say("refused: {what}", what=words)
    return words if entry.kind == kinds.ANSWER else ""


def _carried_out(wording: Wording, entry: Entry) -> str:
    return wording.order(entry.payload["verb"], entry.payload.get("with", {}))


def _answered(wording: Wording, entry: Entry) -> str:
    """What was said or happened in return."""
    decision, option = entry.payload["decision"], entry.payload["option"]
    known = wording.scenario.decisions.get(decision)
    reply = known.options[option].reply if known and option in known.options else None
    return wording.say("in return: {words}", words=wording.text(reply)) if reply else ""


def _silent(wording: Wording, entry: Entry) -> str:
    name = decision_name(wording, entry.payload["decision"])
    return wording.say("nobody answered in time: {decision}", decision=name)


def _failed(wording: Wording, entry: Entry) -> str:
    return wording.say("could not be carried out: {order}", order=wording.verb(entry.payload["verb"]))


def _promise(wording: Wording, entry: Entry) -> str:
    what = wording.thing(str(entry.payload["what"]))
    if entry.kind == kinds.KEPT:
        return wording.say("promise kept: {what}", what=what)
    return wording.say("promise broken: {what}", what=what)


def _arrived(wording: Wording, entry: Entry) -> str:
    values = {"unit": wording.thing(entry.payload["unit"]), "place": wording.thing(entry.payload["place"])}
    return wording.say("{unit} has arrived at {place}", **values)


def _began(wording: Wording, entry: Entry) -> str:
    return wording.say("{incident} has begun", incident=wording.thing(entry.payload["incident"]))


def _ended(wording: Wording, entry: Entry) -> str:
    return wording.say("{incident} is over", incident=wording.thing(entry.payload["incident"]))


def _safe(wording: Wording, entry: Entry) -> str:
    return wording.say("{person} has come to safety", person=wording.thing(entry.payload["incident"]))


def _crossed(wording: Wording, entry: Entry) -> str:
    """Told soberly, whatever came of it."""
    values = {"person": wording.thing(entry.payload["incident"])}
    if entry.payload.get("protected"):
        return wording.say("{person} acted in despair; rescue stood ready", **values)
    return wording.say("{person} acted in despair; no rescue stood ready", **values)


def _stage(wording: Wording, entry: Entry) -> str:
    incident = entry.payload["incident"]
    values = {"incident": wording.thing(incident), "stage": stage_name(wording, incident, entry.payload["stage"])}
    if entry.payload.get("up"):
        return wording.say("{incident} rises to: {stage}", **values)
    return wording.say("{incident} falls to: {stage}", **values)


def _harm(wording: Wording, entry: Entry) -> str:
    values: dict[str, Any] = {"number": entry.payload["number"], "kind": wording.part("harm", entry.payload["harm"])}
    return wording.say("harm: {number} {kind}", **values)


def _closed(wording: Wording, entry: Entry) -> str:
    early = entry.payload.get("early")
    return wording.say("the drill was ended early") if early else wording.say("the drill is over")


_TELLERS: Mapping[str, Teller] = {
    kinds.DELIVERED: _delivered, kinds.UNDERSTOOD: _delivered, kinds.PUT: _put, kinds.SILENT: _silent,
    kinds.ORDER: _act, kinds.ANSWER: _act, kinds.CARRIED_OUT: _carried_out, kinds.ANSWERED: _answered,
    kinds.FAILED: _failed, kinds.KEPT: _promise, kinds.BROKEN: _promise, kinds.ARRIVED: _arrived,
    kinds.BEGAN: _began, kinds.ENDED: _ended, kinds.STAGE: _stage, kinds.SAFE: _safe, kinds.CROSSED: _crossed,
    kinds.HARM: _harm, kinds.CLOSING: _closed, **dict.fromkeys((*OUTSIDE, *BETWEEN), control_words),
}  # fmt: skip
