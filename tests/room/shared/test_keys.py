"""Codes, secrets and wrong tries."""

from pathlib import Path

import pytest

from simulator.room.shared.keys import ALL_TRIES, Keys, drawn_code, same_code
from simulator.room.shared.limits import LARGEST, Allowance
from simulator.room.shared.refusing import Refusal
from tests.room.rooms import SEAT, Clock
from tests.room.shared.rooms import HOME, office


def test_a_code_is_the_same_however_it_is_written() -> None:
    assert same_code("K7QX-M2PA", "k7qx m2pa")
    assert not same_code("K7QX-M2PA", "K7QX-M2PB")


def test_codes_hold_nothing_that_looks_like_something_else() -> None:
    signs = {sign for _ in range(200) for sign in drawn_code()}
    assert signs & set("01IOL") == set()


def test_after_five_wrong_codes_an_address_waits_and_another_does_not(tmp_path: Path) -> None:
    room = office(tmp_path)
    for _ in range(5):
        with pytest.raises(Refusal, match="code"):
            room.welcome(seat=SEAT, code="AAAA-AAAA")
    with pytest.raises(Refusal, match="locked"):
        room.enter(seat=SEAT)
    assert not room.hub.keys.is_locked("10.0.0.2")
    room.clock.now += 60
    assert room.enter(seat=SEAT).seat == SEAT


def test_who_goes_on_guessing_waits_twice_as_long_each_time() -> None:
    clock = Clock()
    keys = Keys(None, clock)
    for _ in range(5):
        keys.wrong(HOME, "seat")
    clock.now += 60
    assert not keys.is_locked(HOME)
    for _ in range(5):
        keys.wrong(HOME, "seat")
    clock.now += 119
    assert keys.is_locked(HOME)
    clock.now += 1
    assert not keys.is_locked(HOME)


def test_a_code_that_many_addresses_guess_at_is_drawn_anew() -> None:
    keys = Keys(None, Clock())
    before = keys.codes["seat"]
    for number in range(ALL_TRIES):
        keys.wrong(f"10.0.0.{number}", "seat")
    assert keys.codes["seat"] != before


def test_codes_and_secrets_hold_over_a_restart_and_no_secret_is_written_down(tmp_path: Path) -> None:
    path = tmp_path / "drill.keys"
    keys = Keys(path, Clock())
    _, secret = keys.admit("seat", SEAT, "Lin Qiao")
    again = Keys(path, Clock())
    assert again.codes == keys.codes
    assert again.known("seat", SEAT, secret) is not None
    assert again.known("seat", "commander", secret) is None
    assert secret not in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o077 == 0


def test_who_sits_down_after_somebody_makes_their_secret_worthless() -> None:
    keys = Keys(None, Clock())
    _, first = keys.admit("seat", SEAT, "Lin Qiao")
    _, second = keys.admit("seat", SEAT, "Wu Min")
    assert keys.known("seat", SEAT, first) is None
    assert keys.known("seat", SEAT, second) is not None


def test_the_code_of_a_trainee_is_no_controllers(tmp_path: Path) -> None:
    room = office(tmp_path)
    with pytest.raises(Refusal, match="code"):
        room.welcome("controller", code=room.hub.keys.codes["seat"])


def test_an_allowance_fills_with_time() -> None:
    clock = Clock()
    allowance = Allowance(clock, at_once=3, a_second=2.0)
    assert [allowance.take() for _ in range(4)] == [True, True, True, False]
    clock.now += 1
    assert [allowance.take() for _ in range(3)] == [True, True, False]


def test_a_long_message_counts_for_as_many_as_it_could_have_been() -> None:
    allowance = Allowance(Clock(), at_once=20)
    assert [allowance.take(LARGEST), allowance.take(LARGEST), allowance.take(100)] == [True, False, True]
