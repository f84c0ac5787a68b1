"""How often each clause is to be trained, as the shipped file and a city's own say it."""

from pathlib import Path

import pytest
import yaml

from reports.records.training import read_intervals
from simulator.authoring.library import shipped_folder
from simulator.errors import ContentError


def test_the_shipped_intervals_are_design_values_for_clauses_of_the_plan() -> None:
    shipped = read_intervals()
    plan = yaml.safe_load((shipped_folder() / "plan.yaml").read_text(encoding="utf-8"))
    assert (shipped.mark, shipped.days("M2"), shipped.days("I1")) == ("D", 90, 180)
    assert set(shipped.clauses) - set(plan["clauses"]) == set()


def test_a_fault_in_a_citys_own_intervals_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("format: 1\nmark: L\nevery: 90\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"own\.yaml:3:8: a time without its unit"):
        read_intervals(path)
