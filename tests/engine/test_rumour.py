"""The rumour model against the reference values of `models.md` 5 (Daley and Kendall; Sudbury 1985)."""

from typing import Any

import pytest

from simulator.engine.drill import Drill
from simulator.journal.entry import Entry
from tests.engine.little import drill, kinds, play

TALE: dict[str, Any] = {"kind": "rumour", "name": "A tale", "audience": 400_000}
DENIED = {"denied": "elapsed >= 1h"}


def told(hours: float | None, **tale: Any) -> Drill:
    """Forty-eight hours of a rumour with an official statement after so many of them."""
    if hours is not None:
        tale = {"corrected": f"elapsed >= {int(hours * 60)}m"} | tale
    return play(drill(length="48h", incidents={"tale": TALE | tale}), [])


def reach(found: Drill) -> float:
    return float(found.journal.closing.payload["measures"]["tale.reach.end"])  # type: ignore[union-attr]


def test_without_a_statement_a_fifth_never_hears_it() -> None:
    """R-1: the share that never hears is 0.2032."""
    assert reach(told(None)) == pytest.approx(0.798, abs=0.01)


@pytest.mark.parametrize(
    ("hours", "share"), [(1, 0.020), (2, 0.060), (3, 0.157), (4, 0.322), (6, 0.647), (8, 0.762), (24, 0.798)]
)
def test_a_statement_limits_reach_the_more_the_earlier_it_comes(hours: int, share: float) -> None:
    """R-2, R-3, R-4: reference table."""
    assert reach(told(hours)) == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(("correction", "share"), [(0.002, 0.355), (0.005, 0.068), (0.02, 0.011)])
def test_the_sizes_hang_on_the_speed_of_the_correction(correction: float, share: float) -> None:
    assert reach(told(1, correction=correction)) == pytest.approx(share, abs=0.01)


def test_a_wrong_denial_is_worse_than_a_truthful_statement_hours_later() -> None:
    """R-5: denied at 1 h and put right at 4 h ends at 74.5 %, against 32.2 % and 10.0 % for the truth alone."""
    assert reach(told(4, **DENIED)) == pytest.approx(0.745, abs=0.015)
    assert reach(told(2.5)) == pytest.approx(0.100, abs=0.01)


def test_shares_add_up_at_every_step_that_is_recorded() -> None:
    """R-8, as far as the journal holds it: nobody is both corrected first and reached."""
    for entry in _spread(told(3)):
        assert entry.payload["corrected"] + entry.payload["reach"] <= 1 + 1e-9
        assert 0 <= entry.payload["spreaders"] <= entry.payload["reach"]


def test_an_old_grievance_can_restart_the_spread() -> None:
    """R-9."""
    revival = {"when": "elapsed > 20h", "share": 0.5}
    assert reach(told(3, revival=revival)) > reach(told(3))


def test_a_rumour_that_nobody_tells_any_more_costs_nothing() -> None:
    short = len(_spread(told(1)))
    assert short == len(
        _spread(play(drill(length="200h", incidents={"tale": TALE | {"corrected": "elapsed >= 1h"}}), []))
    )


def _spread(found: Drill) -> list[Entry]:
    return kinds(found, "rumour.spread")
