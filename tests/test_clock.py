"""How times are written and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.clock import Malformed, duration, from_journal, journal_time, on_clock, seconds, time_of_day


@pytest.mark.parametrize(
    ("written", "total"), [("90s", 90), ("10m", 600), ("1h30m", 5400), ("15d", 1_296_000), ("0m", 0)]
)
def test_durations_are_read_with_their_unit(written: str, total: int) -> None:
    assert seconds(written) == total


@pytest.mark.parametrize("written", ["", "10", "m", "1m1h", "1.5h", "-5m", "10 m", "４m", "99999d"])
def test_what_is_no_duration_is_refused(written: str) -> None:
    with pytest.raises(Malformed):
        seconds(written)


@given(st.integers(0, 10 * 365 * 86400))
def test_a_duration_is_read_back_as_it_is_written(total: int) -> None:
    assert seconds(duration(total)) == total


@given(st.integers(0, 10**7))
def test_a_journal_time_is_read_back_as_it_is_written(total: int) -> None:
    assert from_journal(journal_time(total)) == total


def test_times_as_people_see_them() -> None:
    assert journal_time(5430) == "T+001:30:30"
    assert on_clock(time_of_day("07:40"), 7260) == "09:41"
    assert on_clock(time_of_day("23:30"), 3600) == "00:30"
