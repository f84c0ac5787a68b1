"""When a seat has room: the latest free stretch before a target, the first one at all, the least push."""

from simulator.rehearsal.whatif.timetable import Busy, first_room, latest_room, least_push


def order(starts: int, ends: int) -> Busy:
    return Busy(starts, ends, 1, True)


def reading(starts: int, ends: int) -> Busy:
    return Busy(starts, ends, 1, False)


def test_a_free_seat_is_done_exactly_on_the_target() -> None:
    assert latest_room([], 30, 100, 400) == 370


def test_the_latest_stretch_that_is_long_enough_is_taken() -> None:
    assert latest_room([order(200, 300), order(340, 500)], 30, 100, 400) == 310
    assert latest_room([order(200, 300), order(320, 500)], 30, 100, 400) == 170


def test_what_ends_as_something_begins_fits() -> None:
    assert latest_room([order(130, 500)], 30, 100, 400) == 100
    assert latest_room([order(129, 500)], 30, 100, 400) is None


def test_reading_takes_time_too() -> None:
    assert latest_room([reading(380, 390)], 30, 100, 400) == 350


def test_there_is_no_room_before_it_is_due() -> None:
    assert latest_room([], 30, 380, 400) is None


def test_the_first_room_is_where_the_seat_is_first_free_for_so_long() -> None:
    assert first_room([order(100, 200), order(220, 300)], 30, 100) == 300
    assert first_room([order(100, 200), order(230, 300)], 30, 100) == 200


def test_without_room_it_goes_where_others_wait_least() -> None:
    # From 160 on it makes the second order wait ten seconds; before the first it would make both wait.
    busy = [order(100, 160), order(180, 400)]
    assert least_push(busy, 30, 90, 300) == 160


def test_what_cannot_be_done_in_time_has_no_turn() -> None:
    assert least_push([], 30, 100, 120) is None
    assert least_push([order(90, 500)], 30, 100, 400) is None
