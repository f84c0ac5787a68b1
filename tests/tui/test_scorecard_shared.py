"""The scorecard of a shared drill in lines: everybody by name, who had which seat, who ran it and who judged it."""

from pathlib import Path

from simulator.evaluation.scorecard import evaluate
from simulator.language.translator import translator_for
from tests.reports.shared import evening
from tui.presentation.scorecard import scorecard_lines


def test_two_people_of_one_seat_are_told_apart(tmp_path: Path) -> None:
    scenario, journal = evening(tmp_path, ("petition_lead", "open_doors", "P"))
    lines = scorecard_lines(scenario, journal, evaluate(scenario, journal), translator_for("en"), 100)
    assert "Commander: He Rui 07:40–08:40; a stand-in 08:40–09:10; Gao Fei from 09:10" in lines
    assert "Controllers: Chen Yu" in lines
    assert [line for line in lines if line.startswith("Evaluators: Gu Yan: 1 rated, 100 % the same")]
    heads = [line for line in lines if line.startswith("== Commander")]
    assert heads[:3] == [
        "== Commander: He Rui", "== Commander: He Rui: what was expected", "== Commander: Gao Fei",
    ]  # fmt: skip
