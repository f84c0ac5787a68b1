"""Right words of the language of shared rooms, and all that a client makes of what it is told."""

import contextlib
import tempfile
from pathlib import Path

from simulator.journal.acts import Act, Answer, HandOver, Note, Order, Request
from simulator.journal.controls import Doing, Sit, Speak, Turning
from simulator.room.shared.codec import encode, heard
from simulator.room.shared.growing import fresh, grow
from simulator.room.shared.model import (
    PROTOCOL,
    Events,
    FromClient,
    Give,
    Join,
    Lead,
    Leave,
    Picture,
    Since,
    Welcome,
    Whole,
)
from simulator.room.shared.own_log import as_entry
from simulator.room.shared.picture import Listener, console_in, seating_in, standing_in, view_of
from simulator.scenario.scenario import Scenario
from tests.players.sample import morning
from tests.room.shared.rooms import office

READERS = (standing_in, seating_in, view_of, console_in)
"""What a client makes of a picture's parts."""


def words_of_clients() -> list[bytes]:
    """Right words of every kind."""
    acts: tuple[Act, ...] = (
        Order("dispatch", {"unit": "team", "place": "hall"}), Answer("first_words", "sit_down"), Note("noted"),
        Request("commander", "activate", {"level": "III"}, "please"), HandOver("commander"),
    )  # fmt: skip
    doings: tuple[Doing, ...] = (
        Speak(("commander",), "Guard", "Hello"),
        Sit("petition_lead", "controller"),
        Turning("pause"),
    )
    words: list[FromClient] = [Join(PROTOCOL, "seat", "Lin Qiao", "K7QX-M2PA"), Since(3), Whole(), Leave()]
    words += [Give("commander", 1, number, act) for number, act in enumerate(acts, 1)]
    words += [Lead(1, each) for each in doings]
    return [encode(word).encode() for word in words]


def words_of_hubs() -> list[bytes]:
    """What a host says in a drill: to a seat, and to who watches."""
    with tempfile.TemporaryDirectory() as folder:
        found = office(Path(folder))
        controller, member = found.begin(), found.enter(seat="petition_lead")
        found.run(300)
        words = [encode(Events(0, tuple(found.hub.lines(each, 0, 20)))) for each in (controller, member)]
        for each in (controller, member):
            words += [encode(Picture(1, 0, {name: part})) for name, part in found.hub.picture(each).items()]
        found.hub.shared.file.close()
    return [word.encode() for word in words]


def hall() -> Scenario:
    """A scenario that can grow."""
    scenario = morning()
    growing = {sort: dict(getattr(scenario, sort)) for sort in ("injects", "decisions", "incidents", "state")}
    return scenario.model_copy(update=growing)


def hear(lines: list[str]) -> int:
    """Take in what a host says, line by line, as a client does; answers how many lines were no nonsense."""
    listener, scenario, understood = Listener(), hall(), 0
    for line in lines:
        with contextlib.suppress(ValueError):
            word = heard(line)
            understood += 1
            match word:
                case Picture():
                    listener.take(word)
                    for read in READERS:
                        with contextlib.suppress(ValueError):
                            read(listener.parts)
                    grow(scenario, word.parts)
                case Events():
                    [as_entry(entry) for entry in word.entries]
                case Welcome():
                    fresh(word.header.get("resolved", {}))
    return understood
