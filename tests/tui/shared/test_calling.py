"""From what was typed to a room: addresses, what is missing, coming back with what was kept."""

from pathlib import Path

import click
import pytest

from simulator.errors import CallError
from simulator.language.said import say
from simulator.room.shared.reaching import Address, Wish
from tui.shared import calling
from tui.shared.calling import Call, Kept, address_of, come_in, forget_secret, keep_secret, kept_for

PLACE = "127.0.0.1:8710"


def seat(name: str = "", code: str = "", seat: str = "") -> Call:
    return Call(PLACE, "seat", name, code, seat)


def refused(address: Address, wish: Wish) -> str:
    if wish.secret:
        raise CallError(say("this seat was given to somebody else meanwhile"))
    return f"{wish.name} by {wish.code}"


def known(address: Address, wish: Wish) -> str:
    return f"{wish.name} in {wish.seat} by {wish.secret}"


@pytest.mark.parametrize(
    ("call", "address"),
    [
        (Call("127.0.0.1:8710", "seat"), Address("127.0.0.1", 8710, False, "")),
        (Call("localhost:8710", "seat"), Address("localhost", 8710, False, "")),
        (Call("[::1]:8710", "seat"), Address("::1", 8710, False, "")),
        (Call("192.168.1.20:8710", "seat"), Address("192.168.1.20", 8710, True, "")),
        (Call("192.168.1.20:8710", "seat", insecure=True), Address("192.168.1.20", 8710, False, "")),
        (Call("localhost:8710", "seat", fingerprint="3f2a"), Address("localhost", 8710, True, "3f2a")),
    ],
)
def test_another_machine_is_taken_to_encrypt_unless_it_is_said_otherwise(call: Call, address: Address) -> None:
    assert address_of(call) == address


@pytest.mark.parametrize("place", ["localhost", "localhost:", ":8710", "localhost:0", "localhost:70000", "localhost:x"])
def test_a_place_needs_host_and_port(place: str) -> None:
    with pytest.raises(CallError, match="is not HOST:PORT"):
        address_of(Call(place, "seat"))


def test_without_a_terminal_nobody_is_asked_for_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="name and join code are missing"):
        come_in(seat(), known, tmp_path)


def test_who_was_there_comes_back_with_what_was_kept(tmp_path: Path) -> None:
    keep_secret(seat(), Kept("seat", "commander", "He Ping", "s1"), tmp_path)
    assert come_in(seat("He Ping"), known, tmp_path) == "He Ping in commander by s1"
    assert come_in(seat(seat="commander"), known, tmp_path) == "He Ping in commander by s1"


def test_who_was_there_and_types_their_name_is_asked_for_no_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_secret(seat(), Kept("seat", "commander", "He Ping", "s1"), tmp_path)
    keep_secret(seat(), Kept("seat", "duty_officer", "Gu Yan", "s2"), tmp_path)
    typed = ["Gu Yan"]
    monkeypatch.setattr(calling, "at_terminal", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda asked, err: typed.pop(0))
    assert come_in(seat(), known, tmp_path) == "Gu Yan in duty_officer by s2"


def test_whoever_fills_in_a_page_is_not_asked_at_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "at_terminal", lambda: True)
    with pytest.raises(CallError, match="name and join code are missing"):
        come_in(seat("He Ping"), known, tmp_path, asks=False)


def test_a_secret_that_is_void_gives_way_to_the_code(tmp_path: Path) -> None:
    keep_secret(seat(), Kept("seat", "commander", "He Ping", "s1"), tmp_path)
    assert come_in(seat("He Ping", "K7QX-M2PA"), refused, tmp_path) == "He Ping by K7QX-M2PA"


def test_two_people_at_one_machine_are_told_apart(tmp_path: Path) -> None:
    keep_secret(seat(), Kept("seat", "commander", "He Ping", "s1"), tmp_path)
    keep_secret(seat(), Kept("seat", "duty_officer", "Gu Yan", "s2"), tmp_path)
    assert kept_for(seat(), tmp_path) is None
    assert kept_for(seat("Gu Yan"), tmp_path) == Kept("seat", "duty_officer", "Gu Yan", "s2")
    assert kept_for(Call(PLACE, "controller"), tmp_path) is None


def test_who_leaves_for_good_keeps_nothing(tmp_path: Path) -> None:
    keep_secret(seat(), Kept("seat", "commander", "He Ping", "s1"), tmp_path)
    forget_secret(seat(), "s1", tmp_path)
    assert kept_for(seat("He Ping"), tmp_path) is None


def test_what_is_kept_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "rooms"
    keep_secret(seat(), Kept("seat", "commander", "He Ping", "s1"), folder)
    assert [path.stat().st_mode & 0o077 for path in folder.iterdir()] == [0]
