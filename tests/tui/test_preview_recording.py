"""A play kept as a playthrough: a script beside the file, an entry in it, and the file otherwise untouched."""

from pathlib import Path

import pytest

from simulator.authoring.load import scenario_or_raise
from simulator.rehearsal.playlist import with_entry
from simulator.rehearsal.recording import play_of
from simulator.rehearsal.run import run_drill
from tests.players.sample import MORNING, scenario_of
from tests.tui.calling import Called, call, scenario_file

EXPECT = ["rating == P", "overall >= 90"]
SETTINGS = {"script": "plays/calm.yaml", "seed": 7}
ENTRY = "  calm:\n    script: plays/calm.yaml\n    seed: 7\n    expect: [rating == P, overall >= 90]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: x\n", f"id: x\n\nplaythroughs:\n{ENTRY}"),
        ("playthroughs:\n  a: {player: late}   # slow\n\n# the end\nnotes: x\n",
         f"playthroughs:\n  a: {{player: late}}   # slow\n{ENTRY}\n# the end\nnotes: x\n"),
        ("playthroughs:\n    a:\n      player: late\n      expect:\n        - overall > 5  # weak\nnotes: x",
         "playthroughs:\n    a:\n      player: late\n      expect:\n        - overall > 5  # weak\n"
         + ENTRY.replace("\n  ", "\n    ").replace("  calm", "    calm", 1) + "notes: x"),
        ("playthroughs: {a: {player: late}}  # one\n",
         "playthroughs: {a: {player: late}, calm: {script: plays/calm.yaml, seed: 7, "
         "expect: [rating == P, overall >= 90]}}  # one\n"),
        ("id: x\nplaythroughs: {}  # none yet\nnotes: x\n", f"id: x\nplaythroughs:  # none yet\n{ENTRY}notes: x\n"),
        ("playthroughs: soon\n", "playthroughs: soon\n"),
        ("a: [\n", "a: [\n"),
    ],
)  # fmt: skip
def test_an_entry_is_added_and_every_other_line_stays(before: str, after: str) -> None:
    assert with_entry(before, "calm", SETTINGS, EXPECT) == after


def test_line_ends_stay_as_they_are() -> None:
    assert with_entry("id: x\r\n", "calm", SETTINGS, EXPECT) == f"id: x\n\nplaythroughs:\n{ENTRY}".replace("\n", "\r\n")


def journal(capsys: pytest.CaptureFixture[str], folder: Path, *args: str) -> Path:
    """A journal of the sample, played without a screen."""
    path = folder / "played.jsonl"
    called = call(capsys, "run", scenario_file(folder), "--journal", path, *args)
    assert called.status == 0
    return path


def recorded(capsys: pytest.CaptureFixture[str], folder: Path, *args: str) -> Called:
    path = journal(capsys, folder, "--player", "late", "--seat", "petition_lead", "--seed", "5")
    return call(capsys, "preview", folder / "scenario.yaml", "--record", "slow", "--journal", path, *args)


def test_a_recorded_play_comes_out_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called = recorded(capsys, tmp_path)
    assert (called.status, called.out) == (0, f"{tmp_path / 'plays' / 'slow.yaml'}\n")
    scenario = scenario_or_raise(tmp_path / "scenario.yaml")
    kept = scenario.playthroughs["slow"]
    assert (kept.script, kept.seat, kept.seed) == ("plays/slow.yaml", "petition_lead", 5)
    checked = call(capsys, "check", tmp_path / "scenario.yaml", "--profile", "play")
    assert "E490" not in checked.out
    text = (tmp_path / "scenario.yaml").read_text(encoding="utf-8")
    assert text.startswith(MORNING.rstrip())


def test_the_script_of_a_recorded_play_is_one_that_run_plays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(capsys, tmp_path)
    before = run_drill(scenario_of(MORNING), 5, "late", "petition_lead").scorecard
    file, script = tmp_path / "scenario.yaml", tmp_path / "plays" / "slow.yaml"
    again = call(capsys, "run", file, "--script", script, "--seat", "petition_lead", "--seed", "5", "--json").object
    mine = next(each for each in again["trainees"] if each["seat"] == "petition_lead")
    was = next(each for each in before.trainees if each.seat == "petition_lead")
    assert mine["overall"] == pytest.approx(was.overall, abs=0.05)


def test_a_play_that_comes_out_otherwise_is_told_by_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recorded(capsys, tmp_path)
    script = tmp_path / "plays" / "slow.yaml"
    script.write_text("format: 1\nacts:\n  - {at: 0m, seat: petition_lead, note: nothing}\n", encoding="utf-8")
    checked = call(capsys, "check", tmp_path / "scenario.yaml")
    assert checked.status == 1
    assert "E490" in checked.out
    script.unlink()
    checked = call(capsys, "check", tmp_path / "scenario.yaml")
    assert checked.status == 1
    assert "slow.yaml" in checked.out


@pytest.mark.parametrize("name", ["Slow", "two words", "ä", ""])
def test_a_name_that_can_be_no_id_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:  # fmt: skip
    path = journal(capsys, tmp_path)
    called = call(capsys, "preview", tmp_path / "scenario.yaml", "--record", name, "--journal", path)
    assert called.status == 2
    assert "calm_morning" in called.err
    assert (tmp_path / "scenario.yaml").read_text(encoding="utf-8") == MORNING


def test_a_name_is_not_used_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recorded(capsys, tmp_path)
    text = (tmp_path / "scenario.yaml").read_text(encoding="utf-8")
    path = tmp_path / "played.jsonl"
    called = call(capsys, "preview", tmp_path / "scenario.yaml", "--record", "slow", "--journal", path)
    assert called.status == 2
    assert "already" in called.err
    assert (tmp_path / "scenario.yaml").read_text(encoding="utf-8") == text


def test_acts_of_all_seats_are_kept_in_their_order() -> None:
    finished = run_drill(scenario_of(MORNING), 3, with_baselines=False)
    play = play_of(finished.journal)
    assert play.seats == ("duty_officer", "petition_lead", "commander")
    assert [act.second for act in play.acts] == sorted(act.second for act in play.acts)
    accepted = [entry for entry in finished.journal if entry.is_act and entry.payload.get("accepted", True)]
    assert len(play.acts) == len(accepted)


def test_without_a_terminal_a_preview_says_what_plays_instead(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = call(capsys, "preview", scenario_file(tmp_path))
    assert called.status == 2
    assert "drillroom play --plain" in called.err
