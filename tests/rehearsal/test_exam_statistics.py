"""The statistics of a rehearsal, against numbers worked out by hand."""

import pytest

from simulator.rehearsal.exam.statistics import auc, correlation, spread


def test_a_spread_has_mean_and_percentiles() -> None:
    found = spread([40, 10, 20, 30, 50])
    assert found is not None
    assert (found.number, found.mean, found.p10, found.p50, found.p90) == (5, 30, 14, 30, 46)
    assert spread([]) is None


def test_auc_is_the_chance_of_being_above_ties_counting_half() -> None:
    assert auc([90, 95], [10, 20]) == 1
    assert auc([10, 20], [90, 95]) == 0
    assert auc([50, 60], [50, 70]) == pytest.approx((0.5 + 0 + 1 + 0) / 4)
    assert auc([], [1]) is None


def test_correlation_is_pearsons() -> None:
    assert correlation([(0, 0), (1, 2), (2, 4)]) == pytest.approx(1)
    assert correlation([(0, 1), (1, 0), (0, 0), (1, 1)]) == pytest.approx(0)
    assert correlation([(0, 3), (1, 3)]) is None
