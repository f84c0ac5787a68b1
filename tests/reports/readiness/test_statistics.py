"""The statistics give the figures that their sources give."""

import math

import pytest

from reports.readiness.statistics import Share, correlation, moving_median, quantile, spread, window


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [(Share(5, 10), 0.2366, 0.7634), (Share(0, 10), 0.0, 0.2775), (Share(81, 263), 0.2553, 0.3662)],
)
def test_the_interval_of_a_share_is_wilsons(share: Share, low: float, high: float) -> None:
    # The last: R. G. Newcombe, Statistics in Medicine 17, 1998, 857–872, table I.
    assert share.interval == pytest.approx((low, high), abs=5e-5)


def test_a_share_of_nothing_has_no_value_and_may_be_anything() -> None:
    assert (Share(0, 0).value, Share(0, 0).interval) == (None, (0.0, 1.0))


@pytest.mark.parametrize(("of", "small"), [(4, True), (5, False)])
def test_fewer_than_five_cases_are_few(of: int, small: bool) -> None:
    assert Share(1, of).small is small


def test_quartiles_lie_between_numbers_in_a_straight_line() -> None:
    found = spread([4, 1, 3, 2])
    assert found is not None
    assert (found.lowest, found.lower, found.median, found.upper, found.highest) == (1, 1.75, 2.5, 3.25, 4)


def test_a_median_that_was_never_reached_is_never() -> None:
    assert quantile([10.0, 20.0, math.inf], 0.5) == 20.0
    assert quantile([10.0, 20.0, math.inf, math.inf], 0.5) == math.inf
    assert quantile([math.inf, math.inf], 0.5) == math.inf


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(0, 0), (1, 1)], 1.0),
        ([(0, 1), (1, 0)], -1.0),
        ([(1, 2), (2, 1), (3, 3)], 0.5),
        ([(1, 1), (1, 2)], None),
        ([(1, 1)], None),
    ],
)
def test_correlation(pairs: list[tuple[float, float]], expected: float | None) -> None:
    assert correlation(pairs) == (None if expected is None else pytest.approx(expected))


def test_a_moving_median_begins_with_the_fifth_value() -> None:
    assert moving_median([9, 1, 5, 3, 7, 100]) == (5, 5)
    assert moving_median([9, 1, 5, 3]) == ()


def test_of_many_days_a_twelfth_is_taken_in() -> None:
    assert [window(number) for number in (5, 60, 71, 72, 300)] == [5, 5, 5, 6, 25]
