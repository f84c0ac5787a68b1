"""`drillroom new`: for each type a scenario that already plays and has nothing to mend."""

from pathlib import Path

import pytest

from simulator.authoring.check import check
from simulator.authoring.scaffold import started, types
from simulator.authoring.yaml_reader import read_yaml
from simulator.rehearsal.playthroughs import run_playthroughs
from simulator.rehearsal.run import run_drill
from simulator.scenario.scenario import Scenario
from tests.tui.calling import call

Printed = pytest.CaptureFixture[str]

SEEDS = (20261, 733)
"""Two of any."""

EVERY_TYPE = ("disaster", "ethnic-religious", "event", "foreign", "individual", "mass", "online", "sudden", "tutorial")


@pytest.fixture
def begun(kind: str, tmp_path: Path) -> Scenario:
    """A scenario of a type, just begun, with nothing in it for `check` to find."""
    path = tmp_path / "scenario.yaml"
    path.write_text(started("water-street", kind), encoding="utf-8")
    loaded = check(path, "publish")
    assert [f"{each.line}: {each.message}" for each in loaded.findings] == []
    assert loaded.scenario is not None
    return loaded.scenario


def test_there_is_a_beginning_for_each_type_of_the_plan() -> None:
    assert types() == EVERY_TYPE


@pytest.mark.parametrize("kind", EVERY_TYPE)
def test_a_beginning_plays_and_has_nothing_to_mend(begun: Scenario, tmp_path: Path) -> None:
    assert begun.id == "water-street"
    assert [outcome.said for outcome in run_playthroughs(begun, tmp_path) if not outcome.holds] == []


@pytest.mark.parametrize("kind", EVERY_TYPE)
def test_what_is_right_is_worth_more_than_silence_and_force(begun: Scenario) -> None:
    overall = {
        bot: [run_drill(begun, seed, bot, team_only=True).scorecard.team.overall or 0.0 for seed in SEEDS]
        for bot in ("by-the-book", "first-option", "silent", "heavy-handed")
    }
    assert min(overall["by-the-book"]) > 90
    assert max(overall["first-option"]) < 60
    assert max(overall["silent"]) < 20
    assert max(overall["heavy-handed"]) < 60


@pytest.mark.parametrize("kind", EVERY_TYPE)
def test_a_beginning_is_short_and_says_what_its_parts_are(kind: str) -> None:
    lines = started("water-street", kind).splitlines()
    comments = [line for line in lines if line.startswith("#")]
    assert len(lines) <= 210
    assert len(comments) >= 9
    assert read_yaml("\n".join(lines), "").value["languages"] == ["en", "zh"]


def test_a_new_scenario_stands_in_a_folder_of_its_own_with_its_schema(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = call(capsys, "new", "water-street", "--type", "sudden")
    assert (told.status, told.out) == (0, f"{Path('water-street') / 'scenario.yaml'}\n")
    assert sorted(each.name for each in Path("water-street").iterdir()) == ["scenario.schema.json", "scenario.yaml"]
    first = Path("water-street/scenario.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=scenario.schema.json"
    assert "drillroom check water-street" in told.err


def test_what_is_there_is_never_written_over(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "a" / "scenario.yaml"
    path.parent.mkdir()
    path.write_text("mine", encoding="utf-8")
    told = call(capsys, "new", "a", "--out", tmp_path)
    assert (told.status, path.read_text(encoding="utf-8")) == (2, "mine")
    assert "exists already" in told.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Water Street",), "'Water Street' cannot be the id of a scenario"),
        (("../up",), "'../up' cannot be the id of a scenario"),
        (("mass",), "'mass' is the id of a shipped scenario"),
        (("a", "--type", "sudde"), "did you mean 'sudden'?"),
        (("a", "--type", "zzz"), "there are: disaster, ethnic-religious"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_made(
    tmp_path: Path, capsys: Printed, arguments: tuple[str, ...], said: str
) -> None:
    told = call(capsys, "new", *arguments, "--out", tmp_path)
    assert told.status == 2
    assert said in told.err
    assert list(tmp_path.iterdir()) == []
