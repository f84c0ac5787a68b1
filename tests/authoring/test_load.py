"""From a file to a scenario: what it rests on, where that is looked for, and how a failure is told."""

from pathlib import Path

import pytest

from simulator.authoring.library import find_scenario, find_scenarios, shipped_folder
from simulator.authoring.load import load_scenario, load_text, scenario_or_raise
from simulator.errors import CallError, ContentError, FileError
from simulator.scenario.scenario import Scenario
from tests.authoring.sample import sample, sample_yaml

OWN = ("length: 4h", 'length: 4h\norders: {register: {takes: 5m, arguments: {incident: {name: "claims of"}}}}')


def written(folder: Path, *changes: tuple[str, str]) -> Path:
    path = folder / "scenario.yaml"
    path.write_text(sample_yaml(*changes), encoding="utf-8")
    return path


def test_a_scenario_without_a_fault_has_no_finding(tmp_path: Path) -> None:
    loaded = load_scenario(written(tmp_path))
    assert loaded.findings == []
    assert loaded.scenario is not None


def test_a_scenario_comes_back_the_same_from_its_json(tmp_path: Path) -> None:
    scenario = sample(tmp_path, OWN)
    again = Scenario.model_validate(scenario.as_json())
    assert again.digest() == scenario.digest()


def test_a_setting_of_an_order_is_overridden_and_the_rest_of_it_stays(tmp_path: Path) -> None:
    order = sample(tmp_path, OWN).order("register")
    assert (order.takes, order.mechanic, order.arguments["incident"].kind) == (300, "register", "incident")


def test_an_order_that_the_scenario_does_without_is_not_offered(tmp_path: Path) -> None:
    scenario = sample(tmp_path, ("length: 4h", "length: 4h\nwithout: [turn_away]"))
    assert "turn_away" not in scenario.catalogue.orders


def test_orders_beside_the_scenario_come_before_the_shipped_ones(tmp_path: Path) -> None:
    orders = (shipped_folder() / "orders.yaml").read_text(encoding="utf-8")
    (tmp_path / "orders.yaml").write_text(orders.replace("hint_costs: 3", "hint_costs: 7"), encoding="utf-8")
    assert sample(tmp_path).catalogue.attention.hint_costs == 7


def test_a_plan_is_found_beside_the_scenario_by_its_id(tmp_path: Path) -> None:
    plan = (shipped_folder() / "plan.yaml").read_text(encoding="utf-8")
    own = plan.replace("id: petition-emergency", "id: riverside")
    (tmp_path / "riverside.yaml").write_text(own, encoding="utf-8")
    scenario = sample(tmp_path, ("length: 4h", "length: 4h\nplan: riverside"))
    assert scenario.emergency_plan.id == "riverside"


def test_a_plan_that_is_nowhere_is_told_at_the_line_that_names_it(tmp_path: Path) -> None:
    changes = ("length: 4h", "length: 4h\nplan: riverside")
    findings = load_text(sample_yaml(changes), tmp_path / "scenario.yaml").findings
    assert [(each.code, each.line, each.column) for each in findings] == [("E401", 8, 7)]


def test_a_fault_in_orders_beside_the_scenario_is_told_in_that_file(tmp_path: Path) -> None:
    (tmp_path / "orders.yaml").write_text("format: 1\nid: orders\nid: twice\n", encoding="utf-8")
    findings = load_scenario(written(tmp_path)).findings
    assert [(Path(each.file).name, each.code, each.line) for each in findings] == [("orders.yaml", "E120", 3)]


def test_a_command_is_told_the_first_error_with_its_place_and_how_many_more_there_are(tmp_path: Path) -> None:
    path = written(tmp_path, ("base: bureau", "base: burau"), ("clauses: [M4]", "clauses: [M9]"))
    with pytest.raises(ContentError) as raised:
        scenario_or_raise(path)
    place = f"{path}:21:11"
    assert str(raised.value.message) == f"{place}: there is no place 'burau' (and 1 more; see 'drillroom check')"
    assert raised.value.status == 1


def test_a_scenario_with_mere_warnings_is_run(tmp_path: Path) -> None:
    path = written(tmp_path, ("task: {en: Greet them, zh: 先打招呼}", "task: {en: Greet them}"))
    assert scenario_or_raise(path).id == "sample"


def test_a_missing_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        load_scenario(tmp_path / "none.yaml")


def test_a_scenario_is_found_by_its_file_and_by_its_folder(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert find_scenario(str(path)) == path
    assert find_scenario(str(tmp_path)) == path


def test_a_folder_of_scenarios_stands_for_all_of_them(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        written(tmp_path / name)
    assert [path.parent.name for path in find_scenarios(str(tmp_path))] == ["one", "two"]


@pytest.mark.parametrize("name", ["mas", "x" * 5000, "a\0b", ""])
def test_an_id_that_nothing_bears_cannot_be_understood(name: str) -> None:
    with pytest.raises((CallError, FileError)) as raised:
        find_scenario(name)
    assert raised.value.status == 2


def test_a_misspelt_id_is_answered_with_the_nearest() -> None:
    with pytest.raises(CallError) as raised:
        find_scenario("mas")
    assert "did you mean 'mass'?" in str(raised.value.remedy)
