"""Journals by hand: what reached whom and who did what, second by second, without an engine."""

from collections.abc import Mapping
from typing import Any, Self

from simulator.evaluation.expectations import Judged
from simulator.evaluation.outcome import Baselines
from simulator.evaluation.scorecard import Scorecard, Trainee, evaluate
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.journal.journal import Journal
from simulator.scenario.scenario import Scenario
from tests.sample import sample_scenario

MINUTE = 60


class Story:
    """A drill being told in order. Times are in minutes; an order is done two minutes after it is given."""

    def __init__(self, scenario: Scenario | None = None, stand_ins: tuple[str, ...] = ("commander",)) -> None:
        self.scenario = scenario or sample_scenario()
        seats = {
            seat: {"player": "stand-in" if seat in stand_ins else "person", "name": seat.title()}
            for seat in self.scenario.seats
        }
        self._entries: list[tuple[float, str | None, str, dict[str, Any]]] = []
        self._orders = 0
        self._acts: list[tuple[int, int]] = []
        header = {"format": 1, "digest": "ab", "seed": 7, "seats": seats}
        self._add(0, None, kinds.HEADER, header)

    def _add(self, at: float, seat: str | None, kind: str, data: Mapping[str, Any]) -> int:
        self._entries.append((at, seat, kind, dict(data)))
        return len(self._entries) - 1

    def inject(self, at: float, name: str, **tells: Any) -> Self:
        """An inject is delivered to its seats, with its decisions and with what it (or *tells*) tells."""
        inject = self.scenario.injects[name]
        told = {key.replace("__", "."): value for key, value in tells.items()} or dict(inject.tells)
        numbers = dict.fromkeys(inject.to, 1)
        self._add(at, None, kinds.DELIVERED, {"inject": name, "to": list(inject.to), "tells": told, "numbers": numbers})
        for decision in inject.asks:
            self._add(at, self.scenario.decisions[decision].to, kinds.PUT, {"decision": decision})
        return self

    def message(self, at: float, seat: str, sender: str, about: str, **tells: Any) -> Self:
        """A message reaches a seat."""
        told = {key.replace("__", "."): value for key, value in tells.items()}
        self._add(at, seat, kinds.MESSAGE, {"number": 2, "from": sender, "about": about, "tells": told})
        return self

    def order(self, at: float, seat: str, verb: str, /, takes: float | None = 2, **arguments: Any) -> Self:
        """An order is given, and carried out *takes* minutes later (never, where that is nothing)."""
        self._orders += 1
        data = {"order": self._orders, "verb": verb, "with": arguments}
        act = self._add(at, seat, kinds.ORDER, data | {"accepted": True})
        if takes is not None:
            done = self._add(at + takes, seat, kinds.CARRIED_OUT, data)
            self._acts.append((done, act))
        return self

    def answer(self, at: float, seat: str, decision: str, option: str) -> Self:
        """An answer is given, and has effect half a minute later."""
        data = {"decision": decision, "option": option}
        act = self._add(at, seat, kinds.ANSWER, data | {"accepted": True})
        done = self._add(at + 0.5, seat, kinds.ANSWERED, data)
        self._acts.append((done, act))
        return self

    def event(self, at: float, kind: str, seat: str | None = None, /, **data: Any) -> Self:
        """Any other entry."""
        self._add(at, seat, kind, data)
        return self

    def end(self, at: float = 240, early: bool = False, **measures: float) -> Journal:
        """The drill ends; measures with `__` for the dots. Answers its journal, in the order of time."""
        named = {path.replace("__", "."): value for path, value in measures.items()}
        self._add(at, None, kinds.CLOSING, {"measures": named, "harm": {"injured": 0}, "early": early})
        order = sorted(range(len(self._entries)), key=lambda index: self._entries[index][0])
        numbers = {index: number for number, index in enumerate(order)}
        for done, act in self._acts:
            self._entries[done][3]["act"] = numbers[act]
        rows = (self._entries[index] for index in order)
        return Journal([
            Entry(number, round(at * MINUTE), seat, kind, data) for number, (at, seat, kind, data) in enumerate(rows)
        ])  # fmt: skip


def score(story: Story, baselines: Baselines | None = None, **ends: Any) -> Scorecard:
    """The scorecard of a story that ends."""
    return evaluate(story.scenario, story.end(**ends), baselines)


def trainee(card: Scorecard, seat: str) -> Trainee:
    """One seat of a scorecard."""
    return next(each for each in card.trainees if each.seat == seat)


def verdicts(card: Scorecard, name: str) -> list[Judged]:
    """The verdicts on the instances of an expectation."""
    return [each for trainee in card.trainees for each in trainee.judged if each.id == name]


def verdict(card: Scorecard, name: str) -> Judged:
    """The verdict on an expectation that was due at most once."""
    (only,) = verdicts(card, name)
    return only
