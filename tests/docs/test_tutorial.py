"""The six steps of the tutorial: each file is accepted, and does what the page says."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.authoring.check import check
from simulator.authoring.load import scenario_or_raise
from simulator.journal import entry
from simulator.rehearsal.playthroughs import run_playthroughs
from simulator.rehearsal.run import Finished, run_drill
from tests.docs.pages import examples, folder, text
from tests.docs.wording import LANGUAGES

STEPS = range(1, 7)
EVERY = [(language, step) for language in LANGUAGES for step in STEPS]
MISSING = {1: ["W402", "W403", "W420", "W420"], 2: ["W402", "W403"], 3: ["W402", "W403"]}
"""What `check` says is still missing after a step."""

TRIED = [
    (2, "residents.heard", "residents.herd", "E304"),
    (3, "time_limit: 8m", "time_limit: 30s", "W501"),
    (5, "inject: push, ", "", "W404"),
]
"""What the page bids the reader try: step, what stands there, what to write instead, what `check` says."""


def file(language: str, step: int) -> Path:
    return folder(language) / "tutorial" / f"step-{step}.yaml"


def codes(path: Path, profile: str) -> list[str]:
    return sorted(finding.code for finding in check(path, profile).findings)


def played(step: int, bot: str, seed: int = 1) -> Finished:
    return run_drill(scenario_or_raise(file("en", step)), seed, bot)


def reached(finished: Finished) -> dict[str, int]:
    """The second at which each stage was first reached."""
    stages = [each for each in finished.journal if each.kind == entry.STAGE and each.payload["up"]]
    return {each.payload["stage"]: each.time for each in reversed(stages)}


@pytest.mark.parametrize(("language", "step"), EVERY)
def test_a_step_is_accepted_as_the_page_says(language: str, step: int) -> None:
    assert codes(file(language, step), "draft") == []
    assert codes(file(language, step), "play") == MISSING.get(step, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_step_may_be_published(language: str) -> None:
    assert codes(file(language, 6), "publish") == []
    outcomes = run_playthroughs(scenario_or_raise(file(language, 6)), file(language, 6).parent)
    assert [each.said for each in outcomes if not each.holds] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_page_tells_to_write_stands_in_the_files(language: str) -> None:
    files = [file(language, step).read_text(encoding="utf-8") for step in STEPS]
    strange = [each for each in examples(text(language, "tutorial.md")) if not any(each in whole for whole in files)]
    assert strange == []


@pytest.mark.parametrize("step", STEPS)
def test_both_languages_write_the_same_scenario(step: int) -> None:
    english, chinese = (yaml.safe_load(file(each, step).read_text(encoding="utf-8")) for each in LANGUAGES)
    assert bare(english) == bare(chinese)


TEXTS = ("title", "briefing", "name", "claim", "text", "from", "why", "task", "languages")


def bare(value: Any) -> Any:
    """What is written, without texts."""
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if key not in TEXTS}
    return [bare(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("step", "there", "instead", "code"), TRIED)
def test_what_the_reader_tries_is_found(step: int, there: str, instead: str, code: str, tmp_path: Path) -> None:
    written = file("en", step).read_text(encoding="utf-8")
    assert there in written
    changed = tmp_path / "songling.yaml"
    changed.write_text(written.replace(there, instead), encoding="utf-8")
    assert code in codes(changed, "play")
    assert all(f"`{code}`" in text(language, "tutorial.md") for language in LANGUAGES)


def test_nobody_acts_and_tension_rises() -> None:
    closing = played(1, "silent").journal.closing
    assert closing is not None
    measures = closing.payload["measures"]
    assert (measures["residents.tension.mean"], measures["residents.tension.end"]) == (0.462988, 0.58622)


def test_the_mother_comes_after_half_an_hour_unheard() -> None:
    delivered = [each for each in played(2, "silent").journal if each.kind == entry.DELIVERED]
    minutes = {each.payload["inject"]: each.time // 60 for each in delivered}
    assert minutes == {"main_broken": 1, "crowd": 5, "counted": 11, "impatient": 35}


def test_bots_earn_in_the_fourth_step_what_the_page_says() -> None:
    earned = {bot: played(4, bot).scorecard.team for bot in ("by-the-book", "late", "silent")}
    assert {bot: (round(team.overall or 0), team.rating) for bot, team in earned.items()} == {
        "by-the-book": (100, "P"),
        "late": (71, "S"),
        "silent": (0, "U"),
    }


def test_a_target_without_room_for_listening_costs_the_book_its_points(tmp_path: Path) -> None:
    written = file("en", 4).read_text(encoding="utf-8")
    changed = tmp_path / "songling.yaml"
    changed.write_text(written.replace("target: 40m", "target: 15m"), encoding="utf-8")
    overall = run_drill(scenario_or_raise(changed), 1, "by-the-book").scorecard.team.overall
    assert overall is not None
    assert 90 < overall < 100


def test_the_fifth_step_has_consequences() -> None:
    silent, book, late = (played(5, bot) for bot in ("silent", "by-the-book", "late"))
    assert reached(silent) == {"shouting": 20 * 60, "pushing": 39 * 60 + 19}
    assert silent.scorecard.harm == {"unwell": 2}
    assert (reached(book), list(reached(late))) == ({}, ["shouting"])
    assert late.scorecard.team.rating == "M"


@pytest.mark.parametrize("seed", [3, 17, 4242])
def test_the_last_step_tells_good_play_from_bad_on_other_seeds(seed: int) -> None:
    earned = {bot: played(6, bot, seed).scorecard.team.overall for bot in ("by-the-book", "first-option", "silent")}
    book, first, silent = (each or 0.0 for each in earned.values())
    assert (book > 90, first < 60, silent < 20) == (True, True, True)
    assert played(6, "heavy-handed", seed).scorecard.team.rating in ("M", "U")
