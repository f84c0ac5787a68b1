"""What goes over the net is read strictly and comes out as it went in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.view import Known, Message, Receipt, Task, View, Wanted
from simulator.journal.acts import Answer, Cancel, HandOver, Note, Open, Order, Reorder, Reply, Request
from simulator.journal.controls import Deliver, Hold, Release, Remark, Sit, Skip, Speak, Turning
from simulator.room.shared.codec import encode, heard, made, said
from simulator.room.shared.model import Give, Given, Join, Lead, Leave, Picture, Since, Whole

WORDS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E) | st.sampled_from("接访群众"), max_size=40)
VALUES = st.integers(-(2**40), 2**40) | st.floats(allow_nan=False, allow_infinity=False) | st.booleans() | WORDS
ACTS = st.one_of(
    st.builds(Order, WORDS, st.dictionaries(WORDS, VALUES, max_size=4)), st.builds(Answer, WORDS, WORDS),
    st.builds(Open, st.integers(0, 99)), st.builds(Cancel, st.integers(0, 99)),
    st.builds(Reorder, st.integers(0, 99), st.integers(0, 9)), st.builds(Note, WORDS),
    st.builds(Request, WORDS, WORDS, st.dictionaries(WORDS, VALUES, max_size=4), WORDS),
    st.builds(Reply, st.integers(0, 99), st.booleans(), WORDS), st.builds(HandOver, WORDS, WORDS),
)  # fmt: skip
DOINGS = st.one_of(
    st.builds(Deliver, WORDS), st.builds(Hold, WORDS), st.builds(Release, WORDS), st.builds(Skip, WORDS, WORDS),
    st.builds(Speak, st.lists(WORDS, max_size=3).map(tuple), WORDS, WORDS),
    st.builds(Turning, st.sampled_from(["pause", "resume", "end"])), st.builds(Sit, WORDS, WORDS, WORDS),
    st.builds(Remark, WORDS, WORDS, st.integers(0, 9999)),
)  # fmt: skip


@given(
    st.one_of(
        st.builds(Give, WORDS, st.integers(0, 9), st.integers(0, 99), ACTS),
        st.builds(Lead, st.integers(0, 2**41), DOINGS),
    )
)
def test_what_a_client_says_is_read_as_it_was_said(word: Give | Lead) -> None:
    assert said(encode(word)) == word


@given(st.recursive(st.none() | VALUES, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner), max_leaves=20))
def test_whatever_is_nothing_that_a_client_can_say_is_a_value_error(nonsense: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        said(json.dumps(nonsense))


@pytest.mark.parametrize(
    "word",
    [
        {"is": "since", "since": "0"},
        {"is": "since", "since": True},
        {"is": "since", "since": 10**20},
        {"is": "since"},
        {"is": "whole", "more": 1},
        {"is": "welcome"},
        {"is": "give", "seat": "a", "sitting": 1, "number": 1, "act": {"is": "turning", "what": "end"}},
        {"is": "give", "seat": "a", "sitting": 1, "number": 1, "act": {"is": "order", "arguments": {"a": []}}},
        {"is": "lead", "number": 1, "what": {"is": "turning", "what": "stop"}},
        {"is": "give", "seat": "a" * 2001, "sitting": 1, "number": 1, "act": {"is": "open", "message": 1}},
        {"is": "give", "seat": "a", "sitting": 1, "number": 1, "act": {"is": "note", "text": "\u202eevil"}},
        {"is": "give", "seat": "a", "sitting": 1, "number": 1, "act": {"is": "note", "text": "\ud800"}},
    ],
)  # fmt: skip
def test_what_is_almost_right_is_refused(word: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        said(json.dumps(word))


@pytest.mark.parametrize("word", [Since(3), Whole(), Leave(), Join(1, "seat", "Lin Qiao", "K7QX-M2PA")])
def test_the_short_words_are_read_too(word: Since | Whole | Leave | Join) -> None:
    assert said(encode(word)) == word


def test_what_the_hub_says_is_read_as_it_was_said() -> None:
    given = Given("commander", 1, 2, Receipt(7, False, refused="authority", ask=("duty_officer",)), same=False)
    assert heard(encode(given)) == given
    picture = Picture(2, 1, {"view.time": 90, "thing.state.notified": {"start": 0}})
    assert heard(encode(picture)) == picture


def test_a_view_comes_out_as_it_went_in() -> None:
    wanted = Wanted(1, "activate", {"level": "III"})
    message = Message(1, 60, "", "petition_lead", "activate", {"hall.people": 86}, None, "Please.", wanted=wanted)
    task = Task(3, "dispatch", {"unit": "team"}, 50, None)
    view = View(
        90, "commander", False, (message,), (), None, 90, (task,), (), (), {"hall.density": Known(0.7, 90, True)},
        ("residents",), {"hall.people": 86}, ("tell",), {"first_words": "listen"},
    )  # fmt: skip
    assert made(View, json.loads(encode(view))) == view
