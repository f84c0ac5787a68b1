"""One line a entry: what it looks like, what it refuses, and how one hangs on the one before."""

import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.journal.entry import Entry
from simulator.journal.lines import FIRST, chain, decode, encode, head_hash
from tests.journal.drill import ENTRIES

WORDS = st.text(max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
ANY_ENTRY = st.builds(
    Entry, st.integers(0, 10**9), st.integers(0, 10**8), st.none() | WORDS, WORDS,
    st.dictionaries(WORDS, VALUES, max_size=4), st.none() | WORDS,
)  # fmt: skip


def test_a_line_is_canonical_json_with_fixed_keys() -> None:
    entry = Entry(7, 3690, None, "incident.mood", {"tension": 0.1, "name": "代表"})
    assert encode(entry, FIRST).decode() == (
        '{"n":7,"t":"T+001:01:30","seat":null,"kind":"incident.mood","data":{"tension":0.1,"name":"代表"},'
        f'"before":"{FIRST}"}}'
    )


def test_an_act_bears_its_wall_time_at_the_end() -> None:
    assert encode(ENTRIES[1], FIRST).endswith(b'"wall":"2026-11-23T08:05Z"}')


def test_the_first_line_follows_sixty_four_zeros() -> None:
    assert json.loads(next(iter(chain(ENTRIES))))["before"] == "0" * 64


def test_each_line_bears_the_hash_of_the_bytes_before() -> None:
    first, second, third = chain(ENTRIES)
    assert json.loads(second)["before"] == hashlib.sha256(first).hexdigest()
    assert json.loads(third)["before"] == hashlib.sha256(second).hexdigest()
    assert head_hash(ENTRIES) == hashlib.sha256(third).hexdigest()


@settings(deadline=None)
@given(ANY_ENTRY)
def test_an_entry_comes_back_from_its_line(entry: Entry) -> None:
    line = encode(entry, "ab")
    assert b"\n" not in line
    assert decode(line) == (entry, "ab")


def test_half_a_surrogate_pair_survives() -> None:
    entry = Entry(1, 0, "lead", "act.note", {"text": "\ud83d"})
    assert decode(encode(entry, FIRST))[0].payload["text"] == "\ud83d"


def test_a_number_that_json_does_not_have_is_not_written() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        encode(Entry(1, 0, None, "incident.mood", {"tension": float("nan")}), FIRST)


GOOD = encode(ENTRIES[2], FIRST)


@pytest.mark.parametrize(
    "line",
    [
        b"", b"{}", b"[]", b"null", b"\x00\x00", b"\xff\xfe", b"[" * 100_000, GOOD[:-1], GOOD + b" ",
        GOOD.replace(b'"n":2', b'"n":true'), GOOD.replace(b'"n":2', b'"n":"2"'),
        GOOD.replace(b'"n":2', b'"n": 2'),
        GOOD.replace(b"T+001:00:00", b"T+1:00"), GOOD.replace(b'"seat":null', b'"seat":3'),
        GOOD.replace(b"0.1", b"NaN"), GOOD.replace(b"0.1", b"1e999"), GOOD.replace(b"0.1", b"0.10"),
        GOOD.replace(b'"kind":"incident.mood"', b'"kind":null'),
    ],
)  # fmt: skip
def test_what_a_journal_would_not_write_is_no_line(line: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode(line)
