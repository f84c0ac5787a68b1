"""Statements are sent to a store: once, again, where it is busy, where it refuses, where it holds something else."""

from collections.abc import Iterator
from typing import Any

import pytest

from reports.xapi.sending import Sent, agrees, send
from reports.xapi.store import address_of
from simulator.errors import CallError, WriteError
from tests.reports.lrs import PASSWORD, USER, Shelf, store


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with store() as found:
        yield found


def some(number: int = 5) -> list[dict[str, Any]]:
    """Statements with an id and something to say."""
    return [{"id": f"id {each}", "result": {"response": f"“{each}”"}} for each in range(number)]


def send_to(shelf: Shelf, statements: list[dict[str, Any]], pauses: list[float] | None = None, **settings: Any) -> Sent:
    waits: list[float] = [] if pauses is None else pauses
    return send(statements, shelf.url, USER, PASSWORD, pause=waits.append, **settings)


def failure(shelf: Shelf, pauses: list[float] | None = None) -> str:
    """What is said where sending fails."""
    with pytest.raises(WriteError) as refused:
        send_to(shelf, some(), pauses)
    return str(refused.value)


def test_statements_are_sent_in_batches_and_progress_is_told(shelf: Shelf) -> None:
    told: list[int] = []
    assert send_to(shelf, some(), batch=2, progress=told.append) == Sent(5)
    assert shelf.asked == ["POST /xapi/statements"] * 3
    assert list(shelf.held.values()) == some()
    assert told == [2, 4, 5]


def test_sending_again_changes_nothing(shelf: Shelf) -> None:
    send_to(shelf, some())
    assert send_to(shelf, some(7), batch=3) == Sent(7)
    assert list(shelf.held.values()) == some(7)


def test_what_a_store_stamps_on_statements_makes_no_conflict(shelf: Shelf) -> None:
    shelf.stamps = True
    send_to(shelf, some())
    for each in shelf.held.values():
        each.update(stored="2026-11-23T18:00:00Z", timestamp="2026-11-23T18:00:00Z", authority={"name": "x"})
    assert send_to(shelf, some()) == Sent(5)


@pytest.mark.parametrize("stamps", [False, True])
def test_what_differs_from_what_the_store_holds_is_named_and_the_rest_is_sent(shelf: Shelf, stamps: bool) -> None:
    send_to(shelf, some(3))
    shelf.stamps = stamps
    shelf.held["id 1"]["result"] = {"response": "another"}
    assert send_to(shelf, some(5)) == Sent(4, ("id 1",))
    assert shelf.held["id 1"]["result"] == {"response": "another"}
    assert sorted(shelf.held) == [each["id"] for each in some(5)]


def test_a_busy_store_is_asked_again_after_longer_and_longer_waits(shelf: Shelf) -> None:
    pauses: list[float] = []
    shelf.failing = [503, 429, 500]
    assert send_to(shelf, some(), pauses) == Sent(5)
    assert pauses == [1.0, 4.0, 15.0]


def test_a_store_that_stays_out_of_order_is_given_up(shelf: Shelf) -> None:
    pauses: list[float] = []
    shelf.failing = [503] * 9
    assert failure(shelf, pauses) == f'{shelf.url}/statements is out of order (503): {{"error": "as told\\u001b[2J"}}'
    assert pauses == [1.0, 4.0, 15.0]
    assert len(shelf.asked) == 4


def test_a_wrong_password_is_told_at_once_and_not_shown(shelf: Shelf) -> None:
    pauses: list[float] = []
    with pytest.raises(WriteError) as refused:
        send(some(), shelf.url, USER, "guessed 9041", pause=pauses.append)
    assert str(refused.value) == f"{shelf.url}/statements does not let this user in (401)"
    assert str(refused.value.remedy) == "check --user and the password"
    assert pauses == []


def test_a_refusal_says_what_the_store_says(shelf: Shelf) -> None:
    shelf.failing = [400]
    assert failure(shelf).startswith(f"{shelf.url}/statements refuses (400): ")


def test_an_address_without_a_store_is_told(shelf: Shelf) -> None:
    shelf.url += "/elsewhere"
    assert failure(shelf) == f"no statements can be kept at {shelf.url}/statements (404)"


def test_the_password_goes_nowhere_else(shelf: Shelf) -> None:
    with store() as other:
        shelf.moved_to = f"{other.url}/statements"
        assert failure(shelf) == f"no statements can be kept at {shelf.url}/statements (302)"
        assert other.asked == []


def test_a_store_that_is_not_there_is_told_after_all_attempts() -> None:
    with store() as gone:
        pass
    pauses: list[float] = []
    assert failure(gone, pauses).startswith(f"{gone.url}/statements cannot be reached: ")
    assert pauses == [1.0, 4.0, 15.0]


def test_what_is_not_spoken_safely_is_told_at_once(shelf: Shelf) -> None:
    pauses: list[float] = []
    shelf.url = shelf.url.replace("http:", "https:")
    assert failure(shelf, pauses).startswith(f"the connection to {shelf.url}/statements is not safe: ")
    assert pauses == []


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://lrs.example/xapi", "https://lrs.example/xapi/statements"),
        (" https://lrs.example/xapi/ ", "https://lrs.example/xapi/statements"),
        ("http://lrs.example:8080/data/xAPI/statements", "http://lrs.example:8080/data/xAPI/statements"),
        ("https://lrs.example", "https://lrs.example/statements"),
    ],
)
def test_statements_lie_under_the_endpoint(url: str, address: str) -> None:
    assert address_of(url) == address


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("lrs.example/xapi", "'lrs.example/xapi' is not the address of a store"),
        ("file:///x", "'file:///x' is not the address of a store"),
        ("https://me:secret@lrs.example/", "the address of the store bears a user's name or password"),
        ("me:secret@lrs.example", "'lrs.example' is not the address of a store"),
        ("http://[::1/", "'http://[::1/' is not the address of a store"),
        ("https://lrs.example:port/", "'https://lrs.example:port/' is not the address of a store"),
    ],
)
def test_what_is_no_address_of_a_store_is_refused(url: str, said: str) -> None:
    with pytest.raises(CallError) as refused:
        address_of(url)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("ours", "theirs", "agree"),
    [
        ({"a": 1, "timestamp": "x"}, {"a": 1.0, "stored": "y"}, True),
        ({"a": {"b": [1]}}, {"a": {"b": [1], "c": 2}}, True),
        ({"a": 1}, {}, False),
        ({"a": [1, 2]}, {"a": [1]}, False),
        ({"a": {"b": 1}}, {"a": 1}, False),
    ],
)
def test_a_store_may_say_more_than_we_do_and_nothing_else(ours: Any, theirs: Any, agree: bool) -> None:
    assert agrees(ours, theirs) is agree
