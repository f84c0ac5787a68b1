"""The example city: its own plan and orders are found, fit together, and the page's examples may be written."""

import shutil
from pathlib import Path

import pytest

from simulator.authoring.check import check
from simulator.authoring.load import scenario_or_raise
from simulator.rehearsal.playthroughs import run_playthroughs
from simulator.rehearsal.run import run_drill
from tests.docs.pages import examples, text
from tests.docs.wording import LANGUAGES, TRAINERS

CITY = TRAINERS / "city"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A copy of the example, as a reader makes one."""
    return Path(shutil.copytree(CITY, tmp_path / "city"))


def codes(folder: Path, profile: str = "play") -> set[str]:
    return {finding.code for finding in check(folder / "scenario.yaml", profile).findings}


def change(file: Path, there: str, instead: str) -> None:
    written = file.read_text(encoding="utf-8")
    assert there in written
    file.write_text(written.replace(there, instead), encoding="utf-8")


def test_the_copied_city_may_be_published_as_it_is(city: Path) -> None:
    assert codes(city, "publish") == set()
    outcomes = run_playthroughs(scenario_or_raise(city / "scenario.yaml"), city)
    assert [each.said for each in outcomes if not each.holds] == []


def test_it_is_played_by_its_own_plan_and_orders() -> None:
    scenario = scenario_or_raise(CITY / "scenario.yaml")
    assert list(scenario.emergency_plan.levels) == ["blue", "yellow", "red"]
    assert list(scenario.emergency_plan.roles) == ["leader", "desk", "watch"]
    assert len(scenario.catalogue.orders) == 11


def test_the_shipped_breaches_hold_in_it() -> None:
    scenario = scenario_or_raise(CITY / "scenario.yaml")
    assert scenario.conduct.codes["U09"].severity == "unlawful"


@pytest.mark.parametrize("seed", [2, 29])
def test_a_wrong_level_gets_part_credit(city: Path, seed: int) -> None:
    change(city / "scenario.yaml", "do: [activate(level=yellow)]", "do: [activate(level=red)]")
    finished = run_drill(scenario_or_raise(city / "scenario.yaml"), seed, "by-the-book")
    level = next(each for trainee in finished.scorecard.trainees for each in trainee.judged if each.id == "set_level")
    assert (level.quality, level.credit) == (0.4, 0.4)


@pytest.mark.parametrize(
    ("file", "there", "instead", "code"),
    [
        ("scenario.yaml", "plan: qingwan", "plan: qingwam", "E401"),
        ("scenario.yaml", "of: leader", "of: watch", "E410"),
        ("scenario.yaml", 'clauses: ["1"]', 'clauses: ["9"]', "E417"),
        ("plan.yaml", "owners: [watch]", "owners: [guard]", "E424"),
        ("orders.yaml", "conduct: U09", "conduct: U99", "E424"),
    ],
)
def test_what_no_longer_fits_together_is_named(city: Path, file: str, there: str, instead: str, code: str) -> None:
    change(city / file, there, instead)
    assert code in codes(city)


def test_a_clause_that_nothing_cites_is_named(city: Path) -> None:
    change(city / "scenario.yaml", 'clauses: ["2"]', 'clauses: ["3"]')
    assert codes(city) == {"W402"}


def test_without_its_own_orders_the_shipped_ones_do_not_fit(city: Path) -> None:
    (city / "orders.yaml").unlink()
    assert "E410" in codes(city)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_seats_may_be_written(city: Path, language: str) -> None:
    seats = examples(text(language, "adapting.md"))[0].split("\n")
    change(city / "scenario.yaml", "  desk: {sees: [office]}\n", "\n".join(seats[1:]))
    assert codes(city) == {"W420"}
    assert scenario_or_raise(city / "scenario.yaml").role_of("second_desk") == "desk"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_level_stands_in_the_example(language: str) -> None:
    assert examples(text(language, "adapting.md"))[1] in (CITY / "scenario.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_orders_may_be_written_in_a_scenario(tmp_path: Path, language: str) -> None:
    step = (TRAINERS / "tutorial" / "step-6.yaml").read_text(encoding="utf-8")
    own = tmp_path / "scenario.yaml"
    own.write_text(step + "\n" + examples(text(language, "adapting.md"))[2], encoding="utf-8")
    assert codes(tmp_path) == set()
    scenario = scenario_or_raise(own)
    assert (scenario.order("open_reception").takes, scenario.order("open_canteen").takes) == (240, 180)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_contingency_inject_may_be_written_in_a_scenario(tmp_path: Path, language: str) -> None:
    step = (TRAINERS / "tutorial" / "step-6.yaml").read_text(encoding="utf-8")
    inject = examples(text(language, "adapting.md"))[3]
    own = tmp_path / "scenario.yaml"
    own.write_text(step.replace("\ninjects:\n", f"\ninjects:\n{inject}\n"), encoding="utf-8")
    assert codes(tmp_path) == set()
    assert scenario_or_raise(own).injects["who_speaks"].purpose == "redirect"
