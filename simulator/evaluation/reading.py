"""A journal, indexed once: who did what, what reached whom, and how the world stood after each entry."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from simulator.errors import JournalError
from simulator.evaluation.given import Delivery, Given, GivenAnswer, GivenOrder, Timeline, name_of
from simulator.evaluation.lookup import Lookup
from simulator.evaluation.requests import Requests
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.journal.sittings import Sat
from simulator.language.quantity import Curve, Quantity, Steady, Value
from simulator.language.said import say
from simulator.scenario.crises import Person
from simulator.scenario.scenario import Scenario


class Record:
    """The facts of one drill. Made by `read`; nothing in it changes afterwards."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.header: Mapping[str, Any] = {}
        self.closing: Mapping[str, Any] | None = None
        self.baselines: Mapping[str, Any] | None = None
        self.end = 0
        """The second at which the drill ended."""
        self.last = -1
        """The number of the last entry."""
        self.early = True
        """Whether it was ended before its length, or broke off."""
        self.orders: list[GivenOrder] = []
        self.answers: list[GivenAnswer] = []
        self.deliveries: dict[str, list[Delivery]] = defaultdict(list)
        """What reached a seat."""
        self.opened: dict[tuple[str, int], int] = {}
        self.told: dict[tuple[str, str], Timeline[Value]] = defaultdict(Timeline)
        self.values: dict[str, Timeline[Quantity]] = defaultdict(Timeline)
        """By dotted name."""
        self.events: dict[str, Timeline[int]] = defaultdict(Timeline)
        """When something happened: an inject, `residents.blocking`, `first_words=listen`."""
        self.hints: dict[str, list[int]] = defaultdict(list)
        self.requests = Requests()
        self.sat = Sat()
        """Who sat where, and when."""
        self.moments: list[tuple[int, int]] = []
        """The number and second of every entry."""
        self._carried_out: dict[str, list[Given]] = {}
        self._by_name: dict[str, dict[str, list[Given]]] = {}
        self._by_entry: dict[int, Given] = {}
        self._by_number: dict[int, GivenOrder] = {}
        self._trips: dict[tuple[str, int], int] = {}
        self._harm: dict[str, int] = defaultdict(int)
        acts: tuple[Sequence[Given], ...] = (self.orders, self.answers)
        self.lookup = Lookup(self.moments, (self.values, self.events), self.told, acts)

    def carried_out(self, seat: str) -> list[Given]:
        """The acts of a seat that count, in the order in which they were carried out."""
        if seat not in self._carried_out:
            acts: list[Given] = [*self.orders, *self.answers]
            mine = [act for act in acts if act.seat == seat and act.done is not None]
            self._carried_out[seat] = sorted(mine, key=lambda act: act.done or 0)
        return self._carried_out[seat]

    def carried_out_of(self, seat: str, name: str) -> Sequence[Given]:
        """Those of them that are a verb, or answers to a decision."""
        if seat not in self._by_name:
            found = self._by_name[seat] = defaultdict(list)
            for act in self.carried_out(seat):
                found[name_of(act)].append(act)
        return self._by_name[seat].get(name, ())

    def acted(self, seat: str) -> bool:
        """Whether a seat gave any order or answer."""
        given: list[Given] = [*self.orders, *self.answers]
        return any(act.seat == seat for act in given)

    def is_own(self, entry: Entry) -> bool:
        """Whether an act is the trainee's own, not that of whoever kept the seat meanwhile."""
        seat = entry.seat or ""
        return not self.sat.changed_hands(seat) or self.sat.sat_there(seat, entry.number)

    def take(self, entry: Entry) -> None:
        """Add one entry."""
        handler = _HANDLERS.get(entry.kind)
        self.last = entry.number
        self.moments.append((entry.number, entry.time))
        if entry.kind != kinds.BASELINES:
            self.end = entry.time
        if handler is not None:
            handler(self, entry, entry.payload)

    def set(self, path: str, entry: Entry, value: Value) -> None:
        self.values[path].add(entry.number, Steady(value))

    def tell(self, seat: str, entry: Entry, tells: Mapping[str, Value]) -> None:
        for path, value in tells.items():
            self.told[seat, path].add(entry.number, value)

    def happen(self, path: str, entry: Entry) -> None:
        self.events[path].add(entry.number, entry.time)

    def header_read(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.header = data

    def order(self, entry: Entry, data: Mapping[str, Any]) -> None:
        if not data.get("accepted") or entry.seat is None or not self.is_own(entry):
            return
        order = GivenOrder(
            entry.number, entry.seat, data["order"], data["verb"], data.get("with", {}), entry.time
        )  # fmt: skip
        self.orders.append(order)
        self._by_entry[entry.number] = self._by_number[order.number] = order

    def answer(self, entry: Entry, data: Mapping[str, Any]) -> None:
        if data.get("accepted") and entry.seat is not None and self.is_own(entry):
            answer = GivenAnswer(entry.number, entry.seat, data["decision"], data["option"], entry.time)
            self.answers.append(answer)
            self._by_entry[entry.number] = answer

    def done(self, entry: Entry, data: Mapping[str, Any]) -> None:
        act = self._by_entry.get(data["act"])
        if act is not None:
            act.done, act.done_at = entry.number, entry.time
        if isinstance(act, GivenOrder):
            act.arguments = data.get("with", act.arguments)
        if entry.kind == kinds.ANSWERED:
            self.settled(entry, data)

    def settled(self, entry: Entry, data: Mapping[str, Any]) -> None:
        """A decision was answered, or closed in silence."""
        self.happen(data["decision"], entry)
        self.happen(f"{data['decision']}={data['option']}", entry)

    def kept(self, entry: Entry, data: Mapping[str, Any]) -> None:
        order = self._by_number.get(data["order"])
        if order is not None and entry.kind == kinds.KEPT:
            order.kept, order.kept_at = entry.number, entry.time
        elif order is not None:
            order.broken, order.broken_at = entry.number, entry.time

    def delivered(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.happen(data["inject"], entry)
        numbers = data.get("numbers", {})
        for seat in data["to"]:
            self.tell(seat, entry, data.get("tells", {}))
            reached = Delivery(entry.number, entry.time, seat, "inject", data["inject"], "", numbers.get(seat))
            self.deliveries[seat].append(reached)

    def message(self, entry: Entry, data: Mapping[str, Any]) -> None:
        seat = entry.seat or ""
        self.tell(seat, entry, data.get("tells", {}))
        sender, number = data.get("from") or "", data.get("number")
        kind = "request" if data.get("wanted") else "message"
        if kind == "request":
            self.requests.take(entry)
        reached = Delivery(entry.number, entry.time, seat, kind, data.get("about") or "", sender, number)
        self.deliveries[seat].append(reached)

    def asked(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.requests.take(entry)

    def put(self, entry: Entry, data: Mapping[str, Any]) -> None:
        seat = entry.seat or ""
        reached = Delivery(entry.number, entry.time, seat, "decision", data["decision"])
        self.deliveries[seat].append(reached)

    def read_by_seat(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.opened.setdefault((entry.seat or "", data["number"]), entry.time)

    def hint(self, entry: Entry, data: Mapping[str, Any]) -> None:
        if data.get("accepted") and entry.seat is not None and self.is_own(entry):
            self.hints[entry.seat].append(entry.number)

    def unit_left(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.set(f"{data['unit']}.travelling", entry, True)
        self.set(f"{data['unit']}.on_scene", entry, False)
        if data.get("order"):
            self._trips[data["unit"], data["trip"]] = data["order"]

    def unit_arrived(self, entry: Entry, data: Mapping[str, Any]) -> None:
        unit = self.scenario.units.get(data["unit"])
        self.set(f"{data['unit']}.travelling", entry, False)
        self.set(f"{data['unit']}.on_scene", entry, unit is None or data["place"] != unit.base)
        self.set(f"{data['unit']}.place", entry, data["place"])
        order = self._by_number.get(self._trips.get((data["unit"], data["trip"]), 0))
        if order is not None and order.arrived_at is None:
            order.arrived_at = entry.time

    def mood(self, entry: Entry, data: Mapping[str, Any]) -> None:
        """The tension of a group or the distress of a person, as a curve; what stands beside it as it is."""
        name = data["incident"]
        incident = self.scenario.incidents.get(name)
        part = "distress" if isinstance(incident, Person) else "tension"
        half_life = getattr(getattr(incident, part, None), "half_life", 0)
        curve: Quantity = Steady(data[part])
        if half_life:
            curve = Curve(data[part], data["level"], entry.time, half_life)
        self.values[f"{name}.{part}"].add(entry.number, curve)
        for other in ("trust", "heard", "rapport"):
            if other in data:
                self.set(f"{name}.{other}", entry, data[other])

    def stage(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.set(f"{data['incident']}.stage", entry, data["stage"])
        if data.get("up"):
            self.happen(f"{data['incident']}.{data['stage']}", entry)

    def counts(self, entry: Entry, data: Mapping[str, Any]) -> None:
        for part, value in data.items():
            if part != "incident":
                self.set(f"{data['incident']}.{part}", entry, value)
        if "windows" in data:
            self.set(f"{data['incident']}.open", entry, data["windows"] > 0)

    def presence(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.set(f"{data['incident']}.present", entry, entry.kind == kinds.BEGAN)

    def ended_well(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.set(f"{data['incident']}.{'safe' if entry.kind == kinds.SAFE else 'crossed'}", entry, True)

    def flows(self, entry: Entry, data: Mapping[str, Any]) -> None:
        for part in ("upstream", "through"):
            self.set(f"{data['incident']}.{part}", entry, data[part])

    def understood(self, entry: Entry, data: Mapping[str, Any]) -> None:
        for seat in data["to"]:
            self.tell(seat, entry, data.get("tells", {}))

    def harm(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self._harm[data["harm"]] += data["number"]
        self.set(f"harm.{data['harm']}", entry, self._harm[data["harm"]])

    def state(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.set(data["name"], entry, data["value"])

    def tired(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.set(f"{data['unit']}.tired", entry, True)

    def closed(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.closing = data
        self.early = bool(data.get("early"))

    def compared(self, entry: Entry, data: Mapping[str, Any]) -> None:
        self.baselines = data


_HANDLERS: dict[str, Callable[[Record, Entry, Mapping[str, Any]], None]] = {
    kinds.HEADER: Record.header_read, kinds.ORDER: Record.order, kinds.ANSWER: Record.answer,
    kinds.CARRIED_OUT: Record.done, kinds.ANSWERED: Record.done, kinds.KEPT: Record.kept,
    kinds.BROKEN: Record.kept, kinds.DELIVERED: Record.delivered, kinds.MESSAGE: Record.message,
    kinds.SILENT: Record.settled, kinds.PUT: Record.put, kinds.OPENED: Record.read_by_seat, kinds.HINT: Record.hint,
    kinds.LEFT: Record.unit_left, kinds.ARRIVED: Record.unit_arrived, kinds.TIRED: Record.tired,
    kinds.MOOD: Record.mood, kinds.STAGE: Record.stage, kinds.PEOPLE: Record.counts,
    kinds.QUEUE: Record.counts, kinds.BEGAN: Record.presence, kinds.ENDED: Record.presence,
    kinds.HARM: Record.harm, kinds.STATE: Record.state, kinds.CLOSING: Record.closed,
    kinds.BASELINES: Record.compared, kinds.UNDERSTOOD: Record.understood, kinds.SPREAD: Record.counts,
    kinds.STEP: Record.counts, kinds.SAFE: Record.ended_well, kinds.CROSSED: Record.ended_well,
    kinds.FLOWS: Record.flows, kinds.REQUEST: Record.asked, kinds.REPLY: Record.asked,
}  # fmt: skip


SEATING = (kinds.HEADER, kinds.SIT, kinds.CLOSING)
"""What says who sat where."""


def read(scenario: Scenario, entries: Iterable[Entry], sat: Sat | None = None) -> Record:
    """Index a journal's entries. Costs one pass. Raises `JournalError` for an entry that lacks what its kind holds.

    *sat*: who sat where, if not as the journal itself has it.
    """
    record = Record(scenario)
    kept = list(entries)
    if sat is not None:
        record.sat = sat
    else:
        _each([entry for entry in kept if entry.kind in SEATING], record.sat.take)
    _each(kept, record.take)
    return record


def _each(entries: Iterable[Entry], take: Callable[[Entry], object]) -> None:
    for entry in entries:
        try:
            take(entry)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            message = say("entry {number} does not hold what '{kind}' holds", number=entry.number, kind=entry.kind)
            raise JournalError(message, say("verify the journal")) from error
