"""A shared drill for the tests of reports: who came late, who left, what the controller did, what evaluators noted."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from simulator.engine.drill import Drill
from simulator.engine.view import View
from simulator.journal.acts import HandOver, Reply, Request
from simulator.journal.controls import (
    CONTROL,
    PERSON,
    STAND_IN,
    Control,
    Deliver,
    Doing,
    Hold,
    Input,
    Release,
    Remark,
    Sit,
    Skip,
    Speak,
    Turning,
)
from simulator.journal.journal import Journal
from simulator.players.book import the_book
from simulator.players.by_the_book import ByTheBook
from simulator.players.play import play
from simulator.players.player import Player
from simulator.rehearsal.baselines import append_baselines
from simulator.scenario.scenario import Scenario
from tests.authoring.sample import sample

READY = "  bus: {purpose: help, to: petition_lead, text: {en: A bus is ready., zh: 车备好了。}}\n  chant:\n"
EARLY = (("chanting: {above: 0.50", "chanting: {above: 0.31"), ("blocking: {above: 0.70", "blocking: {above: 0.33"))
"""The gate is blocked within the first hour, so that the commander has something to do."""

CAME = "2026-03-02T09:00:00Z"
"""The wall time of every act."""

Rated = Literal["P", "S", "M", "U"]
Timed = tuple[int, Input]
"""A second and what is done at it."""


class Doings:
    """Does what a list says, each at its second."""

    def __init__(self, doings: Sequence[Timed]) -> None:
        self._left = sorted(doings, key=lambda each: each[0])

    def wakes(self) -> int | None:
        return self._left[0][0] if self._left else None

    def act(self, view: View) -> Iterator[Input]:
        while self._left and self._left[0][0] <= view.time:
            yield self._left.pop(0)[1]


def minutes(*doings: tuple[int, str, Doing]) -> list[Timed]:
    """What is done from outside the seats: the minute, who does it, what."""
    return [(60 * minute, Control(by, what)) for minute, by, what in doings]


def sits(seat: str, name: str, why: str = "joined") -> Sit:
    """Somebody sits down; with no name, a stand-in."""
    return Sit(seat, PERSON if name else STAND_IN, name, why)


EVENING: tuple[tuple[int, str, Doing], ...] = (
    (0, "room", sits("petition_lead", "Lin Qiao")),
    (0, "room", sits("commander", "He Rui")),
    (0, "Chen Yu", Turning("start")),
    (5, "Chen Yu", Deliver("bus", "help")),
    (6, "Chen Yu", Hold("second_wave")),
    (8, "Chen Yu", Release("second_wave")),
    (9, "Chen Yu", Turning("pause")),
    (9, "Chen Yu", Turning("resume")),
    (10, "Chen Yu", Skip("second_wave", "enough for today")),
    (12, "Chen Yu", Speak(("petition_lead",), "ms_yu", "My mother cannot stand any longer.", "residents", "pressure")),
    (30, "room", sits("duty_officer", "Wu Min")),
    (60, "room", sits("commander", "", "left")),
    (70, "Gu Yan", Remark("petition_lead", "calm with the old people", 60 * 20)),
    (90, "room", sits("commander", "Gao Fei")),
)
"""He Rui leaves the commander's seat after an hour, Gao Fei has it from half past one on; Wu Min comes late."""

ACTS: Mapping[str, tuple[Timed, ...]] = {
    "petition_lead": ((60 * 20, Request("commander", "activate", {"level": "III"}, "many more come")),
                      (60 * 100, HandOver("commander", "all I know"))),
    "commander": ((60 * 23, Reply(1, granted=True, words="yes")),),
}  # fmt: skip
"""What seats do besides what the book asks: one asks another for an order, and hands over."""


class Besides:
    """Plays by the book, and does what a list says besides."""

    def __init__(self, book: Player, doings: Sequence[Timed]) -> None:
        self._book, self._doings = book, Doings(doings)

    def wakes(self) -> int | None:
        wishes = (self._book.wakes(), self._doings.wakes())
        return min((second for second in wishes if second is not None), default=None)

    def act(self, view: View) -> Iterator[Input]:
        yield from self._book.act(view)
        yield from self._doings.act(view)


def shared_drill(
    scenario: Scenario,
    doings: Sequence[Timed],
    acts: Mapping[str, Sequence[Timed]],
    delay: int = 0,
    seed: int = 7,
) -> Journal:
    """A whole shared drill, scored. Every seat is played by the book, *delay* seconds late, whoever sits there, and
    does *acts* besides.
    """
    seats = {seat: {"player": STAND_IN, "name": ""} for seat in scenario.seats}
    players: dict[str, Player] = {
        seat: Besides(ByTheBook(scenario, seat, the_book(scenario, seat), delay=delay), acts.get(seat, ()))
        for seat in scenario.seats
    }
    drill = Drill(scenario, seed, seats=seats, mode="practice", wall=lambda: CAME)
    for _, what in (each for each in doings if each[0] == 0):
        drill.submit(CONTROL, what)
    play(drill, {**players, CONTROL: Doings([each for each in doings if each[0] > 0])})
    append_baselines(scenario, drill.journal)
    return drill.journal


def evening(folder: Path, *ratings: tuple[str, str, Rated], delay: int = 0) -> tuple[Scenario, Journal]:
    """The shared drill that the tests look at; *ratings*: seat, expectation and letter, by the evaluator."""
    scenario = sample(folder, ("  chant:\n", READY), *EARLY)
    rated = tuple((120, "Gu Yan", Remark(seat, "", 60 * 40, name, letter)) for seat, name, letter in ratings)
    return scenario, shared_drill(scenario, minutes(*EVENING, *rated), ACTS, delay)
