"""Whatever a client says to a host, in whatever order: a refusal or a right answer, and a drill that goes on."""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosedOK

from simulator.journal.acts import Act, Answer, Cancel, HandOver, Hint, Note, Open, Order, Reorder, Reply, Request
from simulator.journal.controls import Deliver, Doing, Hold, Release, Remark, Sit, Skip, Speak, Turning
from simulator.journal.entry import Entry
from simulator.room.shared.codec import encode, heard
from simulator.room.shared.connection import Connection
from simulator.room.shared.limits import AT_ONCE
from simulator.room.shared.model import PROTOCOL, Give, Join, Lead, Leave, Refused, Role, Since, Welcome, Whole
from tests.room.rooms import SEAT
from tests.room.shared.rooms import HOME, Office, again, office
from tests.soundness.effort import effort
from tests.soundness.spoiling import ODD, spoilt_text, spoilt_values

SEATS = ("petition_lead", "commander", "duty_officer", "public_security")
IDS = st.sampled_from((*SEATS, "doors", "greet", "residents", "first_words", "hall", "@control", "nobody", ""))
NUMBERS = st.integers(-1, 3) | st.sampled_from((2**53, -(2**53)))
VALUES = st.one_of(IDS, NUMBERS, st.booleans(), st.floats(-9, 9))
VERBS = st.sampled_from(("tell", "ask", "open_reception", "activate", "dispatch", "listen", "nonsense"))
WITH = st.dictionaries(st.sampled_from(("seat", "about", "place", "unit", "level", "words", "x")), VALUES, max_size=3)
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(Order, VERBS, WITH), st.builds(Answer, IDS, IDS), st.builds(Open, NUMBERS), st.builds(Cancel, NUMBERS),
    st.builds(Reorder, NUMBERS, NUMBERS), st.builds(Note, IDS), st.builds(Hint, IDS), st.builds(HandOver, IDS, IDS),
    st.builds(Request, IDS, VERBS, WITH, IDS), st.builds(Reply, NUMBERS, st.booleans(), IDS),
)  # fmt: skip
PURPOSES: Any = st.sampled_from(("", "help", "pressure"))
TURNS: Any = st.sampled_from(("start", "pause", "resume", "pace", "score", "end"))
DOINGS: st.SearchStrategy[Doing] = st.one_of(
    st.builds(Deliver, IDS, PURPOSES), st.builds(Hold, IDS), st.builds(Release, IDS), st.builds(Skip, IDS, IDS),
    st.builds(Speak, st.lists(IDS, max_size=3).map(tuple), IDS, IDS, IDS, PURPOSES),
    st.builds(Turning, TURNS, st.floats(-1, 900)),
    st.builds(Sit, IDS, st.sampled_from(("person", "stand-in", "controller", "king")), IDS, IDS, st.booleans()),
    st.builds(Remark, IDS, IDS, NUMBERS, IDS, st.sampled_from(("", "P", "S", "M", "U", "X"))),
)  # fmt: skip
RIGHT = st.one_of(
    st.builds(Give, IDS | st.just(SEAT), st.integers(0, 2), st.integers(0, 4), ACTS),
    st.builds(Lead, NUMBERS, DOINGS), st.builds(Since, NUMBERS), st.builds(Whole),
).map(encode)  # fmt: skip
RARE = st.one_of(
    st.builds(Leave).map(encode), st.just(encode(Join(PROTOCOL, "seat", "Wu Min", "x"))), st.text(), st.binary(),
    st.sampled_from(ODD).map(json.dumps), RIGHT.flatmap(spoilt_text),
    RIGHT.flatmap(lambda word: spoilt_values(json.loads(word))).map(json.dumps),
)  # fmt: skip
# A host lets nobody go on after nonsense: were it as frequent as the rest, little would be said after it.
WORDS = st.lists(RIGHT | RIGHT | RIGHT | RIGHT | RIGHT | RARE, min_size=1, max_size=25)
ROLES: tuple[Role, ...] = ("seat", "controller", "evaluator", "observer")


class Wire:
    """A link over which these words come, with time passing between them, and which keeps what is answered."""

    def __init__(self, room: Office, words: list[str | bytes], between: float) -> None:
        self._room, self._words, self._between = room, words, between
        self.answers: list[str] = []

    async def recv(self) -> str | bytes:
        if not self._words:
            raise ConnectionClosedOK(None, None)
        return self._words.pop(0)

    async def __aiter__(self) -> AsyncIterator[str | bytes]:
        while self._words:
            yield self._words.pop(0)
            self._room.clock.now += self._between
            self._room.hub.tick()
            await asyncio.sleep(0)

    async def send(self, answer: str) -> None:
        self.answers.append(answer)

    async def close(self) -> None:
        """Nothing to close."""


def talk(room: Office, words: list[str | bytes], between: float = 5.0, address: str = HOME) -> Wire:
    """Everything that is said over one link, so many seconds apart. Raises what the host did not think of."""
    wire: Any = Wire(room, words, between)
    asyncio.run(Connection(wire, address, lambda join, _: room.hub, room.clock).serve())
    found: Wire = wire
    return found


def same(entries: list[Entry]) -> list[tuple[int, str | None, str]]:
    return [(each.time, each.seat, each.kind) for each in entries]


@effort(40)
@given(st.sampled_from(ROLES), st.booleans(), WORDS)
def test_after_joining(role: Role, begun: bool, words: list[str | bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = office(Path(folder))
        if begun:
            room.begin()
            room.run(120)
        seat = SEAT if role == "seat" else ""
        first = encode(Join(PROTOCOL, role, "Lin Qiao", room.hub.keys.codes[role], seat))
        wire = talk(room, [first, *words])
        assert len([heard(answer) for answer in wire.answers]) >= 1
        assert not any(member.name == "Lin Qiao" for member in room.hub.chairs.members.values())
        before = list(room.hub.room.drill.journal)
        room.hub.shared.file.close()
        back = again(Path(folder))
        assert same(list(back.hub.room.drill.journal))[: len(before)] == same(before)
        back.hub.shared.file.close()


@effort(60)
@given(st.lists(RIGHT | RARE, min_size=1, max_size=3))
def test_before_joining(words: list[str | bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = office(Path(folder))
        wire = talk(room, list(words))
        assert [type(heard(answer)) for answer in wire.answers] == [Refused]
        room.hub.shared.file.close()


@pytest.mark.parametrize("role", ROLES)
def test_joining_with_something_odd(tmp_path: Path, role: Role) -> None:
    room = office(tmp_path)
    right = json.loads(encode(Join(PROTOCOL, role, "Lin Qiao", room.hub.keys.codes[role])))
    for number, (name, odd) in enumerate((name, odd) for name in right for odd in ODD):
        wire = talk(room, [json.dumps(right | {name: odd})], address=f"10.1.0.{number}")
        assert isinstance(heard(wire.answers[0]), Refused | Welcome)
        assert room.hub.chairs.members == {}
    room.hub.shared.file.close()


def test_what_one_client_makes_the_host_keep_is_bounded() -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = office(Path(folder))
        room.begin()
        first = encode(Join(PROTOCOL, "seat", "Lin Qiao", room.hub.keys.codes["seat"], SEAT))
        long = [encode(Give(SEAT, 1, number, Order("tell", {str(key): "x" * 2000 for key in range(20)})))
                for number in range(1, AT_ONCE)]  # fmt: skip
        wire = talk(room, [first, *long], 0.01)
        assert json.loads(wire.answers[-1])["code"] == "fast"
        assert (Path(folder) / "drill.jsonl").stat().st_size < 1_000_000
        room.hub.shared.file.close()
