"""Reads a script against its scenario: every name in it is checked, with findings as in a scenario's file.

What a script may not know (whether a decision is open by then, whether a unit is free) is left to the drill.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.authoring.codes import CODES
from simulator.authoring.diagnostics import Finding, found, in_order
from simulator.authoring.document import Document, KeyPath
from simulator.authoring.library import shown
from simulator.authoring.shape import as_findings, read_shape
from simulator.authoring.source import Place, Source
from simulator.authoring.yaml_reader import read_file
from simulator.clock import Malformed
from simulator.journal.acts import (
    Act,
    Answer,
    Cancel,
    HandOver,
    Hint,
    Note,
    Open,
    Order,
    Reorder,
    Reply,
    Request,
)
from simulator.language.remedies import closest
from simulator.language.said import Said, say
from simulator.players.script_file import KINDS, ScriptedAct, ScriptFile
from simulator.scenario.arguments import deadline_on_clock, read_argument, read_order
from simulator.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class OpenInject:
    """Reading the message that an inject brought, whatever its number then."""

    inject: str


@dataclass(frozen=True, slots=True)
class Queued:
    """The first waiting order of a verb: moved to a place of the queue, or taken back."""

    verb: str
    to: int | None


@dataclass(frozen=True, slots=True)
class Timed:
    """One act of a script, ready to be given."""

    second: int
    seat: str
    act: Act | OpenInject | Queued


@dataclass(frozen=True, slots=True)
class Script:
    """A script as far as it could be read."""

    acts: tuple[Timed, ...]
    """In the order of their seconds, then of the file; none where there is an error."""
    findings: tuple[Finding, ...]
    source: Source


def read_script(path: Path, scenario: Scenario, seat: str | None = None) -> Script:
    """The script in a file. Acts that name no seat are *seat*'s, or the only seat's of the scenario.

    Raises `FileError` where the file is missing or cannot be opened.
    """
    document = read_file(path, shown(path))
    script, faults = read_shape(document, ScriptFile) if document.holds else (None, [])
    findings = [*document.findings, *as_findings(document, faults)]
    if script is None:
        return Script((), tuple(in_order(findings)), document.source)
    reader = _Reader(scenario, document, seat)
    acts = [reader.timed(number, act) for number, act in enumerate(script.acts)]
    findings += reader.findings
    ready = sorted((act for act in acts if act), key=lambda act: act.second)
    return Script(() if findings else tuple(ready), tuple(in_order(findings)), document.source)


class _Reader:
    """Goes through the acts of one script and gathers what is wrong."""

    def __init__(self, scenario: Scenario, document: Document, seat: str | None) -> None:
        self.scenario = scenario
        self.document = document
        self.seat = seat or (next(iter(scenario.seats)) if len(scenario.seats) == 1 else None)
        self.findings: list[Finding] = []

    def fault(self, code: str, place: Place, message: Said, remedy: Said | None = None) -> None:
        self.findings.append(found(code, self.document.source.file, place, message, remedy))

    def _missing(self, name: str, path: KeyPath, remedy: Said) -> None:
        message = say("the setting '{name}' is missing", name=name)
        self.fault("E202", self.document.key_place(path), message, remedy)

    def timed(self, number: int, act: ScriptedAct) -> Timed | None:
        """The act with its second and seat; nothing where something is wrong with it."""
        path: KeyPath = ("acts", number)
        wrong = len(self.findings)
        second = self._second(act, path)
        seat = self._seat(act, path)
        done = self._act(act, path, second)
        return None if len(self.findings) > wrong or done is None else Timed(second, seat, done)

    def _second(self, act: ScriptedAct, path: KeyPath) -> int:
        if act.at.clock is not None:
            return deadline_on_clock(self.scenario, act.at.clock, 0)
        if act.at.after or not act.at.window.fixed:
            message = say("'{at}' is not one moment of the exercise", at=str(act.at))
            self.fault("E210", self.document.place((*path, "at")), message, say('write 4m or "07:44"'))
        return act.at.window.low

    def _seat(self, act: ScriptedAct, path: KeyPath) -> str:
        seat = act.seat or self.seat
        if seat is None:
            self._missing("seat", path, say("name who acts: {seats}", seats=list(self.scenario.seats)))
        elif act.seat:
            self._known("seat", act.seat, self.scenario.seats, (*path, "seat"))
        return seat or ""

    def _known(self, sort: str, name: str, known: Iterable[str], path: KeyPath) -> bool:
        names = tuple(known)
        if name in names:
            return True
        near = closest(name, names)
        remedy = (
            say("did you mean '{near}'? there are: {names}", near=near, names=list(names))
            if near
            else say("there are: {names}", names=list(names))
        )
        self.fault("E303", self.document.place(path), _nothing_called(sort, name), remedy)
        return False

    def _act(self, act: ScriptedAct, path: KeyPath, second: int) -> Act | OpenInject | Queued | None:
        kinds = [kind for kind in KINDS if getattr(act, kind) is not None]
        if len(kinds) != 1:
            self._not_one(kinds, path)
            return None
        at = (*path, kinds[0])
        match kinds[0]:
            case "order":
                places = {name: (*path, "with", name) for name in act.with_}
                return self._order(str(act.order), act.with_, at, places, second)
            case "tell" | "ask":
                return self._message(act, path, second)
            case "answer":
                return self._answer(act, path)
            case "open":
                return self._open(act.open, at)
            case "cancel" | "reorder":
                return self._queued(act, at)
            case "request" | "approve" | "refuse" | "handover":
                return self._between_seats(act, kinds[0], path, second)
            case "note":
                return Note(str(act.note))
            case _:
                if act.hint:
                    self._known("expectation", act.hint, self.scenario.expectations, at)
                return Hint(act.hint or "")

    def _not_one(self, kinds: list[str], path: KeyPath) -> None:
        remedy = say("write one of: {kinds}", kinds=list(KINDS))
        if kinds:
            place = self.document.key_place((*path, kinds[1]))
            message = say("one act cannot be '{one}' and '{other}'", one=kinds[0], other=kinds[1])
            self.fault("E201", place, message, say("write two acts"))
        else:
            place = self.document.key_place(path)
            self.fault("E202", place, say("this act does not say what is done"), remedy)

    def _order(
        self, verb: str, written: Mapping[str, Any], path: KeyPath, places: Mapping[str, KeyPath], second: int
    ) -> Order | None:
        """An order with its arguments read; every fault at its own place, the verb's at *path*."""
        try:
            return Order(verb, read_order(self.scenario, verb, written, second))
        except Malformed as bad:
            before = len(self.findings)
            if bad.code != "E303":
                for name, value in written.items():
                    self._argument(verb, name, value, places[name], second)
            if len(self.findings) == before:
                self._malformed(bad, self.document.place(path))
            return None

    def _argument(self, verb: str, name: str, value: Any, path: KeyPath, second: int) -> None:
        try:
            read_argument(self.scenario, verb, name, value, second)
        except Malformed as bad:
            unknown = bad.code == "E310"
            self._malformed(bad, self.document.key_place(path) if unknown else self.document.place(path))

    def _malformed(self, bad: Malformed, place: Place) -> None:
        code = bad.code if bad.code in CODES else "E210"
        self.fault(code, place, bad.error.message, bad.error.remedy)

    def _message(self, act: ScriptedAct, path: KeyPath, second: int) -> Order | None:
        if act.ask is not None:
            places = {"about": (*path, "ask")}
            return self._order("ask", {"about": act.ask}, places["about"], places, second)
        if not isinstance(act.to, str):
            self._missing("to", (*path, "tell"), say("name the seat that is told"))
            return None
        places = {"seat": (*path, "to"), "about": (*path, "tell")}
        return self._order("tell", {"seat": act.to, "about": act.tell}, places["about"], places, second)

    def _between_seats(self, act: ScriptedAct, kind: str, path: KeyPath, second: int) -> Act | None:
        words = act.words or ""
        match kind:
            case "request":
                return self._request(act, words, path, second)
            case "handover":
                seat = str(act.handover)
                return HandOver(seat, words) if self._known("seat", seat, self.scenario.seats, (*path, kind)) else None
            case _:
                granted = act.approve is not None
                return Reply(int((act.approve if granted else act.refuse) or 0), granted, words)

    def _request(self, act: ScriptedAct, words: str, path: KeyPath, second: int) -> Request | None:
        if not isinstance(act.to, str):
            self._missing("to", (*path, "request"), say("name the seat that is asked"))
            return None
        known = self._known("seat", act.to, self.scenario.seats, (*path, "to"))
        places = {name: (*path, "with", name) for name in act.with_}
        order = self._order(str(act.request), act.with_, (*path, "request"), places, second)
        return Request(act.to, order.verb, order.arguments, words) if known and order else None

    def _answer(self, act: ScriptedAct, path: KeyPath) -> Answer | None:
        decision, option = str(act.answer), act.option
        if not self._known("decision", decision, self.scenario.decisions, (*path, "answer")):
            return None
        options = list(self.scenario.decisions[decision].options)
        if option is None:
            self._missing("option", (*path, "answer"), say("it can be: {choices}", choices=options))
            return None
        return Answer(decision, option) if self._known("option", option, options, (*path, "option")) else None

    def _open(self, message: str | int | None, path: KeyPath) -> Open | OpenInject | None:
        if isinstance(message, int):
            return Open(message)
        known = self._known("inject", str(message), self.scenario.injects, path)
        return OpenInject(str(message)) if known else None

    def _queued(self, act: ScriptedAct, path: KeyPath) -> Cancel | Reorder | Queued | None:
        which = act.cancel if act.cancel is not None else act.reorder
        place = None if act.cancel is not None else act.to
        if act.reorder is not None and not isinstance(place, int):
            self._missing("to", path, say("write its place in the queue, 0 for the first"))
            return None
        if isinstance(which, int):
            return Cancel(which) if not isinstance(place, int) else Reorder(which, place)
        known = self._known("order", str(which), self.scenario.catalogue.orders, path)
        return Queued(str(which), place if isinstance(place, int) else None) if known else None


def _nothing_called(sort: str, name: str) -> Said:
    """That the scenario has no such thing, by the sort of thing."""
    match sort:
        case "seat":
            return say("no seat is called '{name}'", name=name)
        case "decision":
            return say("no decision is called '{name}'", name=name)
        case "option":
            return say("the decision has no option '{name}'", name=name)
        case "inject":
            return say("no inject is called '{name}'", name=name)
        case "expectation":
            return say("no expectation is called '{name}'", name=name)
        case _:
            return say("there is no order '{verb}'", verb=name)
