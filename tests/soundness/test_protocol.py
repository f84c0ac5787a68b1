"""What goes between a shared room and its clients, spoilt: a clear refusal or a right answer on either side."""

import json
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from simulator.room.shared.codec import MOST_ITEMS, MOST_TEXT, encode, said
from tests.soundness.effort import effort
from tests.soundness.protocol import hear, words_of_clients, words_of_hubs
from tests.soundness.spoiling import ODD, spoilt_bytes, spoilt_text, spoilt_values
from tests.soundness.steering import steering_signs


@cache
def clients() -> list[Any]:
    return [json.loads(word) for word in words_of_clients()]


@cache
def hubs() -> list[Any]:
    return [json.loads(word) for word in words_of_hubs()]


def texts(value: Any) -> list[str]:
    """Every text inside a value."""
    if isinstance(value, dict):
        return [*value, *(text for each in value.values() for text in texts(each))]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


def sizes(value: Any) -> list[int]:
    """How many items every list and mapping inside a value has."""
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [len(inner), *(size for each in inner for size in sizes(each))]


def taken(line: str) -> bool:
    """Whether a host takes a client's line; what it takes is within bounds and steers no screen."""
    try:
        word = said(line)
    except ValueError:
        return False
    plain = json.loads(encode(word))
    assert said(encode(word)) == word
    assert max(len(text) for text in texts(plain)) <= MOST_TEXT
    assert max(sizes(plain)) <= MOST_ITEMS + 1
    assert steering_signs("".join(texts(plain))) == []
    return True


def test_every_right_word_is_taken_on_either_side() -> None:
    assert [taken(json.dumps(word)) for word in clients()] == [True] * len(clients())
    lines = [json.dumps(word) for word in hubs()]
    assert hear(lines) == len(lines) > 20


@effort(250)
@given(st.data())
def test_what_a_client_says_amiss_is_refused_and_nothing_else(data: st.DataObject) -> None:
    taken(json.dumps(data.draw(spoilt_values(data.draw(st.sampled_from(clients()))))))


@effort(100)
@given(st.data())
def test_broken_json_of_a_client_is_refused_and_nothing_else(data: st.DataObject) -> None:
    line = json.dumps(data.draw(st.sampled_from(clients())), ensure_ascii=False)
    broken = data.draw(
        spoilt_text(line) | spoilt_bytes(line.encode()).map(lambda each: each.decode("utf-8", "replace"))
    )
    taken(broken)


@effort(60)
@given(st.data())
def test_whatever_a_host_says_a_client_understands_it_or_passes_it_over(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(range(len(hubs()))), min_size=1, max_size=6))
    hear([json.dumps(data.draw(spoilt_values(hubs()[number]))) for number in words])


@effort(60)
@given(st.lists(st.sampled_from(ODD), max_size=4))
def test_odd_values_alone_are_words_of_nobody(values: list[Any]) -> None:
    lines = [json.dumps(value) for value in values]
    assert [taken(line) for line in lines] == [False] * len(lines)
    assert hear(lines) == 0


def test_what_is_too_deep_or_too_large_is_passed_over() -> None:
    lines = ["[" * 100_000, "9" * 100_000, '{"a":' * 5000, '{"is":"picture","version":1,"after":0,"parts":{"a":1e999}}']
    assert [taken(line) for line in lines] == [False] * len(lines)
    assert hear(lines) == 0
